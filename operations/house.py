"""What stands round every page of an organisation or a collaboration: its name, colour and menu.

A context processor. It asks the database nothing: ``organisations.access`` has left the seat on the
request, so every page behind its helpers has a menu, and no other page has. The menus lead into
every package, so they stand where all of them are known.
"""

from collections.abc import Sequence
from typing import NamedTuple

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from comparing.party import CollaborationRole, Seat
from organisations.access import seat_of
from organisations.models import Membership, Role
from organisations.parties.bases import PartySeat
from organisations.parties.kinds import PartyRole


class MenuEntry(NamedTuple):
    """One entry of the menu."""

    url: str
    label: str
    current: bool


class Menu(NamedTuple):
    """``folded`` away on a phone, where ``in_sight`` stays."""

    in_sight: list[MenuEntry]
    folded: list[MenuEntry]


# The name of an address, its label, and the role from which on it is there. The first stays in
# sight on a phone.
ORGANISATION = (
    ("together", gettext_lazy("Rate it together now"), Role.EDITOR),
    ("organisation", gettext_lazy("Programmes"), Role.VIEWER),
    ("collaborations", gettext_lazy("Collaborations"), Role.VIEWER),
    ("team", gettext_lazy("Team"), Role.VIEWER),
    ("organisation_settings", gettext_lazy("Settings"), Role.OWNER),
)
COLLABORATION = (
    ("collaboration", gettext_lazy("Rounds and members"), CollaborationRole.ANALYST),
    ("collaboration_people", gettext_lazy("People"), CollaborationRole.ANALYST),
)


def house(request: HttpRequest) -> dict[str, object]:
    if membership := seat_of(request, Membership):
        return of_organisation(membership, request.path)
    if seat := seat_of(request, Seat):
        return of_collaboration(seat, request.path)
    return {}


def of_organisation(membership: Membership, path: str) -> dict[str, object]:
    return {
        "organisation": membership.party,
        "may_edit": membership.may(Role.EDITOR),
        "is_owner": membership.may(Role.OWNER),
        "accent_url": membership.party.accent_url,
        "menu": menu(membership, ORGANISATION, path),
    }


def of_collaboration(seat: Seat, path: str) -> dict[str, object]:
    return {
        "collaboration": seat.party,
        "is_admin": seat.may(CollaborationRole.ADMIN),
        "menu": menu(seat, COLLABORATION, path),
    }


def menu(seat: PartySeat, entries: Sequence[tuple[str, object, PartyRole]], path: str) -> Menu:
    """What the person may open, and the way out."""
    shown = [
        (reverse(name, args=[seat.party.pk]), str(label))
        for name, label, role in entries
        if seat.may(role)
    ]
    shown.append((reverse("account_logout"), _("Sign out")))
    first, *others = [MenuEntry(url, label, url == path) for url, label in shown]
    return Menu([first], others)
