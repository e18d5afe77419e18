"""Everything that changes who may do what: keyword-only verbs, each one transaction."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from organisations.models import (
    AuditEntry,
    Invitation,
    Membership,
    Organisation,
    Programme,
    Role,
    User,
)
from organisations.refusal import Refusal
from organisations.tokens import new_token, token_hmac

INVITATION_DAYS = 14


def record(*, organisation: Organisation, who: User | None, what: str) -> None:
    AuditEntry.objects.create(organisation=organisation, who=who, what=what[:300])


@transaction.atomic
def invite(
    *, email: str, role: str, organisation: Organisation | None = None, who: User | None = None
) -> str:
    """A one-time token to join; without an organisation, to found one as its first owner."""
    token = new_token()
    Invitation.objects.create(
        organisation=organisation,
        email=email.strip().lower(),
        role=role,
        token_hmac=token_hmac(token, purpose="invitation"),
        expires=timezone.now() + timedelta(days=INVITATION_DAYS),
    )
    if organisation:
        record(organisation=organisation, who=who, what=f"invited {email} as {role}")
    return token


def open_invitation(*, token: str) -> Invitation | None:
    """The invitation of a token, while it may still be accepted."""
    return Invitation.objects.filter(
        token_hmac=token_hmac(token, purpose="invitation"),
        accepted=None,
        expires__gt=timezone.now(),
    ).first()


@transaction.atomic
def accept_invitation(
    *, invitation: Invitation, user: User, organisation: Organisation | None = None
) -> Membership:
    """Join; a second use finds it accepted already and is refused."""
    locked = Invitation.objects.select_for_update().get(pk=invitation.pk)
    joined = locked.organisation or organisation
    if locked.accepted or joined is None:
        raise Refusal("This invitation has been used already.")
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


@transaction.atomic
def change_role(*, membership: Membership, role: str, who: User) -> None:
    """An organisation always keeps an owner."""
    owners = list(
        Membership.objects.select_for_update().filter(
            organisation=membership.organisation, role=Role.OWNER
        )
    )
    if role != Role.OWNER and [owner.pk for owner in owners] == [membership.pk]:
        raise Refusal("An organisation needs an owner: make somebody else an owner first.")
    membership.role = role
    membership.save(update_fields=["role"])
    record(
        organisation=membership.organisation,
        who=who,
        what=f"made {membership.user.email} {role}",
    )


@transaction.atomic
def remove_member(*, membership: Membership, who: User) -> None:
    owners = list(
        Membership.objects.select_for_update().filter(
            organisation=membership.organisation, role=Role.OWNER
        )
    )
    if [owner.pk for owner in owners] == [membership.pk]:
        raise Refusal("An organisation needs an owner: make somebody else an owner first.")
    record(organisation=membership.organisation, who=who, what=f"removed {membership.user.email}")
    membership.delete()
