"""The level of a principle (docs/method.md section 6)."""

from collections.abc import Mapping
from enum import StrEnum

from assessment.method.numbers import at_least
from assessment.method.scores import Score
from assessment.method.views import Views
from questions import Thresholds


class Level(StrEnum):
    HOLDING = "Holding"
    WATCH = "Watch"
    UNDER_DEVELOPED = "Under-developed"
    UNDER_PRESSURE = "Under pressure"
    AT_RISK = "At risk"
    NOT_ENOUGH = "Not enough evidence"


BORDERLINE = "borderline"
MARKED = (Level.AT_RISK, Level.UNDER_PRESSURE)

# Zones of P down, zones of W across; 0 low, 1 mid, 2 high.
TABLE = (
    (Level.UNDER_DEVELOPED, Level.AT_RISK, Level.AT_RISK),
    (Level.WATCH, Level.UNDER_PRESSURE, Level.AT_RISK),
    (Level.HOLDING, Level.UNDER_PRESSURE, Level.UNDER_PRESSURE),
)
ONE_RUNG_UP = {
    Level.HOLDING: Level.WATCH,
    Level.WATCH: Level.UNDER_PRESSURE,
    Level.UNDER_DEVELOPED: Level.UNDER_PRESSURE,
    Level.UNDER_PRESSURE: Level.AT_RISK,
}


def zone(figure: float, thresholds: Thresholds, shift: float = 0) -> int:
    """0 low, 1 mid, 2 high, with both cuts moved by ``shift``."""
    return int(at_least(figure, thresholds.low + shift)) + int(
        at_least(figure, thresholds.high + shift)
    )


def table_level(
    practice: float | None, warning: float | None, thresholds: Thresholds, shift: float = 0
) -> Level:
    if practice is None or warning is None:
        return Level.NOT_ENOUGH
    return TABLE[zone(practice, thresholds, shift)][zone(warning, thresholds, shift)]


def raised_by_gap(level: Level, views: Views, thresholds: Thresholds) -> Level:
    wide = views.gap is not None and at_least(views.gap, thresholds.gap)
    return ONE_RUNG_UP.get(level, level) if wide else level


def raised_by_facts(level: Level, yes_facts: tuple[str, ...]) -> Level:
    """A yes fact lifts to at least Under pressure; Not enough evidence stays as it is."""
    liftable = (Level.HOLDING, Level.WATCH, Level.UNDER_DEVELOPED)
    return Level.UNDER_PRESSURE if yes_facts and level in liftable else level


def is_borderline(views: Views, thresholds: Thresholds) -> bool | None:
    """Whether the table reads another level with both cuts lowered, or both raised."""
    levels = [
        table_level(views.practice, views.warning, thresholds, shift)
        for shift in (0, -thresholds.borderline, thresholds.borderline)
    ]
    return None if levels[0] is Level.NOT_ENOUGH else len(set(levels)) > 1


def sources_of_risk(
    scores: Mapping[str, Score], yes_facts: tuple[str, ...], thresholds: Thresholds
) -> tuple[str, ...]:
    """Every side that sees it: perspectives whose own scores are marked, and yes facts."""
    perspectives = [
        code
        for code, score in scores.items()
        if table_level(score.practice, score.warning, thresholds) in MARKED
    ]
    return (*perspectives, *yes_facts)
