"""What the site holds of an account, for somebody who asks to see it (UK GDPR, Article 15)."""

from collections.abc import Iterator
from typing import Any

from allauth.mfa.models import Authenticator

from assessment.models import Assessment, AssessmentChange
from assessment.own_part import OwnPartChange
from comparing.models import Share
from comparing.party import CollaborationEntry, Seat
from organisations.models import AuditEntry, Invitation, Membership, User


def account_data(user: User) -> dict[str, Any]:
    """Secrets are named, not shown: a hash tells nobody anything, a key would open the account."""
    return {
        "account": {
            "email": user.email,
            "name": user.name,
            "made": user.date_joined,
            "last signed in": user.last_login,
            "password": "kept as a hash that cannot be read back",
        },
        "second step": list(
            Authenticator.objects.filter(user=user).values("type", "created_at", "last_used_at")
        ),
        "teams": seats_of(Membership, user),
        "collaborations": seats_of(Seat, user),
        "invitations to this address": list(
            Invitation.objects.filter(email__iexact=user.email).values(
                "role", "expires", "accepted"
            )
        ),
        "what you did": [
            {"at": entry.at, "for": str(entry.party), "what": entry.what}
            for model in (AuditEntry, CollaborationEntry)
            for entry in model.objects.filter(who=user).select_related("party").order_by("at")
        ],
        "what you changed in assessments": [*changes_by(user)],
        "slips you keep": [str(one) for one in Assessment.objects.filter(keeper=user)],
        "sharing you agreed to": [
            str(one.agreed_at) for one in Share.objects.filter(agreed_by=user)
        ],
        "sharing you took back": [
            str(one.withdrawn_at) for one in Share.objects.filter(withdrawn_by=user)
        ],
    }


def changes_by(user: User) -> Iterator[dict[str, Any]]:
    """When and of what: the words are the organisation's."""
    for change in OwnPartChange.objects.filter(who=user).select_related("assessment"):
        yield {"at": change.at, "in": str(change.assessment), "what": change.code}
    for mended in AssessmentChange.objects.filter(who=user).select_related("assessment"):
        yield {"at": mended.at, "in": str(mended.assessment), "what": mended.what}


def seats_of(seats: type[Membership] | type[Seat], user: User) -> list[dict[str, str]]:
    rows = seats.objects.filter(user=user).select_related("party")
    return [{"of": str(seat.party), "role": seat.role} for seat in rows]
