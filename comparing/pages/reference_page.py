"""A report beside a published round that is open to everybody, on a page and as files."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from assessment.instruments import instrument_of
from assessment.models import Assessment
from comparing.documents.beside_report import beside_lead
from comparing.forms.reference_form import ReferenceForm
from comparing.kept_figures import kept_round_chart
from comparing.method.seen import SeenPublished
from comparing.pages.round_parts import parts
from comparing.reference_publications import REFERENCE_PUBLICATIONS, ReportBeside
from comparing.referring import seen_beside
from comparing.steps import beside_reports
from organisations.access import membership_of, signed_in
from organisations.models import Role
from reports.actions.plan import plan_of
from reports.kept import kept_of
from reports.one.pages.closed_guard import closed_for, crumbs, once_closed
from reports.one.report_publications import PlannedReport
from reports.sending import file_links, publication_named, send


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@once_closed
def reference(request: HttpRequest, pk: UUID) -> HttpResponse:
    writes = request.method == "POST"
    assessment = closed_for(request, pk, Role.EDITOR if writes else Role.VIEWER)
    form = ReferenceForm(
        request.POST if writes else None,
        request.FILES if writes else None,
        host=request.get_host(),
        asked=instrument_of(assessment),
    )
    if writes and form.is_valid():
        beside_reports.set_beside(
            assessment=assessment, document=form.document, who=signed_in(request)
        )
        messages.success(request, _("It stands beside your report."))
        return redirect("reference", pk)
    context: dict[str, Any] = {
        "assessment": assessment,
        "form": form,
        "may_set": membership_of(request).may(Role.EDITOR),
        "crumbs": crumbs(assessment, (_("Beside other organisations"), "")),
    }
    seen = seen_beside(assessment, kept_of(assessment.report).marked)
    if seen is not None:
        context |= shown_beside(request, assessment, seen)
    return render(request, "comparing/reference.html", context, status=422 if writes else 200)


def shown_beside(
    request: HttpRequest, assessment: Assessment, seen: SeenPublished
) -> dict[str, Any]:
    def address(name: str) -> str:
        return reverse("reference_file", args=[assessment.pk, name])

    return {
        **parts(request, seen, address),
        "lead": beside_lead(seen),
        "files": file_links(REFERENCE_PUBLICATIONS, address),
    }


@require_POST
@login_required
@once_closed
def take_reference_away(request: HttpRequest, pk: UUID) -> HttpResponse:
    assessment = closed_for(request, pk, Role.EDITOR)
    beside_reports.take_away(assessment=assessment, who=signed_in(request))
    messages.success(request, _("It is taken away."))
    return redirect("reference", pk)


@require_safe
@login_required
@once_closed
def reference_file(request: HttpRequest, pk: UUID, name: str) -> HttpResponse:
    """404 where nothing stands beside the report."""
    assessment = closed_for(request, pk, Role.VIEWER)
    marked = kept_of(assessment.report).marked
    seen = seen_beside(assessment, marked)
    if seen is None:
        raise Http404
    publication = publication_named(REFERENCE_PUBLICATIONS, name)
    both = ReportBeside(PlannedReport(marked, plan_of(assessment)), seen)
    return send(request, publication, both, marked.results.about, kept_round_chart)
