"""A member's page of a round, in every state, and on both sides of each number."""

import pytest
from django.urls import reverse

from assessment.method.numbers import whole
from comparing.models import Share
from comparing.steps import consent, figures
from organisations.models import Membership
from questions import load
from tests.cast import make_person, signed_in
from tests.comparing.charts.compared_cast import lifelike
from tests.comparing.collaboration import DAY, make_round, make_together, today
from tests.comparing.site import member_addresses
from tests.reports.reading import page_of

PRINCIPLES = "The lived-experience view of practice, 0 to 100"


def address(together, place=0, round_=None):
    return reverse(
        "member_round", args=[together.organisations[place].pk, (round_ or together.round).pk]
    )


def read(together, place=0, **of):
    response = signed_in(together.owner(place)).get(address(together, place, **of))
    assert response.status_code == 200
    return page_of(response)


def close(together):
    figures.close_round(round_=together.round, who=together.admin)


@pytest.mark.django_db
class TestStates:
    def test_planned(self):
        together = make_together(1)
        later = make_round(together.collaboration, "Later", opens=today() + DAY)
        words = read(together, round_=later).words
        assert "not open yet" in words
        assert "Share with this round" not in words

    def test_open_and_not_sharing(self):
        together = make_together(1, silent=1)
        words = read(together, 1).words
        assert "shares nothing with this round" in words
        assert "Share with this round" in words

    def test_open_and_sharing(self):
        words = read(make_together(1, named=(0,))).words
        assert "by name, until" in words
        assert "Take it back" in words

    def test_a_viewer_is_told_that_an_owner_decides(self):
        together = make_together(1, silent=1)
        viewer = make_person("vera@member.example")
        Membership.objects.create(user=viewer, party=together.organisations[1], role="viewer")
        words = page_of(signed_in(viewer).get(address(together, 1))).words
        assert "An owner of your team decides" in words
        assert "Share with this round" not in words

    def test_closed_and_sharing_nothing(self):
        together = make_together(12, silent=1)
        close(together)
        page = read(together, 12)
        assert "shares nothing sees nothing of the others" in page.words
        assert page.tables == {}

    @pytest.mark.parametrize("ends", ["taken back", "its day has passed"])
    def test_taken_down(self, ends):
        together = make_together(12, named=(1, 2, 3, 4, 5, 6))
        close(together)
        if ends == "taken back":
            consent.withdraw(share=together.share_of(1), who=together.owner(1))
        else:
            Share.objects.filter(pk=together.share_of(1).pk).update(until=today() - DAY)
            together.round.versions.update(until=today() - DAY)
        page = read(together)
        assert "taken down" in page.words
        assert "at least three organisations differ" in page.words
        assert together.organisations[1].name not in page.words
        client = signed_in(together.owner(0))
        files = [one for one in member_addresses(together) if not one.endswith("/")]
        assert {client.get(one).status_code for one in files} == {404}

    def test_alone(self):
        together = make_together(1)
        close(together)
        assert "the only one that shares" in read(together).words

    def test_made_again_it_is_there_again(self):
        together = make_together(12)
        close(together)
        for place in (1, 2, 3):
            consent.withdraw(share=together.share_of(place), who=together.owner(place))
        figures.make_again(round_=together.round, who=together.admin)
        assert "8 other organisations" in read(together).words
        assert "sees nothing of the others" in read(together, 1).words


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("others", "mean", "third", "median"),
    [
        (4, False, False, False),
        (5, True, False, False),
        (8, True, False, False),
        (9, True, True, False),
        (11, True, True, False),
        (12, True, True, True),
    ],
)
def test_what_is_told_of_how_many_others(others, mean, third, median):
    together = make_together(others + 1)
    everybody_has_everything(together)
    close(together)
    page = read(together)
    head = page.tables[PRINCIPLES][0][0]
    assert ("Others\u2019 mean" in head, "Own lies in their" in head, "Median" in head) == (
        mean,
        third,
        median,
    )
    missing = {5: mean, 9: third, 12: median}
    for needed, is_there in missing.items():
        said = f"needs {needed} others, {needed - others} more"
        assert (said in page.words) == (not is_there)


def everybody_has_everything(together):
    for place, organisation in enumerate(together.organisations):
        share = Share.objects.get(organisation=organisation)
        values = lifelike(place).values
        for (part, code), value in values.items():
            share.figures[part][code] = 50.0 + place if value is None else value
        share.save()


@pytest.mark.django_db
def test_ones_own_is_left_out_of_the_others():
    together = make_together(13)
    everybody_has_everything(together)
    close(together)
    own, *others = (
        Share.objects.get(organisation=one).figures["principles"] for one in together.organisations
    )
    _head, *rows = read(together).tables[PRINCIPLES][0]
    for row, code in zip(rows, load().principle, strict=True):
        expected = sum(one[code] for one in others) / 12
        assert row[2:4] == [whole(own[code]), whole(expected)]
        assert row[-1] == "12"


@pytest.mark.django_db
def test_the_first_screen_says_in_which_third_each_principle_lies():
    together = make_together(13)
    everybody_has_everything(together)
    close(together)
    page = read(together)
    _head, *rows = page.tables[PRINCIPLES][0]
    first = page.words.split("A third says where")[0]
    for row in rows:
        place = first.index(f"In their {row[4]}")
        assert row[0] in first[place:]


@pytest.mark.django_db
def test_those_by_name_stand_in_the_order_of_their_names():
    together = make_together(14, named=range(1, 8))
    for place, name in enumerate(("Zebra", "ant", "Mole", "Bee", "Yak", "Cat", "Emu"), 1):
        together.organisations[place].name = f"{name} <b>&"
        together.organisations[place].save()
    close(together)
    response = signed_in(together.owner(0)).get(address(together))
    caption = "Organisations that share by name, and their level of each principle"
    _head, *rows = page_of(response).tables[caption][0]
    names = [row[0].split(" <b>")[0] for row in rows]
    assert names == ["ant", "Bee", "Cat", "Emu", "Mole", "Yak", "Zebra"]
    assert b"Zebra &lt;b&gt;&amp;" in response.content


@pytest.mark.django_db
def test_own_people_read_who_agreed_when_and_to_which_words_even_once_it_is_over():
    together = make_together(2)
    share = together.share_of(0)
    share.agreed_by, share.text = together.owner(0), "These very words\nand these"
    share.save()
    consent.withdraw(share=share, who=together.owner(0))
    words = read(together).words
    for said in ("owner0@member.example", "These very words", "ended on"):
        assert said in words
    assert "These very words" not in read(together, 1).words


@pytest.mark.django_db
@pytest.mark.parametrize(("days", "words"), [(0, "holds"), (-1, "ended after")])
def test_what_was_agreed_to_ends_after_its_last_day(days, words):
    together = make_together(2)
    Share.objects.filter(pk=together.share_of(0).pk).update(until=today() + days * DAY)
    page = read(together)
    assert words in page.words
    assert ("shares nothing with this round" in page.words) == (days < 0)
