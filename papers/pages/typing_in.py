"""One questionnaire after the other, typed in from paper by somebody whom people trust with it.

It comes through the same door as if its writer had typed it: with their slip, or by the open link.
Enter goes on to what is still to be typed; nothing is put in before it was read back.
"""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from assessment.instruments import instrument_of
from assessment.models import Link
from assessment.pages.frame import show_under_tabs
from assessment.steps.answering import has_slips
from papers.forms.typed_sheet import TypedSheetForm
from papers.pages.putting_in import link_of_paper, put_in


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def typing_in(request: HttpRequest, pk: UUID, perspective: str) -> HttpResponse:
    link = link_of_paper(request, pk, perspective)
    if isinstance(link, HttpResponse):
        return link
    typed = request.POST if request.method == "POST" else None
    assessment = link.perspective.assessment
    form = TypedSheetForm(typed, assessment=assessment, with_slip=has_slips(link))
    if typed is None:
        form.focus(next(iter(form.fields)))
        return show(request, link, form)
    if not form.is_valid():
        return show(request, link, form, status=422)
    if unfinished := form.unfinished():
        form.focus(unfinished[0])
        return show(request, link, form)
    if "sure" in typed and is_in(form, link):
        messages.success(request, _("It has been put in. Here is the page for the next one."))
        return redirect("typing_in", pk, perspective)
    return show(request, link, form, status=422 if form.errors else 200, complete=not form.errors)


def is_in(form: TypedSheetForm, link: Link) -> bool:
    return put_in(form, link=link, answers=form.answers(), sheet=form.cleaned_data["sheet"])


def show(
    request: HttpRequest,
    link: Link,
    form: TypedSheetForm,
    *,
    status: int = 200,
    complete: bool = False,
) -> HttpResponse:
    assessment = link.perspective.assessment
    instrument = instrument_of(assessment)
    response = show_under_tabs(
        request,
        "papers/typing_in.html",
        assessment,
        status=status,
        title=_("Type in from paper"),
        name=instrument.name_of(link.perspective.code, mutual=assessment.mutual),
        form=form,
        complete=complete,
        counted=counted(form) if complete else {},
        labels=enumerate(instrument.scales.practice.labels),
        besides=instrument.scales.besides,
    )
    response["Cache-Control"] = "no-store"  # the page may hold one person's answers
    return response


def counted(form: TypedSheetForm) -> dict[str, int]:
    """To be held against the paper: how many were answered, and how many left out."""
    answers = list(form.answers().values())
    left_out = answers.count(None)
    return {"answered": len(answers) - left_out, "left_out": left_out}
