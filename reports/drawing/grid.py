"""A grid of cells: tones behind, thin rules between, a level's marker in each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from assessment.method.levels import Level
from reports.drawing.markers import LEVELS
from reports.drawing.sheet import Sheet, Spot, corners
from reports.drawing.style import PAPER, RULE, Fill, Pen

LINE = Pen(RULE, 0.5, above=0.8)


@dataclass(frozen=True, slots=True)
class Grid:
    """mm: the edges of the columns from the left and of the rows from the top."""

    columns: tuple[float, ...]
    rows: tuple[float, ...]

    def middle(self, row: int, column: int) -> Spot:
        x, y = self.columns[column : column + 2], self.rows[row : row + 2]
        return sum(x) / 2, sum(y) / 2


def draw_tones(sheet: Sheet, grid: Grid, tones: Sequence[Sequence[str]]) -> None:
    """Neighbours of one tone as one area: a fifth of the bytes."""
    for row, (top, bottom) in enumerate(pairwise(grid.rows)):
        for tone, run in groupby(enumerate(tones[row]), key=lambda cell: cell[1]):
            places = [place for place, _ in run]
            box = corners(grid.columns[places[0]], top, grid.columns[places[-1] + 1], bottom)
            if tone != PAPER:
                sheet.area(box, Fill(tone))


def draw_rules(sheet: Sheet, grid: Grid, left: float) -> None:
    """The rows' from ``left``, under their names too."""
    ends = [(left, grid.columns[-1], y, y) for y in grid.rows]
    ends += [(x, x, grid.rows[0], grid.rows[-1]) for x in grid.columns]
    places: list[Spot | None] = []
    for x, far, y, low in ends:
        places += [(x, y), (far, low), None]
    sheet.path(places, LINE)


def draw_markers(sheet: Sheet, places: Mapping[Level, Sequence[Spot]]) -> None:
    """One artist a level, which carries the level's name."""
    for level, spots in places.items():
        if spots:
            sheet.marks(spots, LEVELS[level], name=f"level-{level}")
