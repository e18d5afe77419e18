"""Radars: clockwise from the top, at most two lines, rings at the two cuts, no fill."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import cos, sin

from questions import Thresholds
from reports.drawing.circle import CENTRE, RADIUS, clearest, ring, spot, spots, turns
from reports.drawing.legend import LegendEntry, legend
from reports.drawing.lettering import width, wrapped
from reports.drawing.markers import VIEWS, Marker
from reports.drawing.sheet import Sheet
from reports.drawing.style import ASIDE, BOLD, FAINT, MARGIN, NOTE, PAPER, POINT, RULE, Fill, Pen
from reports.wording.plotted import Line

PAD = 3.2  # mm from the rim to a name
TOP_ROOM = 36.0  # for a name above or below: its neighbours start outside it
MARKER_ROOM = 4.2  # mm, beside a word
DASHED = (3.2, 1.8)
STROKES = {"others": DASHED, "before": DASHED}


@dataclass(frozen=True, slots=True)
class Spoke:
    """A name, and what stands under it: words and, for a level, its marker."""

    name: str
    word: str
    marker: Marker | None = None


@dataclass(frozen=True, slots=True)
class Radar:
    """A chart of ``lines``, the first above the others, with a figure for each spoke."""

    thresholds: Thresholds
    entries: tuple[LegendEntry, ...]
    spokes: tuple[Spoke, ...]
    lines: tuple[Line, ...]

    def draw(self, sheet: Sheet) -> None:
        legend(sheet, [*self.entries, ring_entry(self.thresholds)])
        labels = [
            label(turn, spoke)
            for turn, spoke in zip(turns(len(self.spokes)), self.spokes, strict=True)
        ]
        middle = sheet.bottom + 1 + max(RADIUS, *(one.height - one.foot for one in labels))
        rings(sheet, middle, len(labels), self.thresholds)
        band_words(sheet, middle, len(labels), self.lines, self.thresholds)
        for one in labels:
            write_label(sheet, middle + one.foot - one.height, one)
        for line in reversed(self.lines):
            plot(sheet, middle, line)
        sheet.bottom = middle + max(RADIUS, *(one.foot for one in labels))


@dataclass(frozen=True, slots=True)
class Label:
    """What stands at the end of a spoke, in the lines it takes."""

    turn: float
    lines: tuple[str, ...]
    words: tuple[str, ...]
    marker: Marker | None

    @property
    def height(self) -> float:
        return (len(self.lines) + len(self.words)) * BOLD.height

    @property
    def foot(self) -> float:
        """mm from the centre down to its lower edge, so that labels touch neither rim nor another.

        Every label lies outside the rim on its own spoke's side, grown outwards with its height.
        """
        return self.height / 2 - cos(self.turn) * (RADIUS + PAD + self.height / 2)


def label(turn: float, spoke: Spoke) -> Label:
    upright = abs(sin(turn)) < 0.1
    room = TOP_ROOM if upright else CENTRE - MARGIN - (RADIUS + PAD) * abs(sin(turn))
    lines = wrapped(spoke.name, room, BOLD, most=3)
    words = wrapped(spoke.word, room - MARKER_ROOM, NOTE)
    return Label(turn, tuple(lines), tuple(words), spoke.marker)


def ring_entry(thresholds: Thresholds) -> LegendEntry:
    words = f"Rings at {thresholds.low:g} and {thresholds.high:g}, the rim is 100"
    return LegendEntry(words, None, stroke=True, colour=RULE)


def rings(sheet: Sheet, middle: float, count: int, thresholds: Thresholds) -> None:
    """Thin rings at the two cuts, a rim at 100, a spoke a name."""
    spokes = [[(CENTRE, middle), spot(turn, 100, middle), None] for turn in turns(count)]
    sheet.path([place for spoke in spokes for place in spoke], Pen(FAINT, 0.6))
    for figure, thickness in ((thresholds.low, 0.8), (thresholds.high, 0.8), (100.0, 0.5)):
        sheet.path(ring(figure, middle), Pen(width=thickness))


def band_words(
    sheet: Sheet, middle: float, count: int, lines: Sequence[Line], thresholds: Thresholds
) -> None:
    """low, mid and high, between the two spokes where the lines leave most room for them."""
    cuts = (0.0, thresholds.low, thresholds.high, 100.0)
    centres = [(start + end) / 2 for start, end in pairwise(cuts)]
    turn = clearest(count, lines, centres)
    for word, figure in zip(("low", "mid", "high"), centres, strict=True):
        x, y = spot(turn, figure, middle)
        wide, tall = width(word, ASIDE) / 2 + 0.4, 1.5
        corners = [(-wide, -tall), (wide, -tall), (wide, tall), (-wide, tall)]
        sheet.area([(x + left, y + down) for left, down in corners], Fill(PAPER, above=1.5))
        sheet.words(x, y + 1.1, word, ASIDE, align="center")


def plot(sheet: Sheet, middle: float, line: Line) -> None:
    """A missing figure breaks the line: it is never drawn as 0."""
    places, marker = spots(line, middle), VIEWS[line.code]
    pen = Pen(marker.colour, 1.8, STROKES.get(line.code), above=2)
    sheet.path([*places, places[0]], pen)
    sheet.marks(places, marker, name=line.code)


def write_label(sheet: Sheet, top: float, one: Label) -> None:
    """Word first, then the level's marker, on the side of the spoke that leads outwards."""
    side = round(sin(one.turn), 1)
    outwards = "left" if side > 0 else "right"
    align = outwards if side else "center"
    x = CENTRE + (RADIUS + PAD) * sin(one.turn) * bool(side)
    baseline = top + 0.76 * BOLD.size * POINT  # 0.76 of a font stands above the baseline
    for line in one.lines:
        sheet.words(x, baseline, line, BOLD, align=align)
        baseline += BOLD.height
    for place, word in enumerate(one.words, start=1):
        marker = one.marker if place == len(one.words) else None
        long = width(word, NOTE) + (MARKER_ROOM if marker else 0)
        start = {"left": x, "center": x - long / 2, "right": x - long}[align]
        sheet.words(start, baseline, word, NOTE)
        if marker:
            sheet.marks([(start + long - 1.6, baseline - 1.1)], marker)
        baseline += BOLD.height
