"""Beginning from last time, and *still true?*: what was said before, to be decided one by one."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple
from uuid import UUID

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from assessment.access import assessment_for
from assessment.forms.last_time import CLEAR, STILL, AgainForm, StillTrueForm, TakeStandardsForm
from assessment.instruments import instrument_of
from assessment.models import Assessment, State
from assessment.own_part import EarlierEntry, FactCheck, StandardRating
from assessment.pages.frame import show_assessment_page
from assessment.pages.own_part_sections import EntryLine, entry_lines, part_of
from assessment.steps import last_time
from assessment.steps.own_part import can_be_said
from organisations.access import signed_in
from organisations.models import Programme, Role
from organisations.refusal import Refusal, taken


class Waiting(NamedTuple):
    """What was said of an entry before, as it reads, and where it can be said anew."""

    code: str
    heading: str
    lines: list[EntryLine]
    when: str
    url: str
    field: forms.BoundField | None = None


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def start_again(request: HttpRequest, pk: UUID) -> HttpResponse:
    earlier = assessment_for(request, pk, Role.EDITOR)
    if earlier.state != State.CLOSED:
        messages.warning(request, _("It is not closed yet: go on with this one."))
        return redirect("assessment", pk)
    if earlier.programme.archived_at is not None:
        return redirect("programme", earlier.programme_id)  # which says so
    if earlier.brought_in:
        return redirect("assessment", pk)  # which says what it is
    form = AgainForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        name, who = form.cleaned_data["name"], signed_in(request)
        made = last_time.start_from(earlier=earlier, name=name, who=who)
        messages.success(request, _("It is set up like last time. Look it over."))
        return redirect("setup", made.pk, "review")
    title, status = _("Start from this"), 422 if form.is_bound else 200
    return show_assessment_page(
        request, "again.html", earlier, status=status, title=title, form=form
    )


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def still_true(request: HttpRequest, pk: UUID) -> HttpResponse:
    found = assessment_for(request, pk, Role.EDITOR)
    rows = list(found.earlier_entries.all())
    data = request.POST if request.method == "POST" else None
    form = StillTrueForm(data, codes=[row.code for row in rows])
    if not form.is_valid():
        return still_true_page(request, found, form, rows, status=422 if form.is_bound else 200)
    try:
        decide(found, form, request)
    except Refusal as refusal:
        messages.warning(request, str(refusal))
    return redirect("still_true", pk)


def decide(found: Assessment, form: StillTrueForm, request: HttpRequest) -> None:
    who, still, cleared = signed_in(request), form.decided(STILL), form.decided(CLEAR)
    for code in still:
        last_time.confirm(assessment=found, code=code, who=who)
    for code in cleared:
        last_time.clear(assessment=found, code=code)
    words = _("Still true: %(still)d. Cleared: %(cleared)d.")
    messages.success(request, words % {"still": len(still), "cleared": len(cleared)})


@require_POST
@login_required
def take_standards(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What another programme says of its standards comes to be looked at here."""
    found = assessment_for(request, pk, Role.EDITOR)
    form = TakeStandardsForm(request.POST, sources=sources_for(found))
    if form.is_valid() and taken(lambda: take_from(request, found, form), form):
        return redirect("still_true", pk)
    rows = list(found.earlier_entries.all())
    empty = StillTrueForm(codes=[row.code for row in rows])
    return still_true_page(request, found, empty, rows, taking=form, status=422)


def take_from(request: HttpRequest, found: Assessment, form: TakeStandardsForm) -> None:
    source, who = form.source(), signed_in(request)
    if isinstance(source, Programme):
        number = last_time.bring_in_standards(assessment=found, programme=source, who=who)
        words = ngettext(
            "%(n)d standard of it can be looked at here.",
            "%(n)d standards of it can be looked at here.",
            number,
        )
    else:
        number = last_time.bring_in_own_part(assessment=found, earlier=source, who=who)
        words = ngettext(
            "%(n)d thing that it says can be looked at here.",
            "%(n)d things that it says can be looked at here.",
            number,
        )
    messages.success(request, words % {"n": number})


def still_true_page(
    request: HttpRequest,
    found: Assessment,
    form: StillTrueForm,
    rows: list[EarlierEntry],
    *,
    taking: TakeStandardsForm | None = None,
    status: int = 200,
) -> HttpResponse:
    others = sources_for(found)
    return show_assessment_page(
        request,
        "still_true.html",
        found,
        status=status,
        title=_("Still true?"),
        here="still_true",
        form=taking if taking and taking.errors else form,
        sections=list(sections(found, form, rows)),
        taking=taking or (TakeStandardsForm(sources=others) if others else None),
        open=can_be_said(found),
    )


def sections(
    found: Assessment, form: StillTrueForm, rows: Iterable[EarlierEntry]
) -> Iterator[tuple[str, list[Waiting]]]:
    """Standards, facts and pyramid, each with what waits of it, in the order of its pages."""
    waiting = {row.code: row for row in rows}
    names = {StandardRating: _("Standards"), FactCheck: _("Facts about independence")}
    for kind in last_time.SAID:
        codes = [code for code in last_time.codes_of(instrument_of(found), kind) if code in waiting]
        if codes:
            name = names.get(kind, _("Pyramid of peer support"))
            yield name, [waiting_of(found, waiting[code], form[code]) for code in codes]


def waiting_of(
    found: Assessment, row: EarlierEntry, field: forms.BoundField | None = None
) -> Waiting:
    part = part_of(instrument_of(found), row.code)
    assert part is not None  # what waits is of this instrument
    asked = part.make(None, part.model(code=row.code))
    lines = entry_lines(asked, row.said)
    return Waiting(row.code, asked.heading, lines, said_when(row), page_of(found, row.code), field)


def waiting_by_code(found: Assessment, codes: Sequence[str]) -> dict[str, Waiting]:
    """One query."""
    rows = found.earlier_entries.filter(code__in=codes)
    return {row.code: waiting_of(found, row) for row in rows}


def page_of(found: Assessment, code: str) -> str:
    """Where an entry is said anew."""
    instrument = instrument_of(found)
    standard = instrument.standard.get(code)
    if standard is not None:
        return f"{reverse('standards', args=[found.pk, standard.domain])}#{code}"
    return f"{reverse('facts' if code in instrument.fact else 'pyramid', args=[found.pk])}#{code}"


def said_when(row: EarlierEntry) -> str:
    """'Said 11 months ago, on 3 January 2026, by Crisis house.'"""
    words = {"ago": ago(row.said_on), "day": f"{row.said_on:%-d %B %Y}", "where": row.said_in}
    if row.said_in:
        return _("Said %(ago)s, on %(day)s, by %(where)s.") % words
    return _("Said %(ago)s, on %(day)s.") % words


MONTH = 30.44  # days


def ago(day: date) -> str:
    months = int((timezone.localdate() - day).days / MONTH)
    if months < 1:
        return _("less than a month ago")
    return ngettext("%(n)d month ago", "%(n)d months ago", months) % {"n": months}


def sources_for(found: Assessment) -> list[Programme | Assessment]:
    """Other programmes of the organisation, then what was brought into this one."""
    others = found.programme.organisation.programmes.order_by("name")
    brought = found.programme.assessments.filter(brought_in=True).order_by("-closed_at")
    return [*others.exclude(pk=found.programme_id), *brought]
