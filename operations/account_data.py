"""What the site holds of an account, for somebody who asks to see it (UK GDPR, Article 15)."""

from typing import Any

from allauth.mfa.models import Authenticator

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
    }


def seats_of(seats: type[Membership] | type[Seat], user: User) -> list[dict[str, str]]:
    rows = seats.objects.filter(user=user).select_related("party")
    return [{"of": str(seat.party), "role": seat.role} for seat in rows]
