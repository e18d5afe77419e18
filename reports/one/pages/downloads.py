"""The report as files."""

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from assessment.models import ClosedReport
from organisations.addresses import is_local, whole_address
from organisations.models import Role
from organisations.support_lines import support_lines
from reports.actions.pairs import NOT_TOLD, Told, replies_of
from reports.actions.plan import plan_of
from reports.kept import kept_of
from reports.one.pages.closed_guard import closed_for, once_closed
from reports.one.report_publications import REPORT_PUBLICATIONS, PlannedReport
from reports.publications import offered
from reports.sending import publication_named, send


@require_safe
@login_required
@once_closed
def report_file(request: HttpRequest, pk: UUID, name: str) -> HttpResponse:
    assessment = closed_for(request, pk, Role.VIEWER)
    support = support_lines(assessment.programme.organisation)
    told = told_of(assessment.report, request)
    report = PlannedReport(kept_of(assessment.report).marked, plan_of(assessment), support, told)
    publication = publication_named(offered(REPORT_PUBLICATIONS, report), name)
    return send(request, publication, report, report.marked.results.about)


def told_of(report: ClosedReport, request: HttpRequest) -> Told:
    """On paper an address that opens on this computer alone would be dead."""
    if not report.public_token:
        return NOT_TOLD
    path = reverse("changed", args=[report.public_token])
    address = "" if is_local(request) else whole_address(path, request)
    return Told(replies_of(report.replies), address)
