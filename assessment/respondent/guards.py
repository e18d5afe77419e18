"""What every respondent's view is guarded by, and what is said when something stands in the way.

No respondent meets a 500 for what may happen on any day: the assessment has closed, the database
is busy or its disk is full, codes were guessed.
"""

import re
from collections.abc import Callable
from functools import wraps

from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.gzip import gzip_page

from assessment.models import ClosedReport
from assessment.respondent import cookie
from assessment.respondent.answers_in_hand import words_first
from assessment.respondent.pages import render, typed_fields
from assessment.respondent.resting import after_a_word
from assessment.respondent.visit import Visit, visit_of
from assessment.respondent.wrong_codes import TooManyTries
from assessment.steps.answering import DoorFull, NotOpen
from assessment.steps.slips import SlipUsed

View = Callable[..., HttpResponse]


def at_link(view: View) -> View:
    """A view of a visit: ``view(request, visit)`` behind ``view(request, code)``.

    Compressed, for slow phones: 13 KB become 3. Nothing from an address is repeated in a page,
    and Django pads each answer, so its length tells nobody what is in it.
    """

    @gzip_page
    @wraps(view)
    def guarded(request: HttpRequest, code: str, **rest: object) -> HttpResponse:
        try:
            visit = visit_of(request, code)
            return view(request, visit, **rest)
        except NotOpen:
            return closed_page(request, visit)
        except DoorFull:
            return render(request, "full.html", visit, status=409)
        except SlipUsed:  # by somebody who began with it too and was sooner
            return render(request, "slip_used.html", visit, status=409)
        except TooManyTries:
            return render(request, "wait.html", visit, status=429)
        except OperationalError:
            return busy_page(request)

    return at_its_address(guarded)


def at_its_address(view: View) -> View:
    """The same for whoever comes by the code as it is not printed: a device's place hangs on it."""

    @wraps(view)
    def led(request: HttpRequest, code: str, **rest: object) -> HttpResponse:
        printed = as_printed(code)
        if printed != code and request.method in ("GET", "HEAD"):
            return redirect(request.path.replace(code, printed, 1))
        return view(request, code, **rest)

    return led


def as_printed(code: str) -> str:
    """Of one that was typed in capitals, or copied with the full stop behind it."""
    return re.sub(r"^\W+|\W+$", "", code.lower())


def with_draft(view: View) -> View:
    """The same for whoever has begun: the rest are led to where they can begin or go on.

    Each page gives the device its key for 20 minutes more.
    """

    @at_link
    @wraps(view)
    def guarded(request: HttpRequest, visit: Visit, **rest: object) -> HttpResponse:
        if not visit.is_open:
            return closed_page(request, visit)

        def shown(visit: Visit) -> HttpResponse:
            response = view(request, visit, **rest)
            if not cookie.is_cleared(response, visit.link.code):
                cookie.keep_key(response, visit.link.code, visit.held.key)
            return response

        if visit.resting:
            return after_a_word(request, visit, visit.resting, shown)
        if visit.draft is None:
            return words_first(request, visit)
        if visit.draft.sent:
            return redirect("respond_thanks", visit.link.code)
        return shown(visit)

    return guarded


def with_room(view: View) -> View:
    """The same, once a group has said how many are in the room."""

    @with_draft
    @wraps(view)
    def guarded(request: HttpRequest, visit: Visit, **rest: object) -> HttpResponse:
        if visit.is_group and "people" not in visit.group:
            return redirect("respond_room", visit.link.code)
        return view(request, visit, **rest)

    return guarded


def saved_or_busy(step: Callable[[], None]) -> bool:
    """False where the database could not take it just now: nothing of it was kept."""
    try:
        step()
    except OperationalError:
        return False
    return True


def come_of_it(visit: Visit) -> HttpResponse | None:
    """To what was said and what changed, once the organisation tells it: its printed code leads
    there without another step."""
    token = told_at(visit)
    return redirect("changed", token) if token else None


def told_at(visit: Visit) -> str | None:
    reports = ClosedReport.objects.filter(assessment=visit.assessment)
    return reports.values_list("public_token", flat=True).first()


def closed_page(request: HttpRequest, visit: Visit) -> HttpResponse:
    """With the way to what was said and what changed, once the organisation tells it."""
    return render(request, "closed.html", visit, status=410, changed_token=told_at(visit))


def busy_page(request: HttpRequest) -> HttpResponse:
    """Where nothing could even be read: what was typed waits in the page to be tried again."""
    typed = typed_fields(request)
    return render(request, "busy.html", typed=typed, method=request.method, status=503)
