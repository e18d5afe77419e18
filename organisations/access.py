"""Who may see what: one helper an object, used first in every view.

Another tenant's object answers 404, the same as an address that never existed; one's own without
the right answers 403.
"""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest

from organisations.models import Membership, Organisation, Programme, Role, User

RANK = {Role.VIEWER: 0, Role.EDITOR: 1, Role.OWNER: 2}


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
