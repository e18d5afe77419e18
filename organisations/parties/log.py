"""Who did what for a party, and when."""

from organisations.models import User
from organisations.parties.bases import ENTRY_LENGTH, Party


def record(*, party: Party, who: User | None, what: str) -> None:
    """``who`` is None for the people who run the site; what is too long is cut and not lost."""
    party.log.create(who=who, what=what[:ENTRY_LENGTH])
