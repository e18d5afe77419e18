"""What can be had of a report that a published round is set beside."""

from dataclasses import dataclass
from functools import partial
from typing import Any

from django.utils.translation import gettext_lazy as _

from comparing.charts.catalogue import PUBLISHED_CHARTS
from comparing.documents.beside_report import beside_outline
from comparing.method.seen import SeenPublished
from comparing.round_publications import TABLES, published_chart
from reports.documents.bound import bound
from reports.documents.outline import Outline
from reports.drawing.chart import Picture
from reports.one.report_publications import PlannedReport, whole_report
from reports.publications import (
    DOCX,
    PDF,
    Illustrated,
    Made,
    Publication,
    bundled,
    chart_files,
)


@dataclass(frozen=True, slots=True)
class ReportBeside:
    """``seen`` holds the report's own figures."""

    report: PlannedReport
    seen: SeenPublished


def both(one: ReportBeside) -> Outline:
    return beside_outline(whole_report(one.report), one.seen)


def beside_pdf(one: ReportBeside) -> Illustrated:
    return Illustrated(partial(bound, both(one)))


def beside_docx(one: ReportBeside) -> Illustrated:
    # python-docx takes a while to import: only when something is written.
    from reports.documents.word import word  # noqa: PLC0415

    return Illustrated(partial(word, both(one)))


def of_round(table: Publication[Any], one: ReportBeside) -> Made:
    return table.make(one.seen)


def beside_chart(name: str, one: ReportBeside) -> Picture:
    return published_chart(name, one.seen)


REFERENCE_PUBLICATIONS = bundled(
    Publication("report.pdf", PDF, _("The whole report with both, to print"), beside_pdf),
    Publication("report.docx", DOCX, _("The whole report with both, for Word"), beside_docx),
    *(Publication(one.name, one.content_type, one.words, partial(of_round, one)) for one in TABLES),
    *chart_files(PUBLISHED_CHARTS, beside_chart),
)
