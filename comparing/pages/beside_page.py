"""The anonymous rounds of a collaboration side by side, over the years, each with its N.

What changed is not worked out: the rounds are of other organisations.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from comparing.access import collaboration_for, membership_in
from comparing.looking import Look, look_of_collaboration, look_of_member
from comparing.method.members import ESSENCE, MECHANISMS, PRINCIPLES, STRUCTURE, Key
from comparing.method.seen import SeenPublished
from comparing.models import Round
from comparing.pages.round_crumbs import Crumbs, collaboration_crumbs
from comparing.party import Collaboration, CollaborationRole
from comparing.wording.figures_compared import names_of
from organisations.access import organisation_for
from organisations.models import Role
from reports.wording.figures_said import in_whole


@dataclass(frozen=True, slots=True)
class RoundCell:
    """What a round tells of a figure, of how many; ``own`` is empty where nothing is one's own.
    ``name``: the round's, which a phone repeats at each figure."""

    name: str
    shown: str
    n: str
    own: str


NamedSeen = tuple[str, SeenPublished]  # a round's name before it
BesideRow = tuple[str, list[RoundCell]]  # a figure's name, and what each round tells of it


@dataclass(frozen=True, slots=True)
class RoundColumn:
    round: Round
    members: int | None


@require_safe
@login_required
def member_rounds_beside(request: HttpRequest, pk: UUID, collaboration: UUID) -> HttpResponse:
    organisation = organisation_for(request, pk, Role.VIEWER)
    found = membership_in(organisation, collaboration).collaboration
    crumbs = collaboration_crumbs(organisation, _("Rounds side by side"))
    looks = [look_of_member(one, organisation) for one in anonymous_rounds(found)]
    return show_beside(request, found, looks, crumbs)


@require_safe
@login_required
def rounds_beside(request: HttpRequest, pk: UUID) -> HttpResponse:
    found = collaboration_for(request, pk, CollaborationRole.ANALYST)
    looks = [look_of_collaboration(one) for one in anonymous_rounds(found)]
    return show_beside(request, found, looks, [])


def anonymous_rounds(collaboration: Collaboration) -> list[Round]:
    """The earliest first."""
    found = collaboration.rounds.filter(way="anonymous").select_related("collaboration")
    return list(found.order_by("closes", "created"))


def show_beside(
    request: HttpRequest, collaboration: Collaboration, looks: list[Look], crumbs: Crumbs
) -> HttpResponse:
    seen = [(look.round, look.seen) for look in looks if isinstance(look.seen, SeenPublished)]
    context: dict[str, Any] = {
        "of": collaboration,
        "columns": [RoundColumn(round_, one.published.members) for round_, one in seen],
        "sections": beside_sections([(round_.name, one) for round_, one in seen]),
        "crumbs": crumbs,
    }
    return render(request, "comparing/rounds_beside.html", context)


def beside_sections(seen: list[NamedSeen]) -> list[tuple[str, list[BesideRow]]]:
    """Part by part, figure by figure, round by round."""
    if not seen:
        return []
    titles = {
        PRINCIPLES: _("The twelve principles"),
        STRUCTURE: _("Structure and essence"),
        MECHANISMS: _("Mechanisms"),
    }
    return [(title, list(beside_rows(seen, part))) for part, title in titles.items()]


def beside_rows(seen: list[NamedSeen], part: str) -> Iterator[BesideRow]:
    for key, (name, _short) in names_of(seen[-1][1].instrument).items():
        if key[0] == part:
            yield name, [beside_cell(round_, one, key) for round_, one in seen]


def beside_cell(name: str, seen: SeenPublished, key: Key) -> RoundCell:
    own = seen.own_value(key)
    yours = in_whole(own, seen.instrument.thresholds.cuts) if own is not None else ""
    if key == ESSENCE:
        mean = seen.published.essence.mean
        return RoundCell(name, _("too few") if mean is None else str(mean), "", yours)
    told = seen.published.figures[key]
    if told.mean is None:
        return RoundCell(name, _("too few"), "", yours)
    return RoundCell(name, told.mean.shown, str(told.n), yours)
