"""Both sides of every cut-off of structure, mechanisms and confidence (sections 7 to 9)."""

import pytest

from assessment.method import mark
from assessment.method.confidence import Confidence
from assessment.method.mechanisms import Status
from assessment.method.numbers import half_up
from assessment.method.structure import profile
from tests.assessment.method.build import INSTRUMENT, PRINCIPLES, scored
from tests.naive import arithmetic, method
from tests.naive import structure as naive_structure
from tests.naive.contract import DOMAINS, FORMAL, GROUNDING, MECHANISMS, SUPPORT

CUTS = INSTRUMENT.thresholds


# 7: structure and essence


def rated(numbers, ratings) -> dict:
    """The first of these standards, in their order, with these ratings."""
    codes = [f"S{number:02}" for number in sorted(numbers)]
    return dict(zip(codes, ratings, strict=False))


def structure(views=(50, 30), **own_part):
    return mark(scored({"receiving": views}, **own_part)).structure


@pytest.mark.parametrize(
    ("numbers", "needs", "figure"),
    [(FORMAL, 7, "formal"), (GROUNDING, 4, "rooted"), (SUPPORT, 3, "support")],
)
@pytest.mark.parametrize("missing", ["DK", "NA", None])
def test_how_many_standards_a_figure_needs(numbers, needs, figure, missing):
    enough = rated(numbers, [2] * needs + [missing] * (len(numbers) - needs))
    too_few = rated(numbers, [2] * (needs - 1) + [missing] * (len(numbers) - needs + 1))
    assert getattr(structure(standards=enough), figure) == 50
    assert getattr(structure(standards=too_few), figure) is None


@pytest.mark.parametrize("domain", DOMAINS)
def test_a_domain_needs_half(domain):
    numbers = DOMAINS[domain]
    needs = (len(numbers) + 1) // 2
    assert structure(standards=rated(numbers, [3] * needs)).domains[domain] == 75
    assert structure(standards=rated(numbers, [3] * (needs - 1))).domains[domain] is None


@pytest.mark.parametrize("number", range(1, 26))
def test_each_standard_counts_where_it_belongs(number):
    """One standard at 4 among noughts moves its own figures and no other."""
    standards = {f"S{one:02}": 4 if one == number else 0 for one in range(1, 26)}
    found, said = structure(standards=standards), naive_structure.domain_means(standards)
    assert (found.formal > 0) == (number in FORMAL)
    assert (found.rooted > 0) == (number in GROUNDING)
    assert (found.support > 0) == (number in SUPPORT)
    rounded = {code: half_up(score, 2) for code, score in found.domains.items()}
    assert rounded == {code: arithmetic.figure(score) for code, score in said.items()}


@pytest.mark.parametrize(("known", "essence"), [(8, 50), (7, None)])
def test_essence_needs_eight_principles(known, essence):
    views = dict.fromkeys(PRINCIPLES[:known], (50, None))
    assert structure(views).essence == essence


@pytest.mark.parametrize(
    ("formal", "essence", "expected"),
    [
        (62.5, 42.5, "Structure ahead of essence"),
        (62.5, 42.51, "Mixed"),
        (62.49, 40, "Mixed"),
        (82.5, 62.49, "Structure ahead of essence"),
        (82.5, 62.5, "Essence and structure together"),
        (82.48, 62.49, "Mixed"),
        (100, 0, "Structure ahead of essence"),
        (62.5, 62.5, "Essence and structure together"),
        (62.49, 62.5, "Essence ahead of structure"),
        (0, 62.49, "Mixed"),
        (37.49, 37.49, "Early days"),
        (37.5, 37.49, "Mixed"),
        (37.49, 37.5, "Mixed"),
        (None, 80, "Principles alone"),
        (None, 0, "Principles alone"),
        (80, None, "Not enough evidence"),
        (None, None, "Not enough evidence"),
    ],
)
def test_the_profile(formal, essence, expected):
    assert profile(formal, essence, CUTS) == expected
    assert naive_structure.profile(arithmetic.exact(formal), arithmetic.exact(essence)) == expected


@pytest.mark.parametrize(
    ("numbers", "mark_"), [({9, 10, 17, 23}, "Unrooted"), (SUPPORT, "Unsupported")]
)
def test_marks_below_37_5(numbers, mark_):
    """Four standards: 1, 2, 1, 2 make 37.5; one less is below. Also where there is no profile."""
    at, under = rated(numbers, [1, 2, 1, 2]), rated(numbers, [1, 2, 1, 1])
    assert structure(standards=at).marks == ()
    assert structure(standards=under).marks == (mark_,)
    too_few = dict.fromkeys(PRINCIPLES[:7], (50, 30))
    for views, profile_ in (((50, 30), "Principles alone"), (too_few, "Not enough evidence")):
        found = structure(views, standards=under)
        assert (found.profile, found.marks) == (profile_, (mark_,))


@pytest.mark.parametrize(
    ("first", "second", "top", "heavy"),
    [
        (1, 1, 3, True),
        (1, 2, 3, False),
        (0, 1, 2, False),
        (0, 3, 4, True),
        (0, 0, 2, True),
        ("DK", 0, 4, False),
        (0, "NA", 4, False),
        (0, 0, None, False),
    ],
)
def test_top_heavy_by_two(first, second, top, heavy):
    pyramid = {"L1": first, "L2": second, "L3": 0, "L4": 0, "L5": top}
    assert structure(pyramid=pyramid).marks == (("Top-heavy",) if heavy else ())


# 8: mechanisms


@pytest.mark.parametrize(
    ("score", "facts", "status"),
    [
        (62.5, ("no", "no"), Status.PRESENT),
        (62.49, ("no", "no"), Status.SIGNS),
        (37.5, ("no", "no"), Status.SIGNS),
        (37.49, ("no", "no"), Status.NOT_EVIDENT),
        (37.49, ("no", "NA"), Status.NOT_EVIDENT),
        (37.49, ("NA", "NA"), Status.NOT_KNOWN),
        (37.49, ("no", "DK"), Status.NOT_KNOWN),
        (37.49, ("no", None), Status.NOT_KNOWN),
        (0, ("yes", "no"), Status.PRESENT),
        (None, ("no", "yes"), Status.PRESENT),
        (None, ("no", "no"), Status.NOT_KNOWN),
    ],
)
def test_a_mechanisms_cuts(score, facts, status):
    """M2: independence-w1 and sharing-w2, F02 and F03."""
    said = dict(zip(("F02", "F03"), facts, strict=True))
    results = scored({"giving": (None, score)}, groups=True, facts=said)
    assert mark(results).mechanisms["M2"].status is status
    assert (
        naive_structure.mechanism_status(arithmetic.exact(score), [one or "DK" for one in facts])
        == status
    )


@pytest.mark.parametrize("mechanism", MECHANISMS)
@pytest.mark.parametrize("length", ["full", "short"])
def test_a_mechanism_rests_on_its_own_warning_signs(mechanism, length):
    """Each of its items in the form alone gives the score; all others give none."""
    _, items, _ = MECHANISMS[mechanism]
    own = [item for item in items.split() if length == "full" or item.endswith("w1")]
    for item in own:
        one = scored({"giving": (None, None)}, single={"giving": {item: 44}}, length=length)
        found = mark(one).mechanisms[mechanism]
        assert (found.score, list(found.items)) == (44, own)
    gaps = scored({"giving": (10, 90)}, single={"giving": dict.fromkeys(own)}, length=length)
    assert mark(gaps).mechanisms[mechanism].score is None


def test_the_panel_stands_in_item_by_item():
    single = {"giving": {"independence-w1": 20}, "panel": {"sharing-w2": 60, "independence-w1": 99}}
    views = {"giving": (None, None), "panel": (None, None), "staff": (10, 90)}
    assert mark(scored(views, single=single, panel=(4, 2))).mechanisms["M2"].score == 40
    assert mark(scored(views, single=single, panel=(5, 2))).mechanisms["M2"].score == 20


# 9: confidence


def knows(principles: int):
    return dict.fromkeys(PRINCIPLES[:principles], (50, None))


@pytest.mark.parametrize(
    ("known", "mutual", "expected"),
    [
        ({"giving": 8, "receiving": 8, "partner": 8}, False, "Firm"),
        ({"giving": 8, "receiving": 8, "panel": 8}, False, "Firm"),
        ({"giving": 8, "receiving": 8, "staff": 7}, False, "Fair"),
        ({"giving": 8, "receiving": 7, "staff": 8, "partner": 8}, False, "Fair"),
        ({"giving": 8, "receiving": 8}, False, "Fair"),
        ({"giving": 8, "commissioner": 8}, False, "Fair"),
        ({"giving": 8, "commissioner": 7}, False, "One-sided"),
        ({"giving": 7, "receiving": 7, "commissioner": 12}, False, "One-sided"),
        ({"partner": 12, "staff": 12, "commissioner": 12}, False, "One-sided"),
        ({"receiving": 12}, False, "One-sided"),
        ({"receiving": 8}, True, "Fair"),
        ({"receiving": 7}, True, "One-sided"),
        ({"receiving": 8, "staff": 8}, True, "Fair"),
        ({"receiving": 8, "staff": 8, "partner": 7}, True, "Fair"),
        ({"receiving": 8, "staff": 8, "partner": 8}, True, "Firm"),
        ({"receiving": 8, "commissioner": 8, "panel": 8}, True, "Firm"),
        ({"receiving": 8, "staff": 8, "partner": 8}, False, "Fair"),
        ({"partner": 12, "staff": 12, "commissioner": 12}, True, "One-sided"),
    ],
)
def test_confidence_needs_eight_principles_a_side(known, mutual, expected):
    views = {side: knows(principles) for side, principles in known.items()}
    assert mark(scored(views, mutual=mutual)).confidence == expected
    practice = {side: [50] * of + [None] * (12 - of) for side, of in known.items()}
    assert method.confidence(practice, mutual, counts=False) == expected


@pytest.mark.parametrize(
    ("principles", "panel", "expected"),
    [(8, (4, 2), "Fair"), (7, (4, 2), "One-sided"), (8, (5, 2), "One-sided")],
)
def test_a_panel_that_counts_is_fair(principles, panel, expected):
    found = mark(scored({"panel": knows(principles)}, panel=panel))
    assert found.confidence is Confidence(expected)


def test_warning_signs_alone_give_no_confidence():
    views = {"giving": (None, 20), "receiving": (None, 20), "staff": (50, 20)}
    assert mark(scored(views)).confidence is Confidence.ONE_SIDED
