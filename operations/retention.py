"""What the program deletes by itself when its time has passed (docs/trust/retention.md).

Answers are not here: closing deletes them. Reports stay until somebody deletes them.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.contrib.sessions.models import Session
from django.db.models import QuerySet
from django.utils import timezone

from comparing.party import CollaborationEntry, CollaborationInvitation
from organisations.models import AuditEntry, Invitation

SIX_YEARS = 6 * 365
A_YEAR = 365


@dataclass(frozen=True, slots=True)
class Rule:
    """Rows of ``what`` go so many ``days`` after what ``since`` says."""

    what: str
    since: str
    days: int
    found: Callable[[datetime], QuerySet[Any]]


@dataclass(frozen=True, slots=True)
class Due:
    rule: Rule
    rows: int


RULES = (
    Rule(
        "sessions of organisers",
        "they ended",
        0,
        lambda until: Session.objects.filter(expire_date__lt=until),
    ),
    Rule(
        "invitations to a team",
        "they ran out or were accepted",
        A_YEAR,
        lambda until: Invitation.objects.filter(expires__lt=until),
    ),
    Rule(
        "invitations to a collaboration",
        "they ran out or were accepted",
        A_YEAR,
        lambda until: CollaborationInvitation.objects.filter(expires__lt=until),
    ),
    Rule(
        "entries in an organisation's log",
        "they were written",
        SIX_YEARS,
        lambda until: AuditEntry.objects.filter(at__lt=until),
    ),
    Rule(
        "entries in a collaboration's log",
        "they were written",
        SIX_YEARS,
        lambda until: CollaborationEntry.objects.filter(at__lt=until),
    ),
)


def due(now: datetime | None = None) -> Iterator[Due]:
    """How many rows each rule would delete now."""
    for rule in RULES:
        yield Due(rule, rows_of(rule, now).count())


def delete_due(now: datetime | None = None) -> Iterator[Due]:
    """The same, deleted."""
    for rule in RULES:
        rows, _by_model = rows_of(rule, now).delete()
        yield Due(rule, rows)


def rows_of(rule: Rule, now: datetime | None) -> QuerySet[Any]:
    return rule.found((now or timezone.now()) - timedelta(days=rule.days))
