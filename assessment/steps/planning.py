"""What an organisation does about its report: its plan, and telling those who answered.

Every verb is one transaction, and takes a closed assessment: there is nothing to plan before.
"""

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from django.db import transaction

from assessment.models import ActionStatus, Assessment, ClosedReport, PlannedAction, State
from assessment.steps.setting_up import lock_assessment, require_state
from organisations.models import User
from organisations.parties.log import record
from organisations.tokens import new_token


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenAction:
    """What is to be done; ``kind`` is protect or build, ``about`` a principle's or mechanism's
    code, or empty.
    """

    kind: str
    text: str
    about: str = ""
    owner: str = ""
    due: date | None = None
    status: str = ActionStatus.PLANNED
    notes: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenReply:
    """What is answered to one thing that was said, beside the actions about it.

    ``not_now``: why nothing is done about it now, so that there is none without its reason.
    """

    not_now: str = ""
    words: str = ""


@transaction.atomic
def plan_action(*, assessment: Assessment, planned: GivenAction, who: User) -> PlannedAction:
    """Add to the plan. What stands there word for word is not added again: two clicks, one row."""
    locked = closed(assessment)
    same = locked.planned_actions.filter(
        kind=planned.kind, text=planned.text, about=planned.about
    ).first()
    if same is not None:
        return same
    made = PlannedAction.objects.create(assessment=locked, **asdict(planned))
    tell(locked, who, f"planned: {made.text}")
    return made


@transaction.atomic
def change_action(*, action: PlannedAction, planned: GivenAction, who: User) -> None:
    locked = closed(action.assessment)
    given: dict[str, Any] = asdict(planned)
    if all(getattr(action, name) == value for name, value in given.items()):
        return
    for name, value in given.items():
        setattr(action, name, value)
    action.save(update_fields=[*given])
    tell(locked, who, f"changed what is planned: {action.text}")


@transaction.atomic
def remove(*, action: PlannedAction, who: User) -> None:
    """For what was added by mistake; what is decided against keeps its place as dropped."""
    locked = closed(action.assessment)
    tell(locked, who, f"took off the plan: {action.text}")
    action.delete()


@transaction.atomic
def reply(*, assessment: Assessment, about: str, given: GivenReply, who: User) -> None:
    """Answer what was said of a principle or mechanism; an empty reply takes it back."""
    report = ClosedReport.objects.get(assessment=closed(assessment))
    before = report.replies.pop(about, asdict(GivenReply()))
    if asdict(given) == before:
        return
    if given != GivenReply():
        report.replies[about] = asdict(given)
    report.save(update_fields=["replies"])
    tell(assessment, who, f"answered what was said of {about}: {in_a_line(given)}")


def in_a_line(given: GivenReply) -> str:
    because = f"not now, because {given.not_now}" if given.not_now else ""
    return "; ".join(filter(None, (because, given.words))) or "nothing any more"


@transaction.atomic
def publish(*, assessment: Assessment, who: User) -> str:
    """Turn on 'you said, what changed'; the token of its address, 256 random bits.

    Kept as it is, because owners read it again: it opens nothing but what they chose to show.
    """
    report = ClosedReport.objects.get(assessment=closed(assessment))
    if not report.public_token:
        report.public_token = new_token()
        report.save(update_fields=["public_token"])
        tell(assessment, who, f"published 'you said, what changed' of {assessment.name}")
    return report.public_token


@transaction.atomic
def unpublish(*, assessment: Assessment, who: User) -> None:
    """The address stops working for good: publishing again makes another."""
    report = ClosedReport.objects.get(assessment=closed(assessment))
    if report.public_token:
        report.public_token = None
        report.save(update_fields=["public_token"])
        tell(assessment, who, f"took down 'you said, what changed' of {assessment.name}")


def closed(assessment: Assessment) -> Assessment:
    locked = lock_assessment(assessment)
    require_state(locked, State.CLOSED)
    return locked


def tell(assessment: Assessment, who: User, what: str) -> None:
    record(party=assessment.programme.organisation, who=who, what=what)
