"""Who may see what of a collaboration: one helper an object; see ``organisations.access``."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest

from comparing.models import Collaboration, CollaborationRole, Member, Round, Seat
from organisations.access import organisation_for, signed_in
from organisations.models import Organisation, Role
from organisations.signing_in import SecondStepNeeded, with_second_factor

SEAT_RANK = {CollaborationRole.ANALYST: 0, CollaborationRole.ADMIN: 1}


def require_seat(request: HttpRequest, collaboration: UUID, role: CollaborationRole) -> Seat:
    """The person's seat: 404 where there is none, 403 where it does not reach.

    An admin without a second step is led to set it up, whatever the settings say (safety.md).
    """
    seats = Seat.objects.select_related("collaboration").annotate(app=with_second_factor())
    seat = seats.filter(user=signed_in(request), collaboration_id=collaboration).first()
    if seat is None:
        raise Http404
    if seat.role == CollaborationRole.ADMIN and not seat.app:
        raise SecondStepNeeded
    if SEAT_RANK[CollaborationRole(seat.role)] < SEAT_RANK[role]:
        raise PermissionDenied
    request.seat = seat  # type: ignore[attr-defined]
    return seat


def collaboration_for(request: HttpRequest, pk: UUID, role: CollaborationRole) -> Collaboration:
    return require_seat(request, pk, role).collaboration


def round_for(request: HttpRequest, pk: UUID, role: CollaborationRole) -> Round:
    """A round, for a person of its collaboration."""
    found = Round.objects.select_related("collaboration").filter(pk=pk).first()
    if found is None:
        raise Http404
    require_seat(request, found.collaboration_id, role)
    return found


def seat_for(collaboration: Collaboration, number: int) -> Seat:
    """A seat of this collaboration and no other."""
    seat = collaboration.seats.select_related("user", "collaboration").filter(pk=number).first()
    if seat is None:
        raise Http404
    return seat


def member_round_for(request: HttpRequest, pk: UUID, round_: UUID, role: Role) -> Round:
    """A round, for a person of an organisation that is a member of its collaboration."""
    organisation = organisation_for(request, pk, role)
    found = Round.objects.select_related("collaboration").filter(
        pk=round_, collaboration__members__organisation=organisation
    )
    if (one := found.first()) is None:
        raise Http404
    return one


def membership_in(organisation: Organisation, collaboration: UUID) -> Member:
    """That an organisation is a member of a collaboration."""
    found = organisation.member_of.select_related("collaboration", "organisation")
    member = found.filter(collaboration_id=collaboration).first()
    if member is None:
        raise Http404
    return member
