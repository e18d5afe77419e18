"""Dots: one row a principle, one marker a perspective, each in a lane of its own."""

from collections.abc import Sequence

from assessment.method.marks import Marked
from questions import Thresholds
from reports.charts.figures import Dots, perspective_dots
from reports.charts.legend import Entry, legend
from reports.charts.lettering import wrapped
from reports.charts.sentences import notes_on_missing
from reports.charts.shapes import PERSPECTIVES
from reports.charts.sheet import Sheet, Spot, origin
from reports.charts.style import ASIDE, FAINT, INK, MARGIN, NOTE, PLAIN, WIDTH, Pen
from reports.charts.words import SCORES, TITLES

LEFT, RIGHT = 46.0, WIDTH - 6.0  # mm, of 0 and of 100
LANE = 2.0  # mm; a marker is about as tall, so equal figures stand under each other
LEAST_ROW = 10.5


def perspectives(marked: Marked) -> Sheet:
    sheet, rows = Sheet(TITLES["perspectives"]), perspective_dots(marked)
    legend(sheet, entries(marked, rows))
    height = max(LEAST_ROW, (len(rows) + 1.1) * LANE)
    top = sheet.bottom + NOTE.height + 1
    bottom = top + height * len(marked.principles)
    names(sheet, marked, top, height)
    scale(sheet, top, bottom, marked.results.instrument.thresholds)
    lived_ticks(sheet, marked, top, height)
    for lane, row in enumerate(rows):
        offset = (lane - (len(rows) - 1) / 2) * LANE
        plot(sheet, row, [top + (place + 0.5) * height + offset for place in range(len(row.dots))])
    sheet.bottom = bottom + NOTE.height + 2
    for note in notes_on_missing(marked):
        sheet.write(note, NOTE)
    sheet.finish(origin(marked), SCORES)
    return sheet


def entries(marked: Marked, rows: Sequence[Dots]) -> list[Entry]:
    shown = [
        Entry(marked.results.short_name_of(row.perspective), PERSPECTIVES[row.perspective])
        for row in rows
    ]
    if any(one.views.practice is not None for one in marked.principles.values()):
        shown.append(Entry("Lived-experience view", None, upright=True))
    if any(dot and dot.low is not None for row in rows for dot in row.dots):
        shown.append(Entry("Rough range", None, stroke=True))
    return shown


def names(sheet: Sheet, marked: Marked, top: float, height: float) -> None:
    for place, one in enumerate(marked.principles.values()):
        start = top + place * height
        sheet.path([(MARGIN, start), (WIDTH - MARGIN, start)], Pen(FAINT, 0.6))
        lines = wrapped(one.principle.name, LEFT - MARGIN - 6, PLAIN)
        y = start + height / 2 - (len(lines) - 1) * PLAIN.height / 2 + 1.1
        for line in lines:
            sheet.words(MARGIN, y, line)
            y += PLAIN.height


def scale(sheet: Sheet, top: float, bottom: float, thresholds: Thresholds) -> None:
    """Thin lines at 0, the cuts and 100; figures and words above and figures below."""
    cuts = (0.0, thresholds.low, thresholds.high, 100.0)
    sheet.path([(MARGIN, bottom), (WIDTH - MARGIN, bottom)], Pen(FAINT, 0.6))
    for cut in cuts:
        x = across(cut)
        sheet.path([(x, top), (x, bottom)], Pen(width=0.8))
        for y in (top - 1.2, bottom + 3.6):
            sheet.words(x, y, f"{cut:g}", ASIDE, align="center")
    for word, start, end in zip(("low", "mid", "high"), cuts, cuts[1:], strict=False):
        x = across((start + end) / 2)
        sheet.words(x, top - 1.2, word, ASIDE, align="center")


def across(figure: float) -> float:
    return LEFT + (RIGHT - LEFT) * figure / 100


def lived_ticks(sheet: Sheet, marked: Marked, top: float, height: float) -> None:
    """The lived-experience view as one upright tick a row, behind the markers."""
    places: list[Spot | None] = []
    for place, one in enumerate(marked.principles.values()):
        if one.views.practice is not None:
            x, start = across(one.views.practice), top + place * height
            places += [(x, start + 0.6), (x, start + height - 0.6), None]
    sheet.path(places, Pen(INK, 1.2, above=1.5), name="lived")


def plot(sheet: Sheet, row: Dots, ys: Sequence[float]) -> None:
    """Rough ranges as thin lines, then the markers; a missing figure leaves its lane empty."""
    shape = PERSPECTIVES[row.perspective]
    lanes = list(zip(row.dots, ys, strict=True))
    ranges: list[Spot | None] = []
    for dot, y in lanes:
        if dot and dot.low is not None and dot.high is not None:
            ranges += [(across(dot.low), y), (across(dot.high), y), None]
    if ranges:
        sheet.path(ranges, Pen(shape.colour, 0.9, above=2), name=f"{row.perspective}-range")
    marks = [(across(dot.figure), y) if dot else None for dot, y in lanes]
    sheet.marks(marks, shape, name=row.perspective)
