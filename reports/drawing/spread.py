"""The spread: a row a figure, the others as a band or a tick, the named as dots, the own above all.

The mean is a tick, and where quartiles may be told the middle half a band under it; where nothing
may, a word. Nothing stands for the least or the most of those who are not named.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from string import ascii_uppercase

from assessment.method.numbers import Figure
from questions import Thresholds
from reports.drawing.legend import LegendEntry, legend
from reports.drawing.lettering import width
from reports.drawing.markers import NAMED, OWN
from reports.drawing.rows import Scale, draw_scale, kept_apart, row_name, rule
from reports.drawing.sheet import Sheet, Spot, corners
from reports.drawing.style import (
    ASIDE,
    BOLD,
    INK,
    MARGIN,
    NOTE,
    PAPER,
    QUIET,
    TEAL,
    TONES,
    WIDTH,
    Fill,
    Pen,
)

SCALE = Scale(48.0, WIDTH - 22.0)
HALF = 2.1  # mm, of a band's height
LETTERED = 12  # as many named dots as can be told apart by a letter
LETTER = 2.9  # mm, from one letter to the next
PLAIN_ROW, DOTTED_ROW, LETTERED_ROW = 10.5, 11.4, 14.6  # mm, of a row at least
WORDY_ROW = 14.0  # with three lines of words at either side
BAND = Fill(TONES[1], TONES[2], 0.8, above=1.2)
MEAN = Pen(INK, 1.8, above=2)


@dataclass(frozen=True, slots=True)
class SpreadRow:
    """``named``: a figure of each who is named. ``counted``: lines at the right.

    ``missing``: what is said where nothing is told of the others. ``least``: mm.
    """

    code: str
    name: str
    own: Figure
    mean: Figure
    middle: tuple[float, float] | None
    named: tuple[Figure, ...]
    counted: tuple[str, ...]
    missing: str
    least: float = PLAIN_ROW

    @property
    def height(self) -> float:
        if not self.named:
            return self.least
        return max(self.least, LETTERED_ROW if len(self.named) <= LETTERED else DOTTED_ROW)


@dataclass(frozen=True, slots=True)
class Section:
    """Rows whose own figures are joined, under a heading if there is one."""

    code: str
    heading: str
    rows: tuple[SpreadRow, ...]


@dataclass(frozen=True, slots=True)
class SpreadPlot:
    thresholds: Thresholds
    entries: tuple[LegendEntry, ...]
    sections: tuple[Section, ...]

    def draw(self, sheet: Sheet) -> None:
        legend(sheet, self.entries)
        top = sheet.bottom + NOTE.height + 1
        places, bottom = laid_out(sheet, top, self.sections)
        draw_scale(sheet, SCALE, top, bottom, self.thresholds)
        sheet.words(WIDTH - MARGIN, top - 1.2, "counted", ASIDE, align="right")
        for place in places:
            draw_spread_row(sheet, place)
        for section in self.sections:
            draw_own(sheet, section.code, [one for one in places if one.row in section.rows])
        sheet.bottom = bottom + NOTE.height + 2


@dataclass(frozen=True, slots=True)
class Place:
    """Where a row stands: its upper edge, the line of the others, the line of the named."""

    row: SpreadRow
    top: float

    @property
    def line(self) -> float:
        return self.top + (4.0 if self.row.named else self.row.height / 2)

    @property
    def dots(self) -> float:
        return self.top + 8.6


def laid_out(sheet: Sheet, top: float, sections: Sequence[Section]) -> tuple[list[Place], float]:
    """Every row's place, and where the last ends; each section under its heading."""
    places: list[Place] = []
    for section in sections:
        if section.heading:
            rule(sheet, top)
            wide = width(section.heading, BOLD) + 1
            behind = corners(MARGIN, top + 0.4, MARGIN + wide, top + 6.6)
            sheet.area(behind, Fill(PAPER, above=1.4))  # the scale's lines pass under it
            sheet.words(MARGIN, top + 5, section.heading, BOLD)
            top += 7
        for row in section.rows:
            places.append(Place(row, top))
            top += row.height
    return places, top


def draw_spread_row(sheet: Sheet, place: Place) -> None:
    row = place.row
    rule(sheet, place.top)
    row_name(sheet, row.name, place.top + row.height / 2, SCALE.left - MARGIN - 5, most=3)
    draw_others(sheet, place)
    draw_named(sheet, place)
    y = place.top + row.height / 2 - (len(row.counted) - 1) * NOTE.height / 2 + 1.1
    for line in row.counted:
        sheet.words(WIDTH - MARGIN, y, line, NOTE, align="right")
        y += NOTE.height


def draw_others(sheet: Sheet, place: Place) -> None:
    row, y = place.row, place.line
    if row.mean is None:
        away = row.own is None or row.own > 50  # from the own mark
        x, align = (SCALE.at(0) + 1.6, "left") if away else (SCALE.at(100) - 1.6, "right")
        sheet.words(x, y + 1.1, row.missing, ASIDE, align=align)
        return
    if row.middle:
        left, right = map(SCALE.at, row.middle)
        sheet.area(corners(left, y - HALF, right, y + HALF), BAND)
    x = SCALE.at(row.mean)
    sheet.path([(x, y - HALF - 0.9), (x, y + HALF + 0.9)], MEAN, name=f"mean-{row.code}")


def draw_named(sheet: Sheet, place: Place) -> None:
    """Hollow dots, and under each its letter, moved aside where two would touch."""
    figures = place.row.named
    there = {at: SCALE.at(figure) for at, figure in enumerate(figures) if figure is not None}
    if not there:
        return
    y = place.dots
    sheet.marks([(x, y) for x in there.values()], NAMED, name=f"named-{place.row.code}")
    if len(figures) > LETTERED:
        return
    xs = kept_apart(list(there.values()), LETTER, SCALE.left, SCALE.right)
    leads: list[Spot | None] = []
    for (at, dot), x in zip(there.items(), xs, strict=True):
        leads += [(dot, y + 0.9), (x, y + 2.2), None]
        sheet.area(corners(x - 1.2, y + 2.2, x + 1.2, y + 5.1), Fill(PAPER, above=1.9))
        sheet.words(x, y + 4.8, ascii_uppercase[at], NOTE, align="center")
    sheet.path(leads, Pen(QUIET, 0.5, above=1.5))


def draw_own(sheet: Sheet, code: str, places: Sequence[Place]) -> None:
    """Joined from row to row; a missing figure breaks the line."""
    owns = [(place.row.own, place.line) for place in places]
    spots = [None if own is None else (SCALE.at(own), y) for own, y in owns]
    if any(spots):
        sheet.path(spots, Pen(TEAL, 1.2, above=1.8))
        sheet.marks(spots, OWN, name=f"own-{code}")
