"""Planning a round of a collaboration, and changing it until it is closed."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from comparing.access import collaboration_for, round_for
from comparing.forms.collaboration import RoundForm
from comparing.models import CollaborationRole, Round
from comparing.steps import collaborations
from organisations.access import signed_in
from organisations.refusal import Refusal
from questions.reading import DEFAULT_VERSION

ADMIN = CollaborationRole.ADMIN


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def new_round(request: HttpRequest, pk: UUID) -> HttpResponse:
    found = collaboration_for(request, pk, ADMIN)
    if request.method != "POST":
        return show_round_form(request, RoundForm(initial={"opens": timezone.localdate()}))
    form = RoundForm(request.POST)
    if not form.is_valid():
        return show_round_form(request, form, status=422)
    try:
        made = collaborations.plan_round(
            collaboration=found,
            plan=form.plan(),
            instrument=DEFAULT_VERSION,
            who=signed_in(request),
        )
    except Refusal as refusal:
        form.add_error("name", str(refusal))
        return show_round_form(request, form, status=422)
    messages.success(request, _("The round is planned. Its members see it on their pages."))
    return redirect("round", made.pk)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def edit_round(request: HttpRequest, pk: UUID) -> HttpResponse:
    found = round_for(request, pk, ADMIN)
    if found.is_closed:
        messages.warning(request, _("This round is closed: nothing of it can be changed any more."))
        return redirect("round", pk)
    if request.method != "POST":
        initial = {name: getattr(found, name) for name in ("name", "opens", "closes")}
        return show_round_form(request, RoundForm(initial=initial), found)
    form = RoundForm(request.POST)
    if not form.is_valid():
        return show_round_form(request, form, found, status=422)
    try:
        collaborations.change_round(round_=found, plan=form.plan(), who=signed_in(request))
    except Refusal as refusal:
        form.add_error("name", str(refusal))
        return show_round_form(request, form, found, status=422)
    messages.success(request, _("Saved."))
    return redirect("round", pk)


def show_round_form(
    request: HttpRequest, form: RoundForm, found: Round | None = None, *, status: int = 200
) -> HttpResponse:
    context = {"form": form, "round": found, "instrument": DEFAULT_VERSION}
    return render(request, "comparing/round_form.html", context, status=status)
