"""Two members of a round by name, side by side."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from comparing.access import member_round_for, round_for
from comparing.looking import Look, look_of_collaboration, look_of_member
from comparing.method.members import PARTS, ComparedMember, Key
from comparing.method.seen import SeenByName
from comparing.pages.round_crumbs import Crumbs, member_crumbs, own_organisation, round_crumbs
from comparing.party import CollaborationRole
from comparing.wording.figures_compared import names_of
from organisations.models import Role
from reports.wording.figures_said import in_whole


@dataclass(frozen=True, slots=True)
class PairRow:
    """A figure; of each of the two its name, the figure, its level or status if it has one, and
    whether the level is borderline.
    """

    name: str
    cells: tuple[tuple[str, str, str, bool], ...]


@require_safe
@login_required
def member_pair(request: HttpRequest, pk: UUID, round_: UUID) -> HttpResponse:
    found = member_round_for(request, pk, round_, Role.VIEWER)
    organisation = own_organisation(request)
    crumbs = member_crumbs(organisation, found, _("Two side by side"))
    back = reverse("member_round", args=[pk, round_])
    return show_pair(request, look_of_member(found, organisation), crumbs, back)


@require_safe
@login_required
def round_pair(request: HttpRequest, pk: UUID) -> HttpResponse:
    found = round_for(request, pk, CollaborationRole.ANALYST)
    crumbs = round_crumbs(found, _("Two side by side"))
    back = reverse("round", args=[pk])
    return show_pair(request, look_of_collaboration(found), crumbs, back)


def show_pair(request: HttpRequest, look: Look, crumbs: Crumbs, back: str) -> HttpResponse:
    """``?a=&b=``: their names. Without both there is the choice."""
    seen = look.seen
    if not isinstance(seen, SeenByName):
        raise Http404
    by_name, asked = seen.named.by_name, [request.GET.get(letter, "") for letter in "ab"]
    pair = [by_name[name] for name in asked if name in by_name]
    context: dict[str, Any] = {
        "round": look.round,
        "names": list(by_name),
        "letters": list(zip("ab", chosen(asked, list(by_name)), strict=True)),
        "gone": any(asked) and len(pair) < len(asked),
        "crumbs": crumbs,
        "back": back,
    }
    if len(pair) == len(asked):
        context |= {"pair": pair, "sections": sections(seen, pair)}
    return render(request, "comparing/pair.html", context)


def chosen(asked: list[str], names: list[str]) -> list[str]:
    """What was asked for; at first the first two."""
    return asked if any(asked) else [*names, "", ""][:2]


def sections(seen: SeenByName, pair: Sequence[ComparedMember]) -> list[tuple[str, list[PairRow]]]:
    titles = (_("Principles"), _("Domains"), _("Structure"), _("Mechanisms"))
    rows: dict[str, list[PairRow]] = {part: [] for part in PARTS}
    cuts = seen.instrument.thresholds.cuts
    for key, (name, _short) in names_of(seen.instrument).items():
        cells = (
            (one.name, in_whole(one.figures.values[key], cuts), *worded(one, key)) for one in pair
        )
        rows[key[0]].append(PairRow(name, tuple(cells)))
    return list(zip(titles, rows.values(), strict=True))


def worded(one: ComparedMember, key: Key) -> tuple[str, bool]:
    return str(one.figures.word(key)), bool(one.figures.borderline(key))
