"""Bringing in what was worked out elsewhere before."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from assessment.forms.bringing_in import BringInForm
from assessment.models import Assessment
from assessment.steps import bringing_in
from organisations.access import programme_for, signed_in
from organisations.crumbs import programme_crumbs
from organisations.models import Role
from organisations.refusal import taken


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def bring_in(request: HttpRequest, pk: UUID) -> HttpResponse:
    programme, who = programme_for(request, pk, Role.EDITOR), signed_in(request)
    posted = request.method == "POST"
    form = BringInForm(*((request.POST, request.FILES) if posted else ()))
    made: list[Assessment] = []

    def step() -> None:
        given = form.cleaned_data
        made.append(
            bringing_in.bring_in(
                programme=programme, text=given["file"], name=given["name"], who=who
            )
        )

    if form.is_valid() and taken(step, form, "file"):
        messages.success(
            request, _("It is in this programme\N{RIGHT SINGLE QUOTATION MARK}s years.")
        )
        return redirect("report", made[0].pk)
    title = _("Bring in earlier results")
    context = {
        "programme": programme,
        "form": form,
        "crumbs": programme_crumbs(programme, (title, "")),
    }
    status = 422 if form.is_bound else 200
    return render(request, "assessment/bring_in.html", context, status=status)
