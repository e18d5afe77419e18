"""Which module draws which chart; everything that needs matplotlib is imported from here on."""

from assessment.method.marks import Marked
from reports.drawing.sheet import Sheet
from reports.one.charts.dots import perspectives
from reports.one.charts.plane import structure_and_essence
from reports.one.charts.pyramid import pyramid
from reports.one.charts.report_radars import principles, standards

PICTURES = {
    "principles": principles,
    "standards": standards,
    "map": structure_and_essence,
    "perspectives": perspectives,
    "pyramid": pyramid,
}


def picture(marked: Marked, name: str) -> Sheet:
    """Drawn and finished; tests read the plotted figures back from it."""
    return PICTURES[name](marked)
