"""Bringing an organisation here: there is no open sign-up, so the host invites its first owner."""

from django.db import transaction

from organisations.models import Invitation, Organisation, Programme, Role, User
from organisations.parties.invitations import use_up, with_token
from organisations.parties.newcomers import Newcomer, account_of
from organisations.parties.seats import give_seat


@transaction.atomic
def invite_founder(*, email: str) -> str:
    """The one-time token of a first owner; a second one takes the place of the first."""
    address = email.strip().lower()
    Invitation.objects.filter(party=None, email=address, accepted=None).delete()
    return with_token(Invitation.objects, email=address, role=Role.OWNER)


@transaction.atomic
def found_organisation(
    *, invitation: Invitation, person: User | Newcomer, name: str, kind: str
) -> Organisation:
    """A new organisation with its first owner and a first programme of the same name."""
    use_up(invitation)
    owner = account_of(person, email=invitation.email)
    organisation = Organisation.objects.create(name=name, kind=kind)
    give_seat(party=organisation, user=owner, role=Role.OWNER, invited=invitation.email)
    Programme.objects.create(organisation=organisation, name=name)
    return organisation
