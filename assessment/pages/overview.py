"""The page of an assessment: how it stands, what is done, what comes next."""

from collections.abc import Sized
from typing import NamedTuple
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from assessment.access import assessment_for
from assessment.counts import Count, counted_in_words, counts, shown_of
from assessment.drafts import find_of_room
from assessment.forms.setting_up import ExtendForm
from assessment.instruments import instrument_of, items_asked
from assessment.models import Assessment
from assessment.next_steps import SeenClosely, is_overdue, next_step_here, rated_so_far
from assessment.pages.frame import first_standards, show_assessment_page
from assessment.pages.mending import changes_of
from assessment.readiness import gaps, panel_would_count
from assessment.steps import own_part, setting_up, together
from organisations.access import membership_of, signed_in
from organisations.models import Role
from organisations.refusal import taken
from questions import Instrument


class AskedPerspective(NamedTuple):
    """A perspective by name, and its count in words."""

    name: str
    so_far: Count
    words: str


class OwnPartLink(NamedTuple):
    """Of what the organisation says itself: its page, and how far it is."""

    name: str
    url: str
    so_far: str


@require_safe
@login_required
def assessment(request: HttpRequest, pk: UUID) -> HttpResponse:
    found = assessment_for(request, pk, Role.VIEWER)
    return overview_page(request, found, ExtendForm(initial={"closes_on": found.closes_on}))


@require_POST
@login_required
def extend_assessment(request: HttpRequest, pk: UUID) -> HttpResponse:
    found = assessment_for(request, pk, Role.OWNER)
    form = ExtendForm(request.POST)
    who = signed_in(request)
    if form.is_valid() and taken(
        lambda: setting_up.extend(assessment=found, closes_on=form.day(), who=who), form
    ):
        messages.success(request, _("The closing date is saved. People who answer see it at once."))
        return redirect("assessment", pk)
    return overview_page(request, found, form, status=422)


def overview_page(
    request: HttpRequest, found: Assessment, form: ExtendForm, status: int = 200
) -> HttpResponse:
    """The same number of queries however many have answered."""
    so_far, instrument = counts(found), instrument_of(found)
    draft = find_of_room(found) if found.together else None
    room = together.progress_of(draft, found) if found.together else None
    missing = gaps(found, [count.perspective for count in so_far])
    seen = SeenClosely(shown_of(so_far), tuple(missing), room)
    today, sayable = timezone.localdate(), own_part.can_be_said(found)
    return show_assessment_page(
        request,
        "overview.html",
        found,
        status=status,
        here="overview",
        asked=asked_perspectives(found, so_far),
        room=room,
        rated_so_far=rated_so_far(room) if room else "",
        panel=panel_words(found) if instrument.shape.panel in {c.code for c in so_far} else "",
        overdue=is_overdue(found, today),
        parts=own_parts(found, instrument),
        waiting=found.earlier_entries.count() if sayable else 0,
        statements=len(items_asked(found)),
        close_url=reverse("close", args=[found.pk]),
        code_words=draft.words.replace("-", " ") if draft else "",
        next=next_step_here(found, seen, Role(membership_of(request).role), today),
        form=form,
        changes=changes_of(found),
        own_part_open=sayable,
        private=any(not count.is_group for count in so_far),
        keeps=found.keeper_id == signed_in(request).pk,
    )


def asked_perspectives(found: Assessment, so_far: list[Count]) -> list[AskedPerspective]:
    instrument = instrument_of(found)
    return [
        AskedPerspective(
            instrument.name_of(count.code, mutual=found.mutual), count, counted_in_words(count)
        )
        for count in so_far
    ]


def panel_words(found: Assessment) -> str:
    """Who is in the panel, and what its view counts as."""
    people, lived = found.panel_people, found.panel_lived
    if people is None or lived is None:
        return _("The panel says when it rates how many of each side are in the room.")
    here = ngettext(
        "%(people)s person, %(lived)s with lived experience.",
        "%(people)s people, %(lived)s of them with lived experience.",
        people,
    ) % {"people": people, "lived": lived}
    if panel_would_count(found):
        return f"{here} {_('The panel counts as a view from lived experience.')}"
    too_few = _("That is too few of them for the panel to count as a view from lived experience.")
    return f"{here} {too_few}"


def own_parts(found: Assessment, instrument: Instrument) -> list[OwnPartLink]:
    done = own_part.how_far(found)
    return [
        OwnPartLink(
            _("Standards"),
            first_standards(found),
            _("%(done)s of %(all)s rated") % of(done.standards, instrument.standards),
        ),
        OwnPartLink(
            _("Facts about independence"),
            reverse("facts", args=[found.pk]),
            _("%(done)s of %(all)s answered") % of(done.facts, instrument.facts),
        ),
        OwnPartLink(
            _("Pyramid of peer support"),
            reverse("pyramid", args=[found.pk]),
            _("%(done)s of %(all)s layers rated") % of(done.layers, instrument.layers),
        ),
    ]


def of(done: Sized, every: Sized) -> dict[str, int]:
    return {"done": len(done), "all": len(every)}
