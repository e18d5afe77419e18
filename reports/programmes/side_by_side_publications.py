"""What can be had of an organisation's programmes side by side."""

from django.utils.translation import gettext_lazy as _

from reports.drawing.chart import Picture
from reports.programmes.programmes_chart import PROGRAMMES_CHARTS
from reports.programmes.side_by_side_csv import programmes_csv
from reports.programmes.standing_beside import StandingTable
from reports.publications import CSV, Publication, bundled, chart_files


def side_by_side_chart(name: str, table: StandingTable) -> Picture:
    return table.pictures[name]


SIDE_BY_SIDE_PUBLICATIONS = bundled(
    Publication("programmes.csv", CSV, _("All of this as a table"), programmes_csv),
    *chart_files(PROGRAMMES_CHARTS, side_by_side_chart),
)
