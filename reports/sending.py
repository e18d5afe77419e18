"""A file of a subject on its way: to be saved, never opened in the site's own name."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers
from django.utils.functional import Promise
from django.utils.http import content_disposition_header
from django.utils.text import slugify

from assessment.method.results import About
from organisations.access import signed_in
from organisations.parties.log import record_if_possible
from reports.drawing.chart import Picture
from reports.kept_charts import KeptChart, kept_chart
from reports.packing import takes_gzip
from reports.publications import PICTURES, Publication, finished
from reports.wording.about_said import names

LONGEST_PART = 40  # characters of each name in a file's name: three fit any file system

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class FileLink:
    address: str
    name: str
    words: str | Promise


def file_links(
    publications: Sequence[Publication[T]], address: Callable[[str], str]
) -> list[FileLink]:
    """What a page lists; pictures have their links beside them."""
    listed = (one for one in publications if not one.is_picture)
    return [FileLink(address(one.name), one.name, one.words) for one in listed]


def publication_named(publications: Sequence[Publication[T]], name: str) -> Publication[T]:
    for one in publications:
        if one.name == name:
            return one
    raise Http404


def send(
    request: HttpRequest,
    publication: Publication[T],
    of: T,
    about: About,
    draw: Callable[[Picture], KeptChart] = kept_chart,
) -> HttpResponse:
    """``about`` is what the file's name is made of."""
    note_download(request, publication, about)
    made = publication.make(of)
    if isinstance(made, Picture) and publication.content_type == PICTURES["svg"]:
        return svg_attachment(request, draw(made), about, publication.name)
    content = finished(publication.name, made, draw)
    return attachment(content, about, publication.name, publication.content_type)


def note_download(request: HttpRequest, publication: Publication[T], about: About) -> None:
    """For the party whose member asks. Not of an SVG: pages show those themselves."""
    seat = getattr(request, "seat", None)
    if seat and request.method == "GET" and publication.content_type != PICTURES["svg"]:
        what = f"downloaded {file_name(about, publication.name)}"
        record_if_possible(party=seat.party, who=signed_in(request), what=what)


def svg_attachment(request: HttpRequest, chart: KeptChart, about: About, name: str) -> HttpResponse:
    """Compressed, as it is kept, for those who take it."""
    packed = takes_gzip(request)
    response = attachment(chart.packed if packed else chart.svg, about, name, PICTURES["svg"])
    patch_vary_headers(response, ["Accept-Encoding"])
    if packed:
        response["Content-Encoding"] = "gzip"
    return response


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
    parts = [slugify(part)[:LONGEST_PART] for part in (*names(about), day)]
    return "-".join(filter(None, [*parts, name]))
