"""What every page about an assessment has round it: where it is, and its tabs."""

from typing import NamedTuple

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from assessment.instruments import instrument_of
from assessment.models import Assessment, State
from organisations.access import membership_of
from organisations.crumbs import Crumb, programme_crumbs
from organisations.models import Membership, Role


class Tab(NamedTuple):
    url: str
    label: str
    current: bool


def show_assessment_page(
    request: HttpRequest,
    template: str,
    assessment: Assessment,
    *,
    status: int = 200,
    **context: object,
) -> HttpResponse:
    """A page of ``templates/assessment/``; ``here`` names its tab, ``title`` its last crumb."""
    named = f"assessment/{template}"
    return show_under_tabs(request, named, assessment, status=status, **context)


def show_under_tabs(
    request: HttpRequest,
    template: str,
    assessment: Assessment,
    *,
    status: int = 200,
    **context: object,
) -> HttpResponse:
    """The same of any template, by its whole name."""
    context |= {
        "assessment": assessment,
        "programme": assessment.programme,
        "tabs": tabs(membership_of(request), assessment, str(context.get("here", ""))),
        "crumbs": assessment_crumbs(assessment, str(context.get("title", ""))),
    }
    return render(request, template, context, status=status)


def has_role(request: HttpRequest, role: Role) -> bool:
    return membership_of(request).may(role)


def assessment_crumbs(assessment: Assessment, title: str) -> list[Crumb]:
    own = reverse("assessment", args=[assessment.pk]) if title else ""
    here = [(title, "")] if title else []
    return programme_crumbs(assessment.programme, (assessment.name, own), *here)


def first_standards(assessment: Assessment) -> str:
    """The page of the first domain."""
    return reverse("standards", args=[assessment.pk, instrument_of(assessment).domains[0].code])


def tabs(membership: Membership, assessment: Assessment, here: str) -> list[Tab]:
    """The parts of an assessment that this person may open as it stands now."""
    is_open, draft = assessment.state == State.OPEN, assessment.state == State.DRAFT
    editor, owner = membership.may(Role.EDITOR), membership.may(Role.OWNER)
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
        ("standards", _("Standards"), first_standards(assessment), True),
        ("facts", _("Facts"), reverse("facts", args=[pk]), True),
        ("pyramid", _("Pyramid"), reverse("pyramid", args=[pk]), True),
        ("close", _("Close"), reverse("close", args=[pk]), is_open and owner),
        ("report", _("Report"), reverse("report", args=[pk]), assessment.state == State.CLOSED),
    ]
    return [Tab(url, label, name == here) for name, label, url, shown in parts if shown]


def as_file(made: bytes, name: str) -> HttpResponse:
    """Shown in the browser, which prints it or keeps it under this name."""
    disposition = f'inline; filename="{name}"'
    return HttpResponse(
        made, content_type="application/pdf", headers={"Content-Disposition": disposition}
    )
