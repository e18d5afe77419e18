"""One screen for a trust: what it shows, what it costs, its days as other programs read them."""

import datetime
import random

import pytest
from django.urls import reverse
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from assessment.models import Assessment, PlannedAction
from operations.calendar_days import FOLDED_AT, CalendarDay, calendar
from organisations.models import Programme
from questions.reading import DEFAULT_VERSION
from tests.assessment.pages.test_queries import asked_of
from tests.cast import text

DAY = datetime.timedelta(days=1)


def today():
    return timezone.localdate()


def begin(programme, name="Autumn", **fields):
    return Assessment.objects.create(
        programme=programme, name=name, instrument=DEFAULT_VERSION, length="short", **fields
    )


def opened(programme, days, **fields):
    return begin(programme, state="open", public_key="00", closes_on=today() + days * DAY, **fields)


def closed(programme, name="Autumn", **fields):
    return begin(programme, name, state="closed", closed_at=timezone.now(), **fields)


def plan(assessment, what, days=None, **fields):
    due = None if days is None else today() + days * DAY
    return PlannedAction.objects.create(
        assessment=assessment, kind="build", text=what, due=due, **fields
    )


def screen(cast, route="all_programmes", who="viewer", **query):
    return cast.client(who).get(reverse(route, args=[cast.organisation.pk]), query)


def rows_of(response):
    return {row.programme.name: row for row in response.context["rows"]}


def test_of_each_programme_state_day_own_part_and_actions(cast):
    crisis = Programme.objects.create(organisation=cast.organisation, name="Crisis house")
    first = closed(cast.programme, "Last year")
    latest = opened(cast.programme, -2)
    latest.standard_ratings.create(code="S01", rating="3", version=1)
    latest.standard_ratings.create(code="S02", rating="", version=1)
    latest.fact_checks.create(code="F01", answer="no", version=1)
    latest.pyramid_layers.create(code="L1", rating="2", version=1)
    plan(first, "Overdue", -1)
    plan(first, "Today", 0, status="under way")
    plan(first, "Some day")
    plan(first, "Done", -9, status="done")
    page = screen(cast)
    found = rows_of(page)
    row = found["Community peers"]
    assert (row.latest, row.own_part, row.day_passed) == (latest, "3 of 46", True)
    assert (row.ahead, row.overdue) == (3, 1)
    empty = found[crisis.name]
    assert (empty.latest, empty.own_part, empty.ahead, empty.overdue) == (None, "", 0, 0)
    assert "open for answers" in text(page)
    assert "none yet" in text(page)


def test_archived_programmes_and_trials_are_not_there(cast):
    cast.programme.archived_at = timezone.now()
    cast.programme.save()
    crisis = Programme.objects.create(organisation=cast.organisation, name="Crisis house")
    plan(closed(cast.programme), "Of the archive", 1)
    plan(closed(crisis, trial=True), "Of a trial", 1)
    assert list(rows_of(screen(cast))) == ["Crisis house"]
    assert screen(cast, "all_actions").context["rows"] == []
    assert "Of a" not in calendar_of(cast)


def test_found_by_name(cast):
    Programme.objects.create(organisation=cast.organisation, name="Crisis house")
    assert list(rows_of(screen(cast, q=" crisis "))) == ["Crisis house"]
    assert "There is no such programme." in text(screen(cast, q="100%"))


def test_actions_of_all_programmes_the_nearest_day_first(cast):
    crisis = Programme.objects.create(organisation=cast.organisation, name="Crisis house")
    one, other = closed(cast.programme), closed(crisis)
    plan(one, "Some day")
    plan(other, "Tomorrow", 1, owner="Ada")
    plan(one, "Yesterday", -1)
    plan(other, "Long done", -9, status="done")
    shown = [(row.action.text, row.overdue) for row in screen(cast, "all_actions").context["rows"]]
    assert shown == [("Yesterday", True), ("Tomorrow", False), ("Some day", False)]
    for sought, found in (
        ("ada", ["Tomorrow"]),
        ("house", ["Tomorrow"]),
        ("DAY", ["Yesterday", "Some day"]),
    ):
        rows = screen(cast, "all_actions", q=sought).context["rows"]
        assert [row.action.text for row in rows] == found
    every = screen(cast, "all_actions", q="house", done="yes").context["rows"]
    assert [row.action.text for row in every] == ["Long done", "Tomorrow"]


@pytest.mark.parametrize("route", ["all_programmes", "all_actions"])
def test_at_most_six_queries_for_2_or_200_programmes(cast, route):
    client, address = cast.client("viewer"), reverse(route, args=[cast.organisation.pk])
    costs = []
    for number in range(200):
        programme = Programme.objects.create(
            organisation=cast.organisation, name=f"Programme {number}"
        )
        plan(closed(programme), f"Action {number}", number)
        if number in (1, 199):
            costs.append(asked_of(client, address))
    assert costs[0] == costs[1] <= 6


def calendar_of(cast):
    address = reverse("all_programmes_file", args=[cast.organisation.pk, "days.ics"])
    response = cast.client("viewer").get(address)
    assert response.headers["Content-Type"] == "text/calendar; charset=utf-8"
    return response.content.decode()


def read(written):
    """Each entry of a calendar, by the standard: lines unfolded, then unescaped."""
    lines = written.replace("\r\n ", "").split("\r\n")
    entries, current = [], None
    for line in lines:
        name, _, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            current = {}
        elif line == "END:VEVENT":
            entries.append(current)
        elif current is not None:
            current[name] = value.replace("\\;", ";").replace("\\,", ",").replace("\\\\", "\\")
    return entries


def test_closing_days_and_what_is_due_for_a_calendar(cast):
    found = opened(cast.programme, 9)
    closed(cast.programme)
    action = plan(found, "Meet, and talk; twice", 3)
    plan(found, "Without a day")
    plan(found, "Done", 1, status="done")
    entries = read(calendar_of(cast))
    assert [(one["UID"], one["SUMMARY"]) for one in entries] == [
        (f"closes-{found.pk}@essence", "Community peers: Autumn closes"),
        (f"due-{action.pk}@essence", "Community peers: due: Meet, and talk; twice"),
    ]
    assert entries[0]["DTSTART;VALUE=DATE"] == f"{today() + 9 * DAY:%Y%m%d}"
    assert entries[0]["DTEND;VALUE=DATE"] == f"{today() + 10 * DAY:%Y%m%d}"


@given(st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp", "Zs")), max_size=200))
def test_whatever_is_planned_is_read_back_in_short_lines(words):
    day = CalendarDay("due-1@essence", datetime.date(2026, 12, 31), words)
    made = datetime.datetime(2026, 11, 27, 9, 5, tzinfo=datetime.UTC)
    written = calendar("Northfield", [day], made)
    assert all(len(line) <= FOLDED_AT for line in written.split(b"\r\n"))
    (entry,) = read(written.decode())
    assert entry["SUMMARY"] == words
    assert (entry["DTSTAMP"], entry["DTEND;VALUE=DATE"]) == ("20261127T090500Z", "20270101")


def test_every_action_as_csv(cast):
    chance = random.Random(1)
    for number in range(3):
        plan(closed(cast.programme), f"=Action {number}", chance.randrange(9))
    address = reverse("all_programmes_file", args=[cast.organisation.pk, "actions.csv"])
    lines = cast.client("viewer").get(address).content.decode("utf-8-sig").splitlines()
    assert lines[0] == "programme,assessment,what,who,due,status"
    assert len(lines) == 4
    assert all("'=Action" in line for line in lines[1:])


@pytest.mark.parametrize("page", ["all_programmes", "all_actions"])
def test_what_no_name_can_hold_is_not_looked_for(cast, page):
    """PostgreSQL ends such a question with an error."""
    address = reverse(page, args=[cast.organisation.pk])
    answer = cast.client("viewer").get(address, {"q": "a\x00b"})
    assert answer.status_code == 200
    assert answer.context["sought"] == ""
