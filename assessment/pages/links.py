"""While it is open: links to share and their QR codes. What is printed: ``papers``."""

import io
from typing import NamedTuple
from uuid import UUID

import segno
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from assessment.access import assessment_for
from assessment.instruments import instrument_of
from assessment.method.results import Mode
from assessment.models import Assessment, Link, Perspective, State
from assessment.pages.frame import has_role, show_assessment_page
from assessment.respondent.wording_choice import Words
from organisations.addresses import is_local, whole_address
from organisations.models import Role


class SharedLink(NamedTuple):
    """A perspective with the whole address that its people are given."""

    perspective: Perspective
    name: str
    url: str

    @property
    def code(self) -> str:
        return self.perspective.code

    @property
    def is_group(self) -> bool:
        return self.perspective.mode == Mode.GROUP


@require_safe
@login_required
def links(request: HttpRequest, pk: UUID) -> HttpResponse:
    assessment = assessment_for(request, pk, Role.VIEWER)
    shared = []
    if shares_links(assessment):
        rows = Link.objects.filter(perspective__assessment=assessment)
        shared = [
            shared_link(request, assessment, row)
            for row in rows.select_related("perspective").order_by("perspective")
        ]
    title = _("Links and posters")
    return show_assessment_page(
        request,
        "links.html",
        assessment,
        here="links",
        title=title,
        shared=shared,
        is_local=is_local(request),
        may_type=has_role(request, Role.EDITOR),
        all_words=list(Words),
    )


def shares_links(assessment: Assessment) -> bool:
    """Rated together in one room, nobody else is asked."""
    return assessment.state == State.OPEN and not assessment.together


def shared_link(request: HttpRequest, assessment: Assessment, link: Link) -> SharedLink:
    name = instrument_of(assessment).name_of(link.perspective.code, mutual=assessment.mutual)
    return SharedLink(link.perspective, name, address_of(link, request))


def address_of(link: Link, request: HttpRequest) -> str:
    return whole_address(reverse("respond", args=[link.code]), request)


def link_for(request: HttpRequest, pk: UUID, perspective: str) -> tuple[Assessment, Link]:
    """The link of a perspective that is open for answers; 404 where there is none."""
    assessment = assessment_for(request, pk, Role.VIEWER)
    rows = Link.objects.filter(perspective__assessment=assessment, perspective__code=perspective)
    link = rows.select_related("perspective").first()
    if link is None or not shares_links(assessment):
        raise Http404
    link.perspective.assessment = assessment
    return assessment, link


@require_safe
@login_required
def qr(request: HttpRequest, pk: UUID, perspective: str) -> HttpResponse:
    _assessment, link = link_for(request, pk, perspective)
    drawn = io.BytesIO()
    code = segno.make(address_of(link, request), error="m", micro=False)
    code.save(drawn, kind="svg", scale=8, border=4, dark="#000", light="#fff", omitsize=True)
    return HttpResponse(drawn.getvalue(), content_type="image/svg+xml")


def asked_in(assessment: Assessment, code: str) -> tuple[Perspective, Link | None]:
    """A perspective of this assessment and its link; 404 where it is not asked."""
    perspective = assessment.perspectives.select_related("link").filter(code=code).first()
    if perspective is None:
        raise Http404
    perspective.assessment = assessment
    return perspective, getattr(perspective, "link", None)


def words_asked(request: HttpRequest) -> Words:
    return Words.read(request.GET.get("words", ""))
