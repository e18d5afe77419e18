"""What stands round every page of an organisation: its name, colour and menu.

A context processor. It asks the database nothing: ``organisations.access`` has left the membership
on the request, so every page behind its helpers has a menu, and no other page has.
"""

from typing import NamedTuple

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from organisations.access import may
from organisations.models import Membership, Role


class Entry(NamedTuple):
    """One entry of the menu."""

    url: str
    label: str
    current: bool


def house(request: HttpRequest) -> dict[str, object]:
    membership: Membership | None = getattr(request, "membership", None)
    if membership is None:
        return {}
    return {
        "organisation": membership.organisation,
        "membership": membership,
        "may_edit": may(membership, Role.EDITOR),
        "is_owner": may(membership, Role.OWNER),
        "accent_url": membership.organisation.accent_url,
        "menu": menu(membership, request.path),
    }


def menu(membership: Membership, path: str) -> list[Entry]:
    """What the person may open; *Rate it together now* comes first."""
    entries = [
        ("together", _("Rate it together now"), Role.EDITOR),
        ("organisation", _("Programmes"), Role.VIEWER),
        ("collaborations", _("Collaborations"), Role.VIEWER),
        ("team", _("Team"), Role.VIEWER),
        ("organisation_settings", _("Settings"), Role.OWNER),
    ]
    organisation = membership.organisation_id
    shown = [
        (reverse(name, args=[organisation]), label)
        for name, label, role in entries
        if may(membership, role)
    ]
    shown.append((reverse("account_logout"), _("Sign out")))
    return [Entry(url, label, url == path) for url, label in shown]
