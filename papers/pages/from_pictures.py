"""Questionnaires put in from photographs or a scan, by somebody whom people trust with the sheets.

Pictures are read in memory and forgotten with the answer. What was read travels in the page that
shows it (``papers.forms.pile``), one questionnaire in hand and the rest behind it; each goes in
only when that person says so, through the same door as if its writer had sent it.
"""

from threading import Lock
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods

from assessment.instruments import instrument_of
from assessment.models import Link
from assessment.pages.frame import show_under_tabs
from assessment.respondent.wording_choice import Words
from organisations.refusal import Refusal
from organisations.typed_again import NOT_KEPT
from papers.forms.checked_sheet import CheckedSheetForm
from papers.forms.chosen_pictures import PicturesForm
from papers.forms.pile import Pile, pile_of, unpacked
from papers.out.page_marks import public_number
from papers.out.questionnaires import look
from papers.pages.held_in_memory import why_not_taken
from papers.pages.putting_in import link_of_paper, put_in
from papers.reading.paper_reading import read_files
from papers.reading.photographs import ON_SITE, Named

PILE = f"{NOT_KEPT}-pile"
READING, PATIENCE = Lock(), 45  # seconds


@csrf_exempt  # until the files have a handler of their own: whatever asks for the token reads them
@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def photographs(request: HttpRequest, pk: UUID, perspective: str) -> HttpResponse:
    link = link_of_paper(request, pk, perspective)
    if isinstance(link, HttpResponse):
        return link
    if request.method != "POST":
        return ask(request, link, PicturesForm())
    if why_not := why_not_taken(request):
        return ask(request, link, refused(PicturesForm({}), why_not))
    return taken_in(request, link)


@csrf_protect
def taken_in(request: HttpRequest, link: Link) -> HttpResponse:
    form = PicturesForm(request.POST, request.FILES)
    if not form.is_valid():
        return ask(request, link, form)
    try:
        pile = read(form.cleaned_data["pictures"], link)
    except Refusal as refusal:
        return ask(request, link, refused(form, str(refusal)))
    if not pile.sheets:
        nothing = _("There is no whole questionnaire of these people in what you sent.")
        return ask(request, link, refused(form, nothing), told=pile.told)
    return show(request, link, pile)


def refused(form: PicturesForm, why: str) -> PicturesForm:
    form.full_clean()
    form.errors.clear()
    form.add_error("pictures", why)
    return form


def read(files: list[Named], link: Link) -> Pile:
    """One pile at a time in each process: pdfium knows no threads, and pictures take room."""
    perspective = link.perspective
    if not READING.acquire(timeout=PATIENCE):
        raise Refusal(
            _(
                "Other people\N{RIGHT SINGLE QUOTATION MARK}s pictures are being read "
                "just now: send yours again in a minute."
            )
        )
    try:
        piles = read_files(
            files,
            instrument_of(perspective.assessment),
            ON_SITE,
            assessment=public_number(perspective.assessment_id),
            only=look(perspective, Words.PLAIN, large=False),
        )
    finally:
        READING.release()
    return pile_of(piles)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def sheet_checked(request: HttpRequest, pk: UUID, perspective: str) -> HttpResponse:
    link = link_of_paper(request, pk, perspective)
    if isinstance(link, HttpResponse):
        return link
    if request.method != "POST":  # an address that somebody took from its bar
        return redirect("photographs", pk, perspective)
    pile = unpacked(request.POST.get(PILE, ""), salt(link))
    if pile is None or not pile.sheets:
        gone = _(
            "What was read is not here any more, because nothing is kept: choose the "
            "pictures that are not in yet again."
        )
        return ask(request, link, refused(PicturesForm({}), gone))
    if "leave_out" in request.POST:
        pile.left_out += 1
    else:
        form = CheckedSheetForm(request.POST, link=link, sheet=pile.sheets[0])
        if not form.is_valid() or not is_in(form):
            return show(request, link, pile, form)
        pile.put_in += 1
    pile.sheets.pop(0)
    return show(request, link, pile) if pile.sheets else finished(request, link, pile)


def is_in(form: CheckedSheetForm) -> bool:
    return put_in(form, link=form.link, answers=form.answers(), sheet=form.sheet.token)


def finished(request: HttpRequest, link: Link, pile: Pile) -> HttpResponse:
    said = _("The pile is through. Put in: %(put_in)d. Left out: %(left_out)d.")
    messages.success(request, said % {"put_in": pile.put_in, "left_out": pile.left_out})
    return redirect("photographs", link.perspective.assessment_id, link.perspective.code)


def salt(link: Link) -> str:
    """A page is good for these people's sheets alone."""
    return f"essence.pile.{link.pk}"


def ask(
    request: HttpRequest, link: Link, form: PicturesForm, told: list[str] | None = None
) -> HttpResponse:
    status = 422 if form.is_bound else 200
    return page(request, link, "photographs.html", status, form=form, told=told or [])


def show(
    request: HttpRequest, link: Link, pile: Pile, form: CheckedSheetForm | None = None
) -> HttpResponse:
    """The questionnaire in hand."""
    status = 422 if form else 200
    shown = form or CheckedSheetForm(link=link, sheet=pile.sheets[0])
    packed = {"name": PILE, "value": pile.packed(salt(link))}
    of = pile.put_in + pile.left_out
    numbers = {"number": of + 1, "all": of + len(pile.sheets)}
    return page(
        request, link, "sheet_checked.html", status, form=shown, pile=pile, packed=packed, **numbers
    )


def page(
    request: HttpRequest, link: Link, template: str, status: int, **context: object
) -> HttpResponse:
    assessment = link.perspective.assessment
    name = instrument_of(assessment).name_of(link.perspective.code, mutual=assessment.mutual)
    response = show_under_tabs(
        request,
        f"papers/{template}",
        assessment,
        status=status,
        title=_("From photographs or a scan"),
        name=name,
        code=link.perspective.code,
        **context,
    )
    response["Cache-Control"] = "no-store"  # the page may hold what people answered
    return response
