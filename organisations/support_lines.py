"""Whom to turn to now: the lines of help on every page that somebody in distress may see.

An organisation's own come first, then its nation's, then those for Deaf people and for whoever is
on a ward. A host may put lines of its own in place of the nation's (``SUPPORT_LINES``).
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from django.conf import settings
from django.utils.translation import gettext as _

from organisations.models import Nation, Organisation

MOST_LINES = 5  # of an organisation's own


class SupportLine(NamedTuple):
    """``href``: what a phone can ring or write to; empty where there is nothing to press."""

    name: str
    contact: str
    href: str


def support_lines(organisation: Organisation | None = None) -> tuple[SupportLine, ...]:
    """Those of England where no organisation is known: most of those who come are there."""
    own = organisation.support_lines if organisation else ""
    nation = Nation(organisation.nation) if organisation else Nation.ENGLAND
    named = [*lines_in(own), *(settings.SUPPORT_LINES or of_nation(nation)), *for_some()]
    return tuple(SupportLine(name, contact, href(contact)) for name, contact in named)


def lines_in(text: str) -> Iterator[tuple[str, str]]:
    """'Our office, weekdays: 01632 960001', one a line."""
    for line in filter(None, map(str.strip, text.splitlines())):
        name, _colon, contact = line.rpartition(":")
        yield name.strip(), contact.strip()


def of_nation(nation: Nation) -> list[tuple[str, str]]:
    mental_health = {
        Nation.ENGLAND: [(_("NHS mental health line"), _("111, option 2"))],
        Nation.SCOTLAND: [
            (_("NHS 24 mental health hub"), "111"),
            (_("Breathing Space, evenings and weekends"), "0800 83 85 87"),
        ],
        Nation.WALES: [
            (_("NHS 111 Wales, mental health"), _("111, option 2")),
            (_("CALL helpline for Wales, day and night"), "0800 132 737"),
        ],
        Nation.NORTHERN_IRELAND: [(_("Lifeline, day and night"), "0808 808 8000")],
    }
    return [
        (_("In an emergency"), "999"),
        *mental_health[nation],
        (_("Samaritans, day and night"), "116 123"),
        (_("Shout, day and night"), "text SHOUT to 85258"),
    ]


def for_some() -> list[tuple[str, str]]:
    return [
        (_("Deaf people, by text"), "text DEAF to 85258"),
        (_("An emergency, in British Sign Language"), "999bsl.co.uk"),
        (_("On a ward"), _("ask any nurse, or your advocate")),
    ]


def href(contact: str) -> str:
    """'tel:111' of '111, option 2'; 'sms:85258?body=SHOUT' of 'text SHOUT to 85258'."""
    if text := re.fullmatch(r"text (\w+) to (\d+)", contact):
        return f"sms:{text[2]}?body={text[1]}"
    if re.fullmatch(r"[\w-]+(\.[\w-]+)+(/\S*)?", contact):
        return f"https://{contact}"
    digits = re.match(r"[\d ]*", contact)
    number = digits[0].replace(" ", "") if digits else ""
    return f"tel:{number}" if number else ""
