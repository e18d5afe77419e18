"""Documents of one report against bare typst, python-docx and python-pptx writing the same.

    .venv/bin/python -m benchmarks.documents

Charts are drawn beforehand, as a site keeps them. The board page may take 3 times bare typst of the
same source, Word and slides 1.5 times the bare packages, the zip of everything 1.3 times its parts,
and none of them longer for ten thousand people than for fifty. Processor time, medians of ratios.
"""

import io
import os
import statistics
import sys
from collections.abc import Callable
from functools import cache, partial

import django
import typst
from docx import Document
from docx.oxml.ns import qn
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.util import Mm, Pt

from assessment.paper import typesetting
from benchmarks.timing import milliseconds
from benchmarks.workbook import sample
from reports.documents.bound import bound
from reports.documents.slides import KINDS, pptx
from reports.documents.word import word
from reports.drawing.chart import printed
from reports.one.documents.board_sheet import BOARD, board_pdf
from reports.one.documents.report_outline import report_outline
from reports.one.documents.report_slides import report_slides
from reports.publications import finished

ROUNDS = 15
KEPT = cache(printed)
MOST = {"board page": 3, "Word": 1.5, "slides": 1.5, "zip of everything": 1.3, "ten thousand": 1.3}


def bare_board(marked) -> Callable[[], object]:
    """typst alone, with the words that our own call hands to it."""
    handed: list[dict[str, str]] = []
    compile_ = typst.compile

    def listening(*args, **named):
        handed.append(named["sys_inputs"])
        return compile_(*args, **named)

    typst.compile = listening
    board_pdf(marked, (), KEPT)
    typst.compile = compile_
    data = handed[-1]  # before it, the charts'
    return lambda: typst.compile(
        BOARD, root=BOARD.parent, font_paths=typesetting.fonts(), sys_inputs=data,
        format="pdf", pdf_standards=["ua-1"], timestamp=0,
    )  # fmt: skip


def texts_of(row) -> list[str]:
    return [cell.text for cell in row.cells]


def bare_word(made: bytes) -> Callable[[], object]:
    """The same paragraphs, tables and pictures, as anyone would write them."""
    given = Document(io.BytesIO(made))
    pictures = [part.blob for part in given.part.package.image_parts]
    tables = [list(map(texts_of, table.rows)) for table in given.tables]
    said = [
        (paragraph.text, paragraph.style.name)
        for paragraph in given.paragraphs
        if not paragraph._p.findall(".//" + qn("w:drawing"))  # noqa: SLF001
    ]

    def write() -> None:
        document = Document()
        names = {style.name for style in document.styles}
        for text, style in said:
            document.add_paragraph(text, style if style in names else None)
        for rows in tables:
            table = document.add_table(len(rows), len(rows[0]), "Table Grid")
            for row, texts in zip(table.rows, rows, strict=True):
                for cell, text in zip(row.cells, texts, strict=True):
                    cell.text = text
        for picture in pictures:
            document.add_picture(io.BytesIO(picture), Mm(140))
        document.save(io.BytesIO())

    return write


def bare_slides(told) -> Callable[[], object]:
    """The same words in the same letters, and the same charts in the same colours."""

    def write() -> None:
        deck = Presentation()
        for slide in told.slides:
            page = deck.slides.add_slide(deck.slide_layouts[5])
            lines_in(page.shapes.title, (("", slide.title),))
            lines_in(page.shapes.add_textbox(0, 0, Mm(100), Mm(100)), slide.lines)
            lines_in(page.shapes.add_textbox(0, 0, Mm(100), Mm(100)), (("", slide.aside),))
            if slide.chart:
                chart_on(page, slide.chart)
        deck.save(io.BytesIO())

    return write


def lines_in(box, lines) -> None:
    for line in lines:
        paragraph = box.text_frame.add_paragraph()
        paragraph.space_after = Pt(9)
        for words in filter(None, line):
            run = paragraph.add_run()
            run.text, run.font.bold, run.font.size = words, True, Pt(18)
            run.font.color.rgb = RGBColor(0, 80, 90)


def chart_on(page, told) -> None:
    data = CategoryChartData()
    data.categories = told.labels
    for name, figures in told.series:
        data.add_series(name, figures)
    chart = page.shapes.add_chart(KINDS[told.kind], 0, 0, Mm(100), Mm(100), data).chart
    chart.font.size = Pt(12)
    chart.value_axis.minimum_scale, chart.value_axis.maximum_scale = 0, told.most
    for series in chart.plots[0].series:
        series.format.fill.solid()
        series.format.fill.fore_color.rgb = RGBColor(0, 80, 90)
        series.format.line.color.rgb = RGBColor(0, 80, 90)


def files_of(marked) -> Callable[..., None]:
    """Makes the zip of everything, or every part of it."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    from reports.one.report_publications import (  # noqa: PLC0415 - after its settings
        REPORT_PUBLICATIONS,
        PlannedReport,
    )

    def make(*, zipped: bool) -> None:
        for one in REPORT_PUBLICATIONS:
            if (one.name == "all.zip") == zipped:
                finished(one.name, one.make(PlannedReport(marked)), KEPT)

    return make


def documents(marked) -> None:
    outline = report_outline(marked)
    board_pdf(marked, (), KEPT)
    word(outline, KEPT)
    bound(outline, KEPT)
    pptx(report_slides(marked))


def main() -> int:
    few, many = sample(50), sample(10_000)
    outline, told, make = report_outline(few), report_slides(few), files_of(few)
    pairs = {
        "board page": (lambda: board_pdf(few, (), KEPT), bare_board(few)),
        "Word": (lambda: word(report_outline(few), KEPT), bare_word(word(outline, KEPT))),
        "slides": (lambda: pptx(report_slides(few)), bare_slides(told)),
        "zip of everything": (partial(make, zipped=True), partial(make, zipped=False)),
        "ten thousand": (lambda: documents(many), lambda: documents(few)),
    }
    failed = False
    for name, (ours, theirs) in pairs.items():
        ours(), theirs()
        runs = [(milliseconds(ours), milliseconds(theirs)) for _ in range(ROUNDS)]
        ratio = statistics.median(mine / other for mine, other in runs)
        mine, other = (statistics.median(column) for column in zip(*runs, strict=True))
        print(f"{name:<20}{mine:>9.1f} ms{other:>9.1f} ms{ratio:>8.2f} x  at most {MOST[name]}")
        failed |= ratio > MOST[name]
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
