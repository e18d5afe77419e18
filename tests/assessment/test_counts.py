"""While it is open, a count and nothing else (docs/method.md section 3)."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from assessment.ballots import Ballots
from assessment.counts import count, counts, told_of
from assessment.models import Assessment, Perspective
from questions.reading import DEFAULT_VERSION
from tests.assessment.answered import another_day, open_assessment, respond
from tests.cast import make_cast

LONDON = ZoneInfo("Europe/London")


@pytest.mark.parametrize(
    ("number", "k", "words"),
    [
        (0, 5, "not enough yet"),
        (4, 5, "not enough yet"),
        (5, 5, "enough"),
        (9, 5, "enough"),
        (10, 5, "10"),
        (9, 10, "not enough yet"),
        (10, 10, "10"),
        (14, 10, "10"),
        (15, 10, "15"),
        (11, 12, "not enough yet"),
        (12, 12, "12"),
        (14, 12, "12"),
        (99, 12, "50"),
    ],
)
def test_counts_are_told_in_bands_and_never_below_k(number, k, words):
    perspective = Perspective(mode="individual", door="each", told=0)
    assessment = Assessment(k=k, instrument=DEFAULT_VERSION)
    perspective.told = told_of(assessment, perspective, number)
    assert count(assessment, perspective, number).words == words
    assert perspective.told <= number


@pytest.mark.django_db
def test_an_open_assessment_says_how_many_have_answered(django_assert_num_queries):
    assessment = open_assessment(make_cast(), giving="individual", panel="group")
    respond(assessment, "panel", [3])
    for _ in range(11):
        respond(assessment, "giving", [3])
    assert [one.words for one in counts(assessment)] == ["not enough yet", "1"]
    another_day()
    expected = [("giving", "10"), ("panel", "1")]
    with django_assert_num_queries(2):  # the first need of the day stores what is told
        assert [(one.code, one.words) for one in counts(assessment)] == expected
    with django_assert_num_queries(1):
        assert [(one.code, one.words) for one in counts(assessment)] == expected


@pytest.mark.django_db
def test_individuals_are_counted_once_a_day_and_groups_as_they_come(monkeypatch):
    at = lambda *when: monkeypatch.setattr(  # noqa: E731
        timezone, "localtime", lambda *_: datetime(2026, 11, *when, tzinfo=LONDON)
    )
    at(27, 8)
    assessment = open_assessment(make_cast(), giving="individual", panel="group")
    words = lambda: [one.words for one in counts(assessment)]  # noqa: E731
    at(27, 9)
    assert words() == ["not enough yet", "0"]
    for _ in range(11):
        respond(assessment, "giving", [3])
    respond(assessment, "panel", [3])
    for when in ((27, 9, 1), (27, 23, 59), (28, 3, 59)):
        at(*when)
        assert words() == ["not enough yet", "1"]
    at(28, 4)
    assert words() == ["10", "1"]
    Ballots.objects.all().delete()
    assert words() == ["10", "0"]
    at(29, 4)
    assert words() == ["not enough yet", "0"]


@pytest.mark.django_db
def test_the_database_keeps_no_more_than_is_told():
    assessment = open_assessment(make_cast(), giving="individual")
    for number in range(1, 15):
        respond(assessment, "giving", [3])
        another_day()
        counts(assessment)
        assert Perspective.objects.get().told == {True: 0, False: 10}[number < 10]
