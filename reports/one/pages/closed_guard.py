"""The closed assessment for the person who asks for its report."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from assessment.models import Assessment, PlannedAction, State
from organisations.access import require_role
from organisations.models import Role

Respond = Callable[..., HttpResponse]


class NoReportYet(Exception):
    """Asked, by somebody who may, for the report of an assessment that is not closed."""

    def __init__(self, assessment: Assessment) -> None:
        super().__init__(str(assessment.pk))
        self.assessment = assessment


def closed_for(request: HttpRequest, pk: UUID, role: Role) -> Assessment:
    """With its ``report``, of which neither results nor comments are read (see ``kept``)."""
    assessment = (
        Assessment.objects.select_related("programme__organisation", "report")
        .defer("report__results", "report__comments")
        .filter(pk=pk)
        .first()
    )
    if assessment is None:
        raise Http404
    require_role(request, assessment.programme.organisation_id, role)
    if assessment.state != State.CLOSED:
        raise NoReportYet(assessment)
    return assessment


def once_closed(view: Respond) -> Respond:
    """Until it closes, every address of a report answers with a page that says so (409)."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except NoReportYet as none_yet:
            context = {"assessment": none_yet.assessment, "crumbs": crumbs(none_yet.assessment)}
            return render(request, "reports/none_yet.html", context, status=409)

    return answer


def action_for(assessment: Assessment, number: int) -> PlannedAction:
    """A planned action of this assessment and no other."""
    found = assessment.planned_actions.filter(pk=number).first()
    if found is None:
        raise Http404
    return found


def crumbs(assessment: Assessment, *more: tuple[str, str]) -> list[tuple[str, str]]:
    """Programme, assessment, and what is under them; the last is where one is."""
    programme = assessment.programme
    return [
        (programme.name, reverse("programme", args=[programme.pk])),
        (assessment.name, reverse("report", args=[assessment.pk]) if more else ""),
        *more,
    ]
