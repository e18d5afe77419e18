"""Sections 7 to 9 by hand, on both sides of every cut."""

from fractions import Fraction

import pytest

from tests.naive.answers import items_of
from tests.naive.contract import NOT_ENOUGH, PERSPECTIVES
from tests.naive.method import assess, confidence
from tests.naive.rooms import each, group, mixed, people, row, still
from tests.naive.scores import half_range, held, part_of_whole
from tests.naive.structure import (
    essence_of,
    marks,
    mechanism_score,
    mechanism_status,
    profile,
    standards_mean,
    structure,
)

E1 = Fraction(1)


def rated(**of):
    return {f"S{number:02}": of.get(f"S{number:02}") for number in range(1, 26)}


FORMAL_ORDER = [1, 2, 3, 4, 5, 6, 13, 14, 22, 24]
GROUND_ORDER = [9, 10, 11, 17, 18, 23]


def standards_of(formal=(), ground=()):
    of = dict(zip(FORMAL_ORDER, formal, strict=False))
    of |= dict(zip(GROUND_ORDER, ground, strict=False))
    return rated(**{f"S{number:02}": answer for number, answer in of.items()})


NO_PYRAMID = dict.fromkeys(["L1", "L2", "L3", "L4", "L5"])
STRUCTURED = [4, 4, 3, 3, 3, 3, 3, 3, 3, 3]  # 32 of ten: 80


def structured(standards, l_scores, pyramid=None, levels=()):
    l_scores = [Fraction(str(one)) for one in l_scores]
    return structure(standards, NO_PYRAMID | (pyramid or {}), l_scores, list(levels))


def test_principles_alone():
    levels = ["Holding"] * 8 + ["Under pressure", "At risk", NOT_ENOUGH, "Watch"]
    found = structured(rated(), [70] * 11, levels=levels)
    assert found["told"] == "8 of 12 principles hold"
    assert found["numbers"] == {"Holding": 8, "Under pressure": 1, "At risk": 1, NOT_ENOUGH: 1}
    assert found["marks"] == []
    assert found["formal_needed"] is None  # none was rated: nothing is said
    assert structured(standards_of([2] * 6), [70] * 12)["formal_needed"] == 1
    assert structured(standards_of(["DK", "NA", 2]), [70] * 12)["formal_needed"] == 6
    assert structured(standards_of([2] * 6), [70] * 7)["formal_needed"] is None


def test_how_many_standards_are_needed():
    assert standards_mean(standards_of([2] * 7), set(FORMAL_ORDER), 7) == 50
    assert standards_mean(standards_of([2] * 6 + ["DK"]), set(FORMAL_ORDER), 7) is None
    found = structured(standards_of((), [2, 2, 2, 2]), [50] * 8)
    assert (found["ROOTED"], found["ESSENCE"]) == (50, 50)
    found = structured(standards_of((), [2, 2, 2, "NA"]), [50] * 7)
    assert (found["ROOTED"], found["ESSENCE"], found["profile"]) == (None, None, NOT_ENOUGH)
    three = {"S06": 2, "S11": 2, "S13": 2}
    assert structured(rated(**three), [])["SUPPORT"] == 50
    assert structured(rated(S06=2, S11=2), [])["SUPPORT"] is None
    assert essence_of([None] * 4 + [Fraction(50)] * 8) == 50


def test_domains_need_half():
    found = structured(rated(S01=4, S22=2, S03=1, S04=1, S05=1, S12=0, S07=4, S08=4, S18=1), [])
    # A 2 of 3: 75; B 3 of 5: 25; C none of 3; D 2 of 4: 100; E none; F 1 of 4; G 1 of 2: 0
    assert found["domains"] == {"A": 75, "B": 25, "C": None, "D": 100, "E": None, "F": None, "G": 0}
    found = structured(rated(S01=4, S03=1, S04=1), [])["domains"]
    assert (found["A"], found["B"]) == (None, None)


@pytest.mark.parametrize(
    ("formal", "essence", "expected"),
    [
        ("62.5", "42.5", "Structure ahead of essence"),
        ("62.5", "42.51", "Mixed"),
        ("62.4", "40", "Mixed"),
        ("90", "62.4", "Structure ahead of essence"),
        ("90", "62.5", "Essence and structure together"),
        ("62.5", "62.5", "Essence and structure together"),
        ("62.4", "62.5", "Essence ahead of structure"),
        ("0", "100", "Essence ahead of structure"),
        ("37.4", "37.4", "Early days"),
        ("37.5", "37.4", "Mixed"),
        ("37.4", "37.5", "Mixed"),
        (None, "62.5", "Principles alone"),
        ("62.5", None, NOT_ENOUGH),
        (None, None, NOT_ENOUGH),
    ],
)
def test_profile(formal, essence, expected):
    known = [None if one is None else Fraction(one) for one in (formal, essence)]
    assert profile(*known) == expected


@pytest.mark.parametrize(
    ("rooted", "support", "layers", "expected"),
    [
        ("37.4", "37.4", (1, 1, 3), ["Unrooted", "Unsupported", "Top-heavy"]),
        ("37.5", "37.5", (1, 2, 3), []),  # 3 - 1.5
        (None, None, (0, 1, 3), ["Top-heavy"]),  # 2.5
        (None, None, (0, None, 4), []),
        (None, None, (0, "NA", 4), []),
        (None, None, (0, 0, "DK"), []),
        (None, None, (0, 0, 2), ["Top-heavy"]),
    ],
)
def test_marks(rooted, support, layers, expected):
    known = [None if one is None else Fraction(one) for one in (rooted, support)]
    pyramid = dict(zip(["L1", "L2", "L5"], layers, strict=True))
    assert marks(*known, pyramid) == expected


def test_marks_also_beside_not_enough_evidence():
    found = structured(standards_of((), [0, 0, 0, 0]), [])
    assert (found["profile"], found["marks"]) == (NOT_ENOUGH, ["Unrooted"])


# 8. Mechanisms


def m3(w1, w2, **facts):
    given = dict.fromkeys(["F04", "F05", "F16"], "DK") | facts
    cells = {item: {"withheld": "x"} for item in items_of("full")}
    cells["strengths-w1"], cells["stigma-w2"] = {"n": 5, "value": w1}, {"n": 5, "value": w2}
    score = mechanism_score("M3", {"receiving": cells}, False, "full")
    return score, mechanism_status(score, list(given.values()))


def test_every_fact_must_be_no_or_not_apply():
    assert m3(20, 20, F04="no", F05="NA", F16="NA") == (20, "Not evident")
    assert m3(20, 20, F04="NA", F05="NA", F16="NA") == (20, "Not known")
    assert m3(20, 20, F04="no", F05="no", F16="yes") == (20, "Present")


@pytest.mark.parametrize(
    ("score", "expected"),
    [("62.5", "Present"), ("62.49", "Signs"), ("37.5", "Signs"), ("37.49", "Not evident"),
     (None, "Not known")],
)  # fmt: skip
def test_status(score, expected):
    assert mechanism_status(None if score is None else Fraction(score), ["no"]) == expected


def test_a_yes_fact_without_any_score_is_present():
    assert mechanism_status(None, ["yes", "DK"]) == "Present"
    assert mechanism_status(None, ["no"]) == "Not known"


def test_the_panels_fallback_item_by_item():
    # equality-w1: receiving 25, panel 100; stigma-w1: panel only, 100: (25 + 100)/2
    receiving = people(5, 2, 1, stigma_w1="D")
    world = {"receiving": receiving, "panel": group(row(2, 4))}
    found = assess(world, still, panel=(4, 2))
    assert found["mechanisms"]["M1"]["score"] == 62.5
    assert assess(world, still, panel=(5, 2))["mechanisms"]["M1"]["score"] == 25


def test_the_short_form_has_w1_alone():
    receiving = people(5, 2, 1, length="short", strengths_w1=3)
    found = assess({"receiving": receiving}, still, length="short")
    assert found["mechanisms"]["M3"]["score"] == 75
    assert found["mechanisms"]["M1"]["score"] == 25


def test_blank_counts_as_dk():
    assert assess({}, still, facts={"F01": "no"})["mechanisms"]["M1"]["facts"] == {"F01": "no"}
    assert set(assess({}, still)["mechanisms"]["M9"]["facts"].values()) == {"DK"}


# 9. Confidence


ALL = {side: [E1] * 8 + [None] * 4 for side in PERSPECTIVES}
SEVEN = [E1] * 7 + [None] * 5


@pytest.mark.parametrize(
    ("sides", "mutual", "counts", "expected"),
    [
        ("giving receiving partner", False, False, "Firm"),
        ("giving receiving panel", False, False, "Firm"),
        ("giving receiving", False, False, "Fair"),
        ("giving staff", False, False, "Fair"),
        ("receiving commissioner", False, False, "Fair"),
        ("giving", False, True, "One-sided"),
        ("receiving", False, False, "One-sided"),
        ("receiving", True, False, "Fair"),
        ("receiving staff", True, False, "Fair"),
        ("receiving staff partner", True, False, "Firm"),
        ("receiving staff partner", False, False, "Fair"),
        ("partner staff commissioner", False, False, "One-sided"),
        ("panel", False, True, "Fair"),
        ("panel", False, False, "One-sided"),
        ("panel staff", False, True, "Fair"),
        ("", False, True, "One-sided"),
    ],
)
def test_confidence(sides, mutual, counts, expected):
    assert confidence({side: ALL[side] for side in sides.split()}, mutual, counts) == expected


def test_confidence_needs_eight_principles():
    assert confidence(ALL | {"giving": SEVEN, "receiving": SEVEN}, False, False) == "One-sided"
    assert confidence({"giving": ALL["giving"], "receiving": SEVEN}, False, False) == "One-sided"


# 9. Ranges


def record_of(m=15, sd=15, size=None, door="each"):
    return {"kind": "individual", "door": door, "k": 5, "size": size, "responded": 15, "m": m,
            "sd": sd}  # fmt: skip


def test_part_of_whole():
    assert part_of_whole(None, 15) == part_of_whole(14, 15) == 1
    assert part_of_whole(15, 15) == 0
    assert part_of_whole(16, 15) == Fraction(1, 15)


def test_m_is_the_smaller_of_its_floor_and_n_shown():
    assert half_range(record_of(m=15), 8, 4) == half_range(record_of(m=8), 8, 4)
    assert half_range(record_of(m=10), 15, 4) != half_range(record_of(m=15), 15, 4)
    # compared with N: size 8, m 15, n shown 8: f is 0, 2b = 2 x 25 x 0.83/(8 x 2)
    assert half_range(record_of(m=15, size=8), 8, 4) == Fraction("2.59375")


def test_the_blur_of_the_open_door():
    # f 0: 2 x 25 x 1.32/(10 x 1) = 6.6
    assert half_range(record_of(m=10, size=10, door="open"), 10, 1) == Fraction("6.6")


def test_no_spread_no_range_and_none_of_groups():
    assert half_range(record_of(m=None, sd=None), 15, 4) is None
    assert half_range({"kind": "group"}, 3, 4) is None
    found = assess({"partner": group(row(3, 1))}, still)["principles"]["respect"]
    assert found["perspectives"]["partner"]["low"] is None


def test_held_within_0_and_100():
    assert held(Fraction(-1), Fraction(101)) == (0, 100)
    assert held(Fraction(1), Fraction(99)) == (1, 99)


def test_a_range_from_answers():
    """Twelve 25s and 75s: P 50, m 10, sd 30: 2 root(90 + (25 x 0.83/20)^2) = 19.09."""
    found = assess({"staff": each(mixed(12))}, still)["principles"]["respect"]["perspectives"]
    assert (found["staff"]["P"], found["staff"]["n"]) == (50, 10)
    assert (found["staff"]["low"], found["staff"]["high"]) == (30.91, 69.09)
