"""Slides as a file, with charts that can be edited."""

import re
from collections.abc import Sequence
from datetime import datetime, time
from io import BytesIO
from math import ceil
from typing import Any
from zipfile import ZipFile

from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION, XL_MARKER_STYLE
from pptx.enum.dml import MSO_LINE
from pptx.enum.text import PP_ALIGN
from pptx.presentation import Presentation as Deck
from pptx.util import Mm, Pt

from assessment.paper.typesetting import UNDATED, settable
from reports.documents.deck import Lines, NativeChart, Slide, Slides
from reports.drawing.style import INK, PLUM, POINT, TEAL
from reports.zipping import undated, zipped

WIDE, TALL, MARGIN = 338.7, 190.5, 14.0  # mm: 16 to 9
HALF = (WIDE - 3 * MARGIN) / 2
TOP = 44.0  # mm, below the title
BODY = TALL - TOP - 26
LETTER = 0.52  # how wide one is, as a share of the size
TITLE_ONLY = 5  # the layout's place in python-pptx's own template
TONES = (TEAL, PLUM)
MARKERS = (XL_MARKER_STYLE.CIRCLE, XL_MARKER_STYLE.SQUARE)
KINDS = {"radar": XL_CHART_TYPE.RADAR_MARKERS, "bars": XL_CHART_TYPE.BAR_CLUSTERED}
# python-pptx writes the hour down, and no two files would be the same.
DATED = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
STAMP = rb"\g<1>1980-01-01T00:00:00Z"


def pptx(told: Slides) -> bytes:
    """The same values are the same bytes."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Mm(WIDE), Mm(TALL)
    about, made = deck.core_properties, datetime.combine(told.day or UNDATED, time())
    about.title, about.author = settable(told.title)[:255], settable(told.author)[:255]
    about.last_modified_by, about.created, about.modified = "", made, made
    for slide in told.slides:
        add(deck, slide)
    buffer = BytesIO()
    deck.save(buffer)
    return undated(buffer.getvalue())


def add(deck: Deck, told: Slide) -> None:
    slide = deck.slides.add_slide(deck.slide_layouts[TITLE_ONLY])
    whole = WIDE - 2 * MARGIN
    title = slide.shapes.title
    title.left, title.top, title.width, title.height = map(Mm, (MARGIN, 8, whole, TOP - 12))
    write_lines(title, (("", told.title),), (28, 24, 20, 16), TEAL)
    box = place(slide, TOP, HALF if told.chart else whole, BODY)
    write_lines(box, told.lines, (18, 16, 14, 13, 12, 11, 10), INK)
    if told.chart:
        draw_chart(slide.shapes, told.chart)
    write_lines(place(slide, TALL - 22, whole, 16), (("", told.aside),), (11, 10, 9), INK)


def place(slide: Any, top: float, wide: float, tall: float) -> Any:
    return slide.shapes.add_textbox(Mm(MARGIN), Mm(top), Mm(wide), Mm(tall))


def fitting(lines: Lines, sizes: Sequence[int], wide: float, tall: float) -> int:
    """The first size at which the lines are likely to fit."""
    for size in sizes:
        a_line = wide / (size * POINT * LETTER)
        count = sum(ceil((len(bold) + len(rest)) / a_line) for bold, rest in lines)
        if (count * 1.25 + len(lines) / 2) * size * POINT <= tall:
            return size
    return sizes[-1]


def write_lines(box: Any, lines: Lines, sizes: Sequence[int], shade: str) -> None:
    frame = box.text_frame
    frame.word_wrap = True
    size = fitting(lines, sizes, box.width.mm - 5, box.height.mm - 3)
    for place, (bold, rest) in enumerate(lines):
        line = frame.paragraphs[0] if not place else frame.add_paragraph()
        line.space_after, line.alignment = Pt(size / 2), PP_ALIGN.LEFT
        for words, strong in ((bold, True), (rest, shade == TEAL)):
            if words:
                run = line.add_run()
                run.text, run.font.bold, run.font.size = settable(f"{words} "), strong, Pt(size)
                run.font.color.rgb = colour(shade)


def colour(shade: str) -> RGBColor:
    return RGBColor(*bytes.fromhex(shade[1:]))


def draw_chart(shapes: Any, told: NativeChart) -> None:
    data = CategoryChartData()
    data.categories = [settable(label) for label in told.labels]
    for name, figures in told.series:
        data.add_series(settable(name), figures)
    where = map(Mm, (2 * MARGIN + HALF, TOP, HALF, BODY))
    frame = shapes.add_chart(KINDS[told.kind], *where, data)
    book = frame.chart.part.chart_workbook
    book.update_from_xlsx_blob(still(book.xlsx_part.blob))
    # python-pptx has no word for alternative text.
    frame._element.nvGraphicFramePr.cNvPr.set("descr", settable(told.words))  # noqa: SLF001
    dress(frame.chart, told)


def still(book: bytes) -> bytes:
    """The workbook behind a chart, which says twice when it was made."""
    with ZipFile(BytesIO(book)) as files:
        return zipped((name, DATED.sub(STAMP, files.read(name))) for name in files.namelist())


def dress(chart: Any, told: NativeChart) -> None:
    """Two series can be told apart in grey: one solid and round, the other dashed and square."""
    chart.has_title, chart.has_legend = False, len(told.series) > 1
    if chart.has_legend:
        chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
    chart.font.size = Pt(12)
    axis = chart.value_axis
    axis.minimum_scale, axis.maximum_scale, axis.major_unit = 0, told.most, told.most / 4
    for number, series in enumerate(chart.plots[0].series):
        if told.kind == "bars":
            fill_with(series.format.fill, number)
        else:
            stroke(series, number)
    if told.kind == "bars":
        chart.category_axis.reverse_order = True
        chart.plots[0].has_data_labels = True
        chart.plots[0].gap_width = 60


def fill_with(fill: Any, number: int) -> None:
    fill.solid()
    fill.fore_color.rgb = colour(TONES[number % len(TONES)])


def stroke(series: Any, number: int) -> None:
    line = series.format.line
    line.color.rgb, line.width = colour(TONES[number % len(TONES)]), Pt(2.25)
    line.dash_style = MSO_LINE.DASH if number else MSO_LINE.SOLID
    series.marker.style, series.marker.size = MARKERS[number % len(MARKERS)], 8
    fill_with(series.marker.format.fill, number)
    series.smooth = False
