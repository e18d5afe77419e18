"""An outline as a Word document: real styles, header rows that repeat, words for every picture."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time
from functools import singledispatchmethod
from io import BytesIO
from typing import Any

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from assessment.paper.typesetting import UNDATED, settable
from reports.documents.outline import (
    Block,
    Heading,
    Outline,
    Points,
    Shown,
    Table,
    Tone,
    Words,
)
from reports.drawing.chart import Draw
from reports.drawing.style import INK, QUIET, RULE, TEAL
from reports.zipping import undated

ROOM = 166.0  # mm, between the margins of A4
FONT = "Arial"
CHART = 143.0  # mm across: two fit on a page
TONES: dict[Tone, str] = {
    "plain": "Normal",
    "strong": "Verdict",
    "label": "Label",
    "quiet": "Aside",
}
LISTS = {False: "List Bullet", True: "List Number"}


def word(outline: Outline, draw: Draw) -> bytes:
    """The same outline and charts are the same bytes."""
    document = Document()
    dress(document)
    set_properties(document, outline)
    writer = Writer(document, draw, {one.name: one.style_id for one in document.styles if one.name})
    for block in outline.blocks:
        writer.write(block)
    buffer = BytesIO()
    document.save(buffer)
    return undated(buffer.getvalue())


def dress(document: WordDocument) -> None:
    """A4, British English, and styles that whoever edits it can change in one place."""
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm((210 - ROOM) / 2)
    section.top_margin = section.bottom_margin = Mm(17)
    letters_and_rules(document.styles.element)
    normal = document.styles["Normal"]
    normal.font.size = Pt(10)
    normal.paragraph_format.space_after = Pt(5)
    normal.paragraph_format.line_spacing = 1.1
    for depth, size in ((1, 18), (2, 13), (3, 11)):
        heading = document.styles[f"Heading {depth}"]
        heading.font.size, heading.font.color.rgb = Pt(size), colour(TEAL)
    for name, size, bold, shade in (
        ("Verdict", 12, True, TEAL),
        ("Label", 10, True, INK),
        ("Aside", 9, False, QUIET),
    ):
        style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = normal
        style.font.size, style.font.bold, style.font.color.rgb = Pt(size), bold, colour(shade)
        style.paragraph_format.keep_with_next = name == "Label"


def letters_and_rules(styles: Any) -> None:
    """One font that every system has or stands in for, and lighter rules."""
    for fonts in styles.iter(qn("w:rFonts")):
        fonts.attrib.clear()  # the template's, which its theme names
        for script in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
            fonts.set(qn(script), FONT)
    for language in styles.iter(qn("w:lang")):
        language.set(qn("w:val"), "en-GB")
    for borders in styles.iter(qn("w:tblBorders")):
        for border in borders:
            border.set(qn("w:color"), RULE[1:])


def colour(shade: str) -> RGBColor:
    return RGBColor.from_string(shade[1:].upper())


def set_properties(document: WordDocument, outline: Outline) -> None:
    about = document.core_properties
    about.title, about.author = settable(outline.title)[:255], settable(outline.author)[:255]
    about.comments, about.language = "", "en-GB"
    about.created = about.modified = datetime.combine(outline.day or UNDATED, time())


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes one block after the other at the document's end."""

    document: WordDocument
    draw: Draw
    styles: Mapping[str, str]  # their codes by their names

    @singledispatchmethod
    def write(self, block: Block) -> None:
        raise TypeError(block)

    @write.register
    def heading(self, block: Heading) -> None:
        made = self.document.add_heading(settable(block.text), block.depth)
        made.paragraph_format.page_break_before = block.on_new_page or None

    @write.register
    def words(self, block: Words) -> None:
        self.paragraph(TONES[block.tone]).add_run(settable(block.text))

    def paragraph(self, style: str) -> Paragraph:
        """By the style's own code: python-docx looks for a name through all there are."""
        made = self.document.add_paragraph()
        made._p.style = self.styles[style]  # noqa: SLF001 - the public way is the slow one
        return made

    @write.register
    def points(self, block: Points) -> None:
        for bold, rest in block.lines:
            line = self.paragraph(LISTS[block.numbered])
            line.paragraph_format.space_after = Pt(3)
            if bold:
                line.add_run(settable(f"{bold} ")).bold = True
            line.add_run(settable(rest))

    @write.register
    def table(self, block: Table) -> None:
        made = self.document.add_table(0, len(block.head), "Table Grid")
        made.autofit = False
        widths = [Mm(ROOM * share / sum(block.shares)) for share in block.shares]
        for column, width in zip(made.columns, widths, strict=True):
            column.width = width  # which LibreOffice goes by, and Word by the cells'
        for row, bold in ((block.head, True), *((row, False) for row in block.rows)):
            added = made.add_row()
            for cell, text, width in zip(added.cells, row, widths, strict=True):
                cell.width = width
                fill_cell(cell.paragraphs[0], text, bold)
            keep_whole(added, head=bold)
        self.paragraph("Aside")  # two tables that touch would be one

    @write.register
    def shown(self, block: Shown) -> None:
        sentence = self.document.add_paragraph(settable(block.picture.sentence))
        sentence.paragraph_format.keep_with_next = True
        chart = self.document.add_picture(BytesIO(self.draw(block.picture).png), Mm(CHART))
        told = chart._inline.docPr  # noqa: SLF001 - python-docx has no word for alternative text
        told.set("title", settable(block.picture.title))
        told.set("descr", settable(block.picture.sentence))


def fill_cell(paragraph: Paragraph, text: str, bold: bool) -> None:
    paragraph.paragraph_format.space_after = Pt(0)
    run = paragraph.add_run(settable(text))
    run.font.size, run.bold = Pt(9), bold or None


def keep_whole(row: Any, *, head: bool) -> None:
    """No row is parted by a page's end; the head stands again on every page."""
    properties = row._tr.get_or_add_trPr()  # noqa: SLF001 - nor for either of these
    for name in ("w:cantSplit", "w:tblHeader") if head else ("w:cantSplit",):
        properties.append(OxmlElement(name))
