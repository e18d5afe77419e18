"""The pages somebody comes back to: their organisation, and one of its programmes."""

from collections.abc import Iterator, Mapping
from operator import attrgetter
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from assessment.listing import listed_with_next_steps
from assessment.models import Assessment
from assessment.next_steps import NextStep
from comparing.news import news_for
from organisations.access import (
    membership_of,
    organisation_for,
    programme_for,
    require_role,
)
from organisations.crumbs import programme_crumbs
from organisations.models import Organisation, Programme, Role


@require_safe
@login_required
def organisation(request: HttpRequest, pk: UUID) -> HttpResponse:
    membership = require_role(request, pk, Role.VIEWER)
    held = list(membership.party.programmes.prefetch_related("assessments"))
    programmes = [one for one in held if one.archived_at is None]
    every = [a for programme in programmes for a in programme.assessments.all()]
    steps = dict(listed_with_next_steps(every, Role(membership.role)))
    context = {
        "programmes": [(one, with_steps(one, steps)) for one in programmes],
        "archived": [one for one in held if one.archived_at is not None],
        "first": None if every else min(programmes, key=attrgetter("created"), default=None),
        "team": ", ".join(in_each_role(membership.party)),
        "news": news_for(membership.party) if membership.may(Role.OWNER) else [],
    }
    return render(request, "operations/organisation.html", context)


def with_steps(
    programme: Programme, steps: Mapping[Assessment, NextStep]
) -> list[tuple[Assessment, NextStep]]:
    return [(one, steps[one]) for one in programme.assessments.all()]


def in_each_role(organisation: Organisation) -> Iterator[str]:
    """'2 owners', '1 editor', '0 viewers'."""
    counted = dict(organisation.seats.values_list("role").annotate(Count("pk")).order_by("role"))
    for role in reversed(Role):
        n = counted.get(role, 0)
        yield ngettext("%(n)d %(role)s", "%(n)d %(role)ss", n) % {"n": n, "role": role.word}


@require_safe
@login_required
def programme(request: HttpRequest, pk: UUID) -> HttpResponse:
    found = programme_for(request, pk, Role.VIEWER)
    role = Role(membership_of(request).role)
    context = {
        "programme": found,
        "assessments": listed_with_next_steps(found.assessments.all(), role),
        "crumbs": programme_crumbs(found),
    }
    return render(request, "operations/programme.html", context)


@require_safe
@login_required
def together(request: HttpRequest, pk: UUID) -> HttpResponse:
    """*Rate it together now* of the menu: straight on where there is one programme to rate."""
    found = organisation_for(request, pk, Role.EDITOR)
    programmes = list(Programme.objects.filter(organisation=found, archived_at=None))
    if len(programmes) == 1:
        return redirect("rate_together", programmes[0].pk)
    return render(request, "operations/together.html", {"programmes": programmes})
