"""Closed assessments: of one programme, or the latest of each programme."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from assessment.instruments import find
from assessment.models import COUNTS, Assessment
from organisations.models import Organisation, Programme
from reports.wording import about_said


@dataclass(frozen=True, slots=True)
class ClosedAssessment:
    """``number``, ``created`` and ``enough`` (to be compared) are its report's (see ``kept``),
    ``version`` its instrument's."""

    assessment: UUID
    name: str
    closed: date
    number: int
    created: datetime
    version: str
    enough: bool

    @property
    def method(self) -> str:
        return find(self.version).method

    def __str__(self) -> str:
        return f"{self.name}, {about_said.closed(self.closed)}"


ClosedAssessments = tuple[ClosedAssessment, ...]  # the oldest first
Pair = tuple[ClosedAssessment, ClosedAssessment]  # then, now


def closed_assessments_of(programme: Programme) -> ClosedAssessments:
    """One query."""
    return tuple(one for _of, one in read_closed(programme.assessments.all()))


def of_one_method(assessments: ClosedAssessments) -> tuple[ClosedAssessments, ClosedAssessments]:
    """Those of the last one's method, and the others: figures of two methods are not compared."""
    alike = tuple(one for one in assessments if one.method == assessments[-1].method)
    return alike, tuple(one for one in assessments if one not in alike)


def last_two(assessments: ClosedAssessments) -> Pair:
    """Of at least two: those that have enough evidence, where there are as many."""
    enough = tuple(one for one in assessments if one.enough)
    then, now = (enough if len(enough) > 1 else assessments)[-2:]
    return then, now


def latest_assessments_of(organisation: Organisation) -> dict[UUID, ClosedAssessment]:
    """Of each programme that has one, by the programme: the latest with enough evidence, or else
    the latest. One query."""
    found: dict[UUID, ClosedAssessment] = {}
    programmes = Assessment.objects.filter(
        programme__organisation=organisation, programme__archived_at=None
    )
    for programme, one in read_closed(programmes):
        if one.enough or not (programme in found and found[programme].enough):
            found[programme] = one
    return found


def read_closed(assessments: QuerySet[Assessment]) -> Iterator[tuple[UUID, ClosedAssessment]]:
    """Those that count: neither trials nor left out."""
    closed = assessments.filter(COUNTS).order_by("closed_at", "created")
    columns = (
        "programme",
        "pk",
        "name",
        "brought_in",
        "closed_at",
        "report__pk",
        "report__created",
        "instrument",
        "report__enough",
    )
    for programme, pk, name, brought_in, closed_at, *report in closed.values_list(*columns):
        day = timezone.localtime(closed_at).date()
        told = _("%(name)s (brought in)") % {"name": name} if brought_in else name
        yield programme, ClosedAssessment(pk, told, day, *report)
