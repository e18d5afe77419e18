"""Closed assessments as rounds: of one programme, or the latest of each programme."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone

from assessment.instruments import find
from assessment.models import Assessment, State
from organisations.models import Organisation, Programme
from reports.wording import about_said


@dataclass(frozen=True, slots=True)
class ClosedRound:
    """``number`` and ``created`` are its report's (see ``kept``), ``version`` its instrument's."""

    assessment: UUID
    name: str
    closed: date
    number: int
    created: datetime
    version: str

    @property
    def method(self) -> str:
        return find(self.version).method

    def __str__(self) -> str:
        return f"{self.name}, {about_said.closed(self.closed)}"


Rounds = tuple[ClosedRound, ...]  # the oldest first
Pair = tuple[ClosedRound, ClosedRound]  # then, now


def rounds_of(programme: Programme) -> Rounds:
    """One query."""
    return tuple(one for _programme, one in read(programme.assessments.all()))


def of_one_method(rounds: Rounds) -> tuple[Rounds, Rounds]:
    """Those of the last one's method, and the others: figures of two methods are not compared."""
    alike = tuple(one for one in rounds if one.method == rounds[-1].method)
    return alike, tuple(one for one in rounds if one not in alike)


def latest_of(organisation: Organisation) -> dict[UUID, ClosedRound]:
    """Of each programme that has one, by the programme. One query."""
    return dict(read(Assessment.objects.filter(programme__organisation=organisation)))


def read(assessments: QuerySet[Assessment]) -> Iterator[tuple[UUID, ClosedRound]]:
    closed = assessments.filter(state=State.CLOSED).order_by("closed_at", "created")
    columns = (
        "programme",
        "pk",
        "name",
        "closed_at",
        "report__pk",
        "report__created",
        "instrument",
    )
    for programme, pk, name, closed_at, *report in closed.values_list(*columns):
        day = timezone.localtime(closed_at).date()
        yield programme, ClosedRound(pk, name, day, *report)
