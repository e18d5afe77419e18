"""'You said, what changed': a page for those who answered, once an owner turns it on.

Released figures, levels, reasons and the plan; no evidence, no comments, no names of those who see
to it. Whoever has the address may read it, so it says nothing that the organisation must not say
aloud.
"""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from assessment.certificate import certificate_of
from assessment.models import Assessment, ClosedReport
from assessment.steps import planning
from organisations.access import signed_in
from organisations.addresses import is_local, whole_address
from organisations.models import Role
from organisations.support_lines import support_lines
from reports.actions.forms import PublishForm
from reports.actions.pairs import besides, pairs_of, replies_of
from reports.actions.plan import by_status, plan_of
from reports.kept import kept_of
from reports.one.pages import first_screen, opened
from reports.one.pages.closed_guard import closed_for, crumbs, once_closed
from reports.one.pages.shared_sentences import sentences
from reports.one.report_publications import CHANGED_POSTERS
from reports.wording import said_and_done
from reports.wording.figures_said import cuts_of
from reports.wording.said_and_done import needs_none, worth_telling


@require_safe
def changed(request: HttpRequest, token: str) -> HttpResponse:
    """For anybody with the address; the same 404 for one turned off and one that never was."""
    report = (
        ClosedReport.objects.select_related("assessment__programme__organisation")
        .defer("results", "comments")
        .filter(public_token=token)
        .first()
    )
    if report is None:
        raise Http404
    organisation = report.assessment.programme.organisation
    context = {
        **told_of_report(report),
        "assessment": report.assessment,
        "organisation": organisation,
        "accent_url": organisation.accent_url,
        "support_lines": support_lines(organisation),  # its readers are those who answered
        "certificate": certificate_of(report.assessment),  # their link leads here
    }
    response = render(request, "reports/changed.html", context)
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response


def told_of_report(report: ClosedReport) -> dict[str, Any]:
    """All that the page may say."""
    marked = kept_of(report).marked
    plan = plan_of(report.assessment)
    pairs = pairs_of(marked, plan, replies_of(report.replies))
    return {
        "pairs": worth_telling(pairs),
        "needing_none": [pair.said for pair in pairs if needs_none(pair)],
        "unanswered": said_and_done.UNANSWERED,
        "pairs_title": said_and_done.TITLE,
        "you_said": said_and_done.YOU_SAID,
        "about": marked.results.about,
        **cuts_of(marked.results.instrument),
        "instrument": marked.results.instrument,
        "said": sentences(marked),
        "first": first_screen.first_screen(marked),
        "levels": list(opened.opened_levels(marked, ())),
        "besides": by_status(besides(plan, pairs), marked.results.instrument),
    }


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@once_closed
def publish_changed(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What would be shown, and a second question; or, once it is on, its address."""
    assessment = closed_for(request, pk, Role.OWNER)
    form = PublishForm(request.POST if request.method == "POST" else None)
    if request.method != "POST":
        return show_publishing(request, assessment, form)
    if not form.is_valid():
        return show_publishing(request, assessment, form, status=422)
    planning.publish(assessment=assessment, who=signed_in(request))
    messages.success(request, _("The page is on. Give its address to those who answered."))
    return redirect("publish", pk)


def show_publishing(
    request: HttpRequest, assessment: Assessment, form: PublishForm, *, status: int = 200
) -> HttpResponse:
    token = assessment.report.public_token
    link = whole_address(reverse("changed", args=[token]), request) if token else ""
    context = {
        "assessment": assessment,
        "link": link,
        "form": form,
        "crumbs": crumbs(assessment, (_("You said, what changed"), "")),
        **told_of_report(assessment.report),
        "local": is_local(request),
        "posters": [
            (reverse("report_file", args=[assessment.pk, one.name]), one.words)
            for one in CHANGED_POSTERS
        ],
    }
    return render(request, "reports/publish.html", context, status=status)


@require_POST
@login_required
@once_closed
def unpublish_changed(request: HttpRequest, pk: UUID) -> HttpResponse:
    assessment = closed_for(request, pk, Role.OWNER)
    planning.unpublish(assessment=assessment, who=signed_in(request))
    messages.success(request, _("The page is off: its address no longer works."))
    return redirect("publish", pk)
