"""What can be had of one closed assessment; a page, its addresses and ``score`` read this list."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from assessment.method import Marked, to_json
from reports.actions.plan import Plan, intents, names_of
from reports.drawing.chart import Picture
from reports.one.charts import CHARTS
from reports.one.documents.board_sheet import board_pdf
from reports.one.report_csv import actions_csv, cells_csv, principles_csv
from reports.one.workbook import report_workbook
from reports.one.workbook.actions_sheet import Planned
from reports.publications import CSV, JSON, PDF, XLSX, Publication, bundled, chart_files


@dataclass(frozen=True, slots=True)
class PlannedReport:
    """Every file is made of the same marks as the page; without a site there is no plan."""

    marked: Marked
    plan: Plan = ()


def report_xlsx(report: PlannedReport) -> bytes:
    names = names_of(report.marked.results.instrument)
    rows = (
        Planned(names.get(p.about, ""), p.kind, p.text, p.owner, p.due, p.status, p.notes)
        for p in report.plan
    )
    return report_workbook(report.marked, tuple(rows))


def results_json(report: PlannedReport) -> bytes:
    return to_json(report.marked).encode()


def report_chart(name: str, report: PlannedReport) -> Picture:
    return CHARTS[name].of(report.marked)


def board_paper(report: PlannedReport) -> bytes:
    return board_pdf(report.marked, intents(report.plan))


REPORT_PUBLICATIONS = bundled(
    Publication("board.pdf", PDF, _("One page for a board"), board_paper),
    Publication("report.xlsx", XLSX, _("The whole report as a spreadsheet"), report_xlsx),
    Publication(
        "cells.csv",
        CSV,
        _("Every statement by perspective"),
        lambda report: cells_csv(report.marked),
    ),
    Publication(
        "principles.csv",
        CSV,
        _("The twelve principles"),
        lambda report: principles_csv(report.marked),
    ),
    Publication(
        "actions.csv",
        CSV,
        _("The plan"),
        lambda report: actions_csv(report.marked, report.plan),
    ),
    Publication("results.json", JSON, _("Everything, for other programs"), results_json),
    *chart_files(CHARTS, report_chart),
)
