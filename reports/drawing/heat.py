"""Tables of levels: a row a member or a programme, a column a principle, a marker a level.

Marker first, then tone: what is more at risk is darker, and every marker reads on every tone.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from assessment.method.levels import Level
from questions import Instrument
from reports.drawing.grid import Grid, draw_markers, draw_rules, draw_tones
from reports.drawing.legend import Entry, legend
from reports.drawing.lettering import width, wrapped
from reports.drawing.markers import LEVELS
from reports.drawing.rows import row_name
from reports.drawing.sheet import Sheet, Spot
from reports.drawing.style import BOLD, MARGIN, NOTE, PAPER, PLAIN, TINT, TONES, WIDTH, Letters

LEFT = 50.0  # mm, of the first column
COLUMNS = tuple(LEFT + place * (WIDTH - MARGIN - LEFT) / 12 for place in range(13))
MOST = 40  # rows of one sheet
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
class Line:
    """A row: whose it is, its level by principle; ``own`` stands out in bold."""

    name: str
    levels: Mapping[str, Level]
    own: bool = False

    @property
    def letters(self) -> Letters:
        return BOLD if self.own else PLAIN

    @property
    def height(self) -> float:
        count = len(wrapped(self.name, LEFT - MARGIN - 4, self.letters))
        return max(ONE_LINE, count * PLAIN.height + PAD)


def table(sheet: Sheet, instrument: Instrument, lines: Sequence[Line], said: str) -> None:
    """The sentence alone where there is no row."""
    if not lines:
        sheet.write(said)
        return
    legend(sheet, [Entry(str(level), marker) for level, marker in LEVELS.items()])
    top = head(sheet, [one.short_name for one in instrument.principles])
    shown = lines[:MOST]
    rows = tuple(accumulate((line.height for line in shown), initial=top))
    grid = Grid(COLUMNS, rows)
    levels = [[line.levels[code] for code in instrument.principle] for line in shown]
    draw_tones(sheet, grid, [[TONE[level] for level in row] for row in levels])
    draw_rules(sheet, grid, MARGIN)
    draw_markers(sheet, places_of(grid, levels))
    for line, (start, end) in zip(shown, pairwise(rows), strict=True):
        row_name(sheet, line.name, (start + end) / 2, LEFT - MARGIN - 4, line.letters)
    sheet.bottom = rows[-1] + 2
    if len(lines) > MOST:
        sheet.write(f"The first {MOST} of {len(lines)} are drawn; a table can hold all.", NOTE)


def head(sheet: Sheet, names: Sequence[str]) -> float:
    """The principles' names, standing; gives where the rows begin."""
    foot = sheet.bottom + 1 + max(width(name, PLAIN) for name in names)
    for name, (left, right) in zip(names, pairwise(COLUMNS), strict=True):
        sheet.words((left + right) / 2 + 1.1, foot, name, Letters(turned=True))
    return foot + 2


def places_of(grid: Grid, levels: Sequence[Sequence[Level]]) -> dict[Level, list[Spot]]:
    """Where each level's marker stands."""
    places: dict[Level, list[Spot]] = {level: [] for level in Level}
    for row, found in enumerate(levels):
        for column, level in enumerate(found):
            places[level].append(grid.middle(row, column))
    return places
