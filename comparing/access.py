"""Who may see what of a collaboration: one helper an object; see ``organisations.access``."""

from uuid import UUID

from django.http import Http404, HttpRequest

from comparing.models import Round
from comparing.party import Collaboration, CollaborationRole, Member, Seat
from organisations.access import organisation_for, require_seat
from organisations.models import Organisation, Role


def collaboration_for(request: HttpRequest, pk: UUID, role: CollaborationRole) -> Collaboration:
    return require_seat(request, Seat, pk, role).party


def round_for(request: HttpRequest, pk: UUID, role: CollaborationRole) -> Round:
    """A round, for a person of its collaboration."""
    found = any_round(pk)
    require_seat(request, Seat, found.collaboration_id, role)
    return found


def any_round(pk: UUID) -> Round:
    """For a page that asks nobody who they are; what it may show is ``looking``'s."""
    found = Round.objects.select_related("collaboration").filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


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
