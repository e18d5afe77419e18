"""Sections 4 to 6 by hand: scores, views, levels and their reasons, on both sides of every cut."""

from fractions import Fraction

import pytest

from tests.naive.contract import MECHANISMS, NOT_ENOUGH
from tests.naive.levels import (
    after_facts,
    after_gap,
    band_of,
    borderline,
    final_level,
    sources,
    table,
)
from tests.naive.method import assess
from tests.naive.rooms import cells_with, each, one_principle, people, reason, row, still
from tests.naive.scores import gap_of, lived_view, n_shown, p_score, panel_counts, w_score

E1 = Fraction(1)


def test_half_of_the_forms_practice_and_one_warning_sign():
    assert p_score(cells_with([60, 70, None, None]), "mutuality", "full") == 65
    assert w_score(cells_with([], [None, 44]), "mutuality", "full") == 44
    assert n_shown(cells_with([60, None, None, None]), "mutuality", "full") is None


def test_n_shown_is_of_the_scores_that_exist():
    cells = cells_with([60, None, None, None], [40, 40], n=10)
    cells["mutuality-1"]["n"] = 5  # P is missing: its cell does not count
    assert n_shown(cells, "mutuality", "full") == 10
    cells["mutuality-2"] = {"n": 8, "value": 60}
    assert n_shown(cells, "mutuality", "full") == 5


# 5. Views


@pytest.mark.parametrize(
    ("people_in", "lived", "counts"),
    [(4, 2, True), (5, 2, False), (1, 1, False), (2, 2, True), (6, 3, True), (7, 3, False),
     (None, 2, False), (4, None, False)],
)  # fmt: skip
def test_when_a_panel_counts(people_in, lived, counts):
    panel = {"people": people_in, "lived_experience": lived}
    assert panel_counts(panel) == counts
    assert not panel_counts(None)


def test_lived_view_axis_by_axis():
    sides = {"giving": (None, 40), "panel": (70, 10), "partner": (None, None)}
    found = one_principle(sides, counts=True)
    assert found["L"] == {"P": 70, "W": 40}  # the panel for P alone
    assert one_principle(sides)["L"] == {"P": None, "W": 40}
    assert (
        lived_view({"giving": E1, "receiving": 3 * E1, "partner": 5 * E1, "panel": E1}, True) == 3
    )
    assert one_principle({"partner": (80, 20)})["level"] == "Holding"
    assert gap_of(None, E1) is None
    # others: (80 + 60)/2 = 70; all-round with the panel: (50 + 80 + 60 + 10)/4 = 50
    found = one_principle(
        {"giving": (50, 0), "staff": (80, 0), "commissioner": (60, 0), "panel": (10, 0)}
    )
    assert (found["O"], found["gap"], found["all_round"]) == (70, 20, 50)


def test_others_can_never_clear_a_mark():
    alone = one_principle({"giving": (30, 70)})
    beside = one_principle({"giving": (30, 70), "staff": (0, 0), "commissioner": (100, 0)})
    assert alone["level"] == beside["level"] == "At risk"
    assert beside["confirmed"] is False


# 6. Levels


@pytest.mark.parametrize(
    ("p", "w", "expected"),
    [
        ("37.4", "62.5", "At risk"),
        ("62.5", "62.5", "Under pressure"),
        ("37.5", "37.4", "Watch"),
        ("62.4999999995", "37.4999999985", "Holding"),  # within 1e-9 of P's cut, outside of W's
        ("62.499999998", "37.4", "Watch"),
    ],
)
def test_the_table(p, w, expected):
    assert table(Fraction(p), Fraction(w)) == expected


def test_no_score_no_level():
    assert table(None, E1) == table(E1, None) == NOT_ENOUGH
    assert borderline(None, E1) is None
    assert band_of(Fraction("37.5")) == "mid"


RUNGS = {
    "Holding": "Watch",
    "Watch": "Under pressure",
    "Under-developed": "Under pressure",
    "Under pressure": "At risk",
    "At risk": "At risk",
    NOT_ENOUGH: NOT_ENOUGH,
}


@pytest.mark.parametrize("level", RUNGS)
def test_up_one_rung_at_a_gap_of_20(level):
    assert after_gap(level, Fraction(20)) == RUNGS[level]
    assert after_gap(level, Fraction("19.9999999995")) == RUNGS[level]
    assert after_gap(level, Fraction("19.99")) == level
    assert after_gap(level, Fraction(-90)) == level
    assert after_gap(level, None) == level


def test_the_fact_floor():
    for level in ("Holding", "Watch", "Under-developed", "Under pressure"):
        assert after_facts(level, ["F01"]) == "Under pressure"
        assert after_facts(level, []) == level
    assert after_facts("At risk", ["F01"]) == "At risk"
    assert after_facts(NOT_ENOUGH, ["F01"]) == NOT_ENOUGH
    # in this order: Watch -> Under pressure by the gap, and the floor lifts no further
    assert final_level(Fraction(50), Fraction(0), Fraction(20), ["F01"]) == "Under pressure"


def test_every_fact_lifts_its_row():
    for principles, _, facts in MECHANISMS.values():
        for fact in facts.split():
            found = assess({"receiving": people(5, 4, 0)}, still, facts={fact: "yes"})
            for code, one in found["principles"].items():
                lifted = code in principles.split()
                assert one["level"] == ("Under pressure" if lifted else "Holding")


def test_a_risk_that_two_see_is_confirmed_unless_one_sided():
    sides = {"giving": (30, 65), "receiving": (30, 70)}
    assert one_principle(sides, sure="Firm")["confirmed"] is True
    assert one_principle(sides, sure="One-sided")["confirmed"] is False
    assert one_principle({"giving": (50, 50)})["confirmed"] is None  # Under pressure: neither


def test_sources():
    # one source is provisional; a yes fact or a panel of anybody makes two
    assert one_principle({"giving": (30, 70)})["confirmed"] is False
    assert one_principle({"giving": (30, 70)}, ["F01"])["confirmed"] is True
    found = one_principle({"giving": (30, 70), "panel": (50, 50)}, counts=False)
    assert found["sources"] == ["giving", "panel"]
    assert found["confirmed"] is True
    # Watch and Under-developed are no sources, nor half a score
    found = one_principle({"giving": (30, 70), "staff": (30, 10), "panel": (50, None)})
    assert found["sources"] == ["giving"]
    assert sources({}, ["F02", "F03"]) == ["F02", "F03"]


def test_the_gap_and_the_fact_are_named():
    found = one_principle({"giving": (66, 30), "staff": (90, 0)}, ["F12"])
    assert reason(found, "gap") == [{"about": "gap", "figure": 24, "clears": "gap below 20"}]
    assert reason(found, "fact")[0]["fact"] == "F12"
    # P and W are as they should be: nothing to clear there
    assert [reason(found, axis)[0]["clears"] for axis in "PW"] == [None, None]


def test_what_would_clear():
    found = one_principle({"giving": (62.4, 37.5)})
    assert reason(found, "P")[0]["clears"] == "L for P at 62.5 or more"
    assert reason(found, "W")[0]["clears"] == "L for W below 37.5"
    assert reason(found, "P")[0]["in_words"] is None
    found = one_principle({"giving": (62.4, 37.5)}, kinds={"giving": "group"})
    assert reason(found, "P")[0]["in_words"] == "when most would choose Mostly or Fully"
    assert reason(found, "W")[0]["in_words"] == "when most would choose A little or Not at all"
    # groups alone, on one axis only: receiving has W of individuals
    found = one_principle(
        {"partner": (50, 50), "receiving": (None, 50)}, kinds={"partner": "group"}
    )
    assert reason(found, "P")[0]["in_words"]
    assert reason(found, "W")[0]["in_words"] is None


# "Members read as Holding"


@pytest.mark.parametrize(
    ("sides", "facts", "members", "rests_on"),
    [
        # P (70+30)/2 = 50
        ({"receiving": (70, 30), "partner": (30, 10)}, [], ["receiving"], ["partner"]),
        # W (30+30+90)/3 = 50
        ({"giving": (70, 30), "receiving": (70, 30), "partner": (90, 90)}, [],
         ["giving", "receiving"], ["partner"]),
        # giving has P only: (20+70)/2 = 45
        ({"giving": (20, None), "receiving": (70, 30)}, [], ["receiving"], ["giving"]),
        ({"giving": (70, 30), "staff": (95, 0)}, [], ["giving"], ["gap"]),
        ({"giving": (70, 30)}, ["F12"], ["giving"], ["F12"]),
        # partner rates well and is no reason: 20 of giving is
        ({"giving": (20, None), "receiving": (70, 30), "partner": (80, 10)}, ["F01"],
         ["receiving"], ["giving", "F01"]),
    ],
)  # fmt: skip
def test_members_read_as_holding(sides, facts, members, rests_on):
    found = one_principle(sides, facts)
    assert found["reasons"][0] == {"about": "members", "sides": members, "rests_on": rests_on}


@pytest.mark.parametrize(
    "sides",
    [
        {"giving": (70, 30)},  # the level is Holding
        {"giving": (70, 30), "receiving": (50, 30)},  # one of them reads Watch
        {"giving": (70, None), "partner": (30, 30)},  # neither has both scores
        {"partner": (30, 30)},
        {"panel": (90, 0)},
    ],
)
def test_members_do_not_read_as_holding(sides):
    assert reason(one_principle(sides, counts=True), "members") == []


# Borderline


@pytest.mark.parametrize(
    ("p", "w", "expected"),
    [
        ("67.5", "32.4", False),
        ("67.4", "32.4", True),  # 67.4 < 67.5
        ("67.5", "32.5", True),  # lowered, the cut is 32.5
        ("50", "20", False),
        ("57.5", "20", True),  # lowered: 57.5 is high, Holding
        ("57.4", "20", False),
        ("42.4", "20", True),
        ("42.5", "20", False),
        ("80", "65", False),  # mid or high, still Under pressure
    ],
)
def test_borderline(p, w, expected):
    assert borderline(Fraction(p), Fraction(w)) == expected


def test_borderline_is_of_the_table_whatever_the_final_level():
    found = one_principle({"giving": (64, 36)}, ["F01"])
    assert (found["level"], found["borderline"]) == ("Under pressure", True)


def test_staff_alone_are_not_enough():
    found = assess({"staff": each([row(4, 0)] * 14)}, still, facts={"F02": "yes"})
    for code in ("sharing", "independence"):
        one = found["principles"][code]
        assert (one["level"], one["confirmed"], one["borderline"]) == (NOT_ENOUGH, None, None)
        assert one["perspectives"]["staff"]["n"] == 10
        assert one["reasons"] == [
            {"about": "evidence", "missing": ["P", "W"], "clears": "enough answers"},
            {"about": "fact", "fact": "F02", "clears": "F02 no longer true"},
        ]
    assert found["confidence"] == "One-sided"
