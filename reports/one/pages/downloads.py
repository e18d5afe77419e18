"""The report as files."""

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from organisations.models import Role
from organisations.support_lines import support_lines
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
    report = PlannedReport(kept_of(assessment.report).marked, plan_of(assessment), support)
    publication = publication_named(offered(REPORT_PUBLICATIONS, report), name)
    return send(request, publication, report, report.marked.results.about)
