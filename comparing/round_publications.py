"""What can be had of a round, as one reader sees it: on a site, or made without one."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from comparing.charts.catalogue import NAMED_CHARTS, PUBLISHED_CHARTS
from comparing.method.comparison_document import to_comparison_json
from comparing.method.seen import SeenByName, SeenPublished
from comparing.workbook import round_workbook
from comparing.workbook.comparison_csv import comparison_csv
from reports.drawing.chart import Picture
from reports.publications import CSV, JSON, XLSX, Publication, bundled, chart_files

SeenRound = SeenPublished | SeenByName


def comparison_json(seen: SeenRound) -> bytes:
    return to_comparison_json(seen.document()).encode()


def published_chart(name: str, seen: SeenPublished) -> Picture:
    return PUBLISHED_CHARTS[name].of(seen)


def named_chart(name: str, seen: SeenByName) -> Picture:
    return NAMED_CHARTS[name].of(seen)


TABLES = (
    Publication("comparison.xlsx", XLSX, _("The whole round as a spreadsheet"), round_workbook),
    Publication("comparison.csv", CSV, _("Every figure"), comparison_csv),
    Publication("comparison.json", JSON, _("Everything, for other programs"), comparison_json),
)
Files = tuple[Publication[Any], ...]

ANONYMOUS_ROUND: Files = bundled(*TABLES, *chart_files(PUBLISHED_CHARTS, published_chart))
BY_NAME_ROUND: Files = bundled(*TABLES, *chart_files(NAMED_CHARTS, named_chart))


def round_publications(seen: SeenRound) -> Files:
    return BY_NAME_ROUND if isinstance(seen, SeenByName) else ANONYMOUS_ROUND
