"""Assessments of a programme: closed on days of one's choice, of any results."""

from datetime import date, datetime, time

from django.utils import timezone

from assessment.models import Assessment
from reports import kept
from reports.method.change import changes
from tests.reports.builder import closed_with, sample


def closed_on(cast, day, results=None, *, name="", programme=None):
    """A closed assessment of the cast's programme, or of another."""
    made = closed_with(cast, results or sample(closed=day), name=name or f"Round {day.year}")
    made.programme = programme or cast.programme
    made.closed_at = timezone.make_aware(datetime.combine(day, time(12)))
    made.save()
    return Assessment.objects.select_related("report").get(pk=made.pk)


def two_assessments(cast, before=None, after=None):
    """November 2025 and 2026."""
    then = before or sample(seed=1, closed=date(2025, 11, 20))
    now = after or sample(seed=3, closed=date(2026, 11, 20))
    return closed_on(cast, date(2025, 11, 20), then), closed_on(cast, date(2026, 11, 20), now)


def marks_of(assessment):
    return kept.marked_together([assessment.report.pk])[0]


def found_of(before, after):
    """What the method says of two closed assessments."""
    return changes(marks_of(before).results, marks_of(after).results)
