"""A chart as a file: pages show it as a picture, people save it."""

import gzip
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from assessment.method.results import About
from organisations.models import Role
from reports.charts import CHARTS
from reports.kept import KeptChart, chart_of, kept_of
from reports.pages.guard import closed_for, once_closed
from reports.pages.packing import takes_gzip
from reports.pages.sending import attachment

TYPES = {"svg": "image/svg+xml", "png": "image/png"}


@require_safe
@login_required
@once_closed
def report_chart(request: HttpRequest, pk: UUID, name: str, kind: str) -> HttpResponse:
    assessment = closed_for(request, pk, Role.VIEWER)
    if name not in CHARTS:
        raise Http404
    about = kept_of(assessment.report).marked.results.about
    return sent(request, chart_of(assessment.report, name), about, f"{name}.{kind}")


def sent(request: HttpRequest, chart: KeptChart, about: About, name: str) -> HttpResponse:
    """Compressed, where it is an SVG, for those who take it; ``name`` ends with its kind."""
    kind = name.rpartition(".")[2]
    content = chart.png if kind == "png" else chart.svg
    packed = kind == "svg" and takes_gzip(request)
    if kind == "svg" and not packed:
        content = gzip.decompress(content)
    response = attachment(content, about, name, TYPES[kind])
    if kind == "svg":
        patch_vary_headers(response, ["Accept-Encoding"])
    if packed:
        response["Content-Encoding"] = "gzip"
    return response
