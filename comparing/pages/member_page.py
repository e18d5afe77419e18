"""A member's page of a round: what it shares, and what it sees, or why there is nothing to see."""

from typing import Any
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from comparing.access import member_round_for
from comparing.looking import look_of_member
from comparing.models import Share
from comparing.pages.open_round import open_parts
from comparing.pages.round_crumbs import member_crumbs, own_organisation
from comparing.pages.round_parts import parts
from organisations.models import Role


@require_safe
@login_required
def member_round(request: HttpRequest, pk: UUID, round_: UUID) -> HttpResponse:
    found = member_round_for(request, pk, round_, Role.VIEWER)
    organisation = own_organisation(request)
    look = look_of_member(found, organisation)
    context: dict[str, Any] = {
        "round": found,
        "look": look,
        "history": history(found.shares.filter(organisation=organisation)),
        "crumbs": member_crumbs(organisation, found),
        "pair": reverse("member_pair", args=[pk, round_]),
        **open_parts(look),
    }
    if look.seen is None:
        return render(request, "comparing/member.html", context)
    context |= parts(
        request, look.seen, lambda name: reverse("member_round_file", args=[pk, round_, name])
    )
    return render(request, "comparing/member_seen.html", context)


def history(shares: Any) -> list[Share]:
    """All that was ever agreed to, the newest first, without figures."""
    found = shares.select_related("assessment__programme", "agreed_by", "withdrawn_by")
    return list(found.defer("results", "figures"))
