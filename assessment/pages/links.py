"""While it is open: links to share, posters and questionnaires to print, and a preview."""

import io
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import urlencode
from uuid import UUID

import segno
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from assessment.access import assessment_for
from assessment.asked import fewest_of
from assessment.instruments import instrument_of
from assessment.method.results import Mode
from assessment.models import Assessment, Link, Perspective, State
from assessment.pages.frame import show_assessment_page
from assessment.promises import how_long, promises
from assessment.respondent.answer_forms import item_text
from assessment.respondent.pages import items_of
from assessment.respondent.wording_choice import Words
from organisations.addresses import whole_address
from organisations.models import Role
from organisations.support_lines import support_lines
from questions import Instrument, Kind, Length
from questions.entries import Item, Principle


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
        request, "links.html", assessment, here="links", title=title, shared=shared
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


@require_safe
@login_required
def poster(request: HttpRequest, pk: UUID, perspective: str) -> HttpResponse:
    assessment, link = link_for(request, pk, perspective)
    shared = shared_link(request, assessment, link)
    return show_assessment_page(
        request,
        "poster.html",
        assessment,
        shared=shared,
        who=instrument_of(assessment).perspective[perspective].who,
        k=fewest_of(link.perspective),
        how_long=how_long(Length(assessment.length)),
    )


class PaperStatement(NamedTuple):
    code: str
    text: str
    plain: str


class PaperPage(NamedTuple):
    """A principle on paper, its statements in the instrument's order."""

    principle: Principle
    practice: list[PaperStatement]
    warnings: list[PaperStatement]


@require_safe
@login_required
def questionnaire(request: HttpRequest, pk: UUID, perspective: str) -> HttpResponse:
    """To print on A4; ``?size=large`` in large print, ``?words=shorter`` in shorter words."""
    assessment = assessment_for(request, pk, Role.VIEWER)
    asked, link = asked_in(assessment, perspective)
    instrument = instrument_of(assessment)
    large, words = request.GET.get("size") == "large", words_asked(request)
    shared = None
    if link is not None and shares_links(assessment):
        shared = shared_link(request, assessment, link)
    return show_assessment_page(
        request,
        "questionnaire.html",
        assessment,
        perspective=asked,
        name=instrument.name_of(perspective, mutual=assessment.mutual),
        who=instrument.perspective[perspective].who,
        is_group=asked.mode == Mode.GROUP,
        instrument=instrument,
        pages=paper_pages(assessment, instrument, perspective, words),
        large=large,
        other_ways=other_ways(words, large=large),
        back_url=reverse("links" if shared else "assessment", args=[pk]),
        shared=shared,
        promises=promises(asked),
        support_lines=support_lines(assessment.programme.organisation),
    )


def asked_in(assessment: Assessment, code: str) -> tuple[Perspective, Link | None]:
    """A perspective of this assessment and its link; 404 where it is not asked."""
    perspective = assessment.perspectives.select_related("link").filter(code=code).first()
    if perspective is None:
        raise Http404
    perspective.assessment = assessment
    return perspective, getattr(perspective, "link", None)


def words_asked(request: HttpRequest) -> Words:
    return Words.read(request.GET.get("words", ""))


def other_ways(words: Words, *, large: bool) -> list[tuple[str, str]]:
    """The same sheet in the other size and in other words: where, and what each is called."""
    shorter = words is Words.SHORTER
    size = (False, _("Usual print")) if large else (True, _("Large print"))
    said = (
        (Words.PLAIN, _("The statements as they are"))
        if shorter
        else (Words.SHORTER, _("In shorter words"))
    )
    return [
        (sheet_query(words, large=size[0]), size[1]),
        (sheet_query(said[0], large=large), said[1]),
    ]


def sheet_query(words: Words, *, large: bool) -> str:
    size = {"size": "large"} if large else {}
    return "?" + urlencode({"words": words.value, **size})


def paper_pages(
    assessment: Assessment, instrument: Instrument, perspective: str, words: Words
) -> Iterator[PaperPage]:
    for number, principle in enumerate(instrument.principles, start=1):
        items = items_of(instrument, Length(assessment.length), number)
        on_paper = [
            (item.kind, paper_statement(assessment, item, perspective, words)) for item in items
        ]
        yield PaperPage(
            principle,
            practice=[one for kind, one in on_paper if kind is Kind.PRACTICE],
            warnings=[one for kind, one in on_paper if kind is Kind.WARNING],
        )


def paper_statement(
    assessment: Assessment, item: Item, perspective: str, words: Words
) -> PaperStatement:
    mutual = assessment.mutual
    explained = item.plain_for(mutual=mutual) if words is Words.EXPLAINED else ""
    return PaperStatement(item.code, item_text(item, perspective, words, mutual=mutual), explained)
