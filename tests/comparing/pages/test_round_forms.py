"""Planning a round, sharing with one and taking back, and the exchange, as people fill them in."""

import re
from collections import Counter

import pytest
from django.urls import reverse

from comparing.method.members import Way
from comparing.models import Round, Share
from comparing.party import Exchange
from questions.reading import DEFAULT_VERSION
from tests.cast import signed_in
from tests.comparing.collaboration import (
    DAY,
    close_now,
    make_round,
    make_together,
    today,
    with_report,
)

pytestmark = pytest.mark.django_db


def words(response):
    return " ".join(re.sub("</?bdi>", "", response.content.decode()).split())


# Planning


def said(**of):
    days = {"opens": today() + DAY, "closes": today() + 30 * DAY, "ends": today() + 300 * DAY}
    given = {"name": "Next", "way": "anonymous", "kind": "", "readers": "sharers"}
    return given | {name: day.isoformat() for name, day in days.items()} | of


def plan(together, **of):
    address = reverse("new_round", args=[together.collaboration.pk])
    return signed_in(together.admin).post(address, said(**of))


def test_planning_a_round_of_each_kind():
    together = make_together(0)
    assert plan(together, readers="everybody").status_code == 302
    assert plan(together, name="By name", way="by name", kind="trust", closes="").status_code == 302
    anonymous, named = Round.objects.get(name="Next"), Round.objects.get(name="By name")
    assert (anonymous.way, anonymous.readers, anonymous.instrument) == (
        "anonymous",
        "everybody",
        DEFAULT_VERSION,
    )
    assert (named.way, named.kind, named.closes) == ("by name", "trust", None)


@pytest.mark.parametrize(
    ("of", "field", "why"),
    [
        ({"closes": ""}, "closes", "Say on which day the anonymous round closes"),
        ({"closes": (today() + DAY).isoformat()}, "closes", "at the earliest on the day after"),
        ({"ends": (today() + 9 * DAY).isoformat()}, "ends", "before the day it closes"),
        ({"opens": (today() - DAY).isoformat()}, "opens", "This day has passed"),
        ({"way": "by name", "ends": today().isoformat()}, "ends", "before the day it opens"),
        ({"way": "both"}, "way", "Choose one of those shown"),
        ({"name": "spring"}, "name", "There is a round of this name already"),
    ],
)
def test_what_cannot_be_planned(of, field, why):
    together = make_together(0)
    response = plan(together, **of)
    assert response.status_code == 422
    assert any(why in error for error in response.context["form"].errors[field])
    assert Round.objects.count() == 1


def test_the_form_says_how_many_to_invite():
    together = make_together(0)
    page = signed_in(together.admin).get(reverse("new_round", args=[together.collaboration.pk]))
    assert "invite eight or more: of exactly six, half the figures are missing" in words(page)


def test_once_it_is_open_nothing_is_changed():
    together = make_together(0)
    client, address = signed_in(together.admin), reverse("edit_round", args=[together.round.pk])
    assert client.get(address).status_code == 302
    Round.objects.update(opens=today() + DAY)
    assert client.get(address).status_code == 200
    assert client.post(address, said(name="Renamed")).status_code == 302
    assert Round.objects.get().name == "Renamed"


# Sharing


@pytest.fixture
def together():
    made = make_together(0, silent=7)
    with_report(made.organisations[0], name="Winter", seed=41)
    return made


def share_page(together, place=0, round_=None):
    found = round_ or together.round
    return reverse("share_round", args=[together.organisations[place].pk, found.pk])


def assessment_of(together, place=0):
    return together.organisations[place].programmes.get().assessments.get()


def seen_in(page):
    return re.search(r'name="seen" value="(\w+)"', page.content.decode())[1]


def test_choose_read_agree(together):
    client, address = signed_in(together.owner()), share_page(together)
    assert "Winter, Winter programme, closed on" in words(client.get(address))
    preview = client.get(address, {"assessment": assessment_of(together).pk})
    page = words(preview)
    for part in (
        "What would leave your organisation",
        "Six can hide you only if five of them do not act together",
        "Share: fewer than 6.",
        "All that leaves, from which they are made",
        "What stays",
    ):
        assert part in page
    given = {"assessment": assessment_of(together).pk, "seen": seen_in(preview)}
    untouched = client.post(address, given)
    assert untouched.status_code == 422
    assert "Tick this once you have read what leaves" in words(untouched)
    assert not Share.objects.exists()
    assert client.post(address, given | {"sure": "on"}).status_code == 302
    assert Share.objects.get().organisation == together.organisations[0]


def test_the_preview_tells_people_in_bands_and_borderline_levels(together):
    client, address = signed_in(together.owner()), share_page(together)
    preview = client.get(address, {"assessment": assessment_of(together).pk})
    table, page = preview.context["table"], words(preview)
    bands = [line.behind for one in table.perspectives for line in one.statements if line.leaves]
    people = {band: number for band, number in Counter(bands).items() if " to " in band}
    assert people
    assert {band: page.count(band) for band in people} == people
    assert page.count("borderline") == sum(one.close for one in table.principles)


def test_by_name_the_preview_says_who_sees_it(together):
    named = make_round(together.collaboration, "By name", way=Way.BY_NAME)
    client = signed_in(together.owner())
    page = words(
        client.get(share_page(together, round_=named), {"assessment": assessment_of(together).pk})
    )
    assert "All figures below, by name, to everyone who shares in this round" in page
    assert "can never be counted in an anonymous round" in page


def test_something_changed_meanwhile(together):
    client, address = signed_in(together.owner()), share_page(together)
    preview = client.get(address, {"assessment": assessment_of(together).pk})
    together.organisations[3].name = "Renamed"
    together.organisations[3].save()
    given = {"assessment": assessment_of(together).pk, "seen": seen_in(preview), "sure": "on"}
    again = client.post(address, given)
    assert again.status_code == 422
    assert "look it over once more" in words(again)
    assert not Share.objects.exists()


def test_nothing_to_share_and_why(together):
    client = signed_in(together.owner(1))
    assert "There is no self-assessment to share yet" in words(client.get(share_page(together, 1)))
    with_report(together.organisations[1], seed=42, sizes={"giving": 6, "receiving": 7, "staff": 9})
    page = words(client.get(share_page(together, 1)))
    assert "None of your closed self-assessments can be shared" in page
    assert "8 are needed" in page


def test_what_counted_cannot_be_shared_by_name_and_says_so(together):
    for place in range(1, 6):
        with_report(together.organisations[place], name="Winter", seed=50 + place)
    for place in range(6):
        client, address = signed_in(together.owner(place)), share_page(together, place)
        given = {"assessment": assessment_of(together, place).pk}
        preview = client.get(address, given)
        client.post(address, given | {"seen": seen_in(preview), "sure": "on"})
    close_now(together.round)
    named = make_round(together.collaboration, "By name", way=Way.BY_NAME)
    page = words(signed_in(together.owner()).get(share_page(together, round_=named)))
    assert "Counted once, it can neither count again nor be shared by name" in page


def test_a_closed_round_takes_nothing(together):
    close_now(together.round)
    client = signed_in(together.owner())
    response = client.get(share_page(together), follow=True)
    assert "This round is closed: nothing can be shared in it any more" in words(response)


@pytest.mark.parametrize(
    ("way", "closed", "told"),
    [
        (Way.ANONYMOUS, False, "Nothing is left of it in this round"),
        (Way.ANONYMOUS, True, "The published figures stay as they are"),
        (Way.BY_NAME, False, "gone from every page and every new file"),
    ],
)
def test_taking_back_says_first_what_happens(way, closed, told):
    together = make_together(7, way=way, closed=closed)
    share = together.share_of(0)
    address = reverse(
        "withdraw_share",
        args=[together.organisations[0].pk, together.round.pk, share.assessment_id],
    )
    client = signed_in(together.owner())
    assert told in words(client.get(address))
    assert "It is taken back." in words(client.post(address, follow=True))
    assert not together.round.shares.filter(
        organisation=together.organisations[0], withdrawn_at=None
    ).exists()
    assert "shares nothing of this" in words(client.get(address, follow=True))


# The exchange


def exchange(together, place=0):
    return reverse("exchange", args=[together.organisations[place].pk, together.collaboration.pk])


OFFER = {
    "kind": "offer",
    "principle": "respect",
    "words": "How we <listen>",
    "address": "talk@peer.example",
}


def test_offering_replacing_and_taking_out(together):
    client = signed_in(together.owner())
    assert "Nothing is here yet" in words(client.get(exchange(together)))
    client.post(exchange(together), OFFER)
    client.post(exchange(together), OFFER | {"words": "How we hear"})
    client.post(exchange(together), OFFER | {"kind": "ask"})
    assert Exchange.objects.count() == 2
    neighbour = words(signed_in(together.owner(1)).get(exchange(together, 1)))
    assert "How we hear" in neighbour
    assert "How we &lt;listen&gt;" in neighbour
    assert "Take it out" not in neighbour
    first = Exchange.objects.first()
    out = [together.organisations[1].pk, together.collaboration.pk, first.pk]
    signed_in(together.owner(1)).post(reverse("take_out_of_exchange", args=out))
    assert Exchange.objects.count() == 2  # somebody else's
    out[0] = together.organisations[0].pk
    client.post(reverse("take_out_of_exchange", args=out))
    assert Exchange.objects.count() == 1


@pytest.mark.parametrize("of", [{"address": "nowhere"}, {"words": ""}, {"principle": "best"}])
def test_what_cannot_be_put_in(together, of):
    response = signed_in(together.owner()).post(exchange(together), OFFER | of)
    assert response.status_code == 422
    assert not Exchange.objects.exists()


def test_it_is_for_members_of_this_collaboration_alone(together):
    other = make_together(0, silent=1, name="Other")
    client = signed_in(other.owner())
    there = [other.organisations[0].pk, together.collaboration.pk]
    assert client.get(reverse("exchange", args=there)).status_code == 404
