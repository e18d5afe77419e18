"""The organisation's own part: standards by domain, facts, the pyramid.

Many people may work on it over weeks. Viewers read it; editors write while it is a draft or open;
a second person's save answers 409 and shows both texts.
"""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from assessment.access import assessment_for
from assessment.forms.own_part import EntryForm
from assessment.instruments import instrument_of
from assessment.models import Assessment
from assessment.own_part import OwnPartChange
from assessment.pages.frame import has_role, show_assessment_page
from assessment.pages.last_time import waiting_by_code
from assessment.pages.own_part_sections import (
    Clash,
    OwnPartSection,
    clash,
    clash_choices,
    entry_lines,
    facts_part,
    kept_theirs,
    part_of,
    pyramid_part,
    said_by,
    save_each,
    saved_sentence,
    standards_part,
)
from assessment.pages.pyramid_shape import pyramid_bars
from assessment.steps import own_part
from organisations.access import signed_in
from organisations.models import Role
from organisations.refusal import Refusal
from questions import Instrument, attributions

CHANGES_SHOWN = 100  # the latest; a page that can still be read
read_or_write = require_http_methods(["GET", "HEAD", "POST"])


@read_or_write
@login_required
def standards_page(request: HttpRequest, pk: UUID, domain: str) -> HttpResponse:
    assessment = load_for(request, pk)
    instrument = instrument_of(assessment)
    names = {found.code: found for found in instrument.domains}
    if domain not in names:
        raise Http404
    part = standards_part(instrument, domain)
    order = list(names)
    place = order.index(domain)
    following = names[order[place + 1]] if place + 1 < len(order) else None
    on = (
        reverse("standards", args=[pk, following.code])
        if following
        else reverse("facts", args=[pk])
    )
    about: dict[str, object] = {
        "here": "standards",
        "title": _("Standards"),
        "domain": names[domain],
        "domains": domains_with_counts(assessment, instrument),
        "number": place + 1,
        "before": names[order[place - 1]] if place else None,
        "following": following,
        "next_url": on,
        "instrument": instrument,
        "attribution": attributions.STANDARDS,
    }
    return part_page(request, assessment, part, "standards.html", about)


def domains_with_counts(assessment: Assessment, instrument: Instrument) -> list[dict[str, object]]:
    rated = own_part.codes_said(assessment.standard_ratings.exclude(rating=""))
    found = []
    for domain in instrument.domains:
        codes = instrument.standards_of_domain(domain.code)
        found.append(
            {"domain": domain, "of": len(codes), "rated": sum(code in rated for code in codes)}
        )
    return found


@read_or_write
@login_required
def facts_page(request: HttpRequest, pk: UUID) -> HttpResponse:
    assessment = load_for(request, pk)
    instrument = instrument_of(assessment)
    about: dict[str, object] = {
        "here": "facts",
        "title": _("Facts"),
        "next_url": reverse("pyramid", args=[pk]),
        "instrument": instrument,
    }
    return part_page(request, assessment, facts_part(instrument), "facts.html", about)


@read_or_write
@login_required
def pyramid_page(request: HttpRequest, pk: UUID) -> HttpResponse:
    assessment = load_for(request, pk)
    instrument = instrument_of(assessment)
    about: dict[str, object] = {
        "here": "pyramid",
        "title": _("Pyramid"),
        "next_url": reverse("assessment", args=[pk]),
        "instrument": instrument,
        "bars": pyramid_bars(instrument, ratings_of(assessment)),
        "attribution": attributions.PYRAMID,
    }
    return part_page(request, assessment, pyramid_part(instrument), "pyramid.html", about)


@require_safe
@login_required
def pyramid_drawing(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The drawing by itself, as a file."""
    assessment = assessment_for(request, pk, Role.VIEWER)
    instrument = instrument_of(assessment)
    context = {"bars": pyramid_bars(instrument, ratings_of(assessment)), "standalone": True}
    return render(request, "assessment/_pyramid.svg", context, content_type="image/svg+xml")


def ratings_of(assessment: Assessment) -> dict[str, str]:
    return dict(assessment.pyramid_layers.values_list("code", "rating"))


def load_for(request: HttpRequest, pk: UUID) -> Assessment:
    return assessment_for(request, pk, Role.EDITOR if request.method == "POST" else Role.VIEWER)


def part_page(
    request: HttpRequest,
    assessment: Assessment,
    part: OwnPartSection,
    template: str,
    about: dict[str, object],
) -> HttpResponse:
    """Any part: read, written, sent back with its faults, or with somebody else's text."""
    if request.method != "POST":
        return entries_page(request, assessment, template, part.forms(assessment), about)
    forms = part.forms(assessment, request.POST)
    if not all(form.is_valid() for form in forms):
        return entries_page(request, assessment, template, forms, about, status=422)
    if "settling" in request.POST:
        choices = clash_choices(request.POST, forms)
        if not all(choice.is_valid() for choice in choices.values()):
            clashes = [clash(part, request.POST, f.entry, choices[f.entry.code]) for f in forms]
            return clash_page(request, assessment, clashes, about, status=422)
        forms = [form for form in forms if not kept_theirs(choices[form.entry.code])]
    return save_part(request, assessment, part, forms, template, about)


def save_part(
    request: HttpRequest,
    assessment: Assessment,
    part: OwnPartSection,
    forms: list[EntryForm],
    template: str,
    about: dict[str, object],
) -> HttpResponse:
    touched = sum(not form.untouched for form in forms)
    try:
        found = save_each(part, assessment, forms, signed_in(request))
    except Refusal as refusal:  # closed in the meantime: what was typed can still be copied
        messages.warning(request, str(refusal))
        return entries_page(request, assessment, template, forms, about, status=409)
    if found:
        clashes = [clash(part, request.POST, theirs) for _form, theirs in found]
        return clash_page(request, assessment, clashes, about, status=409)
    messages.success(request, saved_sentence(touched))
    return redirect(destination(request, part, about))


def destination(request: HttpRequest, part: OwnPartSection, about: dict[str, object]) -> str:
    """Back to the entry whose button was pressed, or on to the next page."""
    move = request.POST.get("move", "")
    if move in part.codes:
        return f"{request.path}#{move}"
    return str(about["next_url"]) if move == "next" else request.path


def entries_page(
    request: HttpRequest,
    assessment: Assessment,
    template: str,
    forms: list[EntryForm],
    about: dict[str, object],
    status: int = 200,
) -> HttpResponse:
    may_write = has_role(request, Role.EDITOR) and own_part.can_be_said(assessment)
    waiting = waiting_by_code(assessment, [form.entry.code for form in forms])
    for form in forms:
        form.before = waiting.get(form.entry.code)
    about |= {
        "forms": forms,
        "form": next((form for form in forms if form.errors), None),
        "read": [(form, entry_lines(form, said_by(form.entry, form))) for form in forms],
        "may_write": may_write or bool(forms and forms[0].is_bound),
    }
    return show_assessment_page(request, template, assessment, status=status, **about)


def clash_page(
    request: HttpRequest,
    assessment: Assessment,
    clashes: list[Clash],
    about: dict[str, object],
    status: int,
) -> HttpResponse:
    faulty = next((found.choice for found in clashes if found.choice.errors), None)
    about |= {"clashes": clashes, "form": faulty}
    return show_assessment_page(request, "clash.html", assessment, status=status, **about)


@require_safe
@login_required
def own_part_history(request: HttpRequest, pk: UUID, code: str) -> HttpResponse:
    """Who changed an entry, when, and what it said before."""
    assessment = assessment_for(request, pk, Role.VIEWER)
    part = part_of(instrument_of(assessment), code)
    if part is None:
        raise Http404
    form = part.make(None, part.model(code=code))
    rows = OwnPartChange.objects.filter(assessment=assessment, code=code).select_related("who")
    changes = [
        {
            "change": row,
            "before": entry_lines(form, row.before),
            "after": entry_lines(form, row.after),
        }
        for row in rows.order_by("-pk")[:CHANGES_SHOWN]
    ]
    title = _("History of %(code)s") % {"code": code}
    return show_assessment_page(
        request, "history.html", assessment, asked=form, code=code, changes=changes, title=title
    )
