"""Section 11 by hand: each cut-off on both sides, small enough to work out on paper.

Holds the naive method itself, so that it may hold the real one.
"""

from datetime import date, timedelta
from fractions import Fraction

import pytest

from tests.naive.comparing import (
    anonymous,
    by_name,
    can_be_shared,
    essence,
    held,
    in_words,
    leaves,
    may_take_part,
    one_assessment,
    play,
    quantile,
    tell,
)
from tests.naive.contract import MECHANISMS, NOT_ENOUGH, PRINCIPLES
from tests.naive.method import assess
from tests.naive.rooms import each, group, people, row, still

GOOD, LOW = 3, 0
DAY = date(2026, 11, 20)


def room(count, practice, warning=LOW, **of):
    return people(count, practice, warning, **of)


# What leaves


@pytest.mark.parametrize(("count", "leaving"), [(7, []), (8, ["receiving"])])
def test_a_cell_leaves_from_the_band_of_eight_people(count, leaving):
    found = assess({"receiving": room(count, GOOD)}, still)
    assert found["principles"]["respect"]["L"]["P"] == 75  # visible to itself
    outside = leaves(found)
    assert list(outside["cells"]) == leaving
    assert outside["principles"]["respect"]["P"] == (75 if leaving else None)
    assert outside["structure"]["ESSENCE"] == (75 if leaving else None)


def test_a_cell_of_seven_stays_beside_cells_of_eight():
    rows = [row(GOOD, LOW)] * 7 + [row(0, 0, respect_1=".")]
    outside = leaves(assess({"receiving": each(rows)}, still))
    assert "n" not in outside["cells"]["receiving"]["respect-1"]
    # 7 threes and a nought: 25 x 21 / 8 is 65.625, 66 as released
    assert outside["cells"]["receiving"]["respect-2"] == {"n": 8, "value": 66}
    assert outside["principles"]["respect"]["P"] == 66


def test_a_group_leaves_whatever_its_size():
    outside = leaves(assess({"partner": group(row(GOOD, LOW))}, still))
    assert outside["principles"]["respect"]["P"] == 75


def test_a_higher_k_still_decides():
    found = assess({"receiving": room(9, GOOD, k=10)}, still)
    assert leaves(found)["cells"] == {}


def test_a_small_perspective_no_longer_drowns_nor_raises():
    """Six who give say 75, ten who receive 50; six staff say 87 and make no gap outside."""
    found = assess({"giving": room(6, 3), "receiving": room(10, 2), "staff": room(6, 4)}, still)
    home, outside = found["principles"]["sharing"], leaves(found)["principles"]["sharing"]
    assert (home["L"]["P"], home["gap"], home["level"]) == (62.5, 24.5, "Watch")
    assert (outside["P"], outside["O"], outside["gap"]) == (50, None, None)
    assert outside["level"] == "Watch"


def test_the_level_is_made_again_without_the_gap():
    answers = {"receiving": room(10, 3), "staff": room(6, 4), "commissioner": room(7, 4)}
    found = assess(answers, still)
    assert found["principles"]["sharing"]["level"] == "Holding"  # 87 is 12 above 75
    found = assess({"receiving": room(10, 2), "staff": room(7, 4)}, still)
    assert found["principles"]["sharing"]["level"] == "Under pressure"  # a gap of 37
    assert leaves(found)["principles"]["sharing"]["level"] == "Watch"


def test_the_panel_stands_in_where_those_who_receive_stay():
    answers = {"receiving": room(7, 2), "panel": group(row(3, 2))}
    found = assess(answers, still, panel=(4, 2))
    assert found["principles"]["stigma"]["L"]["P"] == 50
    outside = leaves(found)
    assert outside["principles"]["stigma"]["P"] == 75
    assert outside["mechanisms"]["M1"] == 50
    unstated = assess(answers, still, panel=(4, None))
    assert leaves(unstated)["principles"]["stigma"]["P"] is None


def test_the_own_part_leaves():
    standards = {"S01": 4, "S02": 2, "S09": 1, "S10": 1, "S11": 2, "S17": 2}
    found = assess({"receiving": room(8, 3)}, still, standards=standards, facts={"F12": "yes"})
    outside = leaves(found)
    assert outside["domains"] == {"A": 75, "E": Fraction(75, 2)} | dict.fromkeys("BCDFG")
    assert outside["structure"] == {"FORMAL": None, "ROOTED": Fraction(75, 2), "ESSENCE": 75}
    assert outside["principles"]["sharing"]["level"] == "Under pressure"  # F12's floor


def test_no_evidence_outside_is_no_level_though_a_fact_is_true():
    outside = leaves(assess({"receiving": room(7, 3)}, still, facts={"F12": "yes"}))
    assert outside["principles"]["sharing"]["level"] == NOT_ENOUGH
    assert (outside["mechanisms"]["M8"], outside["statuses"]["M8"]) == (None, "Present")


# Enough to be shared


def test_eight_principles_are_needed():
    """Four more cells of seven of the eight principles of a group that skipped the others."""
    for known, enough in ((7, False), (8, True)):
        skipped = {
            f"{one.replace('-', '_')}_{at}": "." for one in PRINCIPLES[known:] for at in range(1, 5)
        }
        found = leaves(assess({"partner": group(row(GOOD, LOW, **skipped))}, still))
        assert can_be_shared({"leaves": found}) is enough


# One figure


def test_a_mean_from_six():
    assert tell([48, 54, 62, 69, 34])["why"] == "too few"
    found = tell([48, 54, 62, 69, 34, 57], 57)  # 324 of 6
    assert (found["n"], found["mean"], found["shown"], found["own"]) == (6, 54, "54", 57)
    assert (found["why"], found["median"], found["third"]) == (None, None, None)


@pytest.mark.parametrize(
    ("value", "n", "nearest", "expected"),
    [
        (81, 6, 1, (75, "75 or higher")),
        (Fraction("19.4"), 8, 1, (19, "19 or lower")),
        (Fraction("19.5"), 8, 1, (20, "20")),
        (100, 12, 5, (90, "90 or higher")),  # 87.5 is 90
        (14, 12, 5, (15, "15 or lower")),
        (Fraction("17.49"), 12, 5, (15, "15 or lower")),  # also by rounding
        (Fraction("17.5"), 12, 5, (20, "20")),
        (0, 1000, 1, (0, "0 or lower")),
    ],
)
def test_held_away_from_the_ends(value, n, nearest, expected):
    assert held(value, n, nearest) == expected


def test_quantiles_from_twelve():
    assert tell(list(range(30, 41)))["median"] is None
    found = tell(list(range(30, 90, 5)), 40)  # 30, 35 .. 85
    assert (found["median"], found["q1"], found["q3"]) == (60, 45, 70)  # 57.5, 43.75, 71.25
    assert (found["third1"], found["third2"], found["third"]) == (50, 65, "lower")  # 48.3, 66.7


def test_quantiles_lie_on_the_line_between_two():
    assert quantile([10, 20], Fraction(1, 3)) == Fraction(40, 3)
    assert quantile([7], Fraction(1, 4)) == 7


@pytest.mark.parametrize(
    ("own", "values", "third"),
    [
        (None, [50] * 12, None),
        (44, [50] * 12, "lower"),
        (45, [50] * 12, "cannot tell"),
        (54, [50] * 12, "cannot tell"),
        (55, [50] * 12, "upper"),
        (0, [5] * 12, "cannot tell"),  # 15 or lower
        (100, [99] * 12, "cannot tell"),  # 90 or higher
        (50, [20] * 6 + [80] * 6, "middle"),
    ],
)
def test_the_third_of_ones_own(own, values, third):
    assert tell(values, own)["third"] == third


def test_essence_is_made_of_what_is_shown():
    six = {code: tell([60] * 6) for code in PRINCIPLES}
    assert essence(six, 61)["mean"] == 60
    none = tell([60] * 5)
    seven = six | dict.fromkeys(PRINCIPLES[7:], none)
    assert essence(seven)["mean"] is None
    eight = six | dict.fromkeys(PRINCIPLES[8:], none) | {PRINCIPLES[0]: tell([99] * 6)}
    assert essence(eight)["mean"] == 62  # 61.875: the 99 are held at 75
    assert essence(eight)["at_an_end"] == 1


# In words


@pytest.mark.parametrize(
    ("count", "of", "word"),
    [
        (0, 8, "fewer than half"),
        (5, 13, "fewer than half"),  # 38.5
        (4, 10, "about half"),
        (6, 10, "about half"),
        (7, 11, "more than half"),
        (15, 15, "more than half"),
        (0, 16, "few"),
        (3, 16, "few"),  # 18.75
        (4, 20, "some"),
        (7, 20, "some"),
        (8, 20, "about half"),
        (12, 20, "about half"),
        (13, 20, "most"),
        (15, 20, "most"),
        (16, 20, "nearly all"),
        (20, 20, "nearly all"),
    ],
)
def test_words(count, of, word):
    assert in_words(count, of) == word


# A round


def figures(p=None, level=None):
    """Every principle alike, as ``leaves`` would give them."""
    of = {"P": None if p is None else Fraction(str(p)), "level": level or NOT_ENOUGH}
    return {
        "cells": {"receiving": {"respect-1": {"n": 8, "value": p}}},
        "principles": {code: dict(of) for code in PRINCIPLES},
        "domains": dict.fromkeys("ABCDEFG"),
        "structure": {"FORMAL": None, "ROOTED": None, "ESSENCE": of["P"]},
        "mechanisms": dict.fromkeys(MECHANISMS),
        "statuses": dict.fromkeys(MECHANISMS, "Not known"),
    }


def member(name, p=60, days=0, programme="", level="Watch", planned=()):
    return {
        "organisation": name,
        "programme": programme,
        "closed": DAY + timedelta(days),
        "leaves": figures(p, level),
        "planned": set(planned),
    }


def several(count, p=40):
    return [member(f"{at}", p + at) for at in range(count)]


def test_nothing_of_five():
    found = anonymous(several(5), ["M2:0"])
    assert found["members"] is None
    assert found["principles"]["respect"]["mean"] is None
    assert found["principles"]["respect"]["levels"] is None
    assert (found["structure"]["ESSENCE"]["mean"], found["actions"]) == (None, {})


def test_words_from_eight_and_plans_from_twelve():
    for count, words, plans in ((7, 0, 0), (8, 1, 0), (11, 1, 0), (12, 1, 1)):
        found = anonymous(several(count), ["M2:0"])
        assert bool(found["principles"]["respect"]["levels"]) == words
        assert bool(found["mechanisms"]["M1"]["statuses"]) == words
        assert bool(found["actions"]) == plans
    assert found["principles"]["respect"]["levels"]["Watch"] == "more than half"
    assert found["principles"]["respect"]["levels"]["At risk"] == "fewer than half"
    assert found["actions"] == {"M2:0": "fewer than half"}


def test_the_not_known_are_counted_in_words_and_not_in_n():
    asking = several(8)
    for one in asking[:4]:
        one["leaves"] = figures(None)
    found = anonymous(asking)["principles"]["respect"]
    assert (found["n"], found["why"]) == (None, "too few")
    assert found["levels"][NOT_ENOUGH] == found["levels"]["Watch"] == "about half"


def test_by_name_in_the_order_of_names():
    found = by_name([member("harbour"), member("Ashdown", 58, programme="Wards")], "harbour")
    assert found["members"] == ["Ashdown: Wards", "harbour"]
    assert found["principles"]["respect"]["Ashdown: Wards"] == {"value": 58, "level": "Watch"}


# Counted once


def test_two_that_are_one():
    then = member("North", 50)
    assert one_assessment(then, member("North", 60, 182))
    assert one_assessment(then, member("North", 60, -182, programme="Wards"))
    assert not one_assessment(then, member("North", 60, 183))
    assert one_assessment(then, member("South", 50, 1000))  # the same cells
    assert not one_assessment(then, member("South", 60))


def test_asked_of_each_pair():
    """Of three a hundred days apart the first and the last are two."""
    first, second, last = (member("North", 50 + at, 100 * at) for at in range(3))
    assert one_assessment(first, second)
    assert one_assessment(second, last)
    assert not one_assessment(first, last)


def test_never_both():
    north = member("North")
    assert not may_take_part(north, "anonymous", [north], [])
    assert not may_take_part(north, "by name", [north], [])
    assert not may_take_part(north, "anonymous", [], [north])
    assert may_take_part(north, "by name", [], [north])


def test_a_round_of_five_counts_nobody():
    five, six = several(5), several(6)
    assert play([("anonymous", five), ("anonymous", five)]) == [[], []]
    assert play([("anonymous", six), ("anonymous", six)]) == [[], six]
    assert play([("by name", five), ("by name", five), ("anonymous", six)]) == [[], [], five]
