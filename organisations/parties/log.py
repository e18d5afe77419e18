"""Who did what for a party, and when."""

from organisations.models import User
from organisations.parties.bases import ENTRY_LENGTH, Party, PartySeat


def record(*, party: Party, who: User | None, what: str) -> None:
    """``who`` is None for the people who run the site; what is too long is cut and not lost."""
    party.log.create(who=who, what=what[:ENTRY_LENGTH])


PARTY = ("party",)  # a field that each kind adds: django-stubs knows of none here


def record_everywhere(*, who: User, what: str) -> None:
    """What they did with their account, for each party of whatever kind that they are in."""
    for seats in PartySeat.__subclasses__():
        for seat in seats.objects.filter(user=who).select_related(*PARTY):
            record(party=seat.party, who=who, what=what)
