"""Deleting an account, an assessment or an organisation for good (docs/privacy.md).

What was shared with a collaboration is taken back first. What closed anonymous rounds have
published stays, and that it has counted or was named is remembered. Whoever calls these clears the
database files afterwards, as after a closing
(``assessment.steps.closing.clean_files``).
"""

import re
from collections.abc import Iterable

from django.db import transaction

from assessment.models import Assessment
from assessment.steps.closing import doom_keys
from assessment.steps.setting_up import lock_assessment
from comparing.party import CollaborationEntry, CollaborationInvitation
from comparing.steps import consent
from organisations.models import AuditEntry, Invitation, Organisation, User
from organisations.parties import seats
from organisations.parties.bases import ENTRY_LENGTH, PartyEntry
from organisations.parties.log import record

SOMEBODY = "a deleted account"


@transaction.atomic
def forget_assessment(*, assessment: Assessment) -> None:
    """In any state; answers that people have given go unread."""
    for share in assessment.shares.filter(withdrawn_at=None).select_related("round"):
        consent.withdraw(share=share, who=None)
    locked = lock_assessment(assessment)
    what = f"{locked.name} was deleted by the host"
    record(party=locked.programme.organisation, who=None, what=what)
    doom_keys([locked.pk])
    locked.delete()


@transaction.atomic
def forget_organisation(*, organisation: Organisation) -> None:
    """The accounts of its people stay."""
    for member in organisation.member_of.select_related("collaboration", "organisation"):
        consent.leave_collaboration(member=member, who=None)
    doom_keys(
        Assessment.objects.filter(programme__organisation=organisation).values_list("pk", flat=True)
    )
    organisation.delete()


@transaction.atomic
def forget_account(*, user: User) -> None:
    """What they wrote stays without them, and what was noted of them without their address.

    Refused where an organisation would be left without an owner or a collaboration without an
    admin.
    """
    for seat in (*user.memberships.all(), *user.seats.all()):
        seats.remove_seat(seat=seat, who=None)
    for invitations in (Invitation.objects, CollaborationInvitation.objects):
        invitations.filter(email__iexact=user.email).delete()
    for entries in (AuditEntry.objects, CollaborationEntry.objects):
        take_address_out(entries.filter(what__icontains=user.email), user.email)
    user.delete()


def take_address_out(entries: Iterable[PartyEntry], email: str) -> None:
    for entry in entries:
        entry.what = without(email, entry.what)
        entry.save(update_fields=["what"])


def without(email: str, text: str) -> str:
    """Whole addresses only: ann@example.org is no part of joann@example.org."""
    address = rf"(?<![\w.+-]){re.escape(email)}(?![\w-]|\.\w)"
    return re.sub(address, SOMEBODY, text, flags=re.IGNORECASE)[:ENTRY_LENGTH]
