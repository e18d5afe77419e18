"""The collaboration's page of a round: its progress, its figures, closing it, making them again."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from assessment.instruments import instrument_of
from comparing import kept_rounds
from comparing.access import round_for
from comparing.forms.sharing_forms import CloseRoundForm
from comparing.method.comparing import Comparison
from comparing.models import CollaborationRole, Round, RoundFigures, Share, Way
from comparing.pages.round_crumbs import round_crumbs
from comparing.pages.round_first import needs
from comparing.pages.round_parts import parts
from comparing.steps import figures
from organisations.access import signed_in
from organisations.refusal import Refusal

ANALYST, ADMIN = CollaborationRole.ANALYST, CollaborationRole.ADMIN


@dataclass(frozen=True, slots=True)
class Progress:
    """How many members share today; ``named`` those by name, the rest only counted."""

    members: int
    sharing: int
    named: tuple[str, ...]

    @property
    def anonymous(self) -> int:
        return self.sharing - len(self.named)


def progress(round_: Round) -> Progress:
    """Two queries."""
    holding = Share.objects.filter(round=round_, withdrawn_at=None, until__gte=timezone.localdate())
    found = list(holding.order_by("organisation__name").values_list("way", "organisation__name"))
    return Progress(
        members=round_.collaboration.members.count(),
        sharing=len(found),
        named=tuple(name for way, name in found if way == Way.NAMED),
    )


@require_safe
@login_required
def round_page(request: HttpRequest, pk: UUID) -> HttpResponse:
    return show_round(request, round_for(request, pk, ANALYST))


def show_round(request: HttpRequest, round_: Round, *, status: int = 200) -> HttpResponse:
    """Open, with figures, or taken down."""
    context: dict[str, Any] = {"round": round_, "crumbs": round_crumbs(round_)}
    if not round_.is_closed:
        context |= {"progress": progress(round_), "today": timezone.localdate()}
        return render(request, "comparing/round.html", context, status=status)
    version, comparison = seen_of(round_)
    if comparison is None:
        context["why_not"] = figures.who_differs(round_)
        return render(request, "comparing/round_taken_down.html", context, status=status)
    context |= {"version": version} | parts(
        request,
        comparison,
        lambda name: reverse("round_file", args=[round_.pk, name]),
    )
    return render(request, "comparing/round_compared.html", context, status=status)


def seen_of(round_: Round) -> tuple[RoundFigures | None, Comparison | None]:
    version = figures.figures_shown(round_)
    try:
        return version, kept_rounds.comparison_of(version, None) if version else None
    except RoundFigures.DoesNotExist:  # taken down since it was found
        return None, None


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def close_round_page(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Who shares and what they would see; then it is closed, once."""
    found = round_for(request, pk, ADMIN)
    if found.is_closed:
        messages.info(request, _("This round is closed."))
        return redirect("round", pk)
    if request.method != "POST":
        return ask_to_close(request, found, CloseRoundForm())
    form = CloseRoundForm(request.POST)
    if not form.is_valid():
        return ask_to_close(request, found, form, status=422)
    try:
        figures.close_round(round_=found, who=signed_in(request))
    except Refusal as refusal:
        form.add_error(None, str(refusal))
        return ask_to_close(request, found, form, status=422)
    messages.success(request, _("The round is closed and its figures are made."))
    return redirect("round", pk)


def ask_to_close(
    request: HttpRequest, round_: Round, form: CloseRoundForm, *, status: int = 200
) -> HttpResponse:
    found = progress(round_)
    others = max(0, found.sharing - 1)
    context = {
        "round": round_,
        "form": form,
        "progress": found,
        "others": others,
        "seen": list(needs(others, instrument_of(round_).thresholds)),
        "why_not": figures.who_differs(round_),
        "crumbs": round_crumbs(round_, _("Close it")),
    }
    return render(request, "comparing/close.html", context, status=status)


@require_POST
@login_required
def make_round_again(request: HttpRequest, pk: UUID) -> HttpResponse:
    found = round_for(request, pk, ADMIN)
    try:
        figures.make_again(round_=found, who=signed_in(request))
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return show_round(request, found, status=422)
    messages.success(request, _("The figures are made again, of those who share now."))
    return redirect("round", pk)
