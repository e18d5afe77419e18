"""The plan as pages, files and the cache of pages read it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from assessment.models import ActionStatus, Assessment, PlannedAction
from questions import Instrument
from questions.entries import Mechanism, Principle
from reports.wording.board_said import Intent

# What is being done first; what was decided against last.
ORDER = (
    ActionStatus.UNDER_WAY,
    ActionStatus.PLANNED,
    ActionStatus.DONE,
    ActionStatus.DROPPED,
)


@dataclass(frozen=True, slots=True)
class Planned:
    """A planned action; ``number`` is in its address."""

    number: int
    kind: str
    text: str
    about: str
    owner: str
    due: date | None
    status: str
    notes: str

    @property
    def standing(self) -> str:
        return str(ActionStatus(self.status).label)


Plan = tuple[Planned, ...]


def plan_of(assessment: Assessment) -> Plan:
    """One query."""
    return read_plan(assessment.planned_actions.all())


def taken_of(assessments: Sequence[UUID]) -> Plan:
    """What their plans hold that is under way or done. One query."""
    planned = PlannedAction.objects.filter(assessment__in=assessments)
    return read_plan(planned.filter(status__in=(ActionStatus.UNDER_WAY, ActionStatus.DONE)))


def read_plan(actions: QuerySet[PlannedAction]) -> Plan:
    columns = ("pk", "kind", "text", "about", "owner", "due", "status", "notes")
    return tuple(Planned(*row) for row in actions.values_list(*columns))


@dataclass(frozen=True, slots=True)
class Group:
    """The actions of one status, each with the name of what it is about."""

    status: str
    heading: str
    actions: tuple[tuple[Planned, str], ...]


def by_status(plan: Plan, instrument: Instrument) -> list[Group]:
    """Those statuses that have an action."""
    names = names_of(instrument)
    found = []
    for status in ORDER:
        actions = tuple((one, names.get(one.about, "")) for one in plan if one.status == status)
        if actions:
            found.append(Group(status, str(status.label).capitalize(), actions))
    return found


def intents(plan: Plan) -> tuple[Intent, ...]:
    """What is under way or planned, as documents tell it: the nearest day first."""
    ahead = [one for one in plan if one.status in (ActionStatus.UNDER_WAY, ActionStatus.PLANNED)]
    ahead.sort(key=lambda one: one.due or date.max)
    return tuple(Intent(one.text, one.owner, one.due) for one in ahead)


def names_of(instrument: Instrument) -> dict[str, str]:
    """Of principles and mechanisms, by code."""
    entries: list[Principle | Mechanism] = [*instrument.principles, *instrument.mechanisms]
    return {one.code: one.name for one in entries}
