"""A comparison as files and pictures: of a member, or of the whole collaboration."""

from collections.abc import Callable
from typing import NamedTuple
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from assessment.method.results import About
from comparing import kept_rounds
from comparing.access import member_round_for, round_for
from comparing.charts.catalogue import COMPARISON_CHARTS
from comparing.method.comparing import Comparison
from comparing.method.comparison_document import to_comparison_json
from comparing.models import CollaborationRole, Round, RoundFigures
from comparing.pages.chosen_actions import doing
from comparing.steps import figures
from comparing.workbook import comparison_csv, comparison_workbook, named_csv
from organisations.models import Role
from reports.sending import CSV, XLSX, attachment, sent


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


class File(NamedTuple):
    content_type: str
    make: Callable[[SeenFigures], bytes]
    words: object


def round_workbook(found: SeenFigures) -> bytes:
    return comparison_workbook(
        found.comparison,
        title=f"{found.round.collaboration}: {found.round}",
        made=found.about.closed,
        chosen=doing(found.comparison),
    )


FILES = {
    "comparison.xlsx": File(XLSX, round_workbook, _("The whole comparison as a spreadsheet")),
    "comparison.csv": File(CSV, lambda found: comparison_csv(found.comparison), _("Every figure")),
    "named.csv": File(CSV, lambda found: named_csv(found.comparison), _("Those who share by name")),
    "comparison.json": File(
        "application/json",
        lambda found: to_comparison_json(found.comparison).encode(),
        _("Everything, for other programs"),
    ),
}


@require_safe
@login_required
def member_round_file(request: HttpRequest, pk: UUID, round_: UUID, name: str) -> HttpResponse:
    return file_of(seen_figures(member_round_for(request, pk, round_, Role.VIEWER), pk), name)


@require_safe
@login_required
def round_file(request: HttpRequest, pk: UUID, name: str) -> HttpResponse:
    return file_of(seen_figures(round_for(request, pk, CollaborationRole.ANALYST), None), name)


def file_of(found: SeenFigures, name: str) -> HttpResponse:
    if name not in FILES:
        raise Http404
    file = FILES[name]
    return attachment(file.make(found), found.about, name, file.content_type)


@require_safe
@login_required
def member_round_chart(
    request: HttpRequest, pk: UUID, round_: UUID, name: str, kind: str
) -> HttpResponse:
    round_found = member_round_for(request, pk, round_, Role.VIEWER)
    return chart_of(request, seen_figures(round_found, pk), name, kind)


@require_safe
@login_required
def round_chart(request: HttpRequest, pk: UUID, name: str, kind: str) -> HttpResponse:
    round_found = round_for(request, pk, CollaborationRole.ANALYST)
    return chart_of(request, seen_figures(round_found, None), name, kind)


def chart_of(request: HttpRequest, found: SeenFigures, name: str, kind: str) -> HttpResponse:
    if name not in COMPARISON_CHARTS:
        raise Http404
    chart = kept_rounds.chart_of(found.version, found.viewer, name)
    return sent(request, chart, found.about, f"{name}.{kind}")
