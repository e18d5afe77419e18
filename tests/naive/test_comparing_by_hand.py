"""Section 11 by hand: each cut-off on both sides, small enough to work out on paper.

Holds the naive method itself, so that it may hold the real one.
"""

from fractions import Fraction

import pytest

from tests.naive.comparing import compare, differing, leaves, quantile, split
from tests.naive.contract import MECHANISMS, NOT_ENOUGH, PRINCIPLES
from tests.naive.method import assess
from tests.naive.rooms import each, group, people, row, still

HIGH, GOOD, LOW = 4, 3, 0


# A member in a few strokes


def figures(p=None, level=None, domain=None):
    """Nothing but mutuality's P and level and domain A, as ``leaves`` would give them."""
    of = {"P": None, "W": None, "O": None, "gap": None, "level": NOT_ENOUGH}
    principles = {code: dict(of) for code in PRINCIPLES}
    principles["mutuality"] |= {
        "P": None if p is None else Fraction(str(p)),
        "level": level or NOT_ENOUGH,
    }
    return {
        "principles": principles,
        "domains": dict.fromkeys("ABCDEFG") | {"A": domain},
        "structure": dict.fromkeys(["FORMAL", "ROOTED", "ESSENCE"]),
        "mechanisms": dict.fromkeys(MECHANISMS),
    }


def members(scores, sharing="named", kind="trust", **of):
    return [
        {"name": f"{kind} {sharing} {at}", "kind": kind, "sharing": sharing}
        | {"leaves": figures(score, **of)}
        for at, score in enumerate(scores)
    ]


def viewer(p, sharing="named"):
    return {"name": "North Trust", "kind": "trust", "sharing": sharing, "leaves": figures(p)}


def mutuality(others, own=None):
    if own is None:
        return compare(others)["principles"]["mutuality"]
    return compare([*others, own], "North Trust")["principles"]["mutuality"]


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


# How many are needed


@pytest.mark.parametrize(
    ("scores", "mean"), [([10, 20, 30, 40], None), ([10, 20, 30, 40, 53], 30.6)]
)
def test_a_mean_of_five_others(scores, mean):
    found = mutuality(members(scores))
    assert (found["others"], found["mean"]) == (len(scores), mean)
    assert (found["own"], found["third"], found["median"]) == (None, None, None)


def test_own_is_left_out():
    found = mutuality(members([10, 20, 30, 40]), viewer(99))
    assert (found["own"], found["others"], found["mean"]) == (99, 4, None)
    found = mutuality(members([10, 20, 30, 40, 50]), viewer(99))
    assert (found["own"], found["others"], found["mean"]) == (99, 5, 30)


TENS = [10, 20, 30, 40, 50, 60, 70, 80, 90]


@pytest.mark.parametrize(
    ("scores", "own", "third"),
    [
        (TENS[:8], 5, None),
        (TENS, 36, "lower"),  # 1/3 of the way is 36.67, 2/3 is 63.33
        (TENS, 37, "middle"),
        (TENS, 63, "middle"),
        (TENS, 64, "upper"),
        ([0, *TENS], 29.99, "lower"),  # exactly 30 and 60
        ([0, *TENS], 30, "middle"),
        ([0, *TENS], 59.99, "middle"),
        ([0, *TENS], 60, "upper"),
        ([50] * 9, 50, "upper"),  # nobody is below
        ([50] * 9, 49.99, "lower"),
    ],
)
def test_own_third_among_nine_others(scores, own, third):
    assert mutuality(members(scores), viewer(own))["third"] == third


def test_no_own_figure_no_third():
    found = compare([*members(TENS), viewer(None)], "North Trust")["principles"]["mutuality"]
    assert (found["own"], found["third"], found["mean"]) == (None, None, 50)


@pytest.mark.parametrize(
    ("count", "expected"), [(11, (None, None, None)), (12, (22, 11, 33)), (13, (24, 12, 36))]
)
def test_median_and_quartiles_of_twelve_others(count, expected):
    found = mutuality(members([4 * at for at in range(count)]))
    assert (found["median"], found["q1"], found["q3"]) == expected


def test_quantiles_lie_on_the_line_between_two():
    assert quantile([20, 10], Fraction(1, 3)) == Fraction(40, 3)
    assert quantile([7], Fraction(3, 4)) == 7


@pytest.mark.parametrize("count", [11, 12])
def test_levels_of_twelve_others(count):
    others = members([70] * 3, level="Holding") + members([None] * (count - 3), kind="group")
    found = mutuality(others)
    assert found["others"] == 3
    if count == 11:
        assert found["levels"] is None
        return
    assert found["levels"] == {
        "Holding": 3,
        "Watch": 0,
        "Under-developed": 0,
        "Under pressure": 0,
        "At risk": 0,
        NOT_ENOUGH: 9,
    }


def test_only_those_who_have_the_figure_count():
    found = mutuality(members([10, 20, 30, 40, None, None]))
    assert (found["others"], found["mean"]) == (4, None)


# Named beside anonymous


@pytest.mark.parametrize(
    ("anonymous", "others", "mean"),
    [(0, 6, 60), (1, 6, 60), (4, 6, 60), (5, 11, 32.73), (6, 12, 30)],  # 360 / 11, 360 / 12
)
def test_few_anonymous_beside_named_are_left_out(anonymous, others, mean):
    found = mutuality(members([60] * 6) + members([0] * anonymous, "anonymous"))
    assert (found["others"], found["mean"]) == (others, mean)


@pytest.mark.parametrize(("anonymous", "mean"), [(4, None), (5, 20)])
def test_all_of_them_anonymous(anonymous, mean):
    found = mutuality(members([20] * anonymous, "anonymous"))
    assert (found["others"], found["mean"]) == (anonymous, mean)


def test_the_minimum_is_of_those_left():
    found = mutuality(members([60] * 4) + members([20] * 4, "anonymous"))
    assert (found["others"], found["mean"]) == (4, None)


def test_the_anonymous_are_counted_figure_by_figure():
    others = members([60] * 5, domain=50) + members([20, 20, 20, 20, None], "anonymous", domain=0)
    found = compare(others)
    assert found["principles"]["mutuality"]["mean"] == 60  # of the named alone
    assert found["domains"]["A"] == {
        "own": None,
        "others": 10,
        "mean": 25,
        "median": None,
        "q1": None,
        "q3": None,
        "third": None,
    }


@pytest.mark.parametrize(("sharing", "others"), [("named", 11), ("anonymous", 11)])
def test_the_viewer_is_not_among_the_anonymous(sharing, others):
    beside = members([60] * 6) + members([20] * 5, "anonymous")
    assert mutuality(beside, viewer(20, sharing))["others"] == others
    assert mutuality(beside[:-1], viewer(20, sharing))["others"] == 6


# Who sees and who is seen


def test_not_shared_sees_nothing_and_is_not_seen():
    others = members([50] * 5)
    assert compare([*others, viewer(10, "no")], "North Trust") is None
    found = compare([*others, viewer(10, "no")])
    assert (found["sharing"], found["principles"]["mutuality"]["mean"]) == (5, 50)


def test_the_viewer_counts_among_those_who_share():
    assert compare([*members([50] * 5), viewer(10)], "North Trust")["sharing"] == 6


def test_nobody():
    found = mutuality([])
    assert (found["others"], found["mean"], found["levels"]) == (0, None, None)


# By kind


def by_kind(others, own=None):
    members_of = others if own is None else [*others, own]
    return split(members_of, "principles", "mutuality", own and "North Trust")


def test_a_split_needs_five_in_each_part():
    trusts = members([60] * 5)
    assert by_kind(trusts + members([20] * 4, kind="group")) is None
    found = by_kind(trusts + members([20] * 5, kind="group"))
    assert {kind: one["mean"] for kind, one in found.items()} == {"trust": 60, "group": 20}


def test_own_is_left_out_of_its_part():
    groups = members([20] * 5, kind="group")
    assert by_kind(members([60] * 4) + groups, viewer(60)) is None
    assert by_kind(members([60] * 5) + groups, viewer(0))["trust"]["mean"] == 60


@pytest.mark.parametrize(("anonymous", "allowed"), [(0, True), (1, False), (4, False), (5, True)])
def test_a_part_with_few_anonymous_fails(anonymous, allowed):
    """The whole counts them, with the five anonymous trusts: the rest would give them away."""
    trusts = members([60] * 5, "anonymous")
    groups = members([20] * 6, kind="group") + members([0] * anonymous, "anonymous", "group")
    assert (by_kind(trusts + groups) is not None) == allowed


def test_nothing_to_split():
    assert by_kind([]) is None
    assert by_kind(members([60] * 9)) is None


# Made again


def test_how_many_organisations_differ():
    before = members([10, 20, 30, 40])
    assert differing(before, before[::-1]) == 0
    assert differing(before, before[1:]) == 1
    assert differing(before, members([10, 20, 30, 40, 50])) == 1
    assert differing(before, members([10, 20, 31, 41])) == 2
    assert differing(before, [before[0] | {"sharing": "no"}, *before[1:]]) == 1
    assert differing(before, [before[0] | {"sharing": "anonymous"}, *before[1:]]) == 1
    assert differing(before, members([10, 20, 30], kind="group")) == 7
    assert differing([], [before[0] | {"sharing": "no"}]) == 0
