"""The exchange: what a member offers or would like to talk about, by name, by its own choice."""

from dataclasses import dataclass

from django.db import transaction

from comparing.party import Exchange, Member
from organisations.models import User
from organisations.parties.log import record


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """``kind``: offer or ask; ``words`` and ``address`` are read by every member."""

    principle: str
    kind: str
    words: str
    address: str


@transaction.atomic
def put(*, member: Member, entry: Offer, who: User) -> Exchange:
    """In place of what the member offered, or asked for, about this principle before."""
    made, _ = Exchange.objects.update_or_create(
        collaboration=member.collaboration,
        organisation=member.organisation,
        principle=entry.principle,
        kind=entry.kind,
        defaults={"words": entry.words, "address": entry.address},
    )
    what = f"put “{made.kind} {made.principle}” into the exchange of {member.collaboration}"
    record(party=member.organisation, who=who, what=what)
    return made


@transaction.atomic
def take_out(*, member: Member, number: int, who: User) -> None:
    """Of its own only; again, it changes nothing."""
    own = Exchange.objects.filter(
        collaboration=member.collaboration, organisation=member.organisation
    )
    deleted, _ = own.filter(pk=number).delete()
    if deleted:
        what = f"took an entry out of the exchange of {member.collaboration}"
        record(party=member.organisation, who=who, what=what)
