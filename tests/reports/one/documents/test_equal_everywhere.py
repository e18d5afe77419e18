"""The board page's words and the twelve's figures: alike in PDF, Word, slides, poster, JSON, page.

Each is read back by another program than wrote it.
"""

import json
import re
from io import BytesIO
from zipfile import ZipFile

import pdfua
import pytest
from docx import Document
from pptx import Presentation

from assessment.method.numbers import beside, half_up, one_decimal
from reports.wording.board_said import board_page
from reports.wording.documents_said import FIGURE_HEADS
from tests.cast import signed_in
from tests.reading_pdf import squeezed, text_of
from tests.reports.builder import closed_with, sample
from tests.reports.one.pages.test_report import marked_of

pytestmark = pytest.mark.one_in(3)

CUTS = (37.5, 62.5)
KINDS = {
    "full": {},
    "a few withheld": {"sizes": {"giving": 5, "receiving": 6, "staff": 3}},
    "mutual": {"sizes": {"receiving": 6}, "mutual": True},
}
PDFS = ("board.pdf", "report.pdf", "talk.pdf", "poster-a4.pdf", "poster-a3.pdf")


@pytest.fixture(params=KINDS)
def made(cast, request):
    assessment = closed_with(cast, sample(**KINDS[request.param]))
    client, address = signed_in(cast.viewer), f"/assessments/{assessment.pk}/report/"
    with ZipFile(BytesIO(client.get(f"{address}all.zip").content)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    return marked_of(assessment), files, client.get(address).content.decode()


def test_levels_and_counts_are_alike(made):
    marked, files, page = made
    in_json = json.loads(files["results.json"])["principles"]
    board = board_page(marked)
    texts = {name: squeezed(text_of(files[name])) for name in PDFS}
    _, *table = named_table(files["report.docx"], "No.")
    first, *_ = Presentation(BytesIO(files["slides.pptx"])).slides
    (chart,) = [shape.chart for shape in first.shapes if shape.has_chart]
    counted = dict(zip(chart.plots[0].categories, chart.plots[0].series[0].values, strict=True))
    for (code, there), row in zip(in_json.items(), table, strict=True):
        name, level = marked.principles[code].principle.name, there["level"]
        assert row[1] == name
        assert row[2].split(" ", 1)[1].startswith(level)
        for pdf in ("board.pdf", "report.pdf"):
            assert squeezed(f"{name} {row[2]}") in texts[pdf]
        for pdf in ("poster-a4.pdf", "poster-a3.pdf"):
            assert squeezed(name) in texts[pdf]
    for level, count in board.tally:
        assert count == counted[str(level)] == sum(p["level"] == level for p in in_json.values())
        assert re.search(rf"<b>{count}</b>[^<]*<[^>]+>.*?{level}", page, re.DOTALL)


def test_figures_are_alike(made):
    marked, files, _ = made
    in_json = json.loads(files["results.json"])["principles"]
    in_pdf = squeezed(text_of(files["report.pdf"]))
    heads, *in_word = named_table(files["report.docx"], FIGURE_HEADS[0])
    radar = radar_of(files["slides.pptx"])
    for place, (code, row) in enumerate(zip(in_json, in_word, strict=True)):
        there, views = in_json[code], marked.principles[code].views
        exact = (views.practice, views.warning, views.others)
        read = (there["L"]["P"], there["L"]["W"], there["O"])
        assert read == tuple(None if one is None else half_up(one, 2) for one in exact)
        said = [("no figure" if one is None else beside(one, CUTS)) for one in exact]
        others = "Others: practice" in heads  # left out where nobody else has a figure
        assert list(row[1 : 3 + others]) == said[: 2 + others]
        assert others or exact[2] is None
        assert squeezed(" ".join(row)) in in_pdf
        for name, figure in (("Lived-experience view", exact[0]), ("Others' view", exact[2])):
            shown = radar.get(name, [None] * len(in_json))[place]
            assert shown == one_decimal(figure, CUTS)


def test_every_pdf_passes_what_a_validator_can_check(made, tmp_path):
    _, files, _ = made
    for name in PDFS:
        path = tmp_path / name
        path.write_bytes(files[name])
        report = pdfua.validate(str(path))
        assert not report.findings, name
        assert len(report.outcomes) > 10


def test_what_the_board_page_says_is_in_every_medium(made):
    marked, files, page = made
    board = board_page(marked)
    word = squeezed(" ".join(p.text for p in Document(BytesIO(files["report.docx"])).paragraphs))
    slides = squeezed(slide_words(files["slides.pptx"]))
    texts = {name: squeezed(text_of(files[name])) for name in ("board.pdf", "report.pdf")}
    for words in (board.verdict, board.holds, board.protect_none, *(r.why for r in board.protect)):
        for read in (word, slides, *texts.values()):
            assert squeezed(words) in read
    assert squeezed(board.verdict) in squeezed(page)


def named_table(docx, first):
    for table in Document(BytesIO(docx)).tables:
        rows = [[cell.text for cell in row.cells] for row in table.rows]
        if rows[0][0] == first:
            return rows
    raise AssertionError(first)


def radar_of(pptx):
    _, second, _ = Presentation(BytesIO(pptx)).slides
    charts = [shape.chart for shape in second.shapes if shape.has_chart]
    return {s.name: list(s.values) for chart in charts for s in chart.plots[0].series}


def slide_words(pptx):
    return " ".join(
        shape.text_frame.text
        for slide in Presentation(BytesIO(pptx)).slides
        for shape in slide.shapes
        if shape.has_text_frame
    )
