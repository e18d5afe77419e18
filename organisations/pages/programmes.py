"""Saying what a programme is; its page, with its assessments, is in ``operations.home``."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from organisations import steps
from organisations.access import organisation_for, programme_for, signed_in
from organisations.models import Programme, Role
from organisations.names_apart import with_names
from organisations.organisation_forms import ProgrammeForm
from organisations.refusal import taken


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def new_programme(request: HttpRequest, pk: UUID) -> HttpResponse:
    return edit(request, Programme(organisation=organisation_for(request, pk, Role.EDITOR)))


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def edit_programme(request: HttpRequest, pk: UUID) -> HttpResponse:
    return edit(request, programme_for(request, pk, Role.EDITOR))


def edit(request: HttpRequest, programme: Programme) -> HttpResponse:
    """The form of a programme, new or not: shown, sent back with its faults, or saved."""
    if request.method != "POST":
        form = ProgrammeForm(initial={name: getattr(programme, name) for name in PARTICULARS})
        return show_programme_form(request, programme, form)
    form = ProgrammeForm(request.POST)
    if not form.is_valid() or not saved(request, programme, form):
        return show_programme_form(request, programme, form, status=422)
    messages.success(request, with_names(_("%(programme)s is saved."), programme=programme.name))
    return redirect("programme", programme.pk)


PARTICULARS = ("name", "support_kind", "host", "contexts", "paid")


def saved(request: HttpRequest, programme: Programme, form: ProgrammeForm) -> bool:
    for name in PARTICULARS:
        setattr(programme, name, form.cleaned_data[name])
    who = signed_in(request)
    return taken(lambda: steps.save_programme(programme=programme, who=who), form, "name")


def show_programme_form(
    request: HttpRequest, programme: Programme, form: ProgrammeForm, *, status: int = 200
) -> HttpResponse:
    context = {"form": form, "new": programme._state.adding}  # noqa: SLF001 - documented by Django
    return render(request, "organisations/programme_form.html", context, status=status)
