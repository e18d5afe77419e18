"""Planning a round of a collaboration, and changing it until it opens."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from assessment.forms.what_to_ask import INSTRUMENT
from assessment.instruments import to_choose_from
from comparing.access import collaboration_for, round_for
from comparing.forms.round_form import FIELDS, RoundForm
from comparing.models import Round
from comparing.party import CollaborationRole
from comparing.steps import rounds
from organisations.access import signed_in
from organisations.refusal import taken

ADMIN = CollaborationRole.ADMIN


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def new_round(request: HttpRequest, pk: UUID) -> HttpResponse:
    found = collaboration_for(request, pk, ADMIN)
    if request.method != "POST":
        form = RoundForm(initial={"opens": timezone.localdate()}, instruments=to_choose_from())
        return show_round_form(request, form)
    form = RoundForm(request.POST, instruments=to_choose_from())

    def plan_it() -> None:
        rounds.plan_round(collaboration=found, plan=form.plan(), who=signed_in(request))

    if not form.is_valid() or not taken(plan_it, form, "name"):
        return show_round_form(request, form, status=422)
    messages.success(request, _("The round is planned. Its members see it on their pages."))
    return redirect("collaboration", pk)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def edit_round(request: HttpRequest, pk: UUID) -> HttpResponse:
    found = round_for(request, pk, ADMIN)
    if found.opens <= timezone.localdate():
        messages.warning(request, str(rounds.SETTLED))
        return redirect("round", pk)
    if request.method != "POST":
        initial = {name: getattr(found, name) for name in FIELDS} | {INSTRUMENT: found.instrument}
        return show_round_form(
            request, RoundForm(initial=initial, instruments=to_choose_from()), found
        )
    form = RoundForm(request.POST, instruments=to_choose_from())

    def change_it() -> None:
        rounds.change_round(round_=found, plan=form.plan(), who=signed_in(request))

    if not form.is_valid() or not taken(change_it, form, "name"):
        return show_round_form(request, form, found, status=422)
    messages.success(request, _("Saved."))
    return redirect("round", pk)


def show_round_form(
    request: HttpRequest, form: RoundForm, found: Round | None = None, *, status: int = 200
) -> HttpResponse:
    context = {"form": form, "round": found}
    return render(request, "comparing/round_form.html", context, status=status)
