"""The exchange: one offer and one wish a principle, put in and taken out by their own member."""

from dataclasses import replace

import pytest

from comparing.party import Exchange, Member
from comparing.steps import exchanging
from comparing.steps.exchanging import Offer
from tests.comparing.collaboration import make_together

OFFER = Offer(principle="respect", kind="offer", words="We met weekly", address="a@north.example")


@pytest.fixture
def together(db):  # noqa: ARG001 (allows the database)
    return make_together(2)


def member(together, place=0):
    return Member.objects.get(organisation=together.organisations[place])


def logged(member):
    return list(member.organisation.log.order_by("pk").values_list("what", flat=True))


def put(together, entry=OFFER, place=0):
    return exchanging.put(member=member(together, place), entry=entry, who=together.owner(place))


def test_a_second_offer_takes_the_place_of_the_first(together):
    first = put(together)
    again = put(together, replace(OFFER, words="We meet on Mondays"))
    assert again.pk == first.pk
    assert Exchange.objects.get().words == "We meet on Mondays"
    put(together, replace(OFFER, kind="ask"))
    put(together, replace(OFFER, principle="sharing"))
    put(together, place=1)
    assert Exchange.objects.count() == 4
    assert logged(member(together, 1)) == [
        f"put “offer respect” into the exchange of {together.collaboration}"
    ]


def test_a_member_takes_out_its_own_alone(together):
    mine, theirs = put(together), put(together, place=1)
    for number in (theirs.pk, mine.pk, mine.pk):
        exchanging.take_out(member=member(together), number=number, who=together.owner())
    assert Exchange.objects.get() == theirs
    took = f"took an entry out of the exchange of {together.collaboration}"
    assert logged(member(together)).count(took) == 1
