"""The owner who answers himself, at the site and through each door: no better than the page says.

He takes as many of a perspective's answers as he can, lets one person answer, waits for the day,
closes, and subtracts (docs/method.md section 3 has what that gives him). Others of the standing
attackers: the host with the disk in test_disk, the member with every round in comparing's worlds,
the reader with a calculator in method/test_differencing, arithmetic without a site in
method/test_blur.
"""

from datetime import timedelta
from functools import partial
from random import Random

import pytest
from django.urls import reverse
from django.utils import timezone

from assessment.method import from_json
from assessment.method.blur import step_at
from assessment.method.doors import Door
from assessment.models import ClosedReport
from assessment.room import Room
from assessment.steps import answering, closing, promised_day, slips
from organisations.refusal import Refusal
from questions import load
from tests.assessment.answered import (
    another_day,
    link_of,
    open_assessment,
    open_with_slips,
    respond,
)
from tests.assessment.method.page import figure, table
from tests.cast import text
from tests.naive import attacker
from tests.naive.contract import DOORS

pytestmark = pytest.mark.django_db
REPORTS = 25  # of 36 statements: 900 guesses, so that a share is off by 2 in 100 at most, mostly
HIS = 2  # the answer he gives to everything: in the middle nothing is held back at an end
BLUR = {door: DOORS[door]["blur"] for door in Door}


def told(door, n):
    """What the page says: shares of 100 that are right, and certain."""
    for row in table("Other answers known"):
        if (row["Other answers known"], row["n"], row["Blur"]) == ("all", str(n), str(BLUR[door])):
            return figure(row["Right"]) / 100, figure(row["Certain"]) / 100
    raise LookupError((door, n))


class Attack:
    """Answers through a door n - 1 times, lets one person answer, closes, and guesses."""

    def __init__(self, cast, door, n, steps, monkeypatch):
        self.cast, self.door, self.n = cast, door, n
        self.chance = Random(f"{door} {n}")
        drawn = Random(f"steps of {door} {n}")
        real = lambda _perspective, _code, of: step_at(drawn.randrange(32), of)  # noqa: E731
        monkeypatch.setattr(closing, "from_system", steps or real)

    def person(self):
        """As answers are spread on the page."""
        answers, weights = list(attacker.PRIOR), list(attacker.PRIOR.values())
        return self.chance.choices(answers, weights, k=36)

    def report(self, assessment):
        others = [[HIS] * 36] * (self.n - 1)
        true = self.person()
        sheet = self.sheet(assessment)
        everybody = [*others, true]
        self.chance.shuffle(everybody)
        for number, answers in enumerate(everybody):
            send(assessment, answers, sheet[number] if sheet else "")
        closing.close(assessment=assessment, who=self.cast.owner)
        results = from_json(ClosedReport.objects.get(assessment=assessment).results, load())
        return true, results.perspectives["receiving"].cells.values()

    def sheet(self, assessment):
        """Slips: all of them in his hand but one, whoever printed them."""
        if self.door == Door.OPEN:
            return []
        perspective = assessment.perspectives.get(code="receiving")
        return slips.print_sheet(perspective=perspective, who=self.cast.keeper)

    def shares(self):
        """How many of his guesses are right, and how many he may be certain of."""
        right = certain = made = 0
        for _ in range(REPORTS):
            assessment = open_with_slips(self.cast, door=self.door, receiving=self.n)
            true, cells = self.report(assessment)
            for answer, cell in zip(true, cells, strict=True):
                likely = attacker.chances_of(
                    attacker.blurred(BLUR[self.door]), HIS * (self.n - 1), self.n, cell.value
                )
                right += bool(likely) and max(likely, key=likely.get) == answer
                certain += len(likely) == 1
                made += 1
        return right / made, certain / made


def send(assessment, answers, slip):
    draft = answering.begin(link=link_of(assessment, "receiving"), slip=slip)
    codes = answering.item_codes(assessment)
    answering.save_page(draft=draft, answers=dict(zip(codes, answers, strict=True)))
    answering.send(draft=draft)


# k - 1 answers of his own, and the most that one door's page has figures of
DOORS_TRIED = pytest.mark.parametrize(
    ("door", "n"), [(Door.EACH, 5), (Door.EACH, 10), (Door.OPEN, 10)]
)


@DOORS_TRIED
@pytest.mark.one_in(3)
def test_he_guesses_as_often_right_as_the_page_says_and_no_oftener(cast, door, n, monkeypatch):
    right, certain = Attack(cast, door, n, None, monkeypatch).shares()
    said, seldom = told(door, n)
    assert abs(right - said) < 0.06  # four times what chance does to 900 guesses
    assert certain < seldom + 0.02


@DOORS_TRIED
@pytest.mark.one_in(3)
def test_without_the_blur_he_reads_every_answer(cast, door, n, monkeypatch):
    """So this attack can win."""
    monkeypatch.setattr(attacker, "blurred", lambda _blur: attacker.Release(exactly, {0: 32}))
    attack = Attack(cast, door, n, lambda *_: 0, monkeypatch)
    assert attack.shares() == (1, 1)


def exactly(total, n, _step):
    return attacker.individuals_value(total, n, 0)


def test_what_a_group_agreed_he_reads_and_the_group_was_told(cast, client):
    """A second room's rating is no secret: it is exact, and no one person's."""
    assessment = open_assessment(cast, partner="group")
    start = reverse("respond", args=[link_of(assessment, "partner").code])
    assert "They are not private" in text(client.get(start))
    room = Room(counts={"partner": 3})
    for answers in ([4] * 36, [1] * 36):
        respond(assessment, "partner", answers, room=room)
    closing.close(assessment=assessment, who=cast.owner)
    cells = from_json(ClosedReport.objects.get().results, load()).perspectives["partner"].cells
    assert {(2 * cell.value - 100) / 25 for cell in cells.values()} == {1}


@pytest.mark.parametrize("door", Door)
def test_he_cannot_choose_the_moment(cast, door, monkeypatch):
    """Neither by closing right after one answer nor by watching for one."""
    tomorrow = timezone.localdate() + timedelta(days=1)
    assessment = open_with_slips(cast, door=door, receiving=12, closes_on=tomorrow)
    sheet = Attack(cast, door, 12, None, monkeypatch).sheet(assessment)
    owner, viewer = cast.client("owner"), cast.client("viewer")
    look = partial(pages_seen, owner, viewer, assessment)
    before = look()
    for number in range(11):
        send(assessment, [HIS] * 36, sheet[number] if sheet else "")
        assert look() == before, "on the day itself nothing moves"
    with pytest.raises(Refusal):
        closing.close(assessment=assessment, who=cast.owner)
    another_day()
    told_then = look()
    assert told_then != before
    send(assessment, [4] * 36, sheet[11] if sheet else "")
    another_day()
    assert look() == told_then, "nor does one more on the next"


def pages_seen(owner, viewer, assessment):
    """All that they may open of it while it is open, but for what is drawn for each request."""
    names = ("assessment", "links", "close")
    pages = [owner.get(reverse(name, args=[assessment.pk])) for name in names]
    pages += [viewer.get(reverse("assessment", args=[assessment.pk])), viewer.get("/", follow=True)]
    return [strip_tokens(text(page)) for page in pages]


def strip_tokens(page):
    drawn_anew = ("csrfmiddlewaretoken", "value=")
    return " ".join(one for one in page.split() if not any(two in one for two in drawn_anew))


@pytest.mark.parametrize("door", Door)
def test_everybody_is_told_before_they_begin(cast, client, door):
    assessment = open_with_slips(cast, door=door, receiving=12)
    said = text(client.get(reverse("respond", args=[link_of(assessment, "receiving").code])))
    assert "Whoever asks could answer several times themselves" in said
    assert ("If yours has been used already, say so" in said) == (door == Door.EACH)
    assert ("slips, one for each person, would" in said) == (door == Door.OPEN)


def test_an_owner_who_fills_an_open_link_himself_stands_out(cast, client):
    """He could stop it with one answer among his: whoever comes next is told, and whom to ask."""
    assessment = open_with_slips(cast, door=Door.OPEN, receiving=5)
    for _ in range(10):
        send(assessment, [HIS] * 36, "")
    start = reverse("respond", args=[link_of(assessment, "receiving").code])
    refused = client.post(start, {"words": "plain"})
    assert refused.status_code == 409
    assert "somebody must have answered more than once" in text(refused)


def test_the_keeper_alone_lets_it_close_early(cast):
    tomorrow = timezone.localdate() + timedelta(days=1)
    assessment = open_with_slips(cast, receiving=12, closes_on=tomorrow)
    promised_day.ask_to_close_early(assessment=assessment, reason="Soon.", who=cast.owner)
    with pytest.raises(Refusal):
        promised_day.agree_to_close_early(assessment=assessment, who=cast.owner)
    promised_day.agree_to_close_early(assessment=assessment, who=cast.keeper)
    closing.close(assessment=assessment, who=cast.owner)
