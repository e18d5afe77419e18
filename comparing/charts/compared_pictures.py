"""Which module draws which chart of a comparison; matplotlib is imported from here on."""

from comparing.charts.level_counts import levels
from comparing.charts.named_heat import named
from comparing.charts.spread import domains, mechanisms, principles
from comparing.method.comparing import Comparison
from reports.drawing.sheet import Sheet

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
