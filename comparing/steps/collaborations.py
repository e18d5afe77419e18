"""What changes a collaboration: its name, its members, its rounds.

Keyword-only verbs, each one transaction. Its people are ``organisations.parties``', what members
share is ``comparing.steps.consent``'s.
"""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from comparing.models import (
    Collaboration,
    CollaborationInvitation,
    CollaborationRole,
    Member,
    Round,
)
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What an admin says of a round."""

    name: str
    opens: date
    closes: date


@transaction.atomic
def plan_round(*, collaboration: Collaboration, plan: Plan, instrument: str, who: User) -> Round:
    require_new_name(collaboration, plan.name)
    made = Round.objects.create(
        collaboration=collaboration,
        name=plan.name,
        instrument=instrument,
        opens=plan.opens,
        closes=plan.closes,
    )
    record(party=collaboration, who=who, what=f"planned the round {plan.name}")
    return made


@transaction.atomic
def change_round(*, round_: Round, plan: Plan, who: User) -> None:
    """Name and dates, until it is closed: what its members agreed to names the round."""
    # Closing holds it too: a round is not renamed while its figures are made.
    locked = Round.objects.select_for_update().get(pk=round_.pk)
    if locked.is_closed:
        raise Refusal(_("This round is closed: nothing of it can be changed any more."))
    require_new_name(locked.collaboration, plan.name, but=locked)
    locked.name, locked.opens, locked.closes = plan.name, plan.opens, plan.closes
    locked.save(update_fields=["name", "opens", "closes"])
    record(party=locked.collaboration, who=who, what=f"changed the round {plan.name}")


def require_new_name(collaboration: Collaboration, name: str, *, but: Round | None = None) -> None:
    same = collaboration.rounds.filter(name__iexact=name)
    if (same.exclude(pk=but.pk) if but else same).exists():
        raise Refusal(_("There is a round of this name already: choose another name."))
