"""A round as files: of a member, of the collaboration, or of one that is open to everybody."""

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from assessment.method.results import About
from comparing.access import any_round, member_round_for, round_for
from comparing.kept_figures import kept_round_chart
from comparing.looking import Look, look_of_anybody, look_of_collaboration, look_of_member
from comparing.pages.round_crumbs import own_organisation
from comparing.party import CollaborationRole
from comparing.round_publications import round_publications
from organisations.models import Role
from reports.sending import publication_named, send


@require_safe
@login_required
def member_round_file(request: HttpRequest, pk: UUID, round_: UUID, name: str) -> HttpResponse:
    found = member_round_for(request, pk, round_, Role.VIEWER)
    return send_of_round(request, look_of_member(found, own_organisation(request)), name)


@require_safe
@login_required
def round_file(request: HttpRequest, pk: UUID, name: str) -> HttpResponse:
    found = round_for(request, pk, CollaborationRole.ANALYST)
    return send_of_round(request, look_of_collaboration(found), name)


@require_safe
def open_round_file(request: HttpRequest, pk: UUID, name: str) -> HttpResponse:
    return send_of_round(request, look_of_anybody(any_round(pk)), name)


def send_of_round(request: HttpRequest, look: Look, name: str) -> HttpResponse:
    """404 where nothing may be seen."""
    if look.seen is None:
        raise Http404
    publication = publication_named(round_publications(look.seen), name)
    return send(request, publication, look.seen, round_about(look), kept_round_chart)


def round_about(look: Look) -> About:
    """What the name of a file is made of: nothing that tells when it was made."""
    round_ = look.round
    whose = look.organisation.name if look.organisation else round_.collaboration.name
    closed = timezone.localdate(round_.closed_at) if round_.closed_at else None
    return About(organisation=whose, programme=round_.name, closed=closed)
