"""Slips: printed for a perspective by its keeper, each good for one answer (docs/privacy.md).

Which slip is whose is written nowhere: the codes are given back once, to be printed, and the
database keeps their HMACs.
"""

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from assessment.ballots import Draft
from assessment.keeping import keepers, require_may_keep
from assessment.method.doors import Door
from assessment.method.results import Mode
from assessment.models import Assessment, Perspective, Slip, State
from assessment.slip_codes import new_slip_code, slip_hmac
from assessment.steps.setting_up import lock_assessment, require_state
from organisations.models import User
from organisations.parties.log import record
from organisations.refusal import Refusal

FEW_MORE = 3  # at a time, for people who were forgotten or whose slip was lost


class UnknownSlip(Refusal):
    def __init__(self) -> None:
        super().__init__(_("No slip has this code. Look at each of its twelve characters again."))


class SlipUsed(Refusal):
    """Somebody has answered with it: not always whoever holds it now."""

    def __init__(self) -> None:
        super().__init__(_("This slip has been used already."))


class SlipBegun(Refusal):
    """Answers were begun with it and not sent: they go on, or are thrown away first."""

    def __init__(self) -> None:
        super().__init__(_("Answers have been begun with this slip and not been sent."))


@transaction.atomic
def name_keeper(*, assessment: Assessment, keeper: User, who: User) -> None:
    """Another, while it is open, because people leave. The log says so."""
    locked = lock_assessment(assessment)
    require_state(locked, State.OPEN)
    require_may_keep(locked, keeper)
    if locked.keeper == keeper:
        return
    locked.keeper = keeper
    # what one keeper agreed to holds for nobody else
    locked.early_reason, locked.early_agreed_at = "", None
    locked.save(update_fields=["keeper", "early_reason", "early_agreed_at"])
    record(
        party=locked.programme.organisation,
        who=who,
        what=f"named {keeper} keeper of the slips of {locked.name}",
    )
    assessment.refresh_from_db()


@transaction.atomic
def print_sheet(*, perspective: Perspective, who: User) -> list[str]:
    """As many codes as the perspective has people. They cannot be had again."""
    held = lock_kept(perspective, who)
    if held.printed:
        raise Refusal(_("This sheet has been printed: it is shown once."))
    assert held.size is not None  # opening asks for it
    return make_slips(held, held.size, who)


@transaction.atomic
def add_slips(*, perspective: Perspective, number: int, who: User) -> list[str]:
    """A few more; in all not more than a tenth of its people, and three, besides the sheet."""
    held = lock_kept(perspective, who)
    left = more_allowed(held)
    if not held.printed or not 1 <= number <= min(FEW_MORE, left):
        raise Refusal(_("So many cannot be added."))
    return make_slips(held, number, who)


def more_allowed(perspective: Perspective) -> int:
    """How many may still be added to a printed sheet."""
    size = perspective.size or 0
    return max(0, size + max(FEW_MORE, size // 10) - perspective.printed)


@transaction.atomic
def void_sheet(*, perspective: Perspective, who: User) -> None:
    """All of its slips, before anybody has begun with one; then a new sheet can be printed."""
    held = lock_kept(perspective, who)
    if held.slips.filter(spent=True).exists() or Draft.objects.filter(slip__perspective=held):
        raise Refusal(_("A slip of this sheet has been used, so it cannot be made void."))
    held.slips.all().delete()
    held.printed = 0
    held.save(update_fields=["printed"])
    log(held, who, "made void the slips")


def lock_kept(perspective: Perspective, who: User) -> Perspective:
    """A perspective with slips of an assessment that is open and that this person keeps.

    Locked: two sheets printed at once would be twice as many slips as people.
    """
    assessment = lock_assessment(perspective.assessment)
    require_state(assessment, State.OPEN)
    require_keeper(assessment, who)
    held = assessment.perspectives.select_for_update().get(pk=perspective.pk)
    if held.mode != Mode.INDIVIDUAL or held.door != Door.EACH:
        raise Refusal(_("It has no slips."))
    return held


def require_keeper(assessment: Assessment, who: User) -> None:
    """Somebody named long ago may have become an owner since, or left the team."""
    if assessment.keeper != who or who not in keepers(assessment):
        raise Refusal(_("Only the keeper of its slips can do this."))


def make_slips(perspective: Perspective, number: int, who: User) -> list[str]:
    codes = [new_slip_code() for _one in range(number)]
    Slip.objects.bulk_create(
        Slip(perspective=perspective, code_hmac=made) for made in sorted(map(slip_hmac, codes))
    )
    perspective.printed += number
    perspective.save(update_fields=["printed"])
    log(perspective, who, f"printed {number} slips")
    return codes


def log(perspective: Perspective, who: User, did: str) -> None:
    assessment = perspective.assessment
    what = f"{did} for {perspective.code} in {assessment.name}"
    record(party=assessment.programme.organisation, who=who, what=what)


def take_slip(perspective: Perspective, code: str, *, anew: bool) -> Slip:
    """The slip of a code, held until the transaction ends, free to begin with.

    ``anew``: whoever holds it throws away what was begun with it before.
    """
    # Locked: of two who begin with one slip the second finds what the first has begun.
    slip = free_slip(perspective.slips.select_for_update(), code, anew=anew)
    Draft.objects.filter(slip=slip).delete()
    return slip


def free_slip(slips: QuerySet[Slip], code: str, *, anew: bool) -> Slip:
    """The one of a code; a Refusal where nobody can begin with it."""
    slip = slips.filter(code_hmac=slip_hmac(code)).first()
    if slip is None:
        raise UnknownSlip
    if slip.spent:
        raise SlipUsed
    if not anew and Draft.objects.filter(slip=slip).exists():
        raise SlipBegun
    return slip


def spend(slip: int | None) -> None:
    """Within the transaction that sends. Of those who send with one slip, the first has it."""
    if slip is None:
        return
    if not Slip.objects.filter(pk=slip, spent=False).update(spent=True):
        raise SlipUsed
