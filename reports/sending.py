"""A file of a report on its way: to be saved, never opened in the site's own name."""

import gzip

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers
from django.utils.http import content_disposition_header
from django.utils.text import slugify

from assessment.method.results import About
from reports.kept_charts import KeptChart
from reports.packing import takes_gzip

LONGEST_PART = 40  # characters of each name in a file's name: three fit any file system
CSV = "text/csv; charset=utf-8"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
TYPES = {"svg": "image/svg+xml", "png": "image/png"}


def attachment(content: bytes, about: About, name: str, content_type: str) -> HttpResponse:
    response = HttpResponse(content, content_type=content_type)
    disposition = content_disposition_header(as_attachment=True, filename=file_name(about, name))
    response["Content-Disposition"] = disposition or "attachment"
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "no-store"
    return response


def file_name(about: About, name: str) -> str:
    """'northfield-trust-community-peers-2026-11-20-report.xlsx': letters, digits and hyphens."""
    day = about.closed.isoformat() if about.closed else ""
    parts = [slugify(part)[:LONGEST_PART] for part in (about.organisation, about.programme, day)]
    return "-".join(filter(None, [*parts, name]))


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
