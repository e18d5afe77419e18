"""A file of a report on its way: to be saved, never opened in the site's own name."""

from django.http import HttpResponse
from django.utils.http import content_disposition_header
from django.utils.text import slugify

from assessment.method.results import About

LONGEST_PART = 40


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
