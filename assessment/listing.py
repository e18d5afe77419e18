"""Assessments as pages list them: each with what comes next for the person who looks."""

from collections.abc import Iterable

from django.utils import timezone

from assessment.counts import shown_so_far
from assessment.models import Assessment
from assessment.next_steps import NextStep, ShownSoFar, next_step
from organisations.models import Role

Listed = list[tuple[Assessment, NextStep]]


def listed_with_next_steps(assessments: Iterable[Assessment], role: Role) -> Listed:
    """Each with its next step; one query for any number of them."""
    assessments = list(assessments)
    found, today = shown_so_far(assessments), timezone.localdate()
    return [(a, next_step(a, found.get(a.pk, ShownSoFar(0, 0)), role, today)) for a in assessments]
