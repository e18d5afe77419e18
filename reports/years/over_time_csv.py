"""A programme over time as CSV: the same figures as on its page, with two decimals."""

from collections.abc import Iterator

from assessment.method.numbers import two_decimals
from reports.method.change import Change, RangedFigure
from reports.spreadsheet.csv_text import Value, written
from reports.wording.change_said import NOT_COMPARABLE, perspectives, why_not
from reports.years.then_and_now import Standing
from reports.years.told import ToldOverTime


def changes_csv(told: ToldOverTime) -> bytes:
    """A row a principle and perspective; where nothing can be compared, why."""
    heads = [
        *("principle", "name", "perspective", "verdict", "why", "items"),
        *("then", "then_low", "then_high", "now", "now_low", "now_high", "difference", "smallest"),
    ]
    return written(heads, change_rows(told))


def change_rows(told: ToldOverTime) -> Iterator[list[Value]]:
    for principle in told.instrument.principles:
        for side in perspectives(told.changes):
            change = told.changes.principles[principle.code].sides.get(side)
            row: list[Value] = [principle.code, principle.name, side]
            if change is None:
                why = why_not(told.changes, principle.code, side)
                yield [*row, NOT_COMPARABLE, why, *[None] * 9]
            else:
                yield [*row, *change_figures(change)]


def change_figures(change: Change) -> list[Value]:
    return [
        *(str(change.verdict), None, " ".join(change.items)),
        *ranged(change.before),
        *ranged(change.after),
        two_decimals(change.difference),
        change.smallest,
    ]


def ranged(one: RangedFigure) -> list[Value]:
    return [two_decimals(one.value), two_decimals(one.low), two_decimals(one.high)]


def levels_csv(told: ToldOverTime) -> bytes:
    heads = ("principle", "name", "level_then", "borderline_then", "level_now", "borderline_now")
    figures = ("L_P_then", "L_P_now")
    return written((*heads, *figures), (level_row(one) for one in told.standings))


def level_row(one: Standing) -> list[Value]:
    then, now = (one.then_level, one.then_close), (one.now_level, one.now_close)
    return [
        one.principle.code,
        one.principle.name,
        *then,
        *now,
        two_decimals(one.then),
        two_decimals(one.now),
    ]


def line_csv(told: ToldOverTime) -> bytes:
    """A row a principle and assessment, over what all can compare."""
    rows = (
        [row.principle.code, row.principle.name, one.name, one.closed, two_decimals(value)]
        for row in told.line
        for one, value in row.figures
    )
    return written(("principle", "name", "round", "closed", "L_P"), rows)
