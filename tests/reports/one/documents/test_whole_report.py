"""The whole report as PDF and as Word: one outline, read back by other programs."""

from datetime import date
from io import BytesIO

import pytest
from docx import Document
from docx.oxml.ns import qn

from reports.documents.bound import bound
from reports.documents.outline import Heading, Points, Shown, Table, Words
from reports.documents.word import word
from reports.drawing.chart import printed
from reports.one.documents.report_outline import report_outline
from reports.one.workbook.actions_sheet import Planned
from reports.wording.board_said import Intent, board_page
from tests.reading_pdf import squeezed, tags_of, text_of
from tests.reports.one.charts.cast import CAST

DUE = date(2027, 3, 1)
INTENT = Intent("Take targets out of what peer supporters report.", "Jo", DUE)
PLAN = (Planned("Hopefulness", "protect", INTENT.text, "Jo", DUE, "planned", ""),)
CASES = ("lifelike", "mutual group", "odd words", "nothing at all")


def kept():
    """Draws each picture once, as a site does."""
    drawn = {}

    def draw(picture):
        if picture not in drawn:
            drawn[picture] = printed(picture)
        return drawn[picture]

    return draw


@pytest.fixture(scope="module", params=CASES)
def case(request):
    outline, draw = report_outline(CAST[request.param], (INTENT,), PLAN), kept()
    made = word(outline, draw)
    assert word(outline, draw) == made
    return CAST[request.param], outline, bound(outline, draw), Document(BytesIO(made))


def texts(block):
    match block:
        case Heading() | Words():
            return [block.text]
        case Points():
            return [f"{bold} {rest}" for bold, rest in block.lines]
        case Table():
            return [" ".join(row) for row in (block.head, *block.rows)]
        case Shown():
            return [block.picture.sentence]


def word_texts(document):
    """Paragraphs and tables in their order, a row a line."""
    for element in document.element.body:
        if element.tag == qn("w:tbl"):
            for row in element.iter(qn("w:tr")):
                yield " ".join(said(cell) for cell in row.iter(qn("w:tc")))
        else:
            yield said(element)


def said(element):
    return "".join(text.text or "" for text in element.iter(qn("w:t")))


@pytest.mark.one_in(3)
def test_pdf_and_word_say_every_line_in_order(case):
    _, outline, made, document = case
    in_pdf, in_word = squeezed(text_of(made)), squeezed(" ".join(word_texts(document)))
    for read in (in_pdf, in_word):
        place = 0
        for line in (squeezed(text) for block in outline.blocks for text in texts(block)):
            found = read.find(line, place)
            assert found >= 0, line
            place = found


@pytest.mark.one_in(3)
def test_the_board_page_stands_first(case):
    marked, outline, _, document = case
    page = board_page(marked, (INTENT,))
    first = squeezed(" ".join(word_texts(document))[:6000])
    for words in (page.verdict, page.holds, page.protect_head, *page.planned):
        assert squeezed(words) in first
    assert outline.blocks[0] == Heading(page.name, 1)


@pytest.mark.one_in(3)
def test_headings_pictures_and_tables_are_told_to_a_screen_reader(case):
    _, outline, made, document = case
    heads = [(one.depth, one.text) for one in outline.blocks if isinstance(one, Heading)]
    tags = [kind for kind, _ in tags_of(made)]
    styles = [p.style.name for p in document.paragraphs if p.style.name.startswith("Heading")]
    assert styles == [f"Heading {depth}" for depth, _ in heads]
    assert [int(tag[1]) for tag in tags if tag in {"H1", "H2", "H3"}] == [d for d, _ in heads]
    sentences = [one.picture.sentence for one in outline.blocks if isinstance(one, Shown)]
    assert [alt for kind, alt in tags_of(made) if kind == "Figure"] == sentences
    pictures = document.element.body.iter(qn("wp:docPr"))
    assert [one.get("descr") for one in pictures] == sentences
    for table in document.tables:
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None


@pytest.mark.one_in(3)
def test_word_says_whose_it_is_and_no_clock(case):
    marked, outline, _, document = case
    about = document.core_properties
    assert about.created.date() == marked.results.about.closed or not marked.results.about.closed
    assert about.title == outline.title[:255] or marked is CAST["odd words"]
    assert about.comments == ""
    assert about.language == "en-GB"


def test_what_was_not_rated_has_no_heading():
    heads = {
        one.text for one in report_outline(CAST["mutual group"]).blocks if isinstance(one, Heading)
    }
    assert "The standards" not in heads
    assert "Who says what" not in heads
    assert "What we plan to do" not in heads
