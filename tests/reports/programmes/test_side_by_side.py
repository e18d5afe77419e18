"""A trust's programmes side by side: the marks' own words and figures, by name, in every state."""

import csv
import io
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from assessment.method.mechanisms import Status
from assessment.method.numbers import half_up, whole
from assessment.steps import setting_up
from organisations.models import Programme
from questions import Length
from questions.reading import DEFAULT_VERSION
from reports.programmes import standing_beside
from reports.wording.people_said import least_told
from tests.assessment.answered import open_assessment
from tests.assessment.method.build import PRINCIPLES, scored
from tests.cast import signed_in
from tests.reports.builder import sample
from tests.reports.earlier import closed_on, marks_of
from tests.reports.reading import page_of

HEAT = "The level of each principle, programme by programme"
FIGURES = "Profile, figures from 0 to 100, and what presses on each programme"
MAY = date(2026, 5, 1)
FILE = "programmes.csv"


@pytest.fixture(autouse=True)
def no_table_kept():
    standing_beside.table.cache_clear()


def address(cast, name=""):
    return reverse("side_by_side", args=[cast.organisation.pk]) + name


def programme(cast, name):
    return Programme.objects.create(organisation=cast.organisation, name=name)


def closed(cast, name, results=None, day=MAY):
    """A programme with a closed assessment."""
    return closed_on(cast, day, results or sample(closed=day), programme=programme(cast, name))


@pytest.fixture
def shown(cast):
    def shown(who="viewer"):
        response = signed_in(getattr(cast, who)).get(address(cast))
        assert response.status_code == 200
        return page_of(response)

    return shown


@pytest.fixture
def three(cast):
    """Of different lengths, days and k; the cast's own programme has none closed."""
    return {
        "Walks": closed(cast, "Walks", sample(seed=4, k=7), date(2025, 3, 1)),
        "alder": closed(cast, "alder", sample(seed=5, length=Length.SHORT)),
        "Night line": closed(cast, "Night line", sample(sizes={"giving": 3}, stated=False)),
    }


def test_programmes_stand_by_name_and_levels_in_words(three, shown):
    (table,) = shown().tables[HEAT]
    assert table[0] == [
        "Principle",
        "alder May 2026, short length, figures of 5 people or more",
        "Night line May 2026, full length, figures of 5 people or more",
        "Walks Mar 2025, full length, figures of 7 people or more",
    ]
    marks = [marks_of(three[name]) for name in ("alder", "Night line", "Walks")]
    for code, row in zip(PRINCIPLES, table[1:], strict=True):
        found = [one.principles[code] for one in marks]
        provisional = [
            " not yet confirmed" * (one.confirmed is False) + " borderline" * bool(one.borderline)
            for one in found
        ]
        assert row == [
            found[0].principle.name,
            *(f"{one.level}{more}" for one, more in zip(found, provisional, strict=True)),
        ]


def test_profile_figures_and_mechanisms_are_the_marks(three, shown):
    (table,) = shown().tables[FIGURES]
    for row in table[1:]:
        name = next(name for name in three if row[0].startswith(name))
        marked = marks_of(three[name])
        found = marked.structure
        assert row[1].startswith(f"{found.profile}. Of the 12 principles, ")
        assert row[1].endswith(f"Confidence: {marked.confidence}.")
        assert all(str(mark) in row[1] for mark in found.marks)
        assert row[2:5] == [as_shown(f) for f in (found.essence, found.formal, found.rooted)]
        present = [m for m in marked.mechanisms.values() if m.status is Status.PRESENT]
        said = "; ".join(one.mechanism.name for one in present)
        assert row[5] == (said or "nothing known to be present")


def as_shown(figure):
    return "no figure" if figure is None else whole(figure)


def test_what_is_alike_is_not_said_of_each(cast, shown):
    for name in ("One", "Two"):
        closed(cast, name)
    (table,) = shown().tables[HEAT]
    assert table[0][1:] == ["One May 2026", "Two May 2026"]


def test_at_risk_seen_from_one_side_is_not_yet_confirmed(cast, shown):
    closed(cast, "One", scored({"receiving": (20, 80)}))
    closed(cast, "Two", scored(dict.fromkeys(("giving", "receiving", "staff"), (20, 80))))
    (table,) = shown().tables[HEAT]
    assert {tuple(row[1:]) for row in table[1:]} == {("At risk not yet confirmed", "At risk")}


def test_the_csv_says_the_same(cast, three):
    answer = signed_in(cast.viewer).get(address(cast, "programmes.csv"))
    assert answer["Content-Disposition"] == (
        'attachment; filename="northfield-trust-2026-05-01-programmes.csv"'
    )
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert [row["programme"] for row in rows] == ["alder", "Night line", "Walks"]
    for row in rows:
        marked = marks_of(three[row["programme"]])
        assert row["k"] == least_told(marked.results)
        assert row["form"] == str(marked.results.about.length)
        assert row["profile"] == str(marked.structure.profile)
        essence = marked.structure.essence
        assert row["ESSENCE"] == ("" if essence is None else str(half_up(essence, 2)))
        assert [row[code] for code in PRINCIPLES] == [
            marked.principles[code].standing for code in PRINCIPLES
        ]


def test_the_latest_closed_one_counts_and_a_new_one_under_way_does_not(cast, shown):
    first = closed(cast, "One", sample(seed=1), date(2025, 5, 1))
    closed_on(cast, MAY, sample(seed=2), name="The later", programme=first.programme)
    open_assessment(cast)
    page = shown()
    assert "The later, closed 1 May 2026" in page.words
    assert "closed 1 May 2025" not in page.words


def test_it_goes_by_the_name_a_programme_has_now(cast, shown):
    made = closed(cast, "Old name")
    shown()
    Programme.objects.filter(pk=made.programme_id).update(name="New name")
    assert shown().tables[HEAT][0][0][1] == "New name May 2026"


# Those without, and few


def test_programmes_without_a_closed_one_are_named_with_what_comes_next(cast, shown):
    closed(cast, "One")
    opened = open_assessment(cast)
    programme(cast, "Untouched")
    page = shown("editor")
    without = page.words[page.words.index("Without a closed self-assessment") :]
    assert "Community peers" in without
    assert "One" not in without
    assert "0 of 2 perspectives have enough answers." in without
    assert "Untouched No self-assessment yet. Rate it together in one room" in without
    assert reverse("assessment", args=[opened.pk]) in [a.get("href") for _, a in page.tags]
    assert "An editor or an owner of your team can begin one; its report" in shown("viewer").words


@pytest.mark.parametrize("who", ["viewer", "owner"])
def test_without_a_programme_it_says_what_to_do(cast, shown, who):
    cast.programme.delete()
    page = shown(who)
    assert "There is no programme yet." in page.words
    assert ("Add your first programme" in page.words) == (who == "owner")


def test_a_single_programme_has_nothing_beside_it(cast, shown):
    assert "Community peers is the only programme so far" in shown().words
    made = closed_on(cast, MAY)
    page = shown()
    assert "Its own report says all there is to say." in page.words
    assert reverse("report", args=[made.pk]) in [a.get("href") for _, a in page.tags]
    assert not page.tables


def test_two_of_which_none_is_closed(cast, shown):
    programme(cast, "Second")
    setting_up.create(
        programme=cast.programme,
        who=cast.owner,
        name="x",
        instrument=DEFAULT_VERSION,
        length="short",
    )
    assert "No programme has a closed self-assessment yet." in shown().words
    for name in ("programmes.csv", "programmes.svg"):
        assert signed_in(cast.viewer).get(address(cast, name)).status_code == 404


def test_the_organisations_page_leads_here_where_there_are_two(cast):
    home = reverse("organisation", args=[cast.organisation.pk])
    client = signed_in(cast.viewer)
    assert address(cast) not in client.get(home).content.decode()
    programme(cast, "Second")
    assert address(cast) in client.get(home).content.decode()


# Nothing of anybody else's, and what it costs


def test_nothing_of_another_organisation_is_there(cast, shown):
    closed(cast, "One")
    theirs = Programme.objects.create(organisation=cast.other, name="Elsewhere's own")
    closed_on(cast, MAY, name="Their round", programme=theirs)
    page = shown()
    assert "Elsewhere's own" not in page.words
    assert "Their round" not in page.words


def cost(client, path):
    with CaptureQueriesContext(connection) as asked:
        assert client.get(path).status_code == 200
    return len(asked)


def test_twelve_programmes_take_as_many_queries_as_two(cast):
    client, path, counts = signed_in(cast.viewer), address(cast), []
    for number in range(12):
        closed(cast, f"Programme {number}", sample(seed=number))
        open_assessment(cast)
        if number in (1, 11):
            counts.append((cost(client, path), cost(client, path)))
    # Session, user, membership; programmes, assessments, latest, standings; once the reports.
    assert counts == [(8, 7), (8, 7)]


def test_the_chart_is_drawn_once(cast, drawn):
    for name in ("One", "Two"):
        closed(cast, name)
    client = signed_in(cast.viewer)
    client.get(address(cast))
    assert drawn == []
    for kind in ("svg", "png", "svg"):
        assert client.get(address(cast, f"programmes.{kind}")).status_code == 200
    assert drawn == ["programmes"]
    for name in ("other.svg", "programmes.gif", "other.csv"):
        assert client.get(address(cast, name)).status_code == 404


def test_an_evil_name_stays_a_name(cast):
    evil = '=1+1"><script>alert(1)</script>'
    closed(cast, evil)
    client = signed_in(cast.viewer)
    assert b"<script" not in client.get(address(cast)).content
    assert b"<script" not in client.get(address(cast, "programmes.svg")).content
    rows = list(
        csv.reader(io.StringIO(client.get(address(cast, FILE)).content.decode("utf-8-sig")))
    )
    assert rows[1][0] == f"'{evil}"
