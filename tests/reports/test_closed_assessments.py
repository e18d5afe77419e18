"""Which closed assessments are compared: those that count, first those with enough evidence."""

import datetime

import pytest
from django.utils import timezone

from assessment.models import Assessment, ClosedReport
from organisations.models import Programme
from questions.reading import DEFAULT_VERSION
from reports.closed_assessments import closed_assessments_of, last_two, latest_assessments_of

pytestmark = pytest.mark.django_db


def close(programme, name, days_ago, *, enough=True, **fields):
    found = Assessment.objects.create(
        programme=programme,
        name=name,
        instrument=DEFAULT_VERSION,
        length="short",
        state="closed",
        closed_at=timezone.now() - datetime.timedelta(days=days_ago),
        **fields,
    )
    ClosedReport.objects.create(assessment=found, results="{}", enough=enough)


def names(found):
    return [one.name for one in found]


def test_neither_a_trial_nor_what_is_left_out_counts(cast):
    close(cast.programme, "first", 900)
    close(cast.programme, "a try", 500, trial=True)
    close(cast.programme, "went astray", 400, left_out_at=timezone.now())
    close(cast.programme, "second", 100)
    assert names(closed_assessments_of(cast.programme)) == ["first", "second"]


@pytest.mark.parametrize(
    ("enough", "compared"),
    [
        ((True, True, True), ["two", "three"]),
        ((True, True, False), ["one", "two"]),
        ((True, False, True), ["one", "three"]),
        ((False, True, False), ["two", "three"]),
    ],
)
def test_the_two_compared_are_the_last_with_enough_evidence(cast, enough, compared):
    for name, days, one in zip(("one", "two", "three"), (900, 500, 100), enough, strict=True):
        close(cast.programme, name, days, enough=one)
    assert names(last_two(closed_assessments_of(cast.programme))) == compared


def test_beside_others_stands_the_latest_with_enough_evidence(cast):
    second, archived = (
        Programme.objects.create(organisation=cast.organisation, name=name)
        for name in ("Crisis house", "Day centre")
    )
    Programme.objects.filter(pk=archived.pk).update(archived_at=timezone.now())
    close(archived, "never", 10)
    close(cast.programme, "first", 900)
    close(cast.programme, "better", 500)
    close(cast.programme, "few answers", 100, enough=False)
    close(second, "few", 500, enough=False)
    close(second, "few again", 100, enough=False)
    found = latest_assessments_of(cast.organisation)
    assert {pk: one.name for pk, one in found.items()} == {
        cast.programme.pk: "better",
        second.pk: "few again",
    }
