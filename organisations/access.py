"""Who may see what: one helper an object, used first in every view.

Another tenant's object answers 404, the same as an address that never existed; one's own without
the right answers 403.
"""

from typing import cast
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import Http404, HttpRequest

from organisations.accounts.second_step import SecondStepNeeded, with_second_factor
from organisations.models import Membership, Organisation, Programme, Role, User
from organisations.parties.bases import PartySeat, Seated
from organisations.parties.kinds import PartyRole


class SeatRequest(HttpRequest):
    """Of somebody whom ``require_seat`` has let in: the page's menu and colour follow from it."""

    seat: PartySeat


def signed_in(request: HttpRequest) -> User:
    """The person signed in; views that use it are behind ``login_required``."""
    if not isinstance(request.user, User):
        raise PermissionDenied
    return request.user


def require_seat(request: HttpRequest, seats: type[Seated], party: UUID, role: PartyRole) -> Seated:
    """The person's seat, of any kind: 404 where there is none, 403 where it does not reach.

    Where the kind asks for it, its top role is led to set up a second step first.
    """
    # In a Q, because django-stubs does not know a field that each kind adds.
    own = seats.objects.filter(Q(party=party), user=signed_in(request)).select_related("party")
    seat = own.annotate(has_app=with_second_factor()).first()
    if seat is None:
        raise Http404
    kind = seats.kind()
    if kind.second_step and seat.role == kind.top and not seat.has_app:
        raise SecondStepNeeded
    if not seat.may(role):
        raise PermissionDenied
    cast("SeatRequest", request).seat = seat
    return seat


def seat_of(request: HttpRequest, seats: type[Seated]) -> Seated | None:
    """Of whoever asks, where one of these helpers has let them in with a seat of that kind."""
    seat = getattr(request, "seat", None)
    return seat if isinstance(seat, seats) else None


def require_role(request: HttpRequest, organisation: UUID, role: Role) -> Membership:
    return require_seat(request, Membership, organisation, role)


def membership_of(request: HttpRequest) -> Membership:
    """Of whoever asks, once one of these helpers has let them in."""
    membership = seat_of(request, Membership)
    assert membership is not None
    return membership


def organisation_for(request: HttpRequest, pk: UUID, role: Role) -> Organisation:
    return require_role(request, pk, role).party


def programme_for(request: HttpRequest, pk: UUID, role: Role) -> Programme:
    programme = Programme.objects.select_related("organisation").filter(pk=pk).first()
    if programme is None:
        raise Http404
    require_role(request, programme.organisation_id, role)
    return programme
