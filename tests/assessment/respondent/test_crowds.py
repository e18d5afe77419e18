"""Many at once, twice, too late, and killed: nobody sees a 500 and nothing acknowledged is lost."""

import random
import sqlite3
import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress

import pytest

from assessment.respondent import wrong_codes
from tests.assessment.respondent.site import Site, Visitor
from tests.operations.hosted import Hosted
from tests.patience import wait_until

pytestmark = pytest.mark.one_in(3, "processes")

PAGE = [f"mutuality-{suffix}" for suffix in ("1", "2", "3", "4", "w1", "w2")]


def own_answers(number):
    """Six answers to the first page that nobody else gives: ``number`` in base five."""
    return dict(zip(PAGE, (str(number // 5**place % 5) for place in range(6)), strict=True))


def box(site):
    """The sent strings' first six characters."""
    return [one[:6] for one in site.answers()]


def in_box(number):
    return "".join(own_answers(number).values())


def answer_and_send(site, link, number):
    visitor = Visitor(site)
    visitor.begin(link)
    saved, _ = visitor.post(f"/a/{link}/1/", **own_answers(number))
    visitor.get(f"/a/{link}/check/")
    sent, to = visitor.post(f"/a/{link}/send/")
    assert (saved, sent) == (302, 302), visitor.page
    return visitor.get(to)[0]


def test_fifty_open_and_send_at_once(var, links):
    """Behind the server that hosts run: Django's own takes no more than ten who wait."""
    with Hosted(var) as site, ThreadPoolExecutor(50) as people:
        sent = people.map(lambda n: answer_and_send(site, links["receiving"], n), range(50))
        assert set(sent) == {200}
    assert Counter(box(site)) == Counter(in_box(number) for number in range(50))
    assert site.rows("SELECT DISTINCT content, comment, sent FROM assessment_draft") == [
        (b"", b"", 1)
    ]


def test_one_draft_sent_from_many_tabs_counts_once(site, links):
    link = links["receiving"]
    person = Visitor(site)
    person.begin(link)
    person.post(f"/a/{link}/1/", **own_answers(7))
    person.get(f"/a/{link}/check/")

    def tab(_number):
        other = Visitor(site)
        other.cookies, other.page = dict(person.cookies), person.page
        status, to = other.post(f"/a/{link}/send/")
        return status, other.get(to)[0], "have been sent" in other.page

    with ThreadPoolExecutor(10) as tabs:
        assert set(tabs.map(tab, range(10))) == {(302, 200, True)}
    assert box(site) == [in_box(7)]


def test_two_tabs_of_one_person_keep_both_pages(site, links):
    link = links["receiving"]
    one = Visitor(site)
    one.begin(link)
    other = Visitor(site)
    other.cookies = dict(one.cookies)
    other.get(f"/a/{link}/2/")
    with ThreadPoolExecutor(2) as tabs:
        for _ in range(10):
            first = tabs.submit(one.post, f"/a/{link}/1/", **own_answers(99))
            second = tabs.submit(other.post, f"/a/{link}/2/", **{"solidarity-1": "4"})
            assert first.result()[0] == second.result()[0] == 302
    one.get(f"/a/{link}/1/")
    assert one.checked() == own_answers(99)
    one.get(f"/a/{link}/2/")
    assert one.checked() == {"solidarity-1": "4"}


def test_a_database_locked_for_three_seconds_only_takes_longer(site, links):
    link = links["receiving"]
    person = Visitor(site)
    person.begin(link)
    with closing(
        sqlite3.connect(site.database, isolation_level=None, check_same_thread=False)
    ) as holder:
        holder.execute("BEGIN IMMEDIATE")
        threading.Timer(3, holder.rollback).start()
        assert person.post(f"/a/{link}/1/", **own_answers(3))[0] == 302
        assert not holder.in_transaction, "it was saved before the lock was gone"
    person.get(f"/a/{link}/1/")
    assert person.checked() == own_answers(3)


@pytest.mark.check  # waits for 20 s; that a full disk keeps it runs always
def test_a_database_locked_for_long_keeps_what_was_typed(site, links):
    link = links["receiving"]
    person = Visitor(site)
    person.begin(link)
    with closing(sqlite3.connect(site.database, isolation_level=None)) as holder:
        holder.execute("BEGIN IMMEDIATE")
        assert person.post(f"/a/{link}/1/", **own_answers(1234))[0] == 503
        assert "try again" in person.page
        assert person.checked() == own_answers(1234)
        holder.rollback()
    assert person.post(f"/a/{link}/1/", **person.checked())[0] == 302
    person.get(f"/a/{link}/1/")
    assert person.checked() == own_answers(1234)


def test_guesses_made_side_by_side_all_count():
    """However they fall into minutes: never more wrong ones than a minute allows."""
    tries = wrong_codes.Tries(most=30, seconds=3600)

    def guess(_number):
        try:
            tries.count("link, network")
        except wrong_codes.TooManyTries:
            return 429
        return 422

    with ThreadPoolExecutor(20) as guessers:
        assert Counter(guessers.map(guess, range(600))) == {422: 30, 429: 570}


class Person(threading.Thread):
    """Answers and sends; remembers what the site acknowledged before it died."""

    def __init__(self, site, link, number):
        super().__init__()
        self.visitor, self.link, self.number = Visitor(site), link, number
        self.saved = self.sent = False

    def run(self):
        with suppress(OSError):
            self.visitor.begin(self.link)
            self.answer()

    def answer(self):
        answers = own_answers(self.number)
        self.saved = self.visitor.post(f"/a/{self.link}/1/", **answers)[0] == 302
        self.visitor.get(f"/a/{self.link}/check/")
        self.sent = self.visitor.post(f"/a/{self.link}/send/")[0] == 302

    def go_on(self, site):
        """After the restart; true where their answers must be in the box."""
        self.visitor.site = site
        if self.sent:
            assert self.visitor.get(f"/a/{self.link}/thanks/")[0] == 200
            return True
        if not self.saved:
            return False
        if self.visitor.get(f"/a/{self.link}/check/")[0] == 200:
            self.visitor.get(f"/a/{self.link}/1/")
            assert self.visitor.checked() == own_answers(self.number)
        self.visitor.post(f"/a/{self.link}/send/")
        assert self.visitor.get(f"/a/{self.link}/thanks/")[0] == 200
        return True


def kill_while_they_answer(var, link, first, *, after, delay):
    """Returns whom the box must hold, and how many were cut off.

    A kill before anything was acknowledged would show nothing, so somebody has saved or sent before
    (``after``) however slow the machine is.
    """
    with Site(var) as site:
        people = [Person(site, link, first + number) for number in range(12)]
        for person in people:
            person.start()
        wait_until(lambda: any(getattr(person, after) for person in people))
        time.sleep(delay)
        site.kill()
        for person in people:
            person.join()
    cut_off = sum(not person.sent for person in people)
    with Site(var) as site:
        assert site.rows("PRAGMA integrity_check") == [("ok",)]
        return [person.number for person in people if person.go_on(site)], cut_off


def kill_often(var, link, times):
    expected, cut_off = Counter(), []
    for number in range(times):
        after = ("saved", "sent")[number % 2]
        delay = random.Random(number).uniform(0, 0.25)
        sent, cut = kill_while_they_answer(var, link, number * 12, after=after, delay=delay)
        expected += Counter(in_box(one) for one in sent)
        cut_off.append(cut)
    assert Counter(box(Site(var))) == expected
    assert max(expected.values()) == 1
    return cut_off


def test_kill_9_while_they_save_and_send(var, links):
    assert any(kill_often(var, links["receiving"], 3))


@pytest.mark.check
def test_kill_9_twenty_times_more(var, links):
    cut_off = kill_often(var, links["receiving"], 24)
    assert sum(0 < cut < 12 for cut in cut_off) >= 5, cut_off
