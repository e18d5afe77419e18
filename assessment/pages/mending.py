"""Putting right while it is open, leaving out, throwing a trial away, archiving a programme."""

from typing import NamedTuple
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from assessment.access import assessment_for
from assessment.forms.setting_up import LeaveOutForm, MendForm, ThrowAwayForm
from assessment.instruments import instrument_of
from assessment.method.language import capital
from assessment.method.results import Mode
from assessment.models import Assessment, AssessmentChange, State
from assessment.pages.frame import show_assessment_page
from assessment.steps import mending, setting_aside
from organisations.access import programme_for, signed_in
from organisations.models import Role
from organisations.names_apart import with_names
from organisations.refusal import Refusal, taken


class ChangeLine(NamedTuple):
    """What was put right while it was open, as it reads."""

    what: str
    change: AssessmentChange


def changes_of(found: Assessment) -> list[ChangeLine]:
    """One query."""
    instrument = instrument_of(found)
    names = {mending.CONTACT: _("Whom to ask"), mending.WELCOME: _("Welcome")}

    def named(what: str) -> str:
        if what in names:
            return names[what]
        return capital(
            _("how many people: %(who)s") % {"who": instrument.name_of(what, mutual=found.mutual)}
        )

    changes = found.changes.select_related("who")
    return [ChangeLine(named(one.what), one) for one in changes]


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def mend(request: HttpRequest, pk: UUID) -> HttpResponse:
    found = assessment_for(request, pk, Role.OWNER)
    if found.state != State.OPEN:
        messages.warning(request, _("Only what is open is put right here."))
        return redirect("assessment", pk)
    form = mend_form(request, found)
    who = signed_in(request)
    if form.is_valid() and taken(
        lambda: mending.mend(assessment=found, **form.words(), sizes=form.sizes(), who=who), form
    ):
        messages.success(request, _("Saved. People who answer see it at once."))
        return redirect("assessment", pk)
    title, status = _("Put something right"), 422 if form.is_bound else 200
    return show_assessment_page(request, "mend.html", found, status=status, title=title, form=form)


def mend_form(request: HttpRequest, found: Assessment) -> MendForm:
    instrument = instrument_of(found)
    alone = list(found.perspectives.filter(mode=Mode.INDIVIDUAL).order_by("pk"))
    initial = {f"{one.code}_size": one.size for one in alone}
    return MendForm(
        request.POST if request.method == "POST" else None,
        names={one.code: instrument.name_of(one.code, mutual=found.mutual) for one in alone},
        initial={"contact": found.contact, "welcome": found.welcome, **initial},
    )


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def leave_out(request: HttpRequest, pk: UUID) -> HttpResponse:
    found = assessment_for(request, pk, Role.OWNER)
    if found.state != State.CLOSED:
        messages.warning(request, _("It is not closed yet, so it is in nothing."))
        return redirect("assessment", pk)
    form = LeaveOutForm(request.POST if request.method == "POST" else None)
    who = signed_in(request)
    if form.is_valid() and taken(
        lambda: setting_aside.leave_out(
            assessment=found, reason=form.cleaned_data["reason"], who=who
        ),
        form,
    ):
        messages.success(request, _("It is left out. It can be taken back in at any time."))
        return redirect("assessment", pk)
    title, status = _("Leave it out"), 422 if form.is_bound else 200
    return show_assessment_page(
        request, "leave_out.html", found, status=status, title=title, form=form
    )


@require_POST
@login_required
def take_back_in(request: HttpRequest, pk: UUID) -> HttpResponse:
    found = assessment_for(request, pk, Role.OWNER)
    setting_aside.take_back_in(assessment=found, who=signed_in(request))
    messages.success(request, _("It counts again."))
    return redirect("assessment", pk)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def throw_away(request: HttpRequest, pk: UUID) -> HttpResponse:
    found = assessment_for(request, pk, Role.OWNER)
    if not found.trial:
        messages.warning(request, _("It is no trial, so it cannot be thrown away."))
        return redirect("assessment", pk)
    form = ThrowAwayForm(request.POST if request.method == "POST" else None)
    who = signed_in(request)
    if form.is_valid() and taken(lambda: setting_aside.throw_away(assessment=found, who=who), form):
        messages.success(request, with_names(_("Thrown away: %(name)s."), name=found.name))
        return redirect("programme", found.programme_id)
    title, status = _("Throw it away"), 422 if form.is_bound else 200
    return show_assessment_page(
        request, "throw_away.html", found, status=status, title=title, form=form
    )


@require_POST
@login_required
def archive_programme(request: HttpRequest, pk: UUID) -> HttpResponse:
    """``out`` in what is sent takes it out of the archive again."""
    programme, who = programme_for(request, pk, Role.OWNER), signed_in(request)
    try:
        if "out" in request.POST:
            setting_aside.take_out_of_archive(programme=programme, who=who)
            messages.success(request, _("It is out of the archive."))
        else:
            setting_aside.archive(programme=programme, who=who)
            messages.success(request, _("It is archived. Its reports stay."))
    except Refusal as refusal:
        messages.warning(request, str(refusal))
    return redirect("programme", pk)
