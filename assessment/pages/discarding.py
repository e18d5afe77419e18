"""Discarding a draft that was made by mistake: says what goes with it, asks again, does it."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from assessment.access import assessment_for
from assessment.forms.setting_up import DiscardForm
from assessment.models import Assessment, State
from assessment.pages.frame import show_assessment_page
from assessment.steps import setting_up
from assessment.steps.own_part import how_far
from organisations.access import signed_in
from organisations.models import Role
from organisations.names_apart import with_names
from organisations.refusal import taken


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def discard_assessment(request: HttpRequest, pk: UUID) -> HttpResponse:
    assessment = assessment_for(request, pk, Role.OWNER)
    if assessment.state != State.DRAFT:
        messages.warning(request, _("It has been opened, so it cannot be discarded any more."))
        return redirect("assessment", pk)
    form = DiscardForm(request.POST if request.method == "POST" else None)
    who = signed_in(request)
    if form.is_valid() and taken(lambda: setting_up.discard(assessment=assessment, who=who), form):
        messages.success(request, with_names(_("Discarded: %(name)s."), name=assessment.name))
        return redirect("programme", assessment.programme_id)
    return discard_page(request, assessment, form, 422 if form.is_bound else 200)


def discard_page(
    request: HttpRequest, assessment: Assessment, form: DiscardForm, status: int
) -> HttpResponse:
    title, done = _("Discard it"), how_far(assessment)
    return show_assessment_page(
        request, "discard.html", assessment, status=status, title=title, form=form, done=done
    )
