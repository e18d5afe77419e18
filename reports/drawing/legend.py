"""Legends: a sample and its words, in rows below the heading."""

from collections.abc import Sequence
from dataclasses import dataclass

from reports.drawing.lettering import width, wrapped
from reports.drawing.markers import Marker
from reports.drawing.sheet import ROOM, Sheet, corners
from reports.drawing.style import INK, MARGIN, NOTE, PLAIN, POINT, SMALL, Fill, Letters, Pen

SAMPLE = 9.0  # mm, of a stroke
GAP = 6.0  # mm, between entries
STRONG = Letters(SMALL, bold=True)


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """A marker, on a stroke where ``stroke``; without one a plain upright or lying stroke.

    ``fill``: an area instead.
    """

    words: str
    marker: Marker | None
    stroke: bool = False
    dashes: tuple[float, ...] | None = None
    upright: bool = False
    colour: str = INK
    fill: Fill | None = None

    @property
    def indent(self) -> float:
        return SAMPLE + 2 if self.stroke or self.fill else 4.5


def legend(sheet: Sheet, entries: Sequence[LegendEntry]) -> None:
    """As many entries a row as fit; each is cut to the sheet's width."""
    x = MARGIN
    rows = 0
    for entry in entries:
        text = " ".join(wrapped(entry.words, ROOM - entry.indent, PLAIN, most=1))
        long = entry.indent + width(text, PLAIN)
        if rows == 0 or x + long > MARGIN + ROOM:
            x = MARGIN
            rows += 1
            sheet.bottom += PLAIN.height + 0.6
        sample(sheet, x, sheet.bottom - 1.2, entry)
        sheet.words(x + entry.indent, sheet.bottom, text)
        x += long + GAP
    sheet.bottom += 3 if rows else 0


def sample(sheet: Sheet, x: float, y: float, entry: LegendEntry) -> None:
    colour = entry.marker.colour if entry.marker else entry.colour
    if entry.fill:
        sheet.area(corners(x, y - 1.5, x + SAMPLE, y + 1.5), entry.fill)
    elif entry.upright:
        sheet.path([(x + 1.5, y - 1.6), (x + 1.5, y + 1.6)], Pen(colour, 1.2, entry.dashes))
    elif entry.stroke:
        wide = 1.8 if entry.marker else 1.0
        sheet.path([(x, y), (x + SAMPLE, y)], Pen(colour, wide, entry.dashes))
    if entry.marker:
        sheet.marks([(x + (SAMPLE / 2 if entry.stroke else 1.5), y)], entry.marker)


def listed_below(sheet: Sheet, marked: Sequence[tuple[str, str]], columns: int = 1) -> None:
    """What each mark means: the mark in bold, its words beside it, down one column and the next."""
    wide, rows = ROOM / columns, -(-len(marked) // columns)
    top = lowest = sheet.bottom + 1
    for place, (mark, text) in enumerate(marked):
        column, row = divmod(place, rows)
        top = top if row else sheet.bottom + 1
        x = MARGIN + column * wide
        lines = wrapped(text, wide - 9, NOTE)
        sheet.words(x, top + NOTE.size * POINT, mark, STRONG)
        for line in lines:
            sheet.words(x + 5.5, top + NOTE.size * POINT, line, NOTE)
            top += NOTE.height
        lowest = max(lowest, top)
    sheet.bottom = lowest
