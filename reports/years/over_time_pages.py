"""One programme over time: two closed assessments compared, and the line over all of them."""

from urllib.parse import urlencode
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from assessment.method.results import About
from organisations.access import programme_for
from organisations.crumbs import programme_crumbs
from organisations.models import Programme, Role
from reports.actions.forms import ThenAndNowForm
from reports.actions.plan import by_status, taken_of
from reports.closed_assessments import Pair, closed_assessments_of, of_one_method
from reports.sending import file_links, publication_named, send
from reports.wording.over_time_said import NOTHING_COMPARED
from reports.years.choosing import Story, events_of
from reports.years.over_time_publications import OVER_TIME_PUBLICATIONS
from reports.years.told import told_over_time


@require_safe
@login_required
def over_time(request: HttpRequest, pk: UUID) -> HttpResponse:
    """``?before=...&after=...`` chooses the two; a wrong choice shows the last two and says so."""
    programme = programme_for(request, pk, Role.VIEWER)
    assessments, apart = of_one_method(closed_assessments_of(programme))
    context = {
        "programme": programme,
        "assessments": assessments,
        "apart": apart,
        "crumbs": programme_crumbs(programme, (_("Over time"), "")),
    }
    if len(assessments) < 2:
        return render(request, "reports/over_time_not_yet.html", context)
    form = ThenAndNowForm.asked(request.GET, assessments)
    context |= page(programme, form, Story(assessments, form.pair(), events_of(programme)))
    status = 422 if form.errors else 200
    return render(request, "reports/over_time.html", context, status=status)


def page(programme: Programme, form: ThenAndNowForm, story: Story) -> dict[str, object]:
    found, chosen = told_over_time(story, get_language()), query(story.pair)

    def address(name: str) -> str:
        return f"{reverse('over_time_file', args=[programme.pk, name])}?{chosen}"

    taken = taken_of([one.assessment for one in story.planned_in])
    return {
        "form": form,
        "story": story,
        "told": found,
        "pictures": {name.replace("-", "_"): one for name, one in found.pictures.items()},
        "nothing_compared": NOTHING_COMPARED,
        "query": chosen,
        "taken": by_status(taken, found.instrument),
        "files": file_links(OVER_TIME_PUBLICATIONS, address),
    }


def query(pair: Pair) -> str:
    """What chooses the two in the address of a chart or file."""
    then, now = pair
    return urlencode({"before": then.assessment, "after": now.assessment})


@require_safe
@login_required
def over_time_file(request: HttpRequest, pk: UUID, name: str) -> HttpResponse:
    programme = programme_for(request, pk, Role.VIEWER)
    publication = publication_named(OVER_TIME_PUBLICATIONS, name)
    story = story_for(request, programme)
    return send(
        request,
        publication,
        told_over_time(story, get_language()),
        over_time_about(programme, story),
    )


def story_for(request: HttpRequest, programme: Programme) -> Story:
    """For a chart or a file, of which there is none of a wrong choice."""
    assessments, _apart = of_one_method(closed_assessments_of(programme))
    if len(assessments) < 2:
        raise Http404
    form = ThenAndNowForm.asked(request.GET, assessments)
    if form.errors:
        raise Http404
    return Story(assessments, form.pair(), events_of(programme))


def over_time_about(programme: Programme, story: Story) -> About:
    """What a file is named after."""
    _then, now = story.pair
    organisation = programme.organisation.name
    return About(organisation=organisation, programme=programme.name, closed=now.closed)
