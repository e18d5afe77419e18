"""How a mark reads: its full standing, what would clear it, what is suggested, what comes first."""

import pytest

from assessment.method import mark
from assessment.method.levels import Level, band
from questions.entries import ActionKind
from tests.assessment.method.build import INSTRUMENT, scored


def mutuality(views, **about):
    return mark(scored(views, **about)).principles["mutuality"]


def test_only_a_risk_is_confirmed_or_not():
    one_side = {"giving": (10, 80), "partner": (60, 30)}
    two_sides = {"giving": (10, 80), "partner": (50, 50)}
    assert mutuality(one_side).standing == "At risk, not yet confirmed"
    assert mutuality(two_sides).standing == "At risk, seen from two or more sides"
    assert mutuality({"giving": (70, 10)}).standing == "Holding"


@pytest.mark.parametrize(
    ("p", "w", "kinds"),
    [
        (20, 80, {ActionKind.PROTECT, ActionKind.BUILD}),
        (70, 40, {ActionKind.PROTECT, ActionKind.BUILD}),
        (50, 10, {ActionKind.BUILD}),
        (20, 10, {ActionKind.BUILD}),
        (70, 10, set()),
        (70, None, set()),
    ],
)
def test_what_is_marked_is_protected_and_what_is_weak_is_built(p, w, kinds):
    assert {action.kind for action in mutuality({"giving": (p, w)}).actions} == kinds


@pytest.mark.parametrize(
    ("p", "w", "staff", "said"),
    [
        (62.5, 37.49, 82.49, []),
        (62.49, 37.49, 62.49, ["practice statements"]),
        (62.5, 37.5, 62.5, ["warning signs"]),
        (62.5, 37.49, 82.5, ["gap"]),
        (30, 80, 90, ["practice statements", "warning signs", "gap"]),
    ],
)
def test_what_would_clear_it(p, w, staff, said):
    clears = mutuality({"giving": (p, w), "staff": (staff, 0)}).clears
    assert len(clears) == len(said)
    assert all(words in sentence for words, sentence in zip(said, clears, strict=True))


def test_what_would_clear_a_fact_and_a_lack_of_answers():
    fact, lack = mutuality({"staff": (70, 10)}, facts={"F09": "yes"}).clears
    assert "no longer true" in fact
    assert "Enough answers" in lack


@pytest.mark.parametrize(("figure", "expected"), [(37.49, 0), (37.5, 1), (62.49, 1), (62.5, 2)])
def test_the_bands_as_they_stand(figure, expected):
    assert band(figure, INSTRUMENT.thresholds) == expected


def test_what_is_holding_comes_first_and_what_is_not_known_last():
    axes = {
        "mutuality": (70, None),
        "solidarity": (20, 10),
        "synergy": (50, 10),
        "sharing": (70, 50),
        "companionship": (20, 50),
        "hopefulness": (70, 10),
    }
    order = mark(scored({"giving": axes})).in_reading_order()
    assert [one.level for one in order[:5]] == [
        Level.HOLDING,
        Level.AT_RISK,
        Level.UNDER_PRESSURE,
        Level.WATCH,
        Level.UNDER_DEVELOPED,
    ]
    assert {one.level for one in order[5:]} == {Level.NOT_ENOUGH}
    assert len(order) == 12
