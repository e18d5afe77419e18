"""The report that a board member understands in two minutes."""

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from organisations.access import membership_of
from organisations.models import Role
from reports.actions.plan import plan_of
from reports.one.pages.body import Asked, body
from reports.one.pages.closed_guard import closed_for, crumbs, once_closed
from reports.packing import page_of

BODY = "<!-- the body of the report -->"  # where it goes in the page; no text can hold a '<'


@require_safe
@login_required
@once_closed
def report(request: HttpRequest, pk: UUID) -> HttpResponse:
    """``?open=all`` opens everything that is folded, to print it."""
    assessment = closed_for(request, pk, Role.VIEWER)
    asked = Asked(
        number=assessment.report.pk,
        created=assessment.report.created,
        assessment=assessment.pk,
        plan=plan_of(assessment),
        told=bool(assessment.report.public_token),
        editing=membership_of(request).may(Role.EDITOR),
        opened=request.GET.get("open") == "all",
        language=get_language(),
    )
    context = {
        "assessment": assessment,
        "asked": asked,
        "crumbs": crumbs(assessment),
    }
    head, foot = render_to_string("reports/report.html", context, request).split(BODY)
    return page_of(request, head.encode(), body(asked), foot.encode())
