"""Assessments as pages list them: each with what comes next for the person who looks."""

from collections.abc import Iterable

from django.utils import timezone

from assessment.counts import standings
from assessment.models import Assessment
from assessment.next_steps import NextStep, Standing, next_step
from organisations.models import Role

Listed = list[tuple[Assessment, NextStep]]


def listed(assessments: Iterable[Assessment], role: Role) -> Listed:
    """Each with its next step; one query for any number of them."""
    assessments = list(assessments)
    found, today = standings(assessments), timezone.localdate()
    return [(a, next_step(a, found.get(a.pk, Standing(0, 0)), role, today)) for a in assessments]
