"""Both sides of every cut-off from released cells to marks (sections 4 to 9)."""

from fractions import Fraction

import pytest

from assessment.method import mark
from assessment.method.confidence import Confidence
from assessment.method.levels import Level, is_borderline, raised_by_facts, table_level
from assessment.method.mechanisms import Status
from assessment.method.numbers import above, at_least, below, half_up
from assessment.method.structure import profile
from assessment.method.views import Views
from tests.assessment.method.build import INSTRUMENT, PRINCIPLES, scored
from tests.naive import arithmetic, levels, method, scores
from tests.naive import structure as naive_structure
from tests.naive.contract import DOMAINS, FORMAL, GROUNDING, MECHANISMS, SUPPORT

CUTS = INSTRUMENT.thresholds
HOLDING, WATCH, GROW = Level.HOLDING, Level.WATCH, Level.UNDER_DEVELOPED
PRESSURE, RISK, NOTHING = Level.UNDER_PRESSURE, Level.AT_RISK, Level.NOT_ENOUGH


def here(views, principle: str = "mutuality", **about):
    """Of groups, whose figures may lie anywhere: on a cut and a hundredth beside it."""
    return mark(scored(views, groups=True, **about)).principles[principle]


def exact(figure):
    return None if figure is None else Fraction(str(figure))


# Arithmetic


def test_comparing_allows_a_billionth():
    assert at_least(62.5 - 0.9e-9, 62.5)
    assert not at_least(62.5 - 2e-9, 62.5)
    assert below(62.5 - 2e-9, 62.5)
    assert not below(62.5 - 0.9e-9, 62.5)
    assert above(30 + 2e-9, 30)
    assert not above(30 + 0.9e-9, 30)


@pytest.mark.parametrize(
    ("figure", "written"),
    [(28.125, 28.13), (28.124, 28.12), (-28.125, -28.13), (0.005, 0.01), (-0.004, 0.0)],
)
def test_rounding_half_up_away_from_zero(figure, written):
    assert str(half_up(figure, 2)) == str(written)


# 4 and 5: scores and views


@pytest.mark.parametrize(
    ("length", "released", "practice", "warning"),
    [
        ("full", ["1", "2"], True, False),
        ("full", ["4"], False, False),
        ("full", ["w2"], False, True),
        ("short", ["1"], True, False),
        ("short", ["w1"], False, True),
        ("short", [], False, False),
    ],
)
def test_half_of_the_forms_practice_and_one_warning_sign(length, released, practice, warning):
    single = {"receiving": {f"mutuality-{suffix}": 50 for suffix in released}}
    found = here({"receiving": (None, None)}, single=single, length=length).scores["receiving"]
    assert (found.practice is not None, found.warning is not None) == (practice, warning)
    assert (found.n is not None) == (practice or warning)


@pytest.mark.parametrize(
    ("panel", "counts"),
    [
        ((4, 2), True),
        ((3, 2), True),
        ((5, 2), False),
        ((5, 3), True),
        ((2, 1), False),
        ((1, 1), False),
        ((2, 2), True),
        ((None, 2), False),
        ((4, None), False),
        (None, False),
    ],
)
def test_a_panel_counts_with_two_and_half(panel, counts):
    found = here({"panel": (70, 20)}, panel=panel)
    assert found.views.practice == (70 if counts else None)
    assert found.views.all_round == 70
    people, lived = panel or (None, None)
    assert scores.panel_counts({"people": people, "lived_experience": lived}) is counts


def test_the_panel_stands_in_axis_by_axis():
    found = here({"giving": (40, None), "panel": (70, 20)}, panel=(4, 2)).views
    assert (found.practice, found.warning) == (40, 20)


def test_one_perspective_one_voice():
    found = here({"giving": (40, 10), "partner": (60, 50), "panel": (90, 90)}, panel=(4, 2)).views
    assert (found.practice, found.warning, found.all_round) == (50, 30, 190 / 3)


def test_others_are_staff_and_commissioners():
    views = {"giving": (40, 10), "staff": (60, 0), "commissioner": (50, 0), "panel": (100, 0)}
    found = here(views).views
    assert (found.others, found.gap) == (55, 15)
    only_warning = here({"giving": (40, 10), "staff": (None, 0)}).views
    assert (only_warning.others, only_warning.gap) == (None, None)


# 6: levels


@pytest.mark.parametrize(
    ("p", "w", "level"),
    [
        (62.5, 37.49, HOLDING),
        (62.49, 37.49, WATCH),
        (37.5, 37.49, WATCH),
        (37.49, 37.49, GROW),
        (62.5, 37.5, PRESSURE),
        (62.49, 37.5, PRESSURE),
        (37.5, 37.5, PRESSURE),
        (37.49, 37.5, RISK),
        (62.5, 62.49, PRESSURE),
        (62.49, 62.49, PRESSURE),
        (62.5, 62.5, PRESSURE),
        (62.49, 62.5, RISK),
        (37.5, 62.5, RISK),
        (37.49, 62.5, RISK),
        (None, 10, NOTHING),
        (90, None, NOTHING),
    ],
)
def test_the_bands(p, w, level):
    assert here({"giving": (p, w)}).level is level
    assert levels.table(exact(p), exact(w)) == level


def test_a_mean_that_is_a_hair_off_the_cut_is_on_it():
    assert table_level(62.5 - 1e-12, 37.5 - 1e-12, CUTS) is PRESSURE


@pytest.mark.parametrize(
    ("p", "w", "before", "after"),
    [
        (62.5, 10, HOLDING, WATCH),
        (50, 10, WATCH, PRESSURE),
        (20, 10, GROW, PRESSURE),
        (50, 40, PRESSURE, RISK),
        (20, 40, RISK, RISK),
        (20, None, NOTHING, NOTHING),
    ],
)
def test_a_gap_of_twenty_raises_one_rung(p, w, before, after):
    assert here({"giving": (p, w), "staff": (p + 19.99, 0)}).level is before
    assert here({"giving": (p, w), "staff": (p + 20, 0)}).level is after
    assert here({"giving": (p, w), "staff": (max(0, p - 30), 99)}).level is before
    assert levels.final_level(exact(p), exact(w), Fraction(20), []) == after


@pytest.mark.parametrize(
    ("p", "w", "gap", "level"),
    [
        (70, 10, 0, PRESSURE),
        (50, 10, 0, PRESSURE),
        (20, 10, 0, PRESSURE),
        (50, 40, 0, PRESSURE),
        (20, 40, 0, RISK),
        (50, 10, 20, PRESSURE),  # the gap first: a fact after it lifts no further
        (70, None, 0, NOTHING),
    ],
)
def test_a_yes_fact_lifts_to_under_pressure(p, w, gap, level):
    views = {"giving": (p, w), "staff": (p + gap, 0)}
    assert here(views, facts={"F09": "yes"}).level is level
    assert levels.final_level(exact(p), exact(w), gap, ["F09"]) == level


@pytest.mark.parametrize("answer", ["no", "NA", "DK"])
def test_only_yes_lifts(answer):
    facts = {f"F{number:02}": answer for number in range(1, 17)}
    assert here({"giving": (70, 10)}, facts=facts).level is HOLDING


@pytest.mark.parametrize("mechanism", MECHANISMS)
def test_a_fact_lifts_its_mechanisms_row_and_no_other(mechanism):
    row, _, facts = MECHANISMS[mechanism]
    for fact in facts.split():
        found = mark(scored({"giving": (70, 10)}, facts={fact: "yes"}))
        lifted = {code for code, one in found.principles.items() if one.level is PRESSURE}
        assert lifted == set(row.split())
        assert found.mechanisms[mechanism].status is Status.PRESENT
        assert raised_by_facts(HOLDING, (fact,)) is PRESSURE


@pytest.mark.parametrize(
    ("p", "w", "borderline"),
    [
        (67.49, 10, True),
        (67.5, 10, False),
        (57.5, 10, True),
        (57.49, 10, False),
        (42.49, 10, True),
        (42.5, 10, False),
        (32.5, 10, True),
        (32.49, 10, False),
        (90, 32.49, False),
        (90, 32.5, True),
        (90, 42.49, True),
        (90, 42.5, False),
        (50, 57.49, False),
        (50, 57.5, True),
        (50, 67.49, True),
        (50, 67.5, False),
        (90, 62.5, False),  # another band, the same level
        (None, 50, None),
        (50, None, None),
    ],
)
def test_borderline_within_five_of_a_cut(p, w, borderline):
    assert is_borderline(Views(p, w, None, None, None), CUTS) is borderline
    assert levels.borderline(exact(p), exact(w)) is borderline
    gap_and_fact = here({"giving": (p, w), "staff": (95, 0)}, facts={"F09": "yes"})
    assert gap_and_fact.borderline is borderline


@pytest.mark.parametrize(
    ("views", "facts", "confirmed"),
    [
        ({"giving": (30, 50)}, {}, False),
        ({"giving": (30, 50)}, {"F09": "yes"}, True),
        ({"giving": (30, 50)}, {"F01": "no", "F02": "yes"}, False),
        ({"giving": (30, 50), "partner": (30, 30)}, {}, False),
        ({"giving": (30, 50), "staff": (50, 40)}, {}, True),
        ({"giving": (30, 50), "commissioner": (50, 37.49)}, {}, False),
        ({"giving": (30, 50), "panel": (40, 40)}, {}, True),
        ({"giving": (30, 50), "panel": (None, 90)}, {}, False),
        ({"giving": (50, 10), "receiving": (20, 90), "staff": (90, 0)}, {}, False),
        ({"giving": (20, 10), "partner": (40, 70), "staff": (90, 0)}, {"F10": "yes"}, True),
        ({"giving": (20, 10), "staff": (99, 0)}, {"F09": "yes", "F10": "yes", "F11": "yes"}, None),
    ],
)
def test_a_risk_is_confirmed_by_two_sources(views, facts, confirmed):
    """Everybody knows all principles; a partner beside keeps confidence at Fair."""
    if len(views) == 1:
        views = {**views, "partner": (60, 30)}
        views["giving"] = (10, 80)
    found = here(views, facts=facts)
    assert found.level is (PRESSURE if confirmed is None else RISK)
    assert found.confirmed is confirmed


def test_two_facts_are_two_sources_and_one_fact_of_two_rows_is_one():
    facts = {"F09": "yes", "F10": "yes"}
    alone = {"receiving": (30, 30), "partner": (30, 80)}
    assert here(alone, facts=facts).sources == ("partner", "F09", "F10")
    assert here(alone, "equality", facts={"F01": "yes"}).sources == ("partner", "F01")


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
    assert naive_structure.profile(exact(formal), exact(essence)) == expected


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
    assert naive_structure.mechanism_status(exact(score), [one or "DK" for one in facts]) == status


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
