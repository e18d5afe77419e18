"""Which module draws which chart; everything that needs matplotlib is imported from here on."""

from assessment.method.marks import Marked
from reports.charts.dots import perspectives
from reports.charts.plane import structure_and_essence
from reports.charts.pyramid import pyramid
from reports.charts.radar import principles, standards
from reports.charts.sheet import Sheet

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
