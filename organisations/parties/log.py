"""Who did what for a party, and when."""

import logging

from django.db import OperationalError

from organisations.models import User
from organisations.parties.bases import ENTRY_LENGTH, Party, PartySeat

log = logging.getLogger(__name__)

PARTY = ("party",)  # a field that each kind adds: django-stubs knows of none here


def record(*, party: Party, who: User | None, what: str) -> None:
    """``who`` is None for the people who run the site; what is too long is cut and not lost."""
    party.log.create(who=who, what=what[:ENTRY_LENGTH])


def record_if_possible(*, party: Party, who: User, what: str) -> None:
    """Of what only reads: a full disk or a busy database stops nobody's reading."""
    try:
        record(party=party, who=who, what=what)
    except OperationalError as fault:
        log.warning("Not noted: %s (%s)", what, fault)


def record_everywhere(*, who: User, what: str) -> None:
    """What they did with their account, for each party of whatever kind that they are in."""
    for seats in PartySeat.__subclasses__():
        for seat in seats.objects.filter(user=who).select_related(*PARTY):
            record(party=seat.party, who=who, what=what)
