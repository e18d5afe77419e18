"""What every page about an assessment has round it: where it is, and its tabs."""

from typing import NamedTuple

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse
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
        ("overview", _("Overview"), address("assessment", pk), True),
        ("setup", _("Set up"), address("setup", pk, "basics"), draft and editor),
        (
            "links",
            _("Links and posters"),
            address("links", pk),
            is_open and not assessment.together,
        ),
        ("standards", _("Standards"), address("standards", pk, "A"), True),
        ("facts", _("Facts"), address("facts", pk), True),
        ("pyramid", _("Pyramid"), address("pyramid", pk), True),
        ("close", _("Close"), address("close", pk), is_open and owner),
        ("report", _("Report"), address("report", pk), assessment.state == State.CLOSED),
    ]
    return [Tab(url, label, name == here) for name, label, url, shown in parts if url and shown]


def address(name: str, *args: object) -> str:
    """Empty where a page of that name is not there."""
    try:
        return reverse(name, args=args)
    except NoReverseMatch:
        return ""


def report_address(assessment: Assessment) -> str:
    return address("report", assessment.pk) or reverse("assessment", args=[assessment.pk])
