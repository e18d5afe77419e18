"""A comparison as files: of a member, or of the whole collaboration."""

from typing import NamedTuple
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from assessment.method.results import About
from comparing import kept_rounds
from comparing.access import member_round_for, round_for
from comparing.method.comparing import Comparison
from comparing.models import CollaborationRole, Round, RoundFigures
from comparing.pages.chosen_actions import doing
from comparing.round_publications import ROUND_PUBLICATIONS, TitledComparison
from comparing.steps import figures
from organisations.models import Role
from reports.sending import publication_named, send


class SeenFigures(NamedTuple):
    """Figures that may be seen, and by whom; ``viewer`` None is the collaboration."""

    round: Round
    version: RoundFigures
    viewer: UUID | None
    comparison: Comparison

    @property
    def about(self) -> About:
        """What the name of a file is made of."""
        own = self.comparison.viewer
        whose = own.name if own else self.round.collaboration.name
        made = timezone.localdate(self.version.made_at)
        return About(organisation=whose, programme=self.round.name, closed=made)


def seen_figures(round_: Round, viewer: UUID | None) -> SeenFigures:
    """404 where nothing may be seen: not closed, taken down, or sharing nothing."""
    version = figures.figures_shown(round_) if round_.is_closed else None
    if version is None:
        raise Http404
    try:
        comparison = kept_rounds.comparison_of(version, viewer)
    except RoundFigures.DoesNotExist as gone:
        raise Http404 from gone
    if comparison is None:
        raise Http404
    return SeenFigures(round_, version, viewer, comparison)


@require_safe
@login_required
def member_round_file(request: HttpRequest, pk: UUID, round_: UUID, name: str) -> HttpResponse:
    round_found = member_round_for(request, pk, round_, Role.VIEWER)
    return send_of_round(request, seen_figures(round_found, pk), name)


@require_safe
@login_required
def round_file(request: HttpRequest, pk: UUID, name: str) -> HttpResponse:
    round_found = round_for(request, pk, CollaborationRole.ANALYST)
    return send_of_round(request, seen_figures(round_found, None), name)


def send_of_round(request: HttpRequest, seen: SeenFigures, name: str) -> HttpResponse:
    publication = publication_named(ROUND_PUBLICATIONS, name)
    titled = TitledComparison(
        comparison=seen.comparison,
        title=f"{seen.round.collaboration}: {seen.round}",
        made=seen.about.closed,
        chosen=doing(seen.comparison),
    )
    return send(request, publication, titled, seen.about, kept_rounds.kept_comparison_chart)
