"""Which module draws which chart of a comparison; matplotlib is imported from here on."""

from assessment.method.comparing import Comparison
from reports.charts.heat import named
from reports.charts.level_counts import levels
from reports.charts.sheet import Sheet
from reports.charts.spread import domains, mechanisms, principles

PICTURES = {
    "principles": principles,
    "domains": domains,
    "mechanisms": mechanisms,
    "levels": levels,
    "named": named,
}


def comparison_picture(comparison: Comparison, name: str) -> Sheet:
    """Drawn and finished; tests read the plotted figures back from it."""
    return PICTURES[name](comparison)
