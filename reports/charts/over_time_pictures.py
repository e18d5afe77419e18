"""Which module draws which chart over time; matplotlib is imported from here on."""

from reports.charts.dumbbells import change
from reports.charts.lines import line
from reports.charts.sheet import Sheet
from reports.charts.story import OverTime
from reports.charts.then_and_now import then_and_now

PICTURES = {"then-and-now": then_and_now, "change": change, "line": line}


def over_time_picture(story: OverTime, name: str) -> Sheet:
    """Drawn and finished; tests read the plotted figures back from it."""
    return PICTURES[name](story)
