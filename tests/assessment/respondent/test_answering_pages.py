"""A page a principle, or a statement, and the box at the end."""

import re
from dataclasses import replace

import pytest
from django.test import Client

from assessment.instruments import items_asked
from assessment.respondent import pages
from assessment.respondent.answer_forms import digest
from questions import load
from tests.assessment.answered import link_of, open_assessment
from tests.assessment.respondent.reading import checked, draft_of, text

pytestmark = pytest.mark.django_db


# ---- Answering -----------------------------------------------------------------------------


def test_a_principle_page_holds_its_statements_and_nothing_chosen(person, start):
    response = person.get(f"{start}1/")
    page = text(response)
    principle = load().principle["mutuality"]
    assert not checked(response)
    assert page.count("<fieldset") == 6
    for item in principle.items:
        assert item.text in page
        assert page.index(item.plain.split("'")[0]) > page.index(item.text)
    assert page.index("Things that can go wrong") < page.index(principle.items[4].text)
    assert page.index("Things that can go wrong") > page.index(principle.items[3].text)
    assert page.count("I don&#x27;t know") == page.count("Leave this one blank") == 6
    assert page.count("Mostly") == 6


def test_the_short_form_asks_three_a_page(cast, client):
    link = link_of(open_assessment(cast), "receiving")
    client.post(f"/a/{link.code}/", {"words": "plain"})
    assert text(client.get(f"/a/{link.code}/12/")).count("<fieldset") == 3
    assert client.get(f"/a/{link.code}/13/").status_code == 404


def test_answers_are_kept_changed_and_taken_back(person, start):
    given = {"mutuality-1": "0", "mutuality-2": "DK", "mutuality-3": "NA", "mutuality-w2": "4"}
    response = person.post(f"{start}1/", {**given, "move": "next"})
    assert response.url == f"{start}2/"
    assert checked(person.get(f"{start}1/")) == given
    person.post(f"{start}1/", {**given, "mutuality-1": "blank", "mutuality-2": "1"})
    del given["mutuality-1"]
    assert checked(person.get(f"{start}1/")) == {**given, "mutuality-2": "1"}


@pytest.mark.parametrize(
    ("page", "move", "to"),
    [
        (1, "back", ""), (2, "back", "1/"), (12, "next", "last/"), (5, "", "6/"),
        (5, "check", "check/"), (5, "shorter", "5/"),
    ],
)  # fmt: skip
def test_every_button_saves_first(person, start, page, move, to):
    code = load().principles[page - 1].items[0].code
    assert person.post(f"{start}{page}/", {code: "3", "move": move}).url == f"{start}{to}"
    assert checked(person.get(f"{start}{page}/")) == {code: "3"}


def test_words_may_be_shorter_or_explained_by_choice(person, start):
    item = load().item["mutuality-1"]
    assert item.shorter not in text(person.get(f"{start}1/"))
    person.post(f"{start}1/", {"move": "shorter"})
    page = text(person.get(f"{start}1/"))
    assert item.shorter in page
    assert item.text not in page
    person.post(f"{start}1/", {"move": "explained"})
    page = text(person.get(f"{start}1/"))
    assert "<details" not in page
    assert page.count('aria-describedby="mutuality-1_plain"') == 1


def test_a_perspective_may_have_its_own_sentence(person, start, monkeypatch):
    instrument = load()
    first = instrument.principles[0]
    item = replace(first.items[0], variants={"receiving": "You gain something yourself."})
    principle = replace(first, items=(item, *first.items[1:]))
    changed = replace(instrument, principles=(principle, *instrument.principles[1:]))
    monkeypatch.setattr(pages, "find", lambda _version: changed)
    pages.draw_page.cache_clear()
    pages.draw_statements.cache_clear()
    try:
        assert "You gain something yourself." in text(person.get(f"{start}1/"))
    finally:
        pages.draw_page.cache_clear()
        pages.draw_statements.cache_clear()


def test_two_organisations_never_share_a_drawn_page(cast, person, start):
    person.get(f"{start}1/")
    other = open_assessment(cast, length="full")
    cast.organisation.name = "Another name"
    cast.organisation.save()
    browser = Client()
    browser.post(f"/a/{link_of(other, 'receiving').code}/", {"words": "plain"})
    page = text(browser.get(f"/a/{link_of(other, 'receiving').code}/1/"))
    assert "Another name" in page
    assert start not in page


def test_a_tampered_answer_is_refused_and_the_rest_stays(person, start):
    response = person.post(f"{start}1/", {"mutuality-1": "9", "mutuality-2": "3"})
    assert response.status_code == 422
    page = text(response)
    assert '<a href="#mutuality-1_0">' in page
    assert "<title> Error:" in page
    assert checked(response) == {"mutuality-2": "3"}
    assert not checked(person.get(f"{start}1/"))


def test_a_page_takes_few_queries(person, start, django_assert_num_queries):
    def reads_and_writes(asked):
        sql = [query["sql"].split()[0] for query in asked.captured_queries]
        return sql.count("SELECT"), sql.count("UPDATE") + sql.count("INSERT")

    for path in ("1/", "12/", "last/", "check/"):
        with django_assert_num_queries(1):
            person.get(f"{start}{path}")
    for path, given in (("1/", {"mutuality-1": "3"}), ("last/", {"text": "Words"})):
        with django_assert_num_queries(2) as asked:
            person.post(f"{start}{path}", given)
        assert reads_and_writes(asked) == (1, 1)


# ---- The box at the end --------------------------------------------------------------------


def test_the_box_says_who_will_read_it(person, start):
    page = text(person.get(f"{start}last/"))
    assert "The people who run peer support here, and others who get the report, will read" in page
    assert "this as you wrote it. Do not name people, yourself included." in page


def test_a_comment_is_kept_as_written(person, link, start):
    person.post(f"{start}last/", {"text": "Line one\r\nand <b>two</b> 🙂"})
    assert draft_of(person, link).comment == "Line one\nand <b>two</b> 🙂"
    assert "and &lt;b&gt;two&lt;/b&gt; 🙂" in text(person.get(f"{start}last/"))
    assert "In your own words: written" in text(person.get(f"{start}check/"))


def test_a_second_window_that_knows_less_wipes_nothing(person, link, start):
    blank, other = {"seen": "." * 6}, {"mutuality-3": "1", "seen": "." * 6}
    person.post(f"{start}1/", {"mutuality-1": "3", "mutuality-2": "DK", **blank})
    person.post(f"{start}1/", other)
    assert checked(person.get(f"{start}1/")) == {
        "mutuality-1": "3",
        "mutuality-2": "DK",
        "mutuality-3": "1",
    }
    seen = re.search(r'name="seen" value="([^"]+)"', person.get(f"{start}1/").content.decode())[1]
    assert seen == "3D1..."
    kept = {"mutuality-3": "1", "seen": seen}
    person.post(f"{start}1/", {"mutuality-1": "blank", "mutuality-2": "4", **kept})
    assert draft_of(person, link).content.answers[:3] == ".41"


def test_words_from_two_windows_are_both_kept_to_choose_from(person, link, start):
    came = re.search(r'name="seen" value="([^"]+)"', person.get(f"{start}last/").content.decode())
    person.post(f"{start}last/", {"text": "The first.", "seen": came[1]})
    person.post(f"{start}last/", {"text": "", "seen": came[1]})
    assert draft_of(person, link).comment == "The first."
    both = person.post(f"{start}last/", {"text": "The second.", "seen": came[1]})
    assert both.status_code == 409
    assert "The first. The second.</textarea>" in text(both)
    assert draft_of(person, link).comment == "The first."
    seen = re.search(r'name="seen" value="([^"]+)"', both.content.decode())[1]
    person.post(f"{start}last/", {"text": "The first.\n\nThe second.", "seen": seen})
    assert draft_of(person, link).comment == "The first.\n\nThe second."
    person.post(f"{start}last/", {"text": "", "seen": digest("The first.\n\nThe second.")})
    assert draft_of(person, link).comment == ""


def test_the_hard_part_may_wait(person, link, start):
    hard = load().item["mutuality-w1"]
    assert hard.code in text(person.get(f"{start}1/"))
    moved = person.post(f"{start}1/", {"mutuality-1": "3", hard.code: "1", "move": "later"})
    assert moved.url == f"{start}1/"
    page = text(person.get(f"{start}2/"))
    assert "Things that can go wrong" not in page
    assert "Show the hard part too" in page
    seen = re.search(r'name="seen" value="([^"]+)"', person.get(f"{start}1/").content.decode())[1]
    assert seen == "3..."
    person.post(f"{start}1/", {"mutuality-1": "4", "seen": seen})
    assert draft_of(person, link).content.answers[:5] == "4...1", "what waits is not wiped"
    assert "is left for another time" in text(person.get(f"{start}check/"))
    person.post(f"{start}3/", {"move": "shorter"})
    assert "Show the hard part too" in text(person.get(f"{start}3/")), "other words leave it so"
    person.post(f"{start}3/", {"move": "now"})
    assert hard.code in text(person.get(f"{start}1/"))
    assert "is left for another time" not in text(person.get(f"{start}check/"))


def test_one_statement_at_a_time_leads_through_them_all(person, link, start):
    assert person.post(f"{start}1/", {"move": "other"}).url == f"{start}1/1/"
    address, met = f"{start}1/1/", []
    while address != f"{start}last/":
        page = person.get(address).content.decode()
        (code,) = set(re.findall(r'type="radio" name="([\w-]+)"', page))
        met.append(code)
        address = person.post(address, {code: "3", "seen": ".", "move": "next"}).url
    assert met == [item.code for item in items_asked(link.perspective.assessment)]
    assert draft_of(person, link).content.answers == "3" * len(met)
    assert person.post(f"{start}2/1/", {"move": "back"}).url == f"{start}1/6/"
    assert person.post(f"{start}1/1/", {"move": "back"}).url == start
    assert person.post(f"{start}2/3/", {"move": "other"}).url == f"{start}2/"
    assert person.post(f"{start}2/6/", {"move": "later"}).url == f"{start}2/"
    assert person.get(f"{start}2/6/").status_code == 404
    assert person.get(f"{start}2/4/").status_code == 200
    assert person.get(f"{start}13/1/").status_code == 404


def test_shorter_words_have_plain_names(person, start):
    person.post(f"{start}1/", {"move": "shorter"})
    assert "<h1>Help goes both ways</h1>" in text(person.get(f"{start}1/"))
    assert "Help goes both ways: left blank" in text(person.get(f"{start}check/"))


@pytest.mark.parametrize(
    ("words", "kept"),
    [("a" * 5000, True), ("a" * 5001, False), ("a\x08b", False), ("a\x7fb", False)],
)
def test_a_comment_has_its_limits(person, link, start, words, kept):
    response = person.post(f"{start}last/", {"text": words})
    assert response.status_code == (302 if kept else 422)
    assert bool(draft_of(person, link).comment) is kept
    if not kept:
        assert '<a href="#id_text">' in text(response)
