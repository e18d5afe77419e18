"""Deleting an account for good, as a person may ask of whoever runs the site (docs/privacy.md)."""

import re

from django.db import transaction
from django.db.models import QuerySet

from comparing.models import CollaborationEntry, CollaborationInvitation
from comparing.steps import collaborations
from organisations import steps
from organisations.models import AuditEntry, Invitation, User

SOMEBODY = "a deleted account"


@transaction.atomic
def forget_account(*, user: User) -> None:
    """What they wrote stays without them, and what was noted of them without their address.

    Refused where an organisation would be left without an owner or a collaboration without an
    admin.
    """
    for membership in user.memberships.all():
        steps.remove_member(membership=membership, who=None)
    for seat in user.seats.all():
        collaborations.remove_seat(seat=seat, who=None)
    for invitations in (Invitation.objects, CollaborationInvitation.objects):
        invitations.filter(email__iexact=user.email).delete()
    take_address_out(AuditEntry.objects.all(), user.email)
    take_address_out(CollaborationEntry.objects.all(), user.email)
    user.delete()


def take_address_out(
    entries: QuerySet[AuditEntry] | QuerySet[CollaborationEntry], email: str
) -> None:
    for entry in entries.filter(what__icontains=email):
        entry.what = without(email, entry.what)
        entry.save(update_fields=["what"])


def without(email: str, text: str) -> str:
    """Whole addresses only: ann@example.org is no part of joann@example.org."""
    address = rf"(?<![\w.+-]){re.escape(email)}(?![\w-]|\.\w)"
    return re.sub(address, SOMEBODY, text, flags=re.IGNORECASE)[: steps.AUDIT_LENGTH]
