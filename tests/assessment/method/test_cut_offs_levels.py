"""Both sides of every cut-off from released cells to levels (sections 4 to 6)."""

from fractions import Fraction

import pytest

from assessment.method import mark
from assessment.method.levels import Level, is_borderline, raised_by_facts, table_level
from assessment.method.mechanisms import Status
from assessment.method.numbers import above, at_least, below, half_up
from assessment.method.views import Views
from tests.assessment.method.build import INSTRUMENT, scored
from tests.naive import arithmetic, levels, scores
from tests.naive.contract import MECHANISMS

CUTS = INSTRUMENT.thresholds
HOLDING, WATCH, GROW = Level.HOLDING, Level.WATCH, Level.UNDER_DEVELOPED
PRESSURE, RISK, NOTHING = Level.UNDER_PRESSURE, Level.AT_RISK, Level.NOT_ENOUGH


def here(views, principle: str = "mutuality", **about):
    """Of groups, whose figures may lie anywhere: on a cut and a hundredth beside it."""
    return mark(scored(views, groups=True, **about)).principles[principle]


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
    assert levels.table(arithmetic.exact(p), arithmetic.exact(w)) == level


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
    assert levels.final_level(arithmetic.exact(p), arithmetic.exact(w), Fraction(20), []) == after


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
    assert levels.final_level(arithmetic.exact(p), arithmetic.exact(w), gap, ["F09"]) == level


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
    assert levels.borderline(arithmetic.exact(p), arithmetic.exact(w)) is borderline
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
