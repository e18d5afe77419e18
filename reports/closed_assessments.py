"""Closed assessments: of one programme, or the latest of each programme."""

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
class ClosedAssessment:
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


ClosedAssessments = tuple[ClosedAssessment, ...]  # the oldest first
Pair = tuple[ClosedAssessment, ClosedAssessment]  # then, now


def closed_assessments_of(programme: Programme) -> ClosedAssessments:
    """One query."""
    return tuple(one for _programme, one in read_closed(programme.assessments.all()))


def of_one_method(assessments: ClosedAssessments) -> tuple[ClosedAssessments, ClosedAssessments]:
    """Those of the last one's method, and the others: figures of two methods are not compared."""
    alike = tuple(one for one in assessments if one.method == assessments[-1].method)
    return alike, tuple(one for one in assessments if one not in alike)


def latest_assessments_of(organisation: Organisation) -> dict[UUID, ClosedAssessment]:
    """Of each programme that has one, by the programme. One query."""
    return dict(read_closed(Assessment.objects.filter(programme__organisation=organisation)))


def read_closed(assessments: QuerySet[Assessment]) -> Iterator[tuple[UUID, ClosedAssessment]]:
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
        yield programme, ClosedAssessment(pk, name, day, *report)
