"""Joining: a one-time link is made, accepted or taken back.

Only the HMAC of its token is kept, so the link is shown once, to the person who made it. Verbs are
keyword-only, each one transaction.
"""

from datetime import timedelta
from typing import Any

from django.db import transaction
from django.db.models import Manager
from django.utils import timezone
from django.utils.translation import gettext as _

from organisations.models import User
from organisations.parties.bases import Invited, Party, PartyInvitation, PartySeat
from organisations.parties.log import record
from organisations.parties.newcomers import Newcomer, account_of
from organisations.parties.seats import give_seat, may_still_invite
from organisations.refusal import Refusal
from organisations.tokens import new_token, token_hmac

INVITATION_DAYS = 14  # a holiday long; after that whoever invited asks again
PURPOSE = "invitation"


@transaction.atomic
def invite(*, party: Party, email: str, role: str, who: User | None = None) -> str:
    """A one-time token to join; ``who`` is None for the people who run the site.

    A second invitation to the same address takes the place of the first, but for one to something
    else than a role (``kinds.PartyKind.also_invited``).
    """
    kind, address = party.party_kind, email.strip().lower()
    if who and not may_still_invite(party, who):
        raise Refusal(_("You can no longer invite people here."))
    if role in kind.roles and party.seats.filter(user__email__iexact=address).exists():
        raise Refusal(str(kind.here_already))
    waiting = party.invitations.filter(email=address, accepted=None)
    waiting.filter(role__in=kind.alike(role)).delete()
    token = with_token(party.invitations, email=address, role=role, made_by=who)
    record(party=party, who=who, what=f"invited {address} as {role}")
    return token


def with_token(invitations: Manager[Invited], **of: Any) -> str:
    """An invitation made, and its token, which nobody can be told again."""
    token = new_token()
    expires = timezone.now() + timedelta(days=INVITATION_DAYS)
    invitations.create(token_hmac=token_hmac(token, purpose=PURPOSE), expires=expires, **of)
    return token


@transaction.atomic
def revoke(*, invitation: PartyInvitation, who: User) -> None:
    """The link stops working; one that was accepted meanwhile stays accepted."""
    gone, _rows = type(invitation).objects.filter(pk=invitation.pk, accepted=None).delete()
    if gone:
        what = f"took back the invitation of {invitation.email}"
        record(party=invitation.party, who=who, what=what)


def open_invitation(invitations: type[Invited], *, token: str) -> Invited | None:
    """The invitation of a token, while it may still be accepted."""
    found = invitations.objects.filter(token_hmac=token_hmac(token, purpose=PURPOSE))
    waiting = found.filter(accepted=None, expires__gt=timezone.now())
    return waiting.select_related("party").first()


@transaction.atomic
def take_seat(*, invitation: PartyInvitation, person: User | Newcomer) -> PartySeat:
    """Whoever opened the link joins: with the account they have, or with a new one of the address
    that the invitation was made for."""
    use_up(invitation)
    user = account_of(person, email=invitation.email)
    party, role = invitation.party, invitation.role
    return give_seat(party=party, user=user, role=role, invited=invitation.email)


def use_up(invitation: PartyInvitation) -> None:
    """A second use, or one that ran out or was taken back meanwhile, is refused.

    Locked, so that of two who press at once one waits and is then refused. Call it inside the
    transaction that does what was accepted.
    """
    locked = type(invitation).objects.select_for_update().filter(pk=invitation.pk).first()
    if locked is None or locked.accepted or locked.expires <= timezone.now():
        raise Refusal(_("This invitation has been used already."))
    locked.accepted = timezone.now()
    locked.save(update_fields=["accepted"])
