"""Where each button leads once everything is saved."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from assessment.respondent import cookie
from assessment.respondent.leaving import stopped
from assessment.respondent.pages import asked_page, items_on
from assessment.respondent.places import place_to_go_on
from assessment.respondent.visit import Visit
from assessment.respondent.wording_choice import Words

# The name of an address, and what comes after the link's code in it.
Target = tuple[str] | tuple[str, int] | tuple[str, int, int]

# The buttons that put the hard part off and show it: whether it waits then.
HARD = {"later": True, "now": False}
START: Target = ("respond",)
ROOM: Target = ("respond_room",)
LAST: Target = ("respond_last",)
CHECK: Target = ("respond_check",)


def page_target(visit: Visit, number: int) -> Target:
    """A principle's page; before the first one and after the last, what stands there."""
    if number < 1:
        return ROOM if visit.is_group else START
    return ("respond_page", number) if number <= len(visit.instrument.principles) else LAST


def around_page(visit: Visit, page: int, nth: int) -> dict[str, Target]:
    """Where the buttons of a principle's page lead, or of one of its statements alone."""
    if not nth:
        here, back, onward = (page_target(visit, n) for n in (page, page - 1, page + 1))
        return {"here": here, "back": back, "onward": onward, "other": statement(page, 1)}
    last = nth >= statements_on(visit, page)
    before = (page - 1, statements_on(visit, page - 1)) if page > 1 else (0, 0)
    return {
        "here": statement(page, nth),
        "back": statement(page, nth - 1) if nth > 1 else statement_or_end(visit, *before),
        "onward": statement_or_end(visit, *((page + 1, 1) if last else (page, nth + 1))),
        "other": page_target(visit, page),
    }


def statement(page: int, nth: int) -> Target:
    return ("respond_statement", page, nth)


def statement_or_end(visit: Visit, page: int, nth: int) -> Target:
    inside = 1 <= page <= len(visit.instrument.principles)
    return statement(page, nth) if inside else page_target(visit, page)


def statements_on(visit: Visit, page: int) -> int:
    return len(items_on(asked_page(visit, page)))


def moved(
    request: HttpRequest,
    visit: Visit,
    *,
    back: Target,
    onward: Target,
    here: Target,
    other: Target | None = None,
) -> HttpResponse:
    """To where the button says; other words come back to the same page, and stopping stops here."""
    move = request.POST.get("move", "")
    if move == "leave":
        return stopped(request, visit)
    shown = (*Words.values, *HARD)
    targets = {"back": back, "room": ROOM, "check": CHECK, "other": other or here}
    # a statement that waits for another time has no page of its own
    targets |= dict.fromkeys(shown, other if len(here) > 2 and move in HARD and other else here)
    name, *number = targets.get(move, onward)
    response = redirect(name, visit.link.code, *number)
    if move in shown:
        words = Words(move) if move in Words.values else visit.words
        later = HARD.get(move, visit.later)
        cookie.keep_words(response, words, later=later)
    return response


def address_to_go_on(visit: Visit) -> str:
    """Where somebody left off; a group that has not said who is in the room says it first."""
    if visit.is_group and "people" not in visit.group:
        return reverse("respond_room", args=[visit.link.code])
    return reverse("respond_page", args=[visit.link.code, place_to_go_on(visit)])
