"""Coming and going: the start page, going on with a code, thanks, leaving a device."""

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from assessment.drafts import OpenDraft, find_by_words
from assessment.instruments import items_asked
from assessment.pages.certificates import certificate_or_404, pdf_answer
from assessment.promises import lock_shown, promises
from assessment.respondent import cookie, wrong_codes
from assessment.respondent.answer_forms import BeginForm, CodeForm, SlipForm
from assessment.respondent.answers_in_hand import in_hand
from assessment.respondent.guards import as_printed, at_link, closed_page, come_of_it
from assessment.respondent.leaving import stopped
from assessment.respondent.pages import render
from assessment.respondent.redirects import address_to_go_on
from assessment.respondent.visit import Visit
from assessment.respondent.wording_choice import Words
from assessment.steps import answering
from assessment.steps.slips import SlipBegun, SlipUsed, UnknownSlip

show_or_save = require_http_methods(["GET", "HEAD", "POST"])


@show_or_save
@at_link
def respond(request: HttpRequest, visit: Visit, slip: str = "") -> HttpResponse:
    """The start page. Beginning anew never opens a draft that is there already.

    ``slip``: the code that a slip's QR code brings; looking uses nothing up.
    """
    if not visit.is_open:
        return come_of_it(visit) or closed_page(request, visit)
    if request.method != "POST":
        words = Words.read(request.GET.get("words", visit.words))
        return start_page(request, visit, begin_form(visit, {"words": words, "slip": slip}))
    form = begin_form(visit, data=request.POST)
    if not form.is_valid():
        return start_page(request, visit, form, status=422)
    return begin(request, visit, form)


def begin_form(
    visit: Visit, initial: dict[str, str] | None = None, data: QueryDict | None = None
) -> BeginForm:
    return (SlipForm if visit.has_slips else BeginForm)(data, initial=initial)


def begin(request: HttpRequest, visit: Visit, form: BeginForm) -> HttpResponse:
    try:
        draft = begun(request, visit, form.cleaned_data.get("slip", ""))
    except UnknownSlip as refusal:
        form.add_error("slip", str(refusal))
        return start_page(request, visit, form, status=422)
    except SlipUsed:
        return render(request, "slip_used.html", visit, status=409)
    except SlipBegun:
        context = {"slip": form.cleaned_data["slip"], "words": form.chosen().value}
        return render(request, "slip_begun.html", visit, status=409, **context)
    response = go_on(visit, draft)
    cookie.keep_words(response, form.chosen())
    return response


def begun(request: HttpRequest, visit: Visit, slip: str) -> OpenDraft:
    """TooManyTries where too many slips that do not exist were tried from this network.

    One that exists begins whatever others in the same network have tried: sixty bits are not
    guessed in any number of tries, and a ward shares one address.
    """
    try:
        return answering.begin(link=visit.link, slip=slip, anew="anew" in request.POST)
    except UnknownSlip:
        wrong_codes.codes.count(wrong_codes.at_link(request, visit.link.pk))
        raise


def start_page(
    request: HttpRequest, visit: Visit, form: BeginForm, status: int = 200
) -> HttpResponse:
    words = Words.read(str(form["words"].value()))
    return render(
        request,
        "start.html",
        visit,
        status=status,
        form=form,
        words=words,
        ways=list(Words),
        shorter=words is Words.SHORTER,
        unfolded=words is Words.EXPLAINED,
        who=visit.instrument.perspective[visit.perspective].who,
        statements=len(items_asked(visit.assessment)),
        pages=len(visit.instrument.principles),
        promises=promises(visit.link.perspective),
        lock=lock_shown(visit.assessment),
        go_on_url=begun_here(visit),
    )


def begun_here(visit: Visit) -> str | None:
    """Where to go on with what this device holds. Of a draft that rests it tells nothing."""
    if visit.resting:
        return reverse("respond_check", args=[visit.link.code])
    return address_to_go_on(visit) if visit.draft and not visit.draft.sent else None


@show_or_save
@at_link
def respond_resume(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Go on with a code that was written down, here or on another device."""
    if not visit.is_open:
        return closed_page(request, visit)
    form = CodeForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        draft = resume(request, visit, form.cleaned_data["code"])
        if draft:
            return go_on(visit, draft, in_hand(request, visit, form))
        form.add_error("code", _("No answers here have this code. Look at each word again."))
    return render(request, "resume.html", visit, status=422 if form.errors else 200, form=form)


def resume(request: HttpRequest, visit: Visit, words: str) -> OpenDraft | None:
    """TooManyTries where too many words from this network have been wrong in this minute."""
    what = wrong_codes.at_link(request, visit.link.pk)
    wrong_codes.codes.count(what)
    draft = find_by_words(visit.link.code, words)
    if draft:
        wrong_codes.codes.was_right(what)
    return draft


def go_on(visit: Visit, draft: OpenDraft, waiting: HttpResponse | None = None) -> HttpResponse:
    """To where the person was, or to what waits to be saved; this device holds their key from
    here on."""
    response = waiting or redirect(address_to_go_on(Visit(visit.link, draft, visit.words)))
    cookie.keep_key(response, visit.link.code, draft.key)
    return response


@require_safe
def respond_in_capitals(_request: HttpRequest, code: str) -> HttpResponse:
    """A whole address typed in capitals, of which a browser makes only the name small."""
    return redirect("respond", as_printed(code))


@require_safe
@at_link
def respond_thanks(request: HttpRequest, visit: Visit) -> HttpResponse:
    """The same page however often it is asked for: after a double click, from a second tab."""
    if not visit.is_open:
        return closed_page(request, visit)
    if visit.draft is None:
        return redirect("respond", visit.link.code)
    if not visit.draft.sent:
        return redirect("respond_check", visit.link.code)
    promised, lock = promises(visit.link.perspective), lock_shown(visit.assessment)
    return render(request, "thanks.html", visit, promises=promised, lock=lock)


@require_safe
@at_link
def respond_certificate(request: HttpRequest, visit: Visit) -> HttpResponse:
    """For whoever kept the link: what became of their answers, and of the key to them."""
    found = certificate_or_404(visit.assessment)
    return render(request, "certificate.html", visit, certificate=found)


@require_safe
@at_link
def respond_certificate_pdf(_request: HttpRequest, visit: Visit) -> HttpResponse:
    return pdf_answer(visit.assessment)


@show_or_save
@at_link
def respond_leave(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Stopping where nothing on the page waits to be saved."""
    if request.method != "POST":
        return redirect("respond", visit.link.code)
    return stopped(request, visit)
