"""The report page in every state that an assessment may close in."""

import gzip
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from assessment.method import from_json, mark
from assessment.method.levels import Level
from assessment.models import ClosedReport
from questions import Length, load
from reports.one.pages import body
from reports.wording.profile_said import profile_sentence
from tests.assessment.answered import open_assessment
from tests.cast import signed_in
from tests.naive.arithmetic import on_a_page
from tests.reports.builder import SIZES, closed_with, sample
from tests.reports.reading import page_of

STATES = {
    "empty": {"sizes": {}, "stated": False},
    "nobody, but stated": {"sizes": {}},
    "one perspective": {"sizes": {"staff": 14}},
    "all withheld": {"sizes": {"giving": 3, "receiving": 4}},
    "full": {},
    "mutual group": {"sizes": {"receiving": 6}, "mutual": True, "length": Length.SHORT},
    "short length": {"length": Length.SHORT},
    "rated together": {"sizes": {"panel": 1}, "length": Length.SHORT},
}
each_state = pytest.mark.parametrize("state", STATES)
QUERIES = 6
NO_RANGE = "\N{EN DASH}"


def ask(client, assessment, extra=""):
    return client.get(f"/assessments/{assessment.pk}/report/{extra}")


def marked_of(assessment):
    text = ClosedReport.objects.get(assessment=assessment).results
    return mark(from_json(text, load(assessment.instrument)))


@pytest.fixture
def shown(cast):
    """A state's page, and what it is made of."""

    def shown(state, who="editor", extra=""):
        assessment = closed_with(cast, sample(**STATES[state]))
        response = ask(signed_in(getattr(cast, who)), assessment, extra)
        assert response.status_code == 200
        return page_of(response), marked_of(assessment)

    return shown


@each_state
def test_every_state_is_whole_and_says_what_it_is(shown, state):
    page, marked = shown(state)
    assert marked.results.instrument.caution in page.words
    assert "Use it to talk, not to rank." in page.words
    assert set(page.targets) <= set(page.ids), "a link to a part that is not there"
    assert not [tag for tag, attrs in page.tags if tag == "script" or "style" in attrs]


@each_state
def test_the_first_screen_counts_the_levels_and_names_those_at_risk(shown, state):
    page, marked = shown(state)
    first = page.words[: page.words.index("On paper or as a PDF")]
    for level in Level:
        assert f"{len(marked.at(level))} {level}" in first
    for one in marked.at(Level.AT_RISK):
        assert one.principle.name in first
    for one in marked.at(Level.HOLDING):
        named = one.principle.short_name.casefold() in first.casefold()
        assert named or "All twelve principles hold." in first
    assert profile_sentence(marked) in first
    assert f"Confidence: {marked.confidence}." in first


@each_state
def test_what_is_holding_comes_first_and_every_principle_opens_to_its_reasons(shown, state):
    page, marked = shown(state)
    if not marked.results.perspectives:
        assert "principles" not in page.ids
        return
    principles = page.words[page.words.index("The twelve principles What people") :]
    order = [principles.index(f"{m.principle.name} {m.level}") for m in marked.in_reading_order()]
    assert order == sorted(order)
    for one in marked.principles.values():
        for sentence in (*one.reasons, *one.clears):
            assert " ".join(sentence.split()) in page.words


@each_state
def test_nothing_is_a_good_result_for_want_of_answers(shown, state):
    page, marked = shown(state)
    if len(marked.at(Level.NOT_ENOUGH)) == 12:
        assert "That is not a good result" in page.words
        assert "for all 12 there is not enough evidence" in page.words
        assert "No principle reads as At risk" not in page.words


def test_who_answered_is_said_without_a_number_that_was_not_released(shown):
    page, _ = shown("all withheld")
    end = page.words.index("Confidence:")
    who = page.words[page.words.rindex("Who answered", 0, end) : end]  # below the printed page's
    assert who.count("fewer than 5") == 3
    stated = re.compile(r" of (9|10) people")  # how many there are, as the organisation says
    assert not set("01234678") & set(stated.sub("", who))


def test_a_withheld_cell_says_why_and_a_missing_figure_is_no_nought(shown):
    page, _ = shown("all withheld")
    found = page.tables["Practice statements: how true each is here, 0 to 100"]
    cells = {cell for table in found for row in table[1:] for cell in row[1:]}
    assert cells == {"fewer than 5"}
    sides = {cell for t in page.tables["Who says what, 0 to 100"] for r in t[1:] for cell in r[1:]}
    assert sides == {"no figure", "fewer than 5", ""}


@pytest.mark.parametrize("state", ["empty", "full", "all withheld"])
def test_a_report_takes_six_queries_at_most_the_first_time_and_later(cast, state):
    assessment = closed_with(cast, sample(**STATES[state]))
    client = signed_in(cast.viewer)
    for _ in range(2):
        with CaptureQueriesContext(
            connection,
        ) as asked:
            assert ask(client, assessment).status_code == 200
        assert len(asked) <= QUERIES, [query["sql"][:90] for query in asked]


def test_how_many_answered_changes_no_number_of_queries(cast):
    client, counts = signed_in(cast.viewer), set()
    for people in (5, 500):
        sizes = {**SIZES, "receiving": people}
        assessment = closed_with(cast, sample(sizes=sizes, length=Length.SHORT), name=str(people))
        with CaptureQueriesContext(connection) as asked:
            ask(client, assessment)
        counts.add(len(asked))
    assert len(counts) == 1


def test_the_body_is_rendered_once_and_anew_when_the_plan_changes(cast):
    assessment = closed_with(cast, sample())
    client = signed_in(cast.editor)
    for _ in range(3):
        ask(client, assessment)
    assert body.body.cache_info().misses == 1
    client.post(f"/assessments/{assessment.pk}/actions/suggested/", {"suggestion": "respect:0"})
    assert "In our plan: planned" in page_of(ask(client, assessment)).words
    assert body.body.cache_info().misses == 2


def test_another_report_with_the_same_number_is_not_mistaken_for_it(cast):
    client = signed_in(cast.viewer)
    first = closed_with(cast, sample(), name="First")
    ask(client, first)
    number = first.report.pk
    first.delete()
    second = closed_with(cast, sample(sizes={}), name="Second")
    ClosedReport.objects.filter(assessment=second).update(id=number)
    assert "Not enough evidence. Of the 12" in page_of(ask(client, second)).words


def test_the_page_weighs_little_and_is_the_same_packed_or_not(cast):
    assessment = closed_with(cast, sample())
    packed = ask(signed_in(cast.viewer, headers={"accept-encoding": "gzip"}), assessment)
    plain = ask(signed_in(cast.viewer), assessment)
    assert packed["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in packed["Vary"]
    assert "Content-Encoding" not in plain
    assert gzip.decompress(packed.content) == plain.content
    assert len(packed.content) < 40_000


def test_opened_for_printing_everything_is_open_and_no_picture_waits(shown):
    folded, _ = shown("full")
    opened, _ = shown("full", extra="?open=all")
    menu, *details = [attrs for tag, attrs in opened.tags if tag == "details"]
    assert len(details) > 30
    assert "open" not in menu
    assert all("open" in attrs for attrs in details)
    assert not any("open" in attrs for tag, attrs in folded.tags if tag == "details")
    assert not any("loading" in attrs for tag, attrs in opened.tags if tag == "img")


def test_everything_on_the_page_comes_from_the_site_itself(shown):
    page, _ = shown("full")
    addresses = [a[k] for _, a in page.tags for k in ("src", "href", "srcset", "action") if k in a]
    assert addresses
    assert all(address.startswith(("/", "#", "?")) for address in addresses)


def test_viewers_read_and_are_offered_nothing_to_write(shown):
    page, _ = shown("full", who="viewer")
    assert not [tag for tag, _ in page.tags if tag in ("form", "button")]
    editors, _ = shown("full")
    buttons = [attrs for tag, attrs in editors.tags if tag == "button"]
    assert buttons
    assert {attrs["form"] for attrs in buttons} <= set(editors.ids)


def test_the_bars_and_the_table_say_the_same(shown):
    page, marked = shown("full")
    (table,) = page.tables["The twelve principles, practice, 0 to 100"]
    assert len(table) == 13
    for mark_, row in zip(marked.principles.values(), table[1:], strict=True):
        assert row[0] == mark_.principle.name
        assert row[2] == on_a_page(mark_.views.practice)
        level = f"{mark_.level}{' borderline' * bool(mark_.borderline)}"
        assert f"{row[0]} {level} {row[2]} others {row[4]}" in page.words


@pytest.mark.parametrize("address", ["report/", "report/map.svg", "report/cells.csv", "actions/"])
def test_until_it_closes_there_is_a_page_that_says_so(cast, address):
    opened = open_assessment(cast)
    answer = signed_in(cast.owner).get(f"/assessments/{opened.pk}/{address}")
    assert answer.status_code == 409
    assert "there is no report yet" in page_of(answer).words
    assert signed_in(cast.stranger).get(answer.request["PATH_INFO"]).status_code == 404


def test_nothing_is_planned_or_published_before_it_closes(cast):
    opened, client = open_assessment(cast), signed_in(cast.owner)
    for address in ("actions/", "actions/suggested/", "publish/", "unpublish/"):
        data = {"text": "x", "kind": "build", "status": "planned", "sure": "on"}
        assert client.post(f"/assessments/{opened.pk}/{address}", data).status_code == 409
    assert not opened.planned_actions.exists()
