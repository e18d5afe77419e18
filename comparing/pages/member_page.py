"""A member's page of a round: its own figures beside the others', or why there are none to see."""

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from comparing.access import member_round_for
from comparing.pages.round_crumbs import member_crumbs, own_organisation
from comparing.pages.round_parts import parts
from comparing.pages.standing import round_standing
from organisations.models import Role


@require_safe
@login_required
def member_round(request: HttpRequest, pk: UUID, round_: UUID) -> HttpResponse:
    found = member_round_for(request, pk, round_, Role.VIEWER)
    organisation = own_organisation(request)
    stands = round_standing(found, organisation)
    context = {
        "round": found,
        "stands": stands,
        "today": timezone.localdate(),
        "crumbs": member_crumbs(organisation, found),
    }
    if stands.comparison is None:
        return render(request, "comparing/member.html", context)
    context |= parts(
        request,
        stands.comparison,
        lambda name: reverse("member_round_file", args=[pk, round_, name]),
    )
    return render(request, "comparing/member_compared.html", context)
