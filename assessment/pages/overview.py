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
from assessment.counts import Count, counts, in_words
from assessment.forms.setting_up import ExtendForm
from assessment.instruments import instrument_of, items_asked
from assessment.models import Assessment, State
from assessment.pages.frame import has_role, show_assessment_page
from assessment.readiness import Gap, gaps, panel_counts
from assessment.steps import setting_up, together
from assessment.steps.own_part import how_far
from assessment.steps.together import RoomProgress
from organisations.access import signed_in
from organisations.models import Role
from organisations.refusal import taken
from questions import Instrument


class Next(NamedTuple):
    """What comes next: a sentence and, where this person can do it, a button."""

    sentence: str
    url: str = ""
    label: str = ""


class AskedPerspective(NamedTuple):
    """A perspective by name, and its count in words."""

    name: str
    so_far: Count
    words: str


class Part(NamedTuple):
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
    room = together.room_progress(found) if found.together else None
    missing = gaps(found, [count.perspective for count in so_far])
    return show_assessment_page(
        request,
        "overview.html",
        found,
        status=status,
        here="overview",
        asked=asked_perspectives(found, so_far),
        room=room,
        panel=panel_words(found) if instrument.shape.panel in {c.code for c in so_far} else "",
        overdue=bool(found.closes_on and found.closes_on < timezone.localdate()),
        parts=own_parts(found, instrument),
        statements=len(items_asked(found)),
        close_url=reverse("close", args=[found.pk]),
        code_words=found.together_code.replace("-", " "),
        next=next_of(request, found, missing, room, so_far),
        form=form,
    )


def asked_perspectives(found: Assessment, so_far: list[Count]) -> list[AskedPerspective]:
    instrument = instrument_of(found)
    return [
        AskedPerspective(
            instrument.name_of(count.code, mutual=found.mutual), count, in_words(count)
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
    if panel_counts(found):
        return f"{here} {_('The panel counts as a view from lived experience.')}"
    too_few = _("That is too few of them for the panel to count as a view from lived experience.")
    return f"{here} {too_few}"


def own_parts(found: Assessment, instrument: Instrument) -> list[Part]:
    done = how_far(found)
    return [
        Part(
            _("Standards"),
            reverse("standards", args=[found.pk, instrument.domains[0].code]),
            _("%(done)s of %(all)s rated") % of(done.standards, instrument.standards),
        ),
        Part(
            _("Facts about independence"),
            reverse("facts", args=[found.pk]),
            _("%(done)s of %(all)s answered") % of(done.facts, instrument.facts),
        ),
        Part(
            _("Pyramid of peer support"),
            reverse("pyramid", args=[found.pk]),
            _("%(done)s of %(all)s layers rated") % of(done.layers, instrument.layers),
        ),
    ]


def of(done: Sized, every: Sized) -> dict[str, int]:
    return {"done": len(done), "all": len(every)}


def next_of(
    request: HttpRequest,
    found: Assessment,
    missing: list[Gap],
    room: RoomProgress | None,
    so_far: list[Count],
) -> Next:
    if found.state == State.CLOSED:
        return next_of_closed(found)
    if not has_role(request, Role.EDITOR):
        return Next(_("There will be a report to read once it is closed."))
    if found.state == State.DRAFT:
        return next_of_draft(found, missing)
    owner = has_role(request, Role.OWNER)
    if room is not None:
        return suggest_for_room(found, room, owner=owner)
    return suggest_for_open(found, so_far, owner=owner)


def next_of_closed(found: Assessment) -> Next:
    sentence = _("It is closed: answers are deleted and only group figures are kept.")
    return Next(sentence, reverse("report", args=[found.pk]), _("Read the report"))


def next_of_draft(found: Assessment, missing: list[Gap]) -> Next:
    for gap in missing:
        if gap.needed:
            url = reverse("setup", args=[found.pk, gap.step])
            return Next(gap.sentence, url, _("Go on setting it up"))
    url = reverse("setup", args=[found.pk, "review"])
    return Next(_("Everything it needs is said."), url, _("Look it over and open it"))


def suggest_for_room(found: Assessment, room: RoomProgress, *, owner: bool) -> Next:
    """The twelve principles first; the rest is as they wish."""
    on = reverse("go_on_together", args=[found.pk])
    if not room.sent and room.all_rated:
        return Next(_("All twelve principles are rated."), on, _("Check them and send"))
    if not room.sent:
        sentence = _("%(rated)d of %(principles)d principles have a rating.") % {
            "rated": room.rated,
            "principles": room.principles,
        }
        return Next(sentence, on, _("Go on with the twelve principles"))
    wish = _("The twelve principles are rated. Standards, facts and pyramid are there if you wish.")
    if owner:
        return Next(wish, reverse("close", args=[found.pk]), _("Close it and read the report"))
    return Next(wish + " " + _("Then an owner of your team closes it."))


def suggest_for_open(found: Assessment, so_far: list[Count], *, owner: bool) -> Next:
    enough = sum(count.enough for count in so_far)
    links = reverse("links", args=[found.pk])
    if enough < len(so_far):
        sentence = _("%(enough)d of %(asked)d perspectives have enough answers so far.") % {
            "enough": enough,
            "asked": len(so_far),
        }
        return Next(sentence, links, _("Share the links"))
    sentence = _("Every perspective has enough answers.")
    if owner:
        return Next(sentence, reverse("close", args=[found.pk]), _("Close it, or wait for more"))
    return Next(
        sentence + " " + _("An owner of your team can close it."), links, _("See the links")
    )
