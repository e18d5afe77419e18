"""Where each button leads once everything is saved."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from assessment.respondent import cookie
from assessment.respondent.leaving import stopped
from assessment.respondent.places import place_to_go_on
from assessment.respondent.visit import Visit
from assessment.respondent.wording_choice import Words

# The name of an address, and what comes after the link's code in it.
Target = tuple[str] | tuple[str, int]

START: Target = ("respond",)
ROOM: Target = ("respond_room",)
LAST: Target = ("respond_last",)
CHECK: Target = ("respond_check",)


def page_target(visit: Visit, number: int) -> Target:
    """A principle's page; before the first one and after the last, what stands there."""
    if number < 1:
        return ROOM if visit.is_group else START
    return ("respond_page", number) if number <= len(visit.instrument.principles) else LAST


def moved(
    request: HttpRequest, visit: Visit, *, back: Target, onward: Target, here: Target
) -> HttpResponse:
    """To where the button says; other words come back to the same page, and stopping stops here."""
    move = request.POST.get("move", "")
    if move == "leave":
        return stopped(request, visit)
    targets = {"back": back, "room": ROOM, "check": CHECK}
    targets |= dict.fromkeys(Words.values, here)
    name, *number = targets.get(move, onward)
    response = redirect(name, visit.link.code, *number)
    if move in Words.values:
        cookie.keep_words(response, Words(move))
    return response


def address_to_go_on(visit: Visit) -> str:
    """Where somebody left off; a group that has not said who is in the room says it first."""
    if visit.is_group and "people" not in visit.group:
        return reverse("respond_room", args=[visit.link.code])
    return reverse("respond_page", args=[visit.link.code, place_to_go_on(visit)])
