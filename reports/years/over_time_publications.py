"""What can be had of a programme over time."""

from django.utils.translation import gettext_lazy as _

from reports.drawing.chart import Picture
from reports.publications import CSV, Publication, bundled, chart_files
from reports.years.charts.over_time import OVER_TIME_CHARTS
from reports.years.over_time_csv import changes_csv, levels_csv, line_csv
from reports.years.told import ToldOverTime


def over_time_chart(name: str, told: ToldOverTime) -> Picture:
    return told.pictures[name]


OVER_TIME_PUBLICATIONS = bundled(
    Publication("changes.csv", CSV, _("Every comparison of the two self-assessments"), changes_csv),
    Publication("levels.csv", CSV, _("The levels then and now"), levels_csv),
    Publication("line.csv", CSV, _("The line over all self-assessments"), line_csv),
    *chart_files(OVER_TIME_CHARTS, over_time_chart),
)
