"""The report as files; every one is made of the same ``Marked`` as the page."""

from collections.abc import Callable
from typing import NamedTuple
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from assessment.method import Marked, to_json
from organisations.models import Role
from reports.actions.plan import Plan, names_of, plan_of
from reports.kept import kept_of
from reports.one import report_csv
from reports.one.pages.closed_guard import closed_for, once_closed
from reports.one.workbook import report_workbook
from reports.one.workbook.actions_sheet import Planned
from reports.sending import CSV, XLSX, attachment


class File(NamedTuple):
    content_type: str
    make: Callable[[Marked, Plan], bytes]
    words: object


def workbook(marked: Marked, plan: Plan) -> bytes:
    names = names_of(marked.results.instrument)
    rows = (
        Planned(names.get(p.about, ""), p.kind, p.text, p.owner, p.due, p.status, p.notes)
        for p in plan
    )
    return report_workbook(marked, tuple(rows))


def results(marked: Marked, _plan: Plan) -> bytes:
    return to_json(marked).encode()


FILES = {
    "report.xlsx": File(XLSX, workbook, _("The whole report as a spreadsheet")),
    "cells.csv": File(CSV, report_csv.cells_csv, _("Every statement by perspective")),
    "principles.csv": File(CSV, report_csv.principles_csv, _("The twelve principles")),
    "actions.csv": File(CSV, report_csv.actions_csv, _("The plan")),
    "results.json": File("application/json", results, _("Everything, for other programs")),
}


@require_safe
@login_required
@once_closed
def report_file(request: HttpRequest, pk: UUID, name: str) -> HttpResponse:
    assessment = closed_for(request, pk, Role.VIEWER)
    if name not in FILES:
        raise Http404
    file, marked = FILES[name], kept_of(assessment.report).marked
    content = file.make(marked, plan_of(assessment))
    return attachment(content, marked.results.about, name, file.content_type)
