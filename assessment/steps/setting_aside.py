"""Trials thrown away, assessments left out and taken back in, programmes archived and taken out.

What is left out keeps its report; it is in nothing that is compared anew. What it has been shared
with stays as it was agreed to, so nothing published can be had with and without it.
"""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from assessment.models import Assessment, State
from assessment.steps.closing import doom_keys
from assessment.steps.setting_up import lock_assessment, require_state
from organisations.models import Programme, User
from organisations.parties.log import record
from organisations.refusal import Refusal


@transaction.atomic
def throw_away(*, assessment: Assessment, who: User) -> None:
    """A trial, in any state; answers that people have given go unread, as they were told."""
    locked = lock_assessment(assessment)
    if not locked.trial:
        raise Refusal(_("Only a trial can be thrown away: people gave their answers to count."))
    record(party=locked.programme.organisation, who=who, what=f"threw away {locked.name}, a trial")
    doom_keys([locked.pk])
    locked.delete()


@transaction.atomic
def leave_out(*, assessment: Assessment, reason: str, who: User) -> None:
    locked = lock_assessment(assessment)
    require_state(locked, State.CLOSED)
    if locked.trial:
        raise Refusal(_("A trial never counts: there is nothing to leave out."))
    if locked.left_out_at is not None:
        return
    locked.left_out_at, locked.left_out_reason = timezone.now(), reason
    locked.save(update_fields=["left_out_at", "left_out_reason"])
    tell(locked, who, f"left out {locked.name}: {reason}")
    assessment.refresh_from_db()


@transaction.atomic
def take_back_in(*, assessment: Assessment, who: User) -> None:
    locked = lock_assessment(assessment)
    if locked.left_out_at is None:
        return
    locked.left_out_at, locked.left_out_reason = None, ""
    locked.save(update_fields=["left_out_at", "left_out_reason"])
    tell(locked, who, f"took {locked.name} back in")
    assessment.refresh_from_db()


@transaction.atomic
def archive(*, programme: Programme, who: User) -> None:
    """Out of sight and of what is set side by side; its reports stay."""
    held = lock_programme(programme)
    if held.assessments.filter(state=State.OPEN).exists():
        raise Refusal(_("People can answer about it now: close that first."))
    if held.archived_at is None:
        set_archived(held, True, who)


@transaction.atomic
def take_out_of_archive(*, programme: Programme, who: User) -> None:
    held = lock_programme(programme)
    if held.archived_at is not None:
        set_archived(held, False, who)


def lock_programme(programme: Programme) -> Programme:
    # Of two owners the second finds what the first has done.
    return Programme.objects.select_for_update(of=("self",)).get(pk=programme.pk)


def set_archived(programme: Programme, archived: bool, who: User) -> None:
    programme.archived_at = timezone.now() if archived else None
    programme.save(update_fields=["archived_at"])
    verb = "archived" if archived else "took out of the archive"
    what = f"{verb} the programme {programme.name}"
    record(party=programme.organisation, who=who, what=what)


def tell(assessment: Assessment, who: User, what: str) -> None:
    record(party=assessment.programme.organisation, who=who, what=what)
