"""Who may keep an assessment's slips: somebody else than whoever asks (docs/privacy.md)."""

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from assessment.models import Assessment, State
from organisations.models import Membership, Role, User
from organisations.refusal import Refusal


def keepers(assessment: Assessment) -> list[User]:
    """Nobody who owns the organisation, where there is anybody else."""
    seats = Membership.objects.filter(party=assessment.programme.organisation)
    seats = seats.select_related("user").order_by("user__name", "pk")
    others = [seat for seat in seats if seat.role != Role.OWNER] or list(seats)
    others.sort(key=lambda seat: seat.role != Role.KEEPER)  # invited for it: first
    return [seat.user for seat in others]


def kept_by(person: User) -> QuerySet[Assessment]:
    """The open assessments whose slips somebody keeps."""
    kept = Assessment.objects.filter(keeper=person, state=State.OPEN)
    return kept.select_related("programme__organisation").order_by("opened_at")


def require_may_keep(assessment: Assessment, person: User) -> None:
    if person not in keepers(assessment):
        raise Refusal(_("Choose somebody of your team who is not an owner."))
