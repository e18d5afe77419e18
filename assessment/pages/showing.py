"""What every page about an assessment has round it: where it is, and its tabs."""

from typing import NamedTuple

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from assessment.models import Assessment, State
from organisations.access import may
from organisations.models import Membership, Role


class Tab(NamedTuple):
    url: str
    label: str
    current: bool


def show(
    request: HttpRequest,
    template: str,
    assessment: Assessment,
    *,
    status: int = 200,
    **context: object,
) -> HttpResponse:
    """A page of ``templates/assessment/``; ``here`` names its tab, ``title`` its last crumb."""
    context |= {
        "assessment": assessment,
        "programme": assessment.programme,
        "tabs": tabs(membership_of(request), assessment, str(context.get("here", ""))),
        "crumbs": crumbs(assessment, str(context.get("title", ""))),
    }
    return render(request, f"assessment/{template}", context, status=status)


def membership_of(request: HttpRequest) -> Membership:
    """Left on the request by ``organisations.access``, which every view calls first."""
    membership: Membership = request.membership  # type: ignore[attr-defined]
    return membership


def has_role(request: HttpRequest, role: Role) -> bool:
    return may(membership_of(request), role)


def crumbs(assessment: Assessment, title: str) -> list[tuple[str, str | None]]:
    programme = assessment.programme
    home = programme.organisation
    own = reverse("assessment", args=[assessment.pk]) if title else None
    found: list[tuple[str, str | None]] = [
        (home.name, reverse("organisation", args=[home.pk])),
        (programme.name, reverse("programme", args=[programme.pk])),
        (assessment.name, own),
    ]
    return [*found, (title, None)] if title else found


def tabs(membership: Membership, assessment: Assessment, here: str) -> list[Tab]:
    """The parts of an assessment that this person may open as it stands now."""
    is_open, draft = assessment.state == State.OPEN, assessment.state == State.DRAFT
    editor, owner = may(membership, Role.EDITOR), may(membership, Role.OWNER)
    pk = assessment.pk
    parts = [
        ("overview", _("Overview"), reverse("assessment", args=[pk]), True),
        ("setup", _("Set up"), reverse("setup", args=[pk, "basics"]), draft and editor),
        (
            "links",
            _("Links and posters"),
            reverse("links", args=[pk]),
            is_open and not assessment.together,
        ),
        ("standards", _("Standards"), reverse("standards", args=[pk, "A"]), True),
        ("facts", _("Facts"), reverse("facts", args=[pk]), True),
        ("pyramid", _("Pyramid"), reverse("pyramid", args=[pk]), True),
        ("close", _("Close"), reverse("close", args=[pk]), is_open and owner),
        ("report", _("Report"), reverse("report", args=[pk]), assessment.state == State.CLOSED),
    ]
    return [Tab(url, label, name == here) for name, label, url, shown in parts if shown]
