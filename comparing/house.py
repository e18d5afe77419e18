"""What stands round every page of a collaboration; see ``organisations.house``."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from comparing.models import CollaborationRole, Seat
from organisations.house import Entry


def house(request: HttpRequest) -> dict[str, object]:
    seat: Seat | None = getattr(request, "seat", None)
    if seat is None:
        return {}
    return {
        "collaboration": seat.collaboration,
        "is_admin": seat.role == CollaborationRole.ADMIN,
        "menu": seat_menu(seat, request.path),
    }


def seat_menu(seat: Seat, path: str) -> list[Entry]:
    collaboration = seat.collaboration_id
    shown = [
        (reverse("collaboration", args=[collaboration]), _("Rounds and members")),
        (reverse("collaboration_people", args=[collaboration]), _("People")),
        (reverse("account_logout"), _("Sign out")),
    ]
    return [Entry(url, label, url == path) for url, label in shown]
