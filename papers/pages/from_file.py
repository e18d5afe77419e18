"""A file of answers: looked at first, put in when somebody says so, through the same doors.

Nothing of it is kept between the two: the page itself holds the file, sealed.
"""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from assessment.access import assessment_for
from assessment.instruments import instrument_of
from assessment.models import Assessment, State
from assessment.pages.frame import show_under_tabs
from assessment.pages.links import shares_links
from assessment.pages.own_part_file import XLSX
from assessment.steps.answering import has_slips_of
from assessment.steps.file_of_answers import enter_file
from organisations.access import signed_in
from organisations.models import Role
from organisations.refusal import taken
from organisations.typed_again import HELD_FILE
from papers.forms.from_file import FromFileForm
from papers.from_file.blank_workbook import blank_workbook
from papers.from_file.file_reading import FileRead, asked_alone, read_file, summed_up
from papers.from_file.settled import (
    HEADINGS,
    MOST,
    PARTS,
    Choice,
    answer_options,
    as_file,
    choices,
)
from questions import Instrument

SHOWN = 200  # faults


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def from_file(request: HttpRequest, pk: UUID) -> HttpResponse:
    assessment = assessment_for(request, pk, Role.EDITOR)
    if why := not_now(assessment):
        messages.warning(request, why)
        return redirect("assessment", pk)
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    form = FromFileForm(*sent, assessment=assessment, who=signed_in(request))
    if not form.is_valid():
        return show(request, assessment, form, None, status=422 if form.is_bound else 200)
    settled = form.cleaned_data["settled"]
    read = read_file(
        form.cleaned_data["file"], assessment, form.cleaned_data["whose"] or None, settled
    )
    if "keep" in request.POST and read.matched:
        return attached(as_file(read.matched, settled).encode(), "columns.json", "application/json")
    if is_sure(request, read) and taken(lambda: put_in(request, assessment, form, read), form):
        messages.success(request, _("All of it has been put in. Delete the file now."))
        return redirect("from_file", pk)
    status = 422 if form.errors or read.faults else 200
    return show(request, assessment, form, read, status=status)


def is_sure(request: HttpRequest, read: FileRead) -> bool:
    """A file or a choice that is new since somebody looked is looked at first."""
    return "sure" in request.POST and not read.faults and request.POST.get("seen") == read.seen


def not_now(assessment: Assessment) -> str:
    """Why no file can come in; '' where one can."""
    if assessment.state == State.CLOSED:
        return _("It is closed: no more answers are taken, from no file either.")
    if assessment.state == State.DRAFT:
        return _("It is not open yet: answers come in once it is.")
    if not shares_links(assessment) or not asked_alone(assessment):
        return _("Here people rate together, on their own pages: no file takes their place.")
    return ""


def put_in(
    request: HttpRequest, assessment: Assessment, form: FromFileForm, read: FileRead
) -> None:
    enter_file(
        assessment=assessment,
        content=form.cleaned_data["file"].data,
        filled_in=read.filled_in,
        who=signed_in(request),
    )


def show(
    request: HttpRequest,
    assessment: Assessment,
    form: FromFileForm,
    read: FileRead | None,
    *,
    status: int,
) -> HttpResponse:
    context: dict[str, object] = {"title": _("From a file"), "form": form, "held": HELD_FILE}
    if read is not None:
        context |= {
            "read": read,
            "changed": "sure" in request.POST and request.POST.get("seen") != read.seen,
            "file": form.cleaned_data["file"],
            "faults": read.faults[:SHOWN],
            "more": max(0, len(read.faults) - SHOWN),
            "summed": [] if read.faults else summed_up(read.filled_in, assessment),
            "to_settle": to_settle(read, form),
            "values": values_of(read, instrument_of(assessment)),
        }
    response = show_under_tabs(
        request, "papers/from_file.html", assessment, status=status, **context
    )
    response["Cache-Control"] = "no-store"  # the page holds a file of answers, sealed
    return response


def to_settle(read: FileRead, form: FromFileForm) -> list[tuple[str, object]]:
    """Heading and choices, of each part that has any."""
    if read.matched is None:
        return []
    settled, instrument = form.cleaned_data["settled"], instrument_of(form.assessment)
    with_slips = any(map(has_slips_of, asked_alone(form.assessment)))
    found = choices(read.matched, settled, instrument, form.names, with_slips=with_slips)
    parts = {part: of_part(found, part) for part in PARTS}
    return [(str(HEADINGS[part]), those) for part, those in parts.items() if those]


def of_part(found: list[Choice], part: str) -> list[Choice]:
    return [one for one in found if one.part == part][: MOST[part]]


def values_of(read: FileRead, instrument: Instrument) -> list[tuple[str, str, int]]:
    """What stands in the file, what it is taken for, how often."""
    counted = read.matched.values if read.matched else {}
    words = dict(answer_options(instrument))
    found = [(text, words[answer], times) for (text, answer), times in counted.items()]
    return sorted(found, key=lambda one: (one[1], one[0]))


@require_safe
@login_required
def answers_blank(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The workbook to fill in, with the statements that are asked here."""
    assessment = assessment_for(request, pk, Role.EDITOR)
    return attached(blank_workbook(assessment), "answers.xlsx", XLSX)


def attached(content: bytes, name: str, kind: str) -> HttpResponse:
    response = HttpResponse(content, content_type=kind)
    named = content_disposition_header(as_attachment=True, filename=name)
    response["Content-Disposition"] = named or "attachment"
    return response
