"""Every chart there is, in states good and bad: what must hold of all is tested of these."""

from comparing.charts.catalogue import COMPARISON_CHARTS, draw_comparison
from comparing.charts.compared_pictures import comparison_picture
from reports.one.charts import draw_all
from reports.programmes.programmes_chart import draw_programmes, picture_of
from reports.programmes.programmes_heat import programmes
from reports.years.charts.over_time import OVER_TIME_CHARTS, draw_over_time
from reports.years.charts.over_time_pictures import over_time_picture
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

# By name, the charts of a page as bytes.
SETS = {
    **{case: lambda case=case: list(draw_all(CAST[case])) for case in CAST},
    **{
        f"compared, {case}": lambda case=case: [
            draw_comparison(COMPARED[case], name) for name in COMPARISON_CHARTS
        ]
        for case in DRAWN
    },
    **{
        f"over time, {case}": lambda case=case: [
            draw_over_time(STORIES[case], name) for name in OVER_TIME_CHARTS
        ]
        for case in TOLD
    },
    "programmes": lambda: [draw_programmes(rows) for rows in PROGRAMMES.values()],
}

# By name, one chart drawn and not yet printed.
SHEETS = {
    **{
        f"{name}, {case}": lambda name=name, case=case: comparison_picture(COMPARED[case], name)
        for case in COMPARED
        for name in COMPARISON_CHARTS
    },
    **{
        f"{name}, {case}": lambda name=name, case=case: over_time_picture(STORIES[case], name)
        for case in STORIES
        for name in OVER_TIME_CHARTS
    },
    **{
        f"programmes, {case}": lambda rows=rows: programmes(rows, picture_of(rows))
        for case, rows in PROGRAMMES.items()
    },
}
