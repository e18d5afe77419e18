"""What can be had of one closed assessment; a page, its addresses and ``score`` read this list."""

from dataclasses import dataclass
from functools import partial

from django.utils.translation import gettext_lazy as _

from assessment.method import Marked, to_json
from organisations.support_lines import SupportLine, support_lines
from reports.actions.pairs import NOT_TOLD, Told, pairs_of
from reports.actions.plan import Plan, intents, names_of
from reports.documents.bound import bound
from reports.documents.outline import Outline
from reports.drawing.chart import Picture
from reports.one.charts import CHARTS
from reports.one.documents.board_sheet import board_pdf
from reports.one.documents.changed_poster import changed_poster_pdf
from reports.one.documents.report_outline import report_outline
from reports.one.documents.report_slides import report_slides
from reports.one.documents.talk_kit import talk_outline
from reports.one.documents.wall_poster import poster_pdf
from reports.one.report_csv import actions_csv, cells_csv, principles_csv
from reports.one.workbook import report_workbook
from reports.one.workbook.actions_sheet import Planned
from reports.publications import (
    CSV,
    DOCX,
    JSON,
    PDF,
    PPTX,
    XLSX,
    Illustrated,
    Publication,
    bundled,
    chart_files,
)
from reports.wording.stated import stated


@dataclass(frozen=True, slots=True)
class PlannedReport:
    """Every file is made of the same marks as the page; without a site there is no plan."""

    marked: Marked
    plan: Plan = ()
    support: tuple[SupportLine, ...] = ()
    told: Told = NOT_TOLD


def report_xlsx(report: PlannedReport) -> bytes:
    return report_workbook(report.marked, planned_rows(report), intents(report.plan))


def planned_rows(report: PlannedReport) -> tuple[Planned, ...]:
    names = names_of(report.marked.results.instrument)
    return tuple(
        Planned(names.get(p.about, ""), p.kind, p.text, p.owner, p.due, p.status, p.notes)
        for p in report.plan
    )


def results_json(report: PlannedReport) -> bytes:
    return to_json(report.marked).encode()


def report_chart(name: str, report: PlannedReport) -> Picture:
    return CHARTS[name].of(report.marked)


def board_paper(report: PlannedReport) -> Illustrated:
    return Illustrated(partial(board_pdf, report.marked, intents(report.plan)))


def whole_report(report: PlannedReport) -> Outline:
    return report_outline(report.marked, intents(report.plan), planned_rows(report))


def report_pdf(report: PlannedReport) -> Illustrated:
    return Illustrated(partial(bound, whole_report(report)))


def report_docx(report: PlannedReport) -> Illustrated:
    # python-docx and python-pptx each take a while to import: only when something is written.
    from reports.documents.word import word  # noqa: PLC0415

    return Illustrated(partial(word, whole_report(report)))


def slides_pptx(report: PlannedReport) -> bytes:
    from reports.documents.slides import pptx  # noqa: PLC0415 - as above

    return pptx(report_slides(report.marked, intents(report.plan)))


def poster(paper: str, report: PlannedReport) -> bytes:
    return poster_pdf(report.marked, paper)


def changed_poster(paper: str, report: PlannedReport) -> bytes:
    pairs = pairs_of(report.marked, report.plan, report.told.replies)
    return changed_poster_pdf(report.marked, pairs, report.told.address or "", paper)


def is_told(report: PlannedReport) -> bool:
    """Once an owner has turned the page on that it leads to."""
    return report.told.address is not None


def talk_pdf(report: PlannedReport) -> Illustrated:
    """With the lines of help of the organisation; without a site, those of England."""
    support = tuple((one.name, one.contact) for one in report.support or support_lines())
    return Illustrated(partial(bound, talk_outline(report.marked, intents(report.plan), support)))


def shows_chart(name: str, report: PlannedReport) -> bool:
    return CHARTS[name].shows(report.marked)


def rated(report: PlannedReport) -> bool:
    return stated(report.marked.results).principles


CHANGED_POSTERS = (
    Publication(
        "changed-a4.pdf",
        PDF,
        _("What people said and what you do: a poster, A4"),
        partial(changed_poster, "a4"),
        is_told,
    ),
    Publication("changed-a3.pdf", PDF, _("The same, A3"), partial(changed_poster, "a3"), is_told),
)
REPORT_PUBLICATIONS = bundled(
    Publication("board.pdf", PDF, _("One page for a board"), board_paper, rated),
    Publication("report.pdf", PDF, _("The whole report to print"), report_pdf),
    Publication("report.docx", DOCX, _("The whole report for Word, to change"), report_docx),
    Publication("slides.pptx", PPTX, _("Three slides for a meeting"), slides_pptx, rated),
    Publication("talk.pdf", PDF, _("Five questions to talk about together"), talk_pdf, rated),
    Publication("poster-a4.pdf", PDF, _("A poster for the wall, A4"), partial(poster, "a4"), rated),
    Publication("poster-a3.pdf", PDF, _("A poster for the wall, A3"), partial(poster, "a3"), rated),
    *CHANGED_POSTERS,
    Publication("report.xlsx", XLSX, _("The whole report as a spreadsheet"), report_xlsx),
    Publication(
        "cells.csv",
        CSV,
        _("Every statement by perspective"),
        lambda report: cells_csv(report.marked),
        rated,
    ),
    Publication(
        "principles.csv",
        CSV,
        _("The twelve principles"),
        lambda report: principles_csv(report.marked),
        rated,
    ),
    Publication(
        "actions.csv",
        CSV,
        _("The plan"),
        lambda report: actions_csv(report.marked, report.plan),
    ),
    Publication("results.json", JSON, _("Everything, for other programs"), results_json),
    *chart_files(CHARTS, report_chart, shows_chart),
)
