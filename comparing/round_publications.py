"""What can be had of a comparison: a member's, the collaboration's, or one made without a site."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from comparing.charts.catalogue import COMPARISON_CHARTS
from comparing.method.comparing import Comparison
from comparing.method.comparison_document import to_comparison_json
from comparing.method.traces import Trace
from comparing.workbook import Chosen, comparison_csv, comparison_workbook, named_csv
from reports.drawing.chart import Picture
from reports.publications import CSV, JSON, XLSX, Publication, bundled, chart_files


@dataclass(frozen=True, slots=True, kw_only=True)
class TitledComparison:
    """``title`` names it; ``made``: the day its figures were made; ``chosen``: what members plan.

    ``version`` and those ``earlier`` let the next one be held against them where there is no site
    (``folder.sealed_versions``).
    """

    comparison: Comparison
    title: str
    made: datetime.date | None
    chosen: Sequence[Chosen] = ()
    version: Trace | None = None
    earlier: tuple[Trace, ...] = ()


def comparison_xlsx(of: TitledComparison) -> bytes:
    return comparison_workbook(of.comparison, title=of.title, made=of.made, chosen=of.chosen)


def comparison_json(of: TitledComparison) -> bytes:
    return to_comparison_json(of.comparison, of.version, of.earlier).encode()


def comparison_chart(name: str, of: TitledComparison) -> Picture:
    return COMPARISON_CHARTS[name].of(of.comparison)


ROUND_PUBLICATIONS = bundled(
    Publication(
        "comparison.xlsx", XLSX, _("The whole comparison as a spreadsheet"), comparison_xlsx
    ),
    Publication("comparison.csv", CSV, _("Every figure"), lambda of: comparison_csv(of.comparison)),
    Publication(
        "named.csv", CSV, _("Those who share by name"), lambda of: named_csv(of.comparison)
    ),
    Publication("comparison.json", JSON, _("Everything, for other programs"), comparison_json),
    *chart_files(COMPARISON_CHARTS, comparison_chart),
)
