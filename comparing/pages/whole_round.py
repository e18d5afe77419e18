"""The collaboration's page of a round, and the page of one that is open to everybody."""

from typing import Any
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from comparing.access import any_round, round_for
from comparing.looking import look_of_anybody, look_of_collaboration
from comparing.pages.open_round import open_parts
from comparing.pages.round_crumbs import round_crumbs
from comparing.pages.round_parts import parts
from comparing.party import CollaborationRole


@require_safe
@login_required
def round_page(request: HttpRequest, pk: UUID) -> HttpResponse:
    found = round_for(request, pk, CollaborationRole.ANALYST)
    look = look_of_collaboration(found)
    context: dict[str, Any] = {
        "round": found,
        "look": look,
        "crumbs": round_crumbs(found),
        "pair": reverse("round_pair", args=[pk]),
        **open_parts(look),
    }
    if look.seen is None:
        return render(request, "comparing/round.html", context)
    context |= parts(request, look.seen, lambda name: reverse("round_file", args=[pk, name]))
    return render(request, "comparing/round_seen.html", context)


@require_safe
def open_round_page(request: HttpRequest, pk: UUID) -> HttpResponse:
    """404 unless it is published for everybody: the same as an address that never was."""
    found = any_round(pk)
    look = look_of_anybody(found)
    if look.seen is None:
        raise Http404
    context = {"round": found, "look": look, "state": look.state}
    context |= parts(request, look.seen, lambda name: reverse("open_round_file", args=[pk, name]))
    return render(request, "comparing/open_round.html", context)
