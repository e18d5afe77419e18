"""Tables of levels: a row a member or a programme, a column a principle, a marker a level.

Marker first, then tone: what is more at risk is darker, and every marker reads on every tone.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from assessment.method.levels import Level
from reports.drawing.grid import Grid, draw_markers, draw_rules, draw_tones
from reports.drawing.legend import LegendEntry, legend
from reports.drawing.lettering import width, wrapped
from reports.drawing.markers import LEVELS
from reports.drawing.rows import row_name
from reports.drawing.sheet import Sheet, Spot
from reports.drawing.style import (
    ASIDE,
    BOLD,
    MARGIN,
    NOTE,
    PAPER,
    PLAIN,
    TINT,
    TONES,
    WIDTH,
    Letters,
)

LEFT = 50.0  # mm, of the first column
MOST = 40  # rows of one sheet
CLOSE = "b"  # beside a marker
ONE_LINE, PAD = 6.4, 2.2  # mm, of a row and around its words
TONE = {
    Level.HOLDING: PAPER,
    Level.WATCH: TINT,
    Level.UNDER_DEVELOPED: TINT,
    Level.UNDER_PRESSURE: TONES[1],
    Level.AT_RISK: TONES[2],
    Level.NOT_ENOUGH: PAPER,
}


@dataclass(frozen=True, slots=True)
class HeatRow:
    """Whose it is, and its level in every column; ``own`` stands out in bold.

    ``close``: the columns whose level is borderline.
    """

    name: str
    levels: tuple[Level, ...]
    own: bool = False
    close: tuple[int, ...] = ()

    @property
    def tones(self) -> list[str]:
        return [TONE[level] for level in self.levels]

    @property
    def letters(self) -> Letters:
        return BOLD if self.own else PLAIN

    @property
    def height(self) -> float:
        count = len(wrapped(self.name, LEFT - MARGIN - 4, self.letters))
        return max(ONE_LINE, count * PLAIN.height + PAD)


@dataclass(frozen=True, slots=True)
class HeatTable:
    """``heads``: the columns' names."""

    heads: tuple[str, ...]
    rows: tuple[HeatRow, ...]

    def draw(self, sheet: Sheet) -> None:
        legend(sheet, [LegendEntry(str(level), marker) for level, marker in LEVELS.items()])
        columns = columns_of(len(self.heads))
        top = heat_heads(sheet, self.heads, columns)
        shown = self.rows[:MOST]
        grid = Grid(columns, tuple(accumulate((row.height for row in shown), initial=top)))
        draw_tones(sheet, grid, [row.tones for row in shown])
        draw_rules(sheet, grid, MARGIN)
        draw_markers(sheet, places_of(grid, [row.levels for row in shown]))
        for place, row in enumerate(shown):
            for column in row.close:
                x, y = grid.middle(place, column)
                sheet.words(x + 2.6, y + 1.1, CLOSE, ASIDE)
        for row, (start, end) in zip(shown, pairwise(grid.rows), strict=True):
            row_name(sheet, row.name, (start + end) / 2, LEFT - MARGIN - 4, row.letters)
        sheet.bottom = grid.rows[-1] + 2
        if any(row.close for row in shown):
            sheet.write(f"{CLOSE}: borderline.", NOTE)
        if len(self.rows) > MOST:
            rest = f"The first {MOST} of {len(self.rows)} are drawn; a table can hold all."
            sheet.write(rest, NOTE)


def columns_of(count: int) -> tuple[float, ...]:
    """Their edges, in mm."""
    return tuple(LEFT + place * (WIDTH - MARGIN - LEFT) / count for place in range(count + 1))


def heat_heads(sheet: Sheet, names: Sequence[str], columns: Sequence[float]) -> float:
    """The names, standing; gives where the rows begin."""
    foot = sheet.bottom + 1 + max(width(name, PLAIN) for name in names)
    for name, (left, right) in zip(names, pairwise(columns), strict=True):
        sheet.words((left + right) / 2 + 1.1, foot, name, Letters(turned=True))
    return foot + 2


def places_of(grid: Grid, levels: Sequence[Sequence[Level]]) -> dict[Level, list[Spot]]:
    """Where each level's marker stands."""
    places: dict[Level, list[Spot]] = {level: [] for level in Level}
    for row, found in enumerate(levels):
        for column, level in enumerate(found):
            places[level].append(grid.middle(row, column))
    return places
