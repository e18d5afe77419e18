"""Coming and going: the start page, going on with a code, thanks, leaving a device."""

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from assessment.ballots import Draft
from assessment.drafts import count_a_wrong_code, resume_draft
from assessment.instruments import items_asked
from assessment.promises import promises
from assessment.respondent import cookie
from assessment.respondent.answer_forms import BeginForm, CodeForm, SlipForm
from assessment.respondent.answers_in_hand import in_hand
from assessment.respondent.guards import as_printed, at_link, closed_page
from assessment.respondent.pages import render
from assessment.respondent.redirects import address_to_go_on
from assessment.respondent.visit import Visit
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
        return closed_page(request, visit)
    if request.method != "POST":
        return start_page(request, visit, begin_form(visit, {"words": visit.words, "slip": slip}))
    form = begin_form(visit, data=request.POST)
    if not form.is_valid():
        return start_page(request, visit, form, status=422)
    return begin(request, visit, form)


def begin_form(
    visit: Visit, initial: dict[str, str] | None = None, data: QueryDict | None = None
) -> BeginForm:
    return (SlipForm if visit.has_slips else BeginForm)(data, initial=initial)


def begin(request: HttpRequest, visit: Visit, form: BeginForm) -> HttpResponse:
    slip, anew = form.cleaned_data.get("slip", ""), "anew" in request.POST
    try:
        code = answering.begin(link=visit.link, slip=slip, anew=anew)
    except UnknownSlip as refusal:
        count_a_wrong_code(visit.link)
        form.add_error("slip", str(refusal))
        return start_page(request, visit, form, status=422)
    except SlipUsed:
        return render(request, "slip_used.html", visit, status=409)
    except SlipBegun:
        context = {"slip": slip, "words": form.chosen().value}
        return render(request, "slip_begun.html", visit, status=409, **context)
    response = go_on(visit, None, code)
    cookie.keep_words(response, visit.link.code, form.chosen())
    return response


def start_page(
    request: HttpRequest, visit: Visit, form: BeginForm, status: int = 200
) -> HttpResponse:
    return render(
        request,
        "start.html",
        visit,
        status=status,
        form=form,
        who=visit.instrument.perspective[visit.perspective].who,
        statements=len(items_asked(visit.assessment)),
        pages=len(visit.instrument.principles),
        promises=promises(visit.link.perspective),
        go_on_url=address_to_go_on(visit) if visit.draft and not visit.draft.sent else None,
    )


@show_or_save
@at_link
def respond_resume(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Go on with a code that was written down, here or on another device."""
    if not visit.is_open:
        return closed_page(request, visit)
    form = CodeForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        draft = resume_draft(visit.link, form.cleaned_data["code"])
        if draft:
            return go_on(visit, draft, form.cleaned_data["code"], in_hand(request, visit, form))
        form.add_error("code", _("No answers here have this code. Look at each word again."))
    return render(request, "resume.html", visit, status=422 if form.errors else 200, form=form)


def go_on(
    visit: Visit, draft: Draft | None, code: str, waiting: HttpResponse | None = None
) -> HttpResponse:
    """To where the person was, or to what waits to be saved; this device holds their code from
    here on."""
    known = Visit(visit.link, code, draft, visit.words)
    response = waiting or redirect(address_to_go_on(known))
    cookie.keep_code(response, visit.link.code, code)
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
    return render(request, "thanks.html", visit, promises=promises(visit.link.perspective))


@show_or_save
@at_link
def respond_leave(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Says the code first, then forgets it on this device. The draft itself stays."""
    if request.method != "POST":
        return render(request, "leave.html", visit)
    response = render(request, "left.html", Visit(visit.link, None, None, visit.words))
    cookie.clear(response, visit.link.code)
    return response
