"""A chart as a file: pages show it as a picture, people save it."""

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from assessment.models import ClosedReport
from organisations.models import Role
from reports.kept import kept_of
from reports.kept_charts import KeptChart, kept_chart
from reports.one import charts
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
    about = kept_of(assessment.report).marked.results.about
    return sent(request, chart_of(assessment.report, name), about, f"{name}.{kind}")


def chart_of(report: ClosedReport, name: str) -> KeptChart:
    """One of ``charts.CHARTS``."""
    of = f"{report.pk}:{report.created:%Y%m%d%H%M%S%f}:{name}"
    return kept_chart(of, lambda: charts.draw(kept_of(report).marked, name))
