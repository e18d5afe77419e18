"""Section 10 by hand: each cut-off on both sides, small enough to work out on paper."""

from fractions import Fraction

import pytest

from tests.naive.change import change, released, word
from tests.naive.method import assess, items_of

# Ten people of one mind: their spread is the least there is, 5.
TWOS, THREES, FOURS = [2] * 10, [3] * 10, [4] * 10


def said(answers, length="full", without=()):
    """Everybody gives their one answer to each item but ``without``."""
    items = items_of(length)
    return [[None if item in without else answer for item in items] for answer in answers]


def answered_by(answers, length="full", without=(), **of):
    return assess({"receiving": said(answers, length, without)}, length=length, **of)


def sharing(then, now, **of):
    return change(then, now, **of)["receiving"]["sharing"]


# The words


APART, TOUCHING = ((40, 45), (55, 60)), ((40, 50), (50, 60))


@pytest.mark.parametrize(
    ("difference", "ranges", "expected"),
    [
        ("9.99", APART, "no clear change"),
        ("10", APART, "changed"),
        ("-10", APART, "changed"),
        ("9.9999999999", APART, "changed"),  # 1e-10 below counts as 10
        ("10", APART[::-1], "changed"),
        ("10", TOUCHING, "no clear change"),
        ("10", ((40, 50), (Fraction("50.0000000001"), 60)), "no clear change"),
        ("10", ((40, 50), (Fraction("50.01"), 60)), "changed"),
        ("14.99", TOUCHING, "no clear change"),
        ("15", TOUCHING, "possible change"),
        ("-15", TOUCHING[::-1], "possible change"),
        ("14.99", (None, (1, 2)), "no clear change"),
        ("15", (None, (1, 2)), "possible change"),
        ("90", ((1, 2), None), "possible change"),
        ("90", (None, None), "possible change"),
        ("90", ((0, 100), (90, 90)), "possible change"),
        ("0", APART, "no clear change"),
    ],
)
def test_the_words(difference, ranges, expected):
    assert word(Fraction(difference), *ranges) == expected


# Two assessments


def test_ranges_apart():
    """sd 5 (the least) and m 10: 50 and 75 are 3.16 wide either way."""
    found = sharing(answered_by(TWOS), answered_by(THREES))
    assert found == {
        "items": ["sharing-1", "sharing-2", "sharing-3", "sharing-4"],
        "before": 50,
        "now": 75,
        "difference": 25,
        "change": "changed",
    }
    assert sharing(answered_by(THREES), answered_by(TWOS))["difference"] == -25


def test_ranges_that_overlap():
    """62.5 and 77.5, of ten people each who differ."""
    then = [0, 0, 1, 2, 2, 4, 4, 4, 4, 4]
    now = [1, 1, 2, 3, 4, 4, 4, 4, 4, 4]
    found = sharing(answered_by(then), answered_by(now))
    # sd 42.9 and 32.2: 62.5 + 27.1 is above 77.5 - 20.3
    assert (found["before"], found["now"]) == (62.5, 77.5)
    assert found["change"] == "possible change"


def test_everybody_answered_leaves_a_range_of_one_point():
    """N = m on both sides: 62.5 and 77.5 are apart, whatever the spread."""
    then = [0, 0, 1, 2, 2, 4, 4, 4, 4, 4]
    now = [1, 1, 2, 3, 4, 4, 4, 4, 4, 4]
    whole = {"sizes": {"receiving": 10}}
    assert sharing(answered_by(then, **whole), answered_by(now, **whole))["change"] == "changed"
    wrong = {"sizes": {"receiving": 9}}  # fewer than answered: N is not known
    assert (
        sharing(answered_by(then, **wrong), answered_by(now, **wrong))["change"]
        == "possible change"
    )


@pytest.mark.parametrize(("people", "expected"), [(9, "possible change"), (10, "changed")])
def test_no_spread_below_ten(people, expected):
    assert sharing(answered_by(TWOS), answered_by([3] * people))["change"] == expected


def test_a_group_has_no_range():
    then, now = (answered_by([answer], groups={"receiving"}) for answer in (2, 3))
    assert sharing(then, now)["change"] == "possible change"


# The items in common


def test_only_what_was_released_in_both():
    """The first lacks sharing-1: both are made again over the other three."""
    without = ["sharing-1"]
    found = sharing(answered_by(TWOS, without=without), answered_by(THREES))
    assert found["items"] == ["sharing-2", "sharing-3", "sharing-4"]
    # the second's spread was made over four items: no range, so not more than possible
    assert found["change"] == "possible change"
    both = sharing(answered_by(TWOS, without=without), answered_by(THREES, without=without))
    assert both["change"] == "changed"


def test_the_score_is_made_again_over_them():
    """sharing-1 at 100 and the rest at 50: it counted in no comparison."""
    rows = [[4 if item == "sharing-1" else 2 for item in items_of("full")] for _ in range(10)]
    then = assess({"receiving": rows})
    assert then["principles"]["sharing"]["perspectives"]["receiving"]["P"] == 61.88  # 97.5 held
    now = answered_by(TWOS, without=["sharing-1"])
    found = sharing(then, now)
    assert (found["before"], found["now"], found["change"]) == (50, 50, "no clear change")


@pytest.mark.parametrize("missing", [2, 3])
def test_two_items_are_needed(missing):
    without = [f"sharing-{number}" for number in range(1, missing + 1)]
    found = sharing(answered_by(TWOS, without=without), answered_by(THREES, without=without))
    assert (found is None) == (missing == 3)


def test_no_item_in_common():
    then = answered_by(TWOS, without=["sharing-1", "sharing-2"])
    now = answered_by(TWOS, without=["sharing-3", "sharing-4"])
    assert sharing(then, now) is None


def test_the_short_form_beside_the_full_one():
    found = sharing(answered_by(TWOS, "short"), answered_by(THREES))
    assert found["items"] == ["sharing-1", "sharing-2"]
    assert found["change"] == "possible change"
    assert sharing(answered_by(TWOS, "short"), answered_by(THREES, "short"))["change"] == "changed"
    one = answered_by(TWOS, "short", ["sharing-2"])
    assert sharing(one, one) is None


def test_a_revised_item_is_left_out():
    found = sharing(answered_by(TWOS), answered_by(THREES), revised={"sharing-4", "respect-1"})
    assert found["items"] == ["sharing-1", "sharing-2", "sharing-3"]
    assert found["change"] == "possible change"  # both spreads were made with it


def test_only_perspectives_of_both():
    then = assess({"receiving": said(TWOS), "staff": said(TWOS)})
    now = assess({"receiving": said(FOURS), "giving": said(FOURS)})
    assert list(change(then, now)) == ["receiving"]


def test_an_assessment_without_enough_people():
    assert sharing(answered_by(TWOS), answered_by([3] * 4)) is None
    assert released(answered_by([3] * 4), "receiving", "sharing") == set()
