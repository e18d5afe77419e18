"""Lines over time: a small panel a name, 0 to 100 upwards, the days across.

What happened on a day stands on every panel as a thin line: numbered ones end above it, lettered
ones below.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from assessment.method.numbers import Figure, beside
from questions import Thresholds
from reports.drawing.legend import LegendEntry, legend
from reports.drawing.lettering import wrapped
from reports.drawing.markers import Marker
from reports.drawing.rows import kept_apart
from reports.drawing.sheet import Sheet, corners
from reports.drawing.style import (
    ASIDE,
    BOLD,
    FAINT,
    MARGIN,
    NOTE,
    PLUM,
    QUIET,
    RULE,
    TEAL,
    WIDTH,
    Fill,
    Pen,
)

ACROSS = 3  # panels: four in a row leave no room for their names
LEFT, GAP, TALL = 12.0, 5.0, 22.0  # mm: of the first panel, between panels, of a panel's plot
WIDE = (WIDTH - MARGIN - LEFT - (ACROSS - 1) * GAP) / ACROSS
ENDS = 7.5  # mm at either side of a line, for its first and last figure
STRIP = 4.4  # mm, for the marks above and below a plot
MOST = 9  # days above, and below, that a panel has room to mark
GAP_OF_MARKS = 3.0  # mm: closer, two numbers touch
POINTS = Marker("o", TEAL, size=4.6)
ABOVE, BELOW = Pen(QUIET, 0.8, above=1.2), Pen(PLUM, 0.9, (1.6, 1.2), above=1.2)

DatedMark = tuple[str, date]  # a mark of one letter or digit, and where it stands


@dataclass(frozen=True, slots=True)
class LinePanel:
    """A line; a missing figure breaks it."""

    name: str
    title: str
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class LinePanels:
    """Panels over the same days, the earliest first; ``without``: said where there is no figure.

    ``above`` and ``below``: at most ``MOST`` days that are marked.
    """

    thresholds: Thresholds
    entries: tuple[LegendEntry, ...]
    days: tuple[date, ...]
    panels: tuple[LinePanel, ...]
    above: tuple[DatedMark, ...]
    below: tuple[DatedMark, ...]
    without: str

    def draw(self, sheet: Sheet) -> None:
        legend(sheet, self.entries)
        top = sheet.bottom
        for at in range(0, len(self.panels), ACROSS):
            top = draw_panels(sheet, top, self, self.panels[at : at + ACROSS])
        draw_dates(sheet, top - 3 + NOTE.height, Days(self.days[0], self.days[-1]))
        sheet.bottom = top + NOTE.height


@dataclass(frozen=True, slots=True)
class Days:
    """The time axis that all panels share, in mm from a panel's left edge."""

    first: date
    last: date

    def at(self, day: date) -> float:
        """In the middle where all days are one."""
        span = (self.last - self.first).days
        share = (day - self.first).days / span if span else 0.5
        return ENDS + (WIDE - 2 * ENDS) * share


def draw_panels(sheet: Sheet, top: float, lines: LinePanels, row: Sequence[LinePanel]) -> float:
    """Panels beside each other; gives where the next row begins."""
    days = Days(lines.days[0], lines.days[-1])
    titles = [wrapped(one.title, WIDE, BOLD) for one in row]
    head = max(map(len, titles)) * BOLD.height
    plot = top + head + 1.5 + STRIP * bool(lines.above)
    for place, (one, title) in enumerate(zip(row, titles, strict=True)):
        left = LEFT + place * (WIDE + GAP)
        write_title(sheet, left, top + head, title)
        frame(sheet, left, plot, lines.thresholds)
        draw_marked(sheet, left, plot, days, lines.above, above=True)
        draw_marked(sheet, left, plot, days, lines.below, above=False)
        xs = [left + days.at(day) for day in lines.days]
        draw_line(sheet, plot, xs, one, lines)
    return plot + TALL + STRIP * bool(lines.below) + 3


def write_title(sheet: Sheet, left: float, bottom: float, lines: Sequence[str]) -> None:
    for place, text in enumerate(reversed(lines)):
        sheet.words(left, bottom - place * BOLD.height, text, BOLD)


def frame(sheet: Sheet, left: float, top: float, thresholds: Thresholds) -> None:
    """0, the cuts and 100, with their figures beside the first panel of a row."""
    sheet.area(corners(left, top, left + WIDE, top + TALL), Fill(edge=FAINT, width=0.6))
    for cut in (0.0, thresholds.low, thresholds.high, 100.0):
        y = height_at(top, cut)
        sheet.path([(left, y), (left + WIDE, y)], Pen(RULE, 0.6))
        if left == LEFT:
            sheet.words(left - 1.2, y + 1.1, f"{cut:g}", ASIDE, align="right")


def height_at(top: float, figure: float) -> float:
    return top + TALL * (1 - figure / 100)


def draw_marked(
    sheet: Sheet, left: float, top: float, days: Days, marked: Sequence[DatedMark], *, above: bool
) -> None:
    """A line through the plot to its mark, which moves aside where two would touch."""
    xs = [days.at(day) for _, day in marked]
    asides = kept_apart(xs, GAP_OF_MARKS, 1.2, WIDE - 1.2)
    start, end, way = (top + TALL, top, -1) if above else (top, top + TALL, 1)
    for x, aside, (mark, _) in zip(xs, asides, marked, strict=True):
        places = [(left + x, start), (left + x, end), (left + aside, end + way * 1.2)]
        sheet.path(places, ABOVE if above else BELOW, name=f"dated-{mark}")
        y = end - 1.7 if above else end + 4.2
        sheet.words(left + aside, y, mark, NOTE, align="center")


def draw_line(
    sheet: Sheet, top: float, xs: Sequence[float], panel: LinePanel, lines: LinePanels
) -> None:
    """The first figure and the last there is say what they are."""
    places = [
        None if figure is None else (x, height_at(top, figure))
        for x, figure in zip(xs, panel.figures, strict=True)
    ]
    known = [(place, f) for place, f in zip(places, panel.figures, strict=True) if place]
    if not known:
        x = (xs[0] + xs[-1]) / 2
        sheet.words(x, top + TALL / 2 + 1.1, lines.without, ASIDE, align="center")
        return
    sheet.path(places, Pen(TEAL, 1.6, above=2))
    sheet.marks(places, POINTS, name=f"line-{panel.name}")
    ends = [(known[0], "right", -1.6)] * (len(known) > 1) + [(known[-1], "left", 1.6)]
    for ((x, y), figure), align, aside in ends:
        words = beside(figure or 0, lines.thresholds.cuts)
        sheet.words(x + aside, y + 1.1, words, NOTE, align=align)


def draw_dates(sheet: Sheet, baseline: float, days: Days) -> None:
    """Month and year under the first and the last day of the last row; once where they are one."""
    ends = dict.fromkeys((days.first, days.last))
    for column in range(ACROSS):
        left = LEFT + column * (WIDE + GAP)
        for day in ends:
            sheet.words(left + days.at(day), baseline, f"{day:%b %Y}", ASIDE, align="center")
