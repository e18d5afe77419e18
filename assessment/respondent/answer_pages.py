"""Answering: a group's room, a page a principle, one last box, check, send.

Load, guard, act, answer. GET changes nothing; no view reads a session or asks who is signed in. A
new page goes here as a view under one of ``guards`` and into ``respondent/urls.py``.
"""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from assessment.promises import promises
from assessment.respondent.answer_forms import (
    LastForm,
    RoomForm,
    StatementsForm,
    changed_in,
    chosen_in,
)
from assessment.respondent.guards import saved_or_busy, with_draft, with_room
from assessment.respondent.pages import (
    AskedPage,
    asked_page,
    items_on,
    principle_page,
    render,
    unusual_page,
)
from assessment.respondent.places import place_to_go_on, places
from assessment.respondent.redirects import (
    CHECK,
    LAST,
    ROOM,
    START,
    around_page,
    moved,
    page_target,
)
from assessment.respondent.visit import Visit
from assessment.steps import answering

show_or_save = require_http_methods(["GET", "HEAD", "POST"])


@show_or_save
@with_draft
def respond_room(request: HttpRequest, visit: Visit) -> HttpResponse:
    """A group says how many of each side are here: before it rates, and whenever that changes."""
    if not visit.is_group:
        return redirect("respond_page", visit.link.code, 1)
    form = room_form(request, visit)
    if request.method != "POST":
        return render(request, "room.html", visit, form=form)
    if not form.is_valid():
        return render(request, "room.html", visit, form=form, status=422)
    here = form.room()
    if not saved_or_busy(lambda: answering.say_who_is_here(draft=visit.held, room=here)):
        return render(request, "room.html", visit, form=form, busy=True, status=503)
    onward = page_target(visit, place_to_go_on(visit))
    return moved(request, visit, back=START, here=ROOM, onward=onward)


def room_form(request: HttpRequest, visit: Visit) -> RoomForm:
    return RoomForm(
        request.POST if request.method == "POST" else None,
        initial=visit.group.get("counts"),
        instrument=visit.instrument,
        perspective=visit.perspective,
        mutual=visit.assessment.mutual,
    )


@show_or_save
@with_room
def respond_page(request: HttpRequest, visit: Visit, page: int, nth: int = 0) -> HttpResponse:
    """One principle, or its ``nth`` statement alone: what is chosen here is kept, what is taken
    back is blank."""
    if not 1 <= page <= len(visit.instrument.principles):
        raise Http404
    asked = asked_page(visit, page, nth)
    if not items_on(asked):
        raise Http404
    if request.method != "POST":
        return principle_page(request, visit, page, nth)
    answers = chosen_in(request.POST, items_on(asked))
    if answers is None:
        form = faulty(request, visit, asked)
        return unusual_page(request, visit, asked, form=form, status=422)
    changed = changed_in(answers, request.POST.get("seen", ""))
    if not saved_or_busy(lambda: answering.save_page(draft=visit.held, answers=changed)):
        return unusual_page(request, visit, asked, answers=answers, status=503)
    return moved(request, visit, **around_page(visit, page, nth))


def faulty(request: HttpRequest, visit: Visit, asked: AskedPage) -> StatementsForm:
    """The page's form with what is wrong in it."""
    form = StatementsForm(
        request.POST,
        instrument=visit.instrument,
        items=items_on(asked),
        perspective=visit.perspective,
        mutual=visit.assessment.mutual,
        words=visit.words,
    )
    form.full_clean()
    return form


@show_or_save
@with_room
def respond_last(request: HttpRequest, visit: Visit) -> HttpResponse:
    """One box: a comment, or a group's different view in its own words."""
    form = last_form(request, visit)
    if request.method != "POST":
        return last_page(request, visit, form)
    if not form.is_valid():
        return last_page(request, visit, form, status=422)
    if not form.is_unchanged():
        if form.is_behind(comment_so_far(visit)):
            return last_page(request, visit, both_texts(visit, form), both=True, status=409)
        if not saved_or_busy(lambda: save_last(visit, form.written())):
            return last_page(request, visit, form, busy=True, status=503)
    back = page_target(visit, len(visit.instrument.principles))
    return moved(request, visit, back=back, here=LAST, onward=CHECK)


def last_form(request: HttpRequest, visit: Visit) -> LastForm:
    return LastForm(
        request.POST if request.method == "POST" else None,
        initial={"text": comment_so_far(visit)},
        label=label_of_box(visit),
    )


def label_of_box(visit: Visit) -> str:
    return _("A different view, in your group's own words") if visit.is_group else _("Your words")


def both_texts(visit: Visit, form: LastForm) -> LastForm:
    """What was written in two windows, one after the other, for the person to choose from."""
    kept = comment_so_far(visit)
    both = LastForm(initial={"text": kept}, label=label_of_box(visit))
    both.initial["text"] = f"{kept}\n\n{form.written()}"
    return both


def comment_so_far(visit: Visit) -> str:
    return visit.held.comment


def save_last(visit: Visit, text: str) -> None:
    answering.save_comment(draft=visit.held, comment=text)


def last_page(
    request: HttpRequest, visit: Visit, form: LastForm, status: int = 200, **context: object
) -> HttpResponse:
    return render(
        request,
        "last.html",
        visit,
        status=status,
        form=form,
        promises=promises(visit.link.perspective),
        **context,
    )


@require_safe
@with_room
def respond_check(request: HttpRequest, visit: Visit) -> HttpResponse:
    return check_page(request, visit)


def check_page(
    request: HttpRequest, visit: Visit, status: int = 200, **context: object
) -> HttpResponse:
    return render(
        request,
        "check.html",
        visit,
        status=status,
        places=places(visit),
        written=comment_so_far(visit),
        **context,
    )


@require_POST
@with_room
def respond_send(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Once only: whoever comes again finds it sent and sees the same thank-you page."""
    try:
        if not saved_or_busy(lambda: answering.send(draft=visit.held)):
            return check_page(request, visit, busy=True, status=503)
    except answering.NothingToSend as refusal:
        return check_page(request, visit, refusal=refusal, status=422)
    return redirect("respond_thanks", visit.link.code)
