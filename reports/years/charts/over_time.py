"""The charts of one programme over two or more closed assessments."""

from reports.drawing.chart import Chart, Picture, printed
from reports.wording.over_time_said import OVER_TIME_SENTENCES
from reports.wording.timeline import Event, OverTime, Round
from reports.wording.titles import OVER_TIME_TITLES

__all__ = ["OVER_TIME_CHARTS", "Event", "OverTime", "Round", "draw_over_time"]

OVER_TIME_CHARTS = tuple(OVER_TIME_TITLES)


def draw_over_time(story: OverTime, name: str) -> Chart:
    """One of ``OVER_TIME_CHARTS``; KeyError for any other name."""
    found = Picture(name, OVER_TIME_TITLES[name], OVER_TIME_SENTENCES[name](story))
    # matplotlib takes a second to import: only when something is drawn.
    from reports.years.charts.over_time_pictures import over_time_picture  # noqa: PLC0415

    return printed(found, over_time_picture(story, name).figure)
