"""One screen for a trust: every programme with its state, days, own part and actions."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.db.models import Count, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from assessment.instruments import instrument_of
from assessment.method.results import About
from assessment.models import ActionStatus, Assessment, PlannedAction, State
from assessment.next_steps import is_overdue
from assessment.own_part import FactCheck, PyramidLayer, StandardRating
from operations.calendar_days import CalendarDay, calendar
from organisations.access import organisation_for
from organisations.crumbs import organisation_crumbs
from organisations.models import Organisation, Programme, Role
from organisations.text_rule import unwritable
from reports.publications import CSV, Publication
from reports.sending import file_links, publication_named, send
from reports.spreadsheet.csv_text import Value, written

AHEAD = (ActionStatus.PLANNED, ActionStatus.UNDER_WAY)
ICS = "text/calendar; charset=utf-8"
LONGEST_SEARCH = 100


@dataclass(frozen=True, slots=True)
class ProgrammeRow:
    """``latest``: the one begun last, None where there is none; ``own_part``: how much of it is
    said, in words; ``ahead`` and ``overdue``: of what is planned or under way, how many."""

    programme: Programme
    latest: Assessment | None
    own_part: str
    day_passed: bool
    ahead: int
    overdue: int


@require_safe
@login_required
def all_programmes(request: HttpRequest, pk: UUID) -> HttpResponse:
    """``?q=`` finds programmes by name."""
    organisation, sought = organisation_for(request, pk, Role.VIEWER), searched(request)
    context = {
        "organisation": organisation,
        "rows": list(programme_rows(organisation, sought, timezone.localdate())),
        "sought": sought,
        "files": file_links(
            TRUST_PUBLICATIONS, lambda name: reverse("all_programmes_file", args=[pk, name])
        ),
        "crumbs": organisation_crumbs(organisation, (_("All programmes"), "")),
    }
    return render(request, "operations/all_programmes.html", context)


def searched(request: HttpRequest) -> str:
    """Nothing where no name can hold it: PostgreSQL refuses to look for some characters."""
    sought = request.GET.get("q", "").strip()[:LONGEST_SEARCH]
    return "" if unwritable(sought) else sought


def programme_rows(organisation: Organisation, sought: str, today: date) -> Iterator[ProgrammeRow]:
    """Three queries for any number of programmes."""
    programmes = organisation.programmes.filter(archived_at=None, name__icontains=sought)
    latest, actions = latest_of(organisation), actions_of(organisation, today)
    for programme in programmes.order_by("name"):
        found = latest.get(programme.pk)
        ahead, overdue = actions.get(programme.pk, (0, 0))
        yield ProgrammeRow(
            programme,
            found,
            said_of(found) if found else "",
            day_passed=found is not None and is_overdue(found, today),
            ahead=ahead,
            overdue=overdue,
        )


def latest_of(organisation: Organisation) -> Mapping[UUID, Any]:
    """By programme, with how many entries of the own part say something."""
    every = Assessment.objects.filter(programme__organisation=organisation)
    said = every.annotate(
        standards_said=number_of(StandardRating.objects.exclude(rating="")),
        facts_said=number_of(FactCheck.objects.exclude(answer="")),
        layers_said=number_of(PyramidLayer.objects.exclude(rating="")),
    )
    texts = ("welcome", "privacy_notice")
    return {one.programme_id: one for one in said.defer(*texts).order_by("created")}


def number_of(entries: QuerySet[Any]) -> Coalesce:
    """Of an assessment, as a column."""
    rows = entries.filter(assessment=OuterRef("pk")).order_by().values("assessment")
    number = rows.annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(number, output_field=IntegerField()), 0)


def said_of(found: Any) -> str:
    instrument = instrument_of(found)
    said = found.standards_said + found.facts_said + found.layers_said
    every = len(instrument.standards) + len(instrument.facts) + len(instrument.layers)
    return _("%(said)d of %(every)d") % {"said": said, "every": every}


def actions_of(organisation: Organisation, today: date) -> dict[UUID, tuple[int, int]]:
    """By programme: how many are ahead, and how many of those are overdue."""
    counted = ahead_of(organisation).order_by().values_list("assessment__programme")
    rows = counted.annotate(Count("pk"), overdue=Count("pk", filter=Q(due__lt=today)))
    return {programme: (ahead, overdue) for programme, ahead, overdue in rows}


def ahead_of(organisation: Organisation) -> QuerySet[PlannedAction]:
    return actions_that_count(organisation).filter(status__in=AHEAD)


def actions_that_count(organisation: Organisation) -> QuerySet[PlannedAction]:
    """Of every programme that is not archived; none of a trial."""
    return PlannedAction.objects.filter(
        assessment__programme__organisation=organisation,
        assessment__programme__archived_at=None,
        assessment__trial=False,
    )


@dataclass(frozen=True, slots=True)
class ActionRow:
    action: PlannedAction
    overdue: bool


@require_safe
@login_required
def all_actions(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Across programmes, the nearest day first. ``?q=`` finds words, people and programmes;
    ``?done=yes`` shows what is done or dropped too."""
    organisation, sought = organisation_for(request, pk, Role.VIEWER), searched(request)
    everything, today = request.GET.get("done") == "yes", timezone.localdate()
    found = actions_that_count(organisation) if everything else ahead_of(organisation)
    if sought:
        found = found.filter(
            Q(text__icontains=sought)
            | Q(owner__icontains=sought)
            | Q(assessment__programme__name__icontains=sought)
        )
    context = {
        "organisation": organisation,
        "rows": [ActionRow(one, is_late(one, today)) for one in in_order(found)],
        "sought": sought,
        "everything": everything,
        "crumbs": organisation_crumbs(organisation, (_("All actions"), "")),
    }
    return render(request, "operations/all_actions.html", context)


def in_order(actions: QuerySet[PlannedAction]) -> list[PlannedAction]:
    """The nearest day first, those without a day last."""
    found = actions.select_related("assessment__programme")
    return sorted(found, key=lambda one: (one.due or date.max, one.pk))


def is_late(action: PlannedAction, today: date) -> bool:
    return action.status in AHEAD and action.due is not None and action.due < today


@require_safe
@login_required
def all_programmes_file(request: HttpRequest, pk: UUID, name: str) -> HttpResponse:
    organisation = organisation_for(request, pk, Role.VIEWER)
    publication = publication_named(TRUST_PUBLICATIONS, name)
    about = About(organisation=organisation.name, closed=timezone.localdate())
    return send(request, publication, organisation, about)


def days_of(organisation: Organisation) -> Iterator[CalendarDay]:
    """Of what is open, when it closes; of what is planned or under way, when it is due."""
    closing = Assessment.objects.filter(
        programme__organisation=organisation, state=State.OPEN, closes_on__isnull=False
    )
    for one in closing.select_related("programme").order_by("closes_on", "pk"):
        assert one.closes_on is not None
        words = _("%(programme)s: %(name)s closes") % {"programme": one.programme, "name": one}
        yield CalendarDay(f"closes-{one.pk}@essence", one.closes_on, words)
    for action in in_order(ahead_of(organisation).filter(due__isnull=False)):
        assert action.due is not None
        told = {"programme": action.assessment.programme, "text": action.text}
        words = _("%(programme)s: due: %(text)s") % told
        yield CalendarDay(f"due-{action.pk}@essence", action.due, words)


def days_file(organisation: Organisation) -> bytes:
    return calendar(organisation.name, days_of(organisation), datetime.now(UTC))


def actions_csv(organisation: Organisation) -> bytes:
    heads = ("programme", "assessment", "what", "who", "due", "status")
    return written(heads, map(action_cells, in_order(actions_that_count(organisation))))


def action_cells(one: PlannedAction) -> list[Value]:
    return [
        *(one.assessment.programme.name, one.assessment.name, one.text, one.owner),
        *(one.due, str(ActionStatus(one.status).label)),
    ]


TRUST_PUBLICATIONS = (
    Publication("days.ics", ICS, gettext_lazy("The days, for a calendar"), days_file),
    Publication("actions.csv", CSV, gettext_lazy("Every action of every programme"), actions_csv),
)
