"""The plan: what an organisation means to do. Editors write it, viewers read it."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from assessment.instruments import instrument_of
from assessment.models import Assessment, PlannedAction
from assessment.steps import planning
from organisations.access import signed_in
from organisations.models import Role
from reports.actions.forms import PlanForm, SuggestionForm
from reports.actions.plan import by_status, plan_of
from reports.one.pages.closed_guard import action_for, closed_for, crumbs, once_closed


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@once_closed
def actions(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The plan by status, and, for editors, a form to add to it in one's own words."""
    posted = request.method == "POST"
    assessment = closed_for(request, pk, Role.EDITOR if posted else Role.VIEWER)
    if not posted:
        first = {"about": request.GET.get("about", "")}  # as an answer to what was said asks for it
        form = PlanForm(initial=first, instrument=instrument_of(assessment))
        return show_plan(request, assessment, form)
    form = PlanForm(request.POST, instrument=instrument_of(assessment))
    if not form.is_valid():
        return show_plan(request, assessment, form, status=422)
    planning.plan_action(assessment=assessment, planned=form.plan(), who=signed_in(request))
    messages.success(request, _("It is in the plan."))
    return redirect("actions", pk)


def show_plan(
    request: HttpRequest, assessment: Assessment, form: PlanForm, *, status: int = 200
) -> HttpResponse:
    context = {
        "assessment": assessment,
        "plan": by_status(plan_of(assessment), instrument_of(assessment)),
        "form": form,
        "crumbs": crumbs(assessment, (_("What we plan to do"), "")),
    }
    return render(request, "reports/actions.html", context, status=status)


@require_POST
@login_required
@once_closed
def plan_suggestion(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One click in the report: back to where it was, which now says that it is planned."""
    assessment = closed_for(request, pk, Role.EDITOR)
    form = SuggestionForm(request.POST, instrument=instrument_of(assessment))
    if not form.is_valid():
        messages.error(request, _("There is no such suggestion. Write it in your own words."))
        return show_plan(
            request, assessment, PlanForm(instrument=instrument_of(assessment)), status=422
        )
    planned = form.plan()
    planning.plan_action(assessment=assessment, planned=planned, who=signed_in(request))
    return redirect(f"{reverse('report', args=[pk])}#do-{planned.about}")


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@once_closed
def action(request: HttpRequest, pk: UUID, number: int) -> HttpResponse:
    """Change one."""
    assessment = closed_for(request, pk, Role.EDITOR)
    found = action_for(assessment, number)
    instrument = instrument_of(assessment)
    if request.method != "POST":
        form = PlanForm(initial=initial_of(found), instrument=instrument)
        return show_one(request, found, form)
    form = PlanForm(request.POST, instrument=instrument)
    if not form.is_valid():
        return show_one(request, found, form, status=422)
    planning.change_action(action=found, planned=form.plan(), who=signed_in(request))
    messages.success(request, _("The plan is saved."))
    return redirect("actions", pk)


def initial_of(found: PlannedAction) -> dict[str, object]:
    return {name: getattr(found, name) for name in PlanForm.base_fields}


def show_one(
    request: HttpRequest, found: PlannedAction, form: PlanForm, *, status: int = 200
) -> HttpResponse:
    there = reverse("actions", args=[found.assessment_id])
    above = (_("What we plan to do"), there), (_("Change it"), "")
    context = {
        "assessment": found.assessment,
        "action": found,
        "form": form,
        "crumbs": crumbs(found.assessment, *above),
    }
    return render(request, "reports/action.html", context, status=status)


@require_POST
@login_required
@once_closed
def remove_action(request: HttpRequest, pk: UUID, number: int) -> HttpResponse:
    assessment = closed_for(request, pk, Role.EDITOR)
    planning.remove(action=action_for(assessment, number), who=signed_in(request))
    messages.success(request, _("It is taken off the plan."))
    return redirect("actions", pk)
