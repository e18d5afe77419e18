"""Joining an organisation: a one-time link is made, accepted or taken back.

Only the HMAC of its token is kept, so the link is shown once, to the person who made it.
"""

from dataclasses import dataclass, field
from datetime import timedelta

from allauth.account.models import EmailAddress
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from organisations.models import Invitation, Membership, Organisation, Programme, User
from organisations.refusal import Refusal
from organisations.steps import record
from organisations.tokens import new_token, token_hmac

INVITATION_DAYS = 14


@dataclass(frozen=True, slots=True)
class Joining:
    """What somebody says of themselves on joining; the last two only to found an organisation."""

    name: str = ""
    password: str = field(default="", repr=False)
    organisation: str = ""
    kind: str = ""


@transaction.atomic
def invite(
    *, email: str, role: str, organisation: Organisation | None = None, who: User | None = None
) -> str:
    """A one-time token to join; without an organisation, to found one as its first owner.

    A second invitation to the same address takes the place of the first.
    """
    address = email.strip().lower()
    if organisation and organisation.memberships.filter(user__email__iexact=address).exists():
        raise Refusal(_("This person is in the team already: change the role there instead."))
    Invitation.objects.filter(organisation=organisation, email=address, accepted=None).delete()
    token = new_token()
    Invitation.objects.create(
        organisation=organisation,
        email=address,
        role=role,
        token_hmac=token_hmac(token, purpose="invitation"),
        expires=timezone.now() + timedelta(days=INVITATION_DAYS),
    )
    if organisation:
        record(organisation=organisation, who=who, what=f"invited {address} as {role}")
    return token


@transaction.atomic
def revoke(*, invitation: Invitation, who: User) -> None:
    """The link stops working; one that was accepted meanwhile stays accepted."""
    gone, _rows = Invitation.objects.filter(pk=invitation.pk, accepted=None).delete()
    if gone and invitation.organisation:
        what = f"took back the invitation of {invitation.email}"
        record(organisation=invitation.organisation, who=who, what=what)


def open_invitation(*, token: str) -> Invitation | None:
    """The invitation of a token, while it may still be accepted."""
    return (
        Invitation.objects.select_related("organisation")
        .filter(
            token_hmac=token_hmac(token, purpose="invitation"),
            accepted=None,
            expires__gt=timezone.now(),
        )
        .first()
    )


@transaction.atomic
def accept_invitation(
    *, invitation: Invitation, user: User, organisation: Organisation | None = None
) -> Membership:
    """Join; a second use, or one that was taken back meanwhile, is refused."""
    locked = Invitation.objects.select_for_update().filter(pk=invitation.pk).first()
    if locked is None or locked.accepted or locked.expires <= timezone.now():
        raise Refusal(_("This invitation has been used already."))
    joined = organisation or locked.organisation
    if joined is None:
        raise ValueError("this invitation founds an organisation, and none was given")
    locked.accepted = timezone.now()
    locked.save(update_fields=["accepted"])
    membership, created = Membership.objects.get_or_create(
        user=user, organisation=joined, defaults={"role": locked.role}
    )
    if created:
        record(organisation=joined, who=user, what=f"joined as {locked.role}")
    return membership


@transaction.atomic
def found_organisation(*, invitation: Invitation, user: User, name: str, kind: str) -> Organisation:
    """A new organisation with its first owner and a first programme of the same name."""
    organisation = Organisation.objects.create(name=name, kind=kind)
    accept_invitation(invitation=invitation, user=user, organisation=organisation)
    Programme.objects.create(organisation=organisation, name=name)
    return organisation


def make_account(*, email: str, name: str, password: str) -> User:
    """An account whose address the invitation's link has proved.

    Call it inside the transaction that accepts the invitation.
    """
    if User.objects.filter(email__iexact=email).exists():
        raise Refusal(_("There is an account with this address already: sign in with it."))
    user = User.objects.create_user(email, password, name=name)
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    return user


@transaction.atomic
def join(*, invitation: Invitation, user: User | None, given: Joining) -> User:
    """Everything that pressing *Join* does, for somebody new (``user`` None) or not."""
    person = user or make_account(email=invitation.email, name=given.name, password=given.password)
    if invitation.organisation is None:
        found_organisation(
            invitation=invitation, user=person, name=given.organisation, kind=given.kind
        )
    else:
        accept_invitation(invitation=invitation, user=person)
    return person
