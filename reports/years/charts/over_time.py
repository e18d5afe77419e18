"""The charts of one programme over two or more closed assessments.

A new one: what it shows, in a module here; what it means, in ``wording.over_time_said``; and a
line in ``OVER_TIME_CHARTS``.
"""

from reports.drawing.chart import Design, chart_list
from reports.drawing.parts import Foot, foot_of
from reports.wording.cautions_said import SCORES, blurred
from reports.wording.over_time_said import (
    change_sentence,
    line_sentence,
    then_and_now_sentence,
)
from reports.wording.timeline import OverTime
from reports.years.charts.dumbbells import change
from reports.years.charts.lived_lines import lived_panels
from reports.years.charts.then_and_now_radar import then_and_now


def latest(story: OverTime) -> Foot:
    every = [one.results for one in story.assessments]
    return foot_of(every[-1].about, f"{SCORES} {blurred(*every)}".strip())


OVER_TIME_CHARTS = chart_list(
    Design(
        name="then-and-now",
        title="The lived-experience view then and now",
        sentence=then_and_now_sentence,
        parts=then_and_now,
        foot=latest,
    ),
    Design(
        name="change",
        title="Each perspective then and now",
        sentence=change_sentence,
        parts=change,
        foot=latest,
    ),
    Design(
        name="line",
        title="The lived-experience view over time",
        sentence=line_sentence,
        parts=lived_panels,
        foot=latest,
    ),
)
