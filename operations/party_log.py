"""Who did what for an organisation or a collaboration: a page at a time, and as files."""

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path, reverse
from django.views.decorators.http import require_safe

from assessment.method.results import About
from operations.log_publications import LOG_PUBLICATIONS, PartyLog
from organisations.parties.people_page import Seats, managing_seat
from reports.sending import file_links, publication_named, send

ENTRIES_A_PAGE = 100


def log_routes(seats: Seats, there: str) -> list[URLPattern]:
    """Under a kind's page of people, where ``there`` leads."""
    name, of = seats.kind().people, {"seats": seats}
    return [
        path(f"{there}log/", party_log, of, f"{name}_log"),
        path(f"{there}log/<str:name>", party_log_file, of, f"{name}_log_file"),
    ]


@require_safe
@login_required
def party_log(request: HttpRequest, pk: UUID, seats: Seats) -> HttpResponse:
    own = managing_seat(request, pk, seats)
    entries = own.party.log.select_related("who")
    people = own.kind().people
    context = {
        "page": Paginator(entries, ENTRIES_A_PAGE).get_page(request.GET.get("page")),
        "back": reverse(people, args=[pk]),
        "files": file_links(
            LOG_PUBLICATIONS, lambda name: reverse(f"{people}_log_file", args=[pk, name])
        ),
    }
    return render(request, "operations/party_log.html", context)


@require_safe
@login_required
def party_log_file(request: HttpRequest, pk: UUID, seats: Seats, name: str) -> HttpResponse:
    own = managing_seat(request, pk, seats)
    publication, log = publication_named(LOG_PUBLICATIONS, name), PartyLog.of(own.party)
    about = About(organisation=own.party.name, closed=log.made.date())
    return send(request, publication, log, about)
