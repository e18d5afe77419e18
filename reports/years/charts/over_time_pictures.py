"""Which module draws which chart over time; matplotlib is imported from here on."""

from reports.drawing.sheet import Sheet
from reports.wording.timeline import OverTime
from reports.years.charts.dumbbells import change
from reports.years.charts.lines import line
from reports.years.charts.then_and_now_radar import then_and_now

PICTURES = {"then-and-now": then_and_now, "change": change, "line": line}


def over_time_picture(story: OverTime, name: str) -> Sheet:
    """Drawn and finished; tests read the plotted figures back from it."""
    return PICTURES[name](story)
