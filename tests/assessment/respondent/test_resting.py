"""A shared device: after 20 minutes without a page one of the words opens the last draft."""

import re

import pytest
from django.core import signing
from django.test import Client

from assessment import drafts
from assessment.respondent import wrong_codes
from assessment.resume_words import code_words
from tests.assessment.answered import link_of, open_assessment
from tests.assessment.respondent.reading import checked, code_of, draft_of, name_of, text

pytestmark = pytest.mark.django_db
MINUTES = 60


@pytest.fixture
def link(cast):
    return link_of(open_assessment(cast, length="full", receiving="individual"), "receiving")


@pytest.fixture
def start(link):
    return f"/a/{link.code}/"


@pytest.fixture
def clock(monkeypatch):
    """In seconds: what signatures are dated with."""

    class Clock:
        now = 1_000_000_000

    monkeypatch.setattr(signing.time, "time", lambda: Clock.now)
    return Clock


@pytest.fixture
def person(client, start, clock):  # noqa: ARG001 - the clock stands still while they begin
    client.post(start, {"words": "plain"})
    client.post(f"{start}1/", {"mutuality-1": "3"})
    client.post(f"{start}last/", {"text": "The kestrel comes on Tuesdays"})
    return client


@pytest.fixture
def words(person, link):
    return code_of(person, link).split("-")


@pytest.fixture
def rested(person, words, clock):  # noqa: ARG001 - the words are read before it rests
    clock.now += 20 * MINUTES + 1
    return person


def test_each_page_gives_twenty_minutes_more(person, start, clock):
    for _ in range(3):
        clock.now += 20 * MINUTES
        assert checked(person.get(f"{start}1/")) == {"mutuality-1": "3"}
    clock.now += 20 * MINUTES + 1
    assert "Is it still you?" in text(person.get(f"{start}1/"))


def test_nothing_of_it_is_shown_before_a_word_is_typed(rested, start, words):
    for path in ("", "1/", "last/", "check/", "leave/", "go-on/", "room/", "thanks/"):
        page = text(rested.get(f"{start}{path}"))
        shown = set(re.findall(r"[a-z]+", page.lower()))
        assert "kestrel" not in page
        assert not {" ".join(words)} & {page}
        assert " ".join(words) not in page
        assert path in ("", "1/", "last/", "check/", "leave/", "go-on/") or not set(words) <= shown
    assert "Answers have been begun on this device" in text(rested.get(start))
    assert not checked(rested.get(f"{start}1/"))


@pytest.mark.parametrize("which", [0, 3])
def test_any_one_of_the_words_opens_it_where_it_was(rested, start, words, which):
    reply = rested.post(f"{start}1/", {"one_word": f" {words[which].upper()}, "})
    assert reply.url == f"{start}1/"
    assert checked(rested.get(f"{start}1/")) == {"mutuality-1": "3"}


@pytest.mark.parametrize(
    ("path", "given"),
    [("1/", {"mutuality-1": "0", "move": "next"}), ("last/", {"text": "Line one\r\nand two"})],
)
def test_what_was_typed_on_a_page_that_rested_is_saved_with_the_word(
    rested, link, start, words, path, given
):
    page = rested.post(f"{start}{path}", given)
    assert page.status_code == 200
    hidden = dict(
        re.findall(r'<input type="hidden" name="([\w-]+)" value="([^"]*)"', page.content.decode())
    )
    del hidden["csrfmiddlewaretoken"]
    assert {name: hidden[name] for name in given} == {
        k: v.replace("\r\n", "\r\n") for k, v in given.items()
    }
    wrong = rested.post(f"{start}{path}", {**hidden, "one_word": other_than(words)})
    assert wrong.status_code == 422
    assert rested.post(f"{start}{path}", {**hidden, "one_word": words[1]}).status_code == 302
    draft = draft_of(rested, link)
    kept = draft.content.answers[0] if path == "1/" else draft.comment
    assert kept == ("0" if path == "1/" else "Line one\nand two")


def test_sending_that_rested_is_sent_with_the_word(rested, start, words):
    page = rested.post(f"{start}send/")
    assert "Is it still you?" in text(page)
    reply = rested.post(f"{start}send/", {"one_word": words[2], "was_post": "1"})
    assert reply.url == f"{start}thanks/"


def other_than(words):
    return next(word for word in code_words() if word not in words)


def test_after_three_wrong_words_all_four_are_asked_for(rested, start, words):
    for _ in range(3):
        page = rested.post(f"{start}1/", {"one_word": other_than(words)})
        assert "none of the four words" in text(page)
    page = rested.post(f"{start}1/", {"one_word": words[0]})
    assert page.status_code == 422
    assert "Please type all four" in text(page)
    assert rested.post(f"{start}1/", {"one_word": " ".join(words)}).url == f"{start}1/"


def test_four_wrong_words_are_counted_as_anywhere(rested, start, words, monkeypatch):
    monkeypatch.setattr(wrong_codes.codes, "most", 2)
    wrong = " ".join([*words[:3], other_than(words)])
    for _ in range(2):
        assert rested.post(f"{start}1/", {"one_word": wrong}).status_code == 422
    assert rested.post(f"{start}1/", {"one_word": wrong}).status_code == 429


def test_nobody_elses_wrong_codes_hold_up_whoever_goes_on_here(rested, start, words, monkeypatch):
    """A ward shares one address, and one person on it tries codes all day."""
    monkeypatch.setattr(wrong_codes.codes, "most", 2)
    mate, wrong = Client(), {"code": "bramble kettle teapot walrus"}
    assert [mate.post(f"{start}go-on/", wrong).status_code for _ in range(3)] == [422, 422, 429]
    assert rested.post(f"{start}1/", {"one_word": " ".join(words)}).url == f"{start}1/"
    assert Client().post(start, {"words": "plain"}).status_code == 302


def test_a_word_that_is_not_ours_is_named_and_costs_no_try(rested, start, words):
    for _ in range(5):
        page = rested.post(f"{start}1/", {"one_word": "qwerty"})
        assert "“qwerty” is not one of our words" in text(page)
    assert rested.post(f"{start}1/", {"one_word": words[0]}).status_code == 302


def test_a_cookie_cannot_be_made_younger(rested, link, start):
    value = rested.cookies[name_of(link)].value
    key, stamp, signature = value.split(":")
    younger = signing.b62_encode(signing.time.time())
    for forged in (f"{key}:{younger}:{signature}", f"{key}:{stamp}x:{signature}"):
        stranger = Client()
        stranger.cookies[name_of(link)] = forged
        assert stranger.get(f"{start}1/").url == f"{start}go-on/"


def test_the_next_person_may_begin_or_clear_the_device(rested, link, start, words):
    other = Client()
    other.cookies = rested.cookies.copy()
    other.post(start, {"words": "plain"})
    assert code_of(other, link).split("-") != words
    left = text(rested.post(f"{start}leave/"))
    assert "stay safe" in left
    assert not set(words) & set(re.findall(r"\w+", left))
    assert rested.get(f"{start}1/").url == f"{start}go-on/"
    assert rested.post(f"{start}go-on/", {"code": " ".join(words)}).status_code == 302


def test_what_was_sent_needs_no_word(person, start, clock):
    person.post(f"{start}send/")
    clock.now += 30 * MINUTES
    assert "have been sent" in text(person.get(f"{start}thanks/"))


# ---- Leaving ----------------------------------------------------------------------------------


def test_clearing_takes_every_cookie_of_the_site(cast, link, start):
    """Whoever is signed in there too, the other links' drafts, and the token of forms."""
    browser = Client(enforce_csrf_checks=False)
    browser.force_login(cast.owner)
    other = link_of(open_assessment(cast, receiving="individual"), "receiving")
    for code in (link.code, other.code):
        browser.get(f"/a/{code}/")
        browser.post(f"/a/{code}/", {"words": "plain"})
    assert {"sessionid", "csrftoken", name_of(link), name_of(other)} <= set(browser.cookies)
    left = browser.post(f"{start}leave/")
    assert {name: morsel["max-age"] for name, morsel in browser.cookies.items()} == dict.fromkeys(
        browser.cookies, 0
    )
    paths = {"essence_device": "/accounts/", "sessionid": "/", "csrftoken": "/", "messages": "/"}
    assert {name: morsel["path"] for name, morsel in left.cookies.items()} == {
        **paths,
        **dict.fromkeys((name_of(link), name_of(other), "essence_words"), "/a/"),
    }


def test_an_address_to_leave_leads_to_the_start(person, start):
    assert person.get(f"{start}leave/").url == start


def test_stopping_saves_first(person, link, start):
    before = draft_of(person, link)
    page = person.get(f"{start}1/").content.decode()
    assert '<button class="button" form="answers" name="move" value="leave">' in page
    assert '<form method="post" id="answers"' in page
    person.post(f"{start}1/", {"mutuality-1": "1", "mutuality-2": "4", "move": "leave"})
    assert drafts.find_draft(link.code, before.key).content.answers[:2] == "14"
