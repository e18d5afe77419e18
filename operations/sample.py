"""A report that anybody may read before signing in: of an invented trust, made from the bundled
answers by the very code that makes every report.
"""

from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from assessment.instruments import find
from assessment.intake.answers_workbook import read_answers
from assessment.method import Marked, mark, release
from assessment.method.blur import from_key
from questions.reading import DEFAULT_VERSION
from reports.drawing.chart import printed
from reports.one.pages import first_screen
from reports.one.report_publications import REPORT_PUBLICATIONS, PlannedReport
from reports.publications import finished
from reports.sending import attachment, publication_named
from reports.wording import board_said

ANSWERS = Path(__file__).parents[1] / "demo" / "answers.xlsx"
KEY = "an invented trust"  # of the blur: the same figures on every site
OFFERED = ("board.pdf", "report.pdf", "slides.pptx", "principles.svg")


@lru_cache(1)  # reading the workbook takes a second, and it is part of the program
def sample_marked(_language: str | None) -> Marked:
    """Its organisation has a name in one language."""
    sheet = read_answers(ANSWERS, find(DEFAULT_VERSION))
    strings = {code: one.responses.strings() for code, one in sheet.answered.items()}
    released = release(
        find(DEFAULT_VERSION),
        about=replace(sheet.about, organisation=_("An invented NHS trust")),
        own_part=sheet.own_part,
        answered=sheet.answered,
        steps=from_key(KEY, strings),
    )
    return mark(released)


@require_safe
def sample(request: HttpRequest) -> HttpResponse:
    marked = sample_marked(get_language())
    context = {
        "board": board_said.board_page(marked),
        "heads": board_said.HEADS,
        "pictures": first_screen.pictures(marked),
        "radar_url": reverse("sample_file", args=["principles.svg"]),
        "on_screen": True,
    }
    return render(request, "operations/sample.html", context)


@require_safe
def sample_file(_request: HttpRequest, name: str) -> HttpResponse:
    if name not in OFFERED:
        raise Http404
    language = get_language()
    content, content_type = sample_bytes(name, language)
    return attachment(content, sample_marked(language).results.about, name, content_type)


@lru_cache(len(OFFERED))
def sample_bytes(name: str, language: str | None) -> tuple[bytes, str]:
    """Made once for each worker: whoever asks again and again costs nothing."""
    publication = publication_named(REPORT_PUBLICATIONS, name)
    made = publication.make(PlannedReport(sample_marked(language)))
    return finished(name, made, printed), publication.content_type
