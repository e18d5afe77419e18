"""A trust's programmes side by side, for its own people: own results, own k, nobody's consent."""

from collections.abc import Container, Iterator
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from assessment.listing import Listed, listed_with_next_steps
from assessment.method.numbers import two_decimals
from assessment.method.results import About
from organisations.access import membership_of, organisation_for
from organisations.crumbs import organisation_crumbs
from organisations.models import Organisation, Programme, Role
from reports.closed_assessments import latest_of
from reports.kept_charts import kept_chart
from reports.programmes import standing_beside
from reports.programmes.programmes_chart import PROGRAMMES_CHARTS
from reports.programmes.standing_beside import Beside, Latest, Programmes, Table
from reports.sending import CSV, attachment, sent
from reports.spreadsheet.csv_text import Value, written

FILE = "programmes.csv"


@require_safe
@login_required
def side_by_side(request: HttpRequest, pk: UUID) -> HttpResponse:
    organisation = organisation_for(request, pk, Role.VIEWER)
    every = by_name(organisation)
    found = closed_ones(organisation, every)
    context = {
        "programmes": every,
        "table": standing_beside.table(found, get_language()) if found else None,
        "waiting": waiting(request, every, found),
        "file": FILE,
        "crumbs": organisation_crumbs(organisation, (_("Programmes side by side"), "")),
    }
    return render(request, "reports/side_by_side.html", context)


def by_name(organisation: Organisation) -> list[Programme]:
    every = organisation.programmes.prefetch_related("assessments")
    return sorted(every, key=lambda one: one.name.casefold())


def closed_ones(organisation: Organisation, every: list[Programme]) -> Programmes:
    latest = latest_of(organisation)
    return tuple(Latest(p.pk, p.name, latest[p.pk]) for p in every if p.pk in latest)


def waiting(
    request: HttpRequest, every: list[Programme], found: Programmes
) -> list[tuple[Programme, Listed]]:
    """Programmes without a closed assessment, with what comes next in those they have."""
    role = Role(membership_of(request).role)
    closed = {one.programme for one in found}
    left = [one for one in every if one.pk not in closed]
    steps = dict(listed_with_next_steps((a for one in left for a in one.assessments.all()), role))
    return [(one, [(a, steps[a]) for a in one.assessments.all()]) for one in left]


@require_safe
@login_required
def side_by_side_chart(request: HttpRequest, pk: UUID, name: str, kind: str) -> HttpResponse:
    organisation = organisation_for(request, pk, Role.VIEWER)
    found = found_for(organisation, name, PROGRAMMES_CHARTS)
    chart = kept_chart(standing_beside.table(found, get_language()).pictures[name])
    return sent(request, chart, about(organisation, found), f"{name}.{kind}")


@require_safe
@login_required
def side_by_side_file(request: HttpRequest, pk: UUID, name: str) -> HttpResponse:
    organisation = organisation_for(request, pk, Role.VIEWER)
    found = found_for(organisation, name, (FILE,))
    content = table_csv(standing_beside.table(found, get_language()))
    return attachment(content, about(organisation, found), name, CSV)


def found_for(organisation: Organisation, name: str, there_are: Container[str]) -> Programmes:
    """404 for another name, and where no programme has a closed assessment."""
    found = closed_ones(organisation, by_name(organisation)) if name in there_are else ()
    if not found:
        raise Http404
    return found


def about(organisation: Organisation, found: Programmes) -> About:
    """What a file is named after."""
    last = max(one.closed.closed for one in found)
    return About(organisation=organisation.name, closed=last)


def table_csv(table: Table) -> bytes:
    """A row a programme, by name; a column a principle, with its level in words."""
    heads = [
        *("programme", "assessment", "closed", "form", "questions", "k", "confidence"),
        *("profile", "marks", "ESSENCE", "FORMAL", "ROOTED", "present"),
        *(principle.code for principle in table.instrument.principles),
    ]
    return written(heads, (list(csv_row(one)) for one in table.programmes))


def csv_row(one: Beside) -> Iterator[Value]:
    marked, closed = one.marked, one.latest.closed
    about, found = marked.results.about, marked.structure
    yield from (one.latest.name, closed.name, closed.closed, str(about.length))
    yield from (marked.results.instrument.version, about.k, str(marked.confidence))
    yield from (str(found.profile), "; ".join(one.marks))
    yield from map(two_decimals, (found.essence, found.formal, found.rooted))
    yield "; ".join(one.present)
    yield from (mark.standing for mark in marked.principles.values())
