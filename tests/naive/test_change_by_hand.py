"""Section 10 by hand: two rounds of one programme, on both sides of every cut."""

from fractions import Fraction

import pytest

from tests.naive.change import change, change_of, common_items, smallest, word
from tests.naive.method import assess
from tests.naive.rooms import each, group, mixed, row, still


@pytest.mark.parametrize(
    ("then", "now", "halves", "expected", "least"),
    [
        (62, 50, (4, 5), "changed", 10),
        (50, "59.99", (1, 1), "no clear change", 10),
        (50, "59.9999999995", (1, 1), "changed", 10),
        (50, "60.01", (5, 5), "changed", 10),
        (50, "60.0000000001", (5, 5), "no clear change", 10),
        (50, "64.99", (9, 9), "no clear change", 18),
        (50, 65, (9, "9.2"), "possible change", 19),
        (50, 90, (None, 5), "possible change", None),
        (50, 64, (None, 5), "no clear change", None),
    ],
)
def test_what_changed(then, now, halves, expected, least):
    halves = [None if half is None else Fraction(half) for half in halves]
    assert word(Fraction(then), halves[0], Fraction(now), halves[1]) == expected
    told = "a possible change of 15 only" if least is None else least
    assert smallest(*halves) == told


def round_of(answers, length="full", kind="each", without=()):
    """Everybody gives their one answer to every item but those without."""
    left = {item.replace("-", "_"): "." for item in without}
    rows = [row(one, one, length, **left) for one in answers]
    one = group(*rows) if kind == "group" else each(rows)
    return assess({"receiving": one}, still, length=length)


def sharing(then, now, revised=()):
    return change(then, now, revised)["receiving"]["sharing"]


def test_two_rounds():
    # sd 5, m 10, n 10, c 4: 2 root(2.5 + 1.0764) = 3.78 either way
    found = sharing(round_of("2" * 10), round_of("3" * 10))
    assert found == {
        "items": ["sharing-1", "sharing-2", "sharing-3", "sharing-4"],
        "before": 50, "now": 75, "difference": 25, "change": "changed", "smallest": None,
    }  # fmt: skip
    found = sharing(round_of("2" * 10), round_of("2" * 10))
    assert (found["change"], found["smallest"]) == ("no clear change", 10)  # 7.56


def test_the_smallest_of_people_who_differ():
    # halves of 19.09 (above): 38.18, rounded up
    then = assess({"receiving": each(mixed(12))}, still)
    assert sharing(then, then)["smallest"] == 39


def test_only_over_items_released_in_both():
    short = round_of("2" * 10, without=["sharing-1"])
    found = sharing(short, round_of("3" * 10))
    assert found["items"] == ["sharing-2", "sharing-3", "sharing-4"]
    assert found["change"] == "possible change"  # the second's P was made of four
    both = sharing(short, round_of("3" * 10, without=["sharing-1"]))
    assert both["change"] == "changed"
    assert sharing(short, round_of("2" * 10))["smallest"] == "a possible change of 15 only"


def test_two_items_are_needed_and_revised_ones_left_out():
    then, now = round_of("2" * 10), round_of("3" * 10)
    assert len(sharing(then, now, {"sharing-1", "sharing-2"})["items"]) == 2
    assert sharing(then, now, {"sharing-1", "sharing-2", "sharing-4"}) is None
    assert sharing(then, now, {"sharing-1"})["change"] == "possible change"
    assert common_items(then, now, "receiving", "sharing", {"respect-1"}) == [
        f"sharing-{number}" for number in (1, 2, 3, 4)
    ]


def test_short_beside_full_and_short_beside_short():
    short = round_of("2" * 10, "short")
    assert sharing(short, round_of("3" * 10))["change"] == "possible change"
    assert sharing(short, round_of("3" * 10, "short"))["change"] == "changed"
    assert sharing(round_of("2" * 10, "short", without=["sharing-1"]), short) is None


def test_groups_have_no_smallest_change():
    groups, alone = round_of("222", kind="group"), round_of("2" * 10)
    assert sharing(groups, groups)["smallest"] is None
    assert sharing(groups, alone)["smallest"] == "a possible change of 15 only"
    assert sharing(round_of("333", kind="group"), groups)["change"] == "possible change"


def test_only_perspectives_of_both_rounds():
    then = assess({"receiving": each(mixed(12)), "staff": each(mixed(12))}, still)
    now = assess({"receiving": each(mixed(12)), "giving": each(mixed(12))}, still)
    assert list(change(then, now)) == ["receiving"]
    assert change_of(then, round_of("2222"), "receiving", "sharing") is None
