"""Every chart there is, in states good and bad: what must hold of all is tested of these."""

from comparing.charts.catalogue import NAMED_CHARTS, PUBLISHED_CHARTS
from reports.drawing.chart import printed
from reports.one.charts import CHARTS
from reports.programmes.programmes_chart import PROGRAMMES_CHARTS
from reports.years.charts.over_time import OVER_TIME_CHARTS
from tests.comparing.lifelike import NAMED, PUBLISHED
from tests.reports.one.charts.cast import CAST, ODD
from tests.reports.years.over_time_cast import STORIES

PROGRAMMES = {
    "none": [],
    "one": [("Community peer support", CAST["lifelike"])],
    "all": list(CAST.items()),
    "fifty": [(f"Programme {n}", CAST["lifelike"]) for n in range(50)],
    "odd words": [(ODD.organisation, CAST["odd words"]), ("", CAST["nothing at all"])],
}
DRAWN = ("sixteen", "too few", "odd words", "forty")
TOLD = ("three", "nothing shared", "odd words")


def page(charts, of):
    """The charts of a page as bytes, when they are asked for."""
    return lambda: [printed(design.of(of)) for design in charts.values()]


# By name.
SETS = {
    **{case: page(CHARTS, CAST[case]) for case in CAST},
    **{
        f"published, {case}": page(PUBLISHED_CHARTS, of)
        for case, of in PUBLISHED.items()
        if case in DRAWN
    },
    **{f"by name, {case}": page(NAMED_CHARTS, of) for case, of in NAMED.items() if case in DRAWN},
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
        ("published", PUBLISHED_CHARTS, PUBLISHED),
        ("by name", NAMED_CHARTS, NAMED),
        ("over time", OVER_TIME_CHARTS, STORIES),
        ("side by side", PROGRAMMES_CHARTS, PROGRAMMES),
    )
    for case, of in cases.items()
    for name, design in charts.items()
}
