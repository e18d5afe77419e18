"""Dots: one row a principle, one marker a perspective, each in a lane of its own."""

from collections.abc import Sequence

from assessment.method.marks import Marked
from reports.drawing.legend import Entry, legend
from reports.drawing.markers import Marker, marker_of
from reports.drawing.rows import Scale, draw_scale, row_name, rule
from reports.drawing.sheet import Sheet, Spot, origin
from reports.drawing.style import INK, MARGIN, NOTE, WIDTH, Pen
from reports.wording.perspectives_said import notes_on_missing
from reports.wording.plotted import Dots, perspective_dots
from reports.wording.titles import SCORES, TITLES

LEFT, RIGHT = 46.0, WIDTH - 6.0  # mm, of 0 and of 100
SCALE = Scale(LEFT, RIGHT)
LANE = 2.0  # mm; a marker is about as tall, so equal figures stand under each other
LEAST_ROW = 10.5


def perspectives(marked: Marked) -> Sheet:
    sheet, rows = Sheet(TITLES["perspectives"]), perspective_dots(marked)
    legend(sheet, entries(marked, rows))
    height = max(LEAST_ROW, (len(rows) + 1.1) * LANE)
    top = sheet.bottom + NOTE.height + 1
    bottom = top + height * len(marked.principles)
    names(sheet, marked, top, height)
    draw_scale(sheet, SCALE, top, bottom, marked.results.instrument.thresholds)
    lived_ticks(sheet, marked, top, height)
    for lane, row in enumerate(rows):
        offset = (lane - (len(rows) - 1) / 2) * LANE
        ys = [top + (place + 0.5) * height + offset for place in range(len(row.dots))]
        plot(sheet, row, marker_of(row.perspective, marked.results.instrument.shape), ys)
    sheet.bottom = bottom + NOTE.height + 2
    for note in notes_on_missing(marked):
        sheet.write(note, NOTE)
    sheet.finish(origin(marked.results.about), SCORES)
    return sheet


def entries(marked: Marked, rows: Sequence[Dots]) -> list[Entry]:
    results, shape = marked.results, marked.results.instrument.shape
    shown = [
        Entry(results.short_name_of(row.perspective), marker_of(row.perspective, shape))
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
        rule(sheet, start)
        row_name(sheet, one.principle.name, start + height / 2, LEFT - MARGIN - 6)


def across(figure: float) -> float:
    return SCALE.at(figure)


def lived_ticks(sheet: Sheet, marked: Marked, top: float, height: float) -> None:
    """The lived-experience view as one upright tick a row, behind the markers."""
    places: list[Spot | None] = []
    for place, one in enumerate(marked.principles.values()):
        if one.views.practice is not None:
            x, start = across(one.views.practice), top + place * height
            places += [(x, start + 0.6), (x, start + height - 0.6), None]
    sheet.path(places, Pen(INK, 1.2, above=1.5), name="lived")


def plot(sheet: Sheet, row: Dots, marker: Marker, ys: Sequence[float]) -> None:
    """Rough ranges as thin lines, then the markers; a missing figure leaves its lane empty."""
    lanes = list(zip(row.dots, ys, strict=True))
    ranges: list[Spot | None] = []
    for dot, y in lanes:
        if dot and dot.low is not None and dot.high is not None:
            ranges += [(across(dot.low), y), (across(dot.high), y), None]
    if ranges:
        sheet.path(ranges, Pen(marker.colour, 0.9, above=2), name=f"{row.perspective}-range")
    marks = [(across(dot.figure), y) if dot else None for dot, y in lanes]
    sheet.marks(marks, marker, name=row.perspective)
