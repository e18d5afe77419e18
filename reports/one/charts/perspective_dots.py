"""How each perspective rates the principles: one row a principle, one marker a perspective."""

from collections.abc import Iterator, Sequence

from assessment.method.marks import Marked
from reports.drawing.dots import DotPlot, Series
from reports.drawing.legend import LegendEntry
from reports.drawing.markers import marker_of
from reports.drawing.parts import SheetPart, note
from reports.wording import plotted
from reports.wording.perspectives_said import notes_on_missing
from reports.wording.principles_said import LIVED_VIEW


def perspective_plot(marked: Marked) -> Iterator[SheetPart]:
    """The lived-experience view is the tick behind the markers."""
    rows, marks = plotted.perspective_dots(marked), tuple(marked.principles.values())
    instrument = marked.results.instrument
    yield DotPlot(
        thresholds=instrument.thresholds,
        entries=tuple(perspective_entries(marked, rows)),
        names=tuple(one.principle.name for one in marks),
        series=tuple(
            Series(row.perspective, marker_of(row.perspective, instrument.shape), row.dots)
            for row in rows
        ),
        ticks=tuple(one.views.practice for one in marks),
    )
    yield from map(note, notes_on_missing(marked))


def perspective_entries(marked: Marked, rows: Sequence[plotted.Dots]) -> Iterator[LegendEntry]:
    results, shape = marked.results, marked.results.instrument.shape
    for row in rows:
        yield LegendEntry(results.short_name_of(row.perspective), marker_of(row.perspective, shape))
    if any(one.views.practice is not None for one in marked.principles.values()):
        yield LegendEntry(LIVED_VIEW, None, upright=True)
    if any(dot and dot.low is not None for row in rows for dot in row.dots):
        yield LegendEntry("Rough range", None, stroke=True)
