"""Who may see what: one helper an object, used first in every view.

Another tenant's object answers 404, the same as an address that never existed; one's own without
the right answers 403.
"""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest

from organisations.collaborations import Collaboration, CollaborationRole, Member, Round, Seat
from organisations.models import Membership, Organisation, Programme, Role, User
from organisations.signing_in import SecondStepNeeded, with_second_factor

RANK = {Role.VIEWER: 0, Role.EDITOR: 1, Role.OWNER: 2}
SEAT_RANK = {CollaborationRole.ANALYST: 0, CollaborationRole.ADMIN: 1}


def signed_in(request: HttpRequest) -> User:
    """The person signed in; views that use it are behind ``login_required``."""
    if not isinstance(request.user, User):
        raise PermissionDenied
    return request.user


def may(membership: Membership, role: Role) -> bool:
    """Whether a membership reaches a role."""
    return RANK[Role(membership.role)] >= RANK[role]


def require_role(request: HttpRequest, organisation: UUID, role: Role) -> Membership:
    """The person's membership: 404 where there is none, 403 where it does not reach.

    The page's menu and colour follow from it (``organisations.house``), so that no view passes
    them on.
    """
    membership = (
        Membership.objects.select_related("organisation")
        .filter(user=signed_in(request), organisation_id=organisation)
        .first()
    )
    if membership is None:
        raise Http404
    if not may(membership, role):
        raise PermissionDenied
    request.membership = membership  # type: ignore[attr-defined]
    return membership


def membership_of(request: HttpRequest) -> Membership:
    """Of whoever asks, once one of these helpers has let them in."""
    membership: Membership = request.membership  # type: ignore[attr-defined]
    return membership


def organisation_for(request: HttpRequest, pk: UUID, role: Role) -> Organisation:
    return require_role(request, pk, role).organisation


def programme_for(request: HttpRequest, pk: UUID, role: Role) -> Programme:
    programme = Programme.objects.select_related("organisation").filter(pk=pk).first()
    if programme is None:
        raise Http404
    require_role(request, programme.organisation_id, role)
    return programme


def member_for(organisation: Organisation, number: int) -> Membership:
    """A membership of this organisation and no other."""
    found = organisation.memberships.select_related("user", "organisation").filter(pk=number)
    membership = found.first()
    if membership is None:
        raise Http404
    return membership


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
