"""Setting an assessment up and opening it; nothing here touches an answer."""

import secrets
from collections.abc import Mapping
from datetime import date

from django.db import transaction
from django.utils import timezone

from assessment.method.results import Mode
from assessment.models import Assessment, Link, Perspective, State
from organisations.refusal import Refusal
from organisations.models import Programme, User
from organisations.steps import record
from questions import load

# Without letters and digits that look alike when written on a poster.
LINK_CHARACTERS = "abcdefghjkmnpqrstuvwxyz23456789"
LINK_LENGTH = 10


@transaction.atomic
def create(
    *,
    programme: Programme,
    who: User,
    name: str,
    instrument: str,
    form: str = "full",
    together: bool = False,
) -> Assessment:
    assessment = Assessment.objects.create(
        programme=programme, name=name, instrument=instrument, form=form, together=together
    )
    record(organisation=programme.organisation, who=who, what=f"set up {name}")
    return assessment


@transaction.atomic
def choose_perspectives(
    *, assessment: Assessment, chosen: Mapping[str, tuple[Mode, int | None]]
) -> None:
    """Who is asked and how: perspective to mode and size. Only while being set up."""
    locked = lock(assessment)
    require_state(locked, State.DRAFT)
    if locked.mutual and "giving" in chosen:
        raise Refusal("In a mutual group everybody is a member: there is no separate giving.")
    locked.perspectives.all().delete()
    Perspective.objects.bulk_create(
        Perspective(assessment=locked, code=code, mode=mode.value, size=size)
        for code, (mode, size) in chosen.items()
    )


@transaction.atomic
def open_for_answers(*, assessment: Assessment, who: User) -> None:
    """From here on k, form and perspectives are fixed; each perspective gets its link."""
    locked = lock(assessment)
    require_state(locked, State.DRAFT)
    perspectives = list(locked.perspectives.all())
    if not perspectives:
        raise Refusal("Choose at least one perspective before you open it.")
    if locked.k < load(locked.instrument).thresholds.k:
        raise Refusal("k may not be lowered.")
    Link.objects.bulk_create(
        Link(perspective=perspective, code=new_link_code()) for perspective in perspectives
    )
    locked.state = State.OPEN
    locked.opened_at = timezone.now()
    locked.save(update_fields=["state", "opened_at"])
    record(organisation=locked.programme.organisation, who=who, what=f"opened {locked.name}")
    assessment.refresh_from_db()


@transaction.atomic
def extend(*, assessment: Assessment, closes_on: date, who: User) -> None:
    locked = lock(assessment)
    require_state(locked, State.OPEN)
    locked.closes_on = closes_on
    locked.save(update_fields=["closes_on"])
    what = f"moved the closing date of {locked.name} to {closes_on:%-d %B %Y}"
    record(organisation=locked.programme.organisation, who=who, what=what)
    assessment.refresh_from_db()


def new_link_code() -> str:
    return "".join(secrets.choice(LINK_CHARACTERS) for _ in range(LINK_LENGTH))


def lock(assessment: Assessment) -> Assessment:
    """The row as it is now, held until the transaction ends."""
    return Assessment.objects.select_for_update().get(pk=assessment.pk)


def require_state(assessment: Assessment, *states: State) -> None:
    if assessment.state not in states:
        label = State(assessment.state).label
        raise Refusal(f"This cannot be done: the assessment is {label}.")
