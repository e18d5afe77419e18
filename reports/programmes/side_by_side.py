"""A trust's programmes side by side, for its own people: own results, own k, nobody's consent."""

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from assessment.listing import Listed, listed_with_next_steps
from assessment.method.results import About
from organisations.access import membership_of, organisation_for
from organisations.crumbs import organisation_crumbs
from organisations.models import Organisation, Programme, Role
from reports.closed_assessments import latest_assessments_of
from reports.programmes import standing_beside
from reports.programmes.side_by_side_publications import SIDE_BY_SIDE_PUBLICATIONS
from reports.programmes.standing_beside import Latest, Programmes
from reports.sending import file_links, publication_named, send


@require_safe
@login_required
def side_by_side(request: HttpRequest, pk: UUID) -> HttpResponse:
    organisation = organisation_for(request, pk, Role.VIEWER)
    every = by_name(organisation)
    found = closed_ones(organisation, every)
    context = {
        "programmes": every,
        "table": standing_beside.table(found, get_language()) if found else None,
        "waiting": waiting(request, every, found),
        "files": file_links(
            SIDE_BY_SIDE_PUBLICATIONS, lambda name: reverse("side_by_side_file", args=[pk, name])
        ),
        "crumbs": organisation_crumbs(organisation, (_("Programmes side by side"), "")),
    }
    return render(request, "reports/side_by_side.html", context)


def by_name(organisation: Organisation) -> list[Programme]:
    every = organisation.programmes.filter(archived_at=None).prefetch_related("assessments")
    return sorted(every, key=lambda one: one.name.casefold())


def closed_ones(organisation: Organisation, every: list[Programme]) -> Programmes:
    latest = latest_assessments_of(organisation)
    return tuple(Latest(p.pk, p.name, latest[p.pk]) for p in every if p.pk in latest)


def waiting(
    request: HttpRequest, every: list[Programme], found: Programmes
) -> list[tuple[Programme, Listed]]:
    """Programmes without a closed assessment, with what comes next in those they have."""
    role = Role(membership_of(request).role)
    closed = {one.programme for one in found}
    left = [one for one in every if one.pk not in closed]
    steps = dict(listed_with_next_steps((a for one in left for a in one.assessments.all()), role))

    def listed(one: Programme) -> Listed:
        return [(assessment, steps[assessment]) for assessment in one.assessments.all()]

    return [(one, listed(one)) for one in left]


@require_safe
@login_required
def side_by_side_file(request: HttpRequest, pk: UUID, name: str) -> HttpResponse:
    organisation = organisation_for(request, pk, Role.VIEWER)
    publication = publication_named(SIDE_BY_SIDE_PUBLICATIONS, name)
    found = closed_ones(organisation, by_name(organisation))
    if not found:
        raise Http404
    table = standing_beside.table(found, get_language())
    return send(request, publication, table, side_by_side_about(organisation, found))


def side_by_side_about(organisation: Organisation, found: Programmes) -> About:
    """What a file is named after."""
    last = max(one.closed.closed for one in found)
    return About(organisation=organisation.name, closed=last)
