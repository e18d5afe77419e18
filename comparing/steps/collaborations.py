"""Everything that changes a collaboration: its people, its members, its rounds.

Keyword-only verbs, each one transaction. What members share is ``comparing.steps.consent``'s.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from comparing.models import (
    Collaboration,
    CollaborationEntry,
    CollaborationInvitation,
    CollaborationRole,
    Member,
    Purpose,
    Round,
    Seat,
)
from organisations.inviting import INVITATION_DAYS, Joining, make_account
from organisations.models import Membership, Organisation, Role, User
from organisations.refusal import Refusal
from organisations.steps import AUDIT_LENGTH, record
from organisations.tokens import new_token, token_hmac

PURPOSE = "collaboration"


def note(*, collaboration: Collaboration, who: User | None, what: str) -> None:
    CollaborationEntry.objects.create(
        collaboration=collaboration, who=who, what=what[:AUDIT_LENGTH]
    )


@transaction.atomic
def found_collaboration(*, name: str, email: str) -> str:
    """A new collaboration; the one-time token of its first admin."""
    if Collaboration.objects.filter(name__iexact=name).exists():
        raise Refusal(_("There is a collaboration of this name already."))
    collaboration = Collaboration.objects.create(name=name)
    return invite(collaboration=collaboration, email=email, purpose=Purpose.ADMIN, who=None)


@transaction.atomic
def describe(*, collaboration: Collaboration, name: str, about: str, who: User) -> None:
    collaboration.name, collaboration.about = name, about
    collaboration.save(update_fields=["name", "about"])
    note(collaboration=collaboration, who=who, what="changed the name or what it is for")


@transaction.atomic
def invite(*, collaboration: Collaboration, email: str, purpose: str, who: User | None) -> str:
    """A one-time token; a second invitation of the same kind takes the place of the first."""
    address = email.strip().lower()
    if purpose != Purpose.MEMBER and collaboration.seats.filter(user__email=address).exists():
        raise Refusal(_("This person is here already: change the role there instead."))
    waiting = collaboration.invitations.filter(email=address, accepted=None)
    waiting.filter(purpose=purpose).delete()
    token = new_token()
    CollaborationInvitation.objects.create(
        collaboration=collaboration,
        email=address,
        purpose=purpose,
        token_hmac=token_hmac(token, purpose=PURPOSE),
        expires=timezone.now() + timedelta(days=INVITATION_DAYS),
    )
    note(collaboration=collaboration, who=who, what=f"invited {address} as {purpose}")
    return token


@transaction.atomic
def revoke(*, invitation: CollaborationInvitation, who: User) -> None:
    """The link stops working; one that was accepted meanwhile stays accepted."""
    gone, _rows = CollaborationInvitation.objects.filter(pk=invitation.pk, accepted=None).delete()
    if gone:
        what = f"took back the invitation of {invitation.email}"
        note(collaboration=invitation.collaboration, who=who, what=what)


def open_invitation(*, token: str) -> CollaborationInvitation | None:
    """The invitation of a token, while it may still be accepted."""
    return (
        CollaborationInvitation.objects.select_related("collaboration")
        .filter(
            token_hmac=token_hmac(token, purpose=PURPOSE),
            accepted=None,
            expires__gt=timezone.now(),
        )
        .first()
    )


@transaction.atomic
def take_seat(
    *, invitation: CollaborationInvitation, user: User | None, given: Joining | None = None
) -> User:
    """Somebody becomes analyst or admin; ``given`` makes an account for somebody new."""
    accept(invitation)
    person = user or new_person(invitation, given)
    seat, created = Seat.objects.get_or_create(
        user=person,
        collaboration=invitation.collaboration,
        defaults={"role": invitation.purpose},
    )
    if created:
        note(collaboration=invitation.collaboration, who=person, what=f"joined as {seat.role}")
    return person


def new_person(invitation: CollaborationInvitation, given: Joining | None) -> User:
    if given is None:
        raise ValueError("somebody new needs a name and a password")
    return make_account(email=invitation.email, name=given.name, password=given.password)


@transaction.atomic
def join(*, invitation: CollaborationInvitation, organisation: Organisation, who: User) -> Member:
    """An organisation becomes a member, through one of its owners. Nothing is shared by it."""
    require_owner(organisation, who)
    accept(invitation)
    member, created = Member.objects.get_or_create(
        collaboration=invitation.collaboration, organisation=organisation
    )
    if created:
        joined = f"{organisation} joined"
        note(collaboration=invitation.collaboration, who=who, what=joined)
        what = f"joined {invitation.collaboration}"
        record(organisation=organisation, who=who, what=what)
    return member


def require_owner(organisation: Organisation, who: User) -> None:
    if not organisation.memberships.filter(user=who, role=Role.OWNER).exists():
        raise Refusal(_("Only an owner of an organisation can bring it into a collaboration."))


def accept(invitation: CollaborationInvitation) -> None:
    """Used up; a second use, or one that was taken back meanwhile, is refused."""
    locked = CollaborationInvitation.objects.select_for_update().filter(pk=invitation.pk).first()
    if locked is None or locked.accepted or locked.expires <= timezone.now():
        raise Refusal(_("This invitation has been used already."))
    locked.accepted = timezone.now()
    locked.save(update_fields=["accepted"])


def may_bring(collaboration: Collaboration, user: User) -> list[Organisation]:
    """The organisations that somebody owns and that are no members yet, by name."""
    owned = Membership.objects.filter(user=user, role=Role.OWNER).values("organisation")
    return list(
        Organisation.objects.filter(pk__in=owned)
        .exclude(member_of__collaboration=collaboration)
        .order_by("name")
    )


@transaction.atomic
def change_seat(*, seat: Seat, role: str, who: User) -> None:
    """A collaboration always keeps an admin."""
    locked = held(seat)
    if locked.role == role:
        return
    if role != CollaborationRole.ADMIN:
        require_another_admin(locked)
    locked.role = role
    locked.save(update_fields=["role"])
    note(
        collaboration=locked.collaboration,
        who=who,
        what=f"made {locked.user.email} {CollaborationRole(role).value}",
    )


@transaction.atomic
def remove_seat(*, seat: Seat, who: User | None) -> None:
    locked = held(seat)
    require_another_admin(locked)
    note(collaboration=locked.collaboration, who=who, what=f"removed {locked.user.email}")
    locked.delete()


def held(seat: Seat) -> Seat:
    """The row as it is now, with all seats locked, so that two admins cannot both leave."""
    seats = Seat.objects.select_for_update().filter(collaboration=seat.collaboration_id)
    for row in seats.select_related("collaboration", "user"):
        if row.pk == seat.pk:
            return row
    raise Refusal(_("This person is no longer here."))


def require_another_admin(seat: Seat) -> None:
    """Only where the seat is an admin's does it matter."""
    admins = Seat.objects.filter(collaboration=seat.collaboration_id, role=CollaborationRole.ADMIN)
    if seat.role == CollaborationRole.ADMIN and not admins.exclude(pk=seat.pk).exists():
        raise Refusal(_("A collaboration needs an admin: make somebody else an admin first."))


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
    note(collaboration=collaboration, who=who, what=f"planned the round {plan.name}")
    return made


@transaction.atomic
def change_round(*, round_: Round, plan: Plan, who: User) -> None:
    """Name and dates, until it is closed: what its members agreed to names the round."""
    locked = Round.objects.select_for_update().get(pk=round_.pk)
    if locked.is_closed:
        raise Refusal(_("This round is closed: nothing of it can be changed any more."))
    require_new_name(locked.collaboration, plan.name, but=locked)
    locked.name, locked.opens, locked.closes = plan.name, plan.opens, plan.closes
    locked.save(update_fields=["name", "opens", "closes"])
    note(collaboration=locked.collaboration, who=who, what=f"changed the round {plan.name}")


def require_new_name(collaboration: Collaboration, name: str, *, but: Round | None = None) -> None:
    same = collaboration.rounds.filter(name__iexact=name)
    if (same.exclude(pk=but.pk) if but else same).exists():
        raise Refusal(_("There is a round of this name already: choose another name."))
