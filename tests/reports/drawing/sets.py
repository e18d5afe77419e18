"""Every chart there is, in states good and bad: what must hold of all is tested of these."""

from comparing.charts.catalogue import COMPARISON_CHARTS
from reports.drawing.chart import printed
from reports.one.charts import CHARTS
from reports.programmes.programmes_chart import PROGRAMMES_CHARTS
from reports.years.charts.over_time import OVER_TIME_CHARTS
from tests.comparing.charts.compared_cast import COMPARED
from tests.reports.one.charts.cast import CAST, ODD
from tests.reports.years.over_time_cast import STORIES

PROGRAMMES = {
    "none": [],
    "one": [("Community peer support", CAST["lifelike"])],
    "all": list(CAST.items()),
    "fifty": [(f"Programme {n}", CAST["lifelike"]) for n in range(50)],
    "odd words": [(ODD.organisation, CAST["odd words"]), ("", CAST["nothing at all"])],
}
DRAWN = ("lifelike", "own view", "nobody", "forty named", "odd words")
TOLD = ("three", "nothing shared", "odd words")


def page(charts, of):
    """The charts of a page as bytes, when they are asked for."""
    return lambda: [printed(design.of(of)) for design in charts.values()]


# By name.
SETS = {
    **{case: page(CHARTS, CAST[case]) for case in CAST},
    **{f"compared, {case}": page(COMPARISON_CHARTS, COMPARED[case]) for case in DRAWN},
    **{f"over time, {case}": page(OVER_TIME_CHARTS, STORIES[case]) for case in TOLD},
    "programmes": lambda: [
        chart for rows in PROGRAMMES.values() for chart in page(PROGRAMMES_CHARTS, rows)()
    ],
}

# By name, a chart and what it is to be made of.
EVERY = {
    f"{subject}, {name}, {case}": (design, of)
    for subject, charts, cases in (
        ("one", CHARTS, CAST),
        ("compared", COMPARISON_CHARTS, COMPARED),
        ("over time", OVER_TIME_CHARTS, STORIES),
        ("side by side", PROGRAMMES_CHARTS, PROGRAMMES),
    )
    for case, of in cases.items()
    for name, design in charts.items()
}
