"""What changes a collaboration: its name, its members.

Keyword-only verbs, each one transaction. Its people are ``organisations.parties``', its
rounds ``comparing.steps.rounds``', what members share is ``comparing.steps.consent``'s.
"""

from django.db import transaction
from django.utils.translation import gettext as _

from comparing.party import Collaboration, CollaborationInvitation, CollaborationRole, Member
from organisations.models import Membership, Organisation, Role, User
from organisations.parties.invitations import invite, use_up
from organisations.parties.log import record
from organisations.refusal import Refusal


@transaction.atomic
def found_collaboration(*, name: str, email: str) -> str:
    """A new collaboration; the one-time token of its first admin."""
    if Collaboration.objects.filter(name__iexact=name).exists():
        raise Refusal(_("There is a collaboration of this name already."))
    collaboration = Collaboration.objects.create(name=name)
    return invite(party=collaboration, email=email, role=CollaborationRole.ADMIN)


@transaction.atomic
def describe(*, collaboration: Collaboration, name: str, about: str, who: User) -> None:
    collaboration.name, collaboration.about = name, about
    collaboration.save(update_fields=["name", "about"])
    record(party=collaboration, who=who, what="changed the name or what it is for")


@transaction.atomic
def join(*, invitation: CollaborationInvitation, organisation: Organisation, who: User) -> Member:
    """An organisation becomes a member, through one of its owners. Nothing is shared by it."""
    require_owner(organisation, who)
    use_up(invitation)
    member, created = Member.objects.get_or_create(
        collaboration=invitation.party, organisation=organisation
    )
    if created:
        record(party=invitation.party, who=who, what=f"{organisation} joined")
        record(party=organisation, who=who, what=f"joined {invitation.party}")
    return member


def require_owner(organisation: Organisation, who: User) -> None:
    if not organisation.seats.filter(user=who, role=Role.OWNER).exists():
        raise Refusal(_("Only an owner of an organisation can bring it into a collaboration."))


def may_bring(collaboration: Collaboration, user: User) -> list[Organisation]:
    """The organisations that somebody owns and that are no members yet, by name."""
    owned = Membership.objects.filter(user=user, role=Role.OWNER).values("party")
    return list(
        Organisation.objects.filter(pk__in=owned)
        .exclude(member_of__collaboration=collaboration)
        .order_by("name")
    )
