"""A chart as a file: pages show it as a picture, people save it."""

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from organisations.models import Role
from reports.kept import kept_of
from reports.kept_charts import kept_chart
from reports.one.charts import CHARTS
from reports.one.pages.closed_guard import closed_for, once_closed
from reports.sending import sent


@require_safe
@login_required
@once_closed
def report_chart(request: HttpRequest, pk: UUID, name: str, kind: str) -> HttpResponse:
    assessment = closed_for(request, pk, Role.VIEWER)
    if name not in CHARTS:
        raise Http404
    marked = kept_of(assessment.report).marked
    chart = kept_chart(CHARTS[name].of(marked))
    return sent(request, chart, marked.results.about, f"{name}.{kind}")
