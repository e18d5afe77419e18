"""A published round that is open to everybody, set beside the report of any assessment.

By its address on this site, or by its comparison.json, whichever site that is from. Own figures in
a file are left behind.
"""

from urllib.parse import urlsplit
from uuid import UUID

from django.conf import settings
from django.urls import Resolver404, resolve
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from assessment.instruments import find
from assessment.method import Marked
from assessment.models import Assessment
from comparing.looking import look_of_anybody
from comparing.method.alike import alike
from comparing.method.comparison_document import (
    ComparisonError,
    Headed,
    Json,
    headed_in,
    published_document,
    published_in,
    read_comparison,
)
from comparing.method.members import ComparedMember, figures_in
from comparing.method.seen import SeenPublished
from comparing.models import Reference, Round
from organisations.refusal import Refusal
from organisations.text_rule import unwritable
from questions import Instrument, InstrumentError

LONGEST_NAME = 350  # of a round and its collaboration together
ROUTES = ("open_round", "open_round_file")
NOWHERE = gettext_lazy("There is no published round at this address that everybody may read.")


def document_at(address: str, *, host: str) -> Json:
    """Of an open round of this site; ``host``: as whoever asks has reached it."""
    try:
        parts = urlsplit(address.strip())
    except ValueError as error:
        raise Refusal(str(NOWHERE)) from error
    if parts.netloc and parts.netloc not in (host, urlsplit(settings.SITE_URL or "").netloc):
        raise Refusal(
            _("This is the address of another site. Download its comparison.json and choose that.")
        )
    round_ = round_at(parts.path)
    seen = look_of_anybody(round_).seen if round_ else None
    if not isinstance(seen, SeenPublished):
        raise Refusal(str(NOWHERE))
    return seen.document()


def round_at(path: str) -> Round | None:
    try:
        found = resolve(path)
    except Resolver404:
        return None
    if found.url_name not in ROUTES:
        return None
    pk: UUID = found.kwargs["pk"]
    return Round.objects.select_related("collaboration").filter(pk=pk).first()


def document_in(text: str) -> Json:
    """Of a file; all of it is read, and nothing else of it is kept."""
    try:
        found = read_comparison(text)
        headed = headed_in(found)
        published = published_in(found, find(str(found.get("instrument"))))
    except (ComparisonError, InstrumentError) as error:
        raise Refusal(_("This file cannot be used: %(why)s.") % {"why": str(error)}) from error
    if len(headed.name) > LONGEST_NAME or unwritable(headed.name):
        raise Refusal(_("This file cannot be used: its name is too long or cannot be written."))
    if published.members is None:
        raise Refusal(_("This file cannot be used: too few shared, so it publishes nothing."))
    return published_document(published, Headed(name=headed.name, last_day=headed.last_day))


def require_fitting(document: Json, asked: Instrument) -> None:
    """Refused where the round is over, or was asked other questions than the report."""
    last_day = headed_in(document).last_day
    if last_day is not None and last_day < timezone.localdate():
        raise Refusal(_("The last day of this round has passed: nothing of it is shown any more."))
    if not alike(find(document["instrument"]), asked):
        raise Refusal(_("This round asked other questions than this report."))


def seen_beside(assessment: Assessment, marked: Marked) -> SeenPublished | None:
    """What its report is set beside today, with the report's own figures; one query."""
    reference = Reference.objects.filter(assessment=assessment).first()
    if reference is None:
        return None
    if reference.last_day is not None and reference.last_day < timezone.localdate():
        return None
    headed, about = headed_in(reference.document), marked.results.about
    own = ComparedMember(
        organisation=about.organisation, programme=about.programme, figures=figures_in(marked)
    )
    return SeenPublished(
        title=headed.name,
        last_day=headed.last_day,
        published=published_in(reference.document, find(reference.document["instrument"])),
        own=own,
    )
