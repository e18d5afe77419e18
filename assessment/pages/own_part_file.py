"""The own part by spreadsheet: blank sheets to take away, filled ones to bring back."""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from assessment.access import assessment_for
from assessment.instruments import instrument_of
from assessment.intake.own_part_book import blank_own_part, read_own_part_book
from assessment.intake.uploads import UPLOAD, Refused
from assessment.models import Assessment
from assessment.pages.frame import show_assessment_page
from assessment.steps.own_part import can_be_said
from assessment.steps.own_part_file import take_own_part
from organisations.access import signed_in
from organisations.form_parts import BareForm
from organisations.models import Role
from organisations.refusal import taken

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class OwnPartFileForm(BareForm):
    file = forms.FileField(
        label=gettext_lazy("The filled-in sheets"),
        help_text=gettext_lazy("An .xlsx file, at most 5 MB."),
        widget=forms.FileInput(attrs={"accept": ".xlsx"}),
    )


@require_safe
@login_required
def own_part_blank(request: HttpRequest, pk: UUID) -> HttpResponse:
    found = assessment_for(request, pk, Role.VIEWER)
    response = HttpResponse(blank_own_part(instrument_of(found)), content_type=XLSX)
    named = content_disposition_header(as_attachment=True, filename="own-part.xlsx")
    response["Content-Disposition"] = named or "attachment"
    return response


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def own_part_file(request: HttpRequest, pk: UUID) -> HttpResponse:
    found = assessment_for(request, pk, Role.EDITOR)
    if not can_be_said(found):
        messages.warning(request, _("It is closed: its own part cannot be changed any more."))
        return redirect("assessment", pk)
    form = OwnPartFileForm(*((request.POST, request.FILES) if request.method == "POST" else ()))
    if form.is_valid() and taken(lambda: take_it(request, found, form), form) and not form.errors:
        return redirect("still_true" if found.earlier_entries.exists() else "assessment", pk)
    title, status = _("By spreadsheet"), 422 if form.is_bound else 200
    return show_assessment_page(
        request, "own_part_file.html", found, status=status, title=title, form=form
    )


def take_it(request: HttpRequest, found: Assessment, form: OwnPartFileForm) -> None:
    file = form.cleaned_data["file"]
    try:
        own_part = read_own_part_book(file.read(UPLOAD.file_bytes + 1), instrument_of(found))
    except Refused as refused:
        for fault in refused.faults:
            form.add_error("file", fault)
        return
    done = take_own_part(assessment=found, own_part=own_part, who=signed_in(request))
    words = _("Taken over: %(said)d. Said otherwise here, so to be decided: %(waiting)d.")
    messages.success(request, words % {"said": done.said, "waiting": done.waiting})
