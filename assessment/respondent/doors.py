"""Coming and going: the start page, going on with a code, thanks, leaving a device."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from assessment.ballots import Draft
from assessment.drafts import resume_draft
from assessment.instruments import items_asked
from assessment.promises import promises
from assessment.respondent import cookie
from assessment.respondent.answer_forms import BeginForm, CodeForm
from assessment.respondent.guards import at_link, closed_page
from assessment.respondent.pages import render
from assessment.respondent.visit import Visit
from assessment.respondent.ways import address_to_go_on
from assessment.steps import answering

show_or_save = require_http_methods(["GET", "HEAD", "POST"])


@show_or_save
@at_link
def respond(request: HttpRequest, visit: Visit) -> HttpResponse:
    """The start page. Beginning anew never opens a draft that is there already."""
    if not visit.is_open:
        return closed_page(request, visit)
    if request.method != "POST":
        return start_page(request, visit, BeginForm(initial={"words": visit.words}))
    form = BeginForm(request.POST)
    if not form.is_valid():
        return start_page(request, visit, form, status=422)
    code = answering.begin(link=visit.link)
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
            return go_on(visit, draft, form.cleaned_data["code"])
        form.add_error("code", _("No answers here have this code. Look at each word again."))
    return render(request, "resume.html", visit, status=422 if form.errors else 200, form=form)


def go_on(visit: Visit, draft: Draft | None, code: str) -> HttpResponse:
    """To where the person was; this device holds their code from here on."""
    known = Visit(visit.link, code, draft, visit.words)
    response = redirect(address_to_go_on(known))
    cookie.keep_code(response, visit.link.code, code)
    return response


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
