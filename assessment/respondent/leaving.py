"""Stopping, on any page and in one step: the words to come back with, and a clear device."""

from django.http import HttpRequest, HttpResponse

from assessment.respondent import cookie
from assessment.respondent.pages import render
from assessment.respondent.visit import Visit


def stopped(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Says the words once more, and forgets everything on this device. The draft itself stays."""
    response = render(request, "left.html", visit)
    cookie.clear(request, response)
    return response
