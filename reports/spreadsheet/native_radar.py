"""Native radar charts: the caches hold only what their cells hold; a missing figure is a gap."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from openpyxl.chart import RadarChart, Reference
from openpyxl.chart._chart import ChartBase
from openpyxl.chart.axis import ChartLines
from openpyxl.chart.data_source import (
    AxDataSource,
    NumData,
    NumDataSource,
    NumRef,
    NumVal,
    StrData,
    StrRef,
    StrVal,
)
from openpyxl.chart.layout import Layout, ManualLayout
from openpyxl.chart.legend import Legend
from openpyxl.chart.marker import Marker
from openpyxl.chart.series import Series, SeriesLabel
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.spreadsheet_drawing import AnchorMarker, OneCellAnchor
from openpyxl.drawing.text import CharacterProperties, Font, Paragraph, ParagraphProperties
from openpyxl.drawing.xdr import XDRPositiveSize2D
from openpyxl.worksheet.worksheet import Worksheet

from assessment.method.language import listed
from reports.spreadsheet.looks import INK, PLUM, RULE, TEAL, Look
from reports.spreadsheet.sheet_cells import Cells, printable
from reports.wording.figures_said import to_one_decimal

Figures = Sequence[float | None]


@dataclass(frozen=True, slots=True)
class NativeLine:
    """One line of a radar; lived experience is solid, everything else dashed."""

    name: str
    figures: Figures
    solid: bool


class DescribedAnchor(OneCellAnchor):
    """A place for a chart that carries its alt text, which openpyxl has no way to give."""

    tagname = "oneCellAnchor"
    __elements__ = OneCellAnchor.__elements__
    words = ""

    def to_tree(self, tagname: str | None = None, idx: Any = None, namespace: Any = None) -> Any:
        frame: Any = self.graphicFrame  # made by openpyxl when the drawing is written
        frame.nvGraphicFramePr.cNvPr.descr = self.words
        return super().to_tree(tagname, idx, namespace)


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """The list beside a radar: labels down from a cell, one column of figures a line."""

    sheet: Worksheet
    cells: Cells
    column: int
    row: int
    head: str
    labels: Sequence[str]
    lines: Sequence[NativeLine]


def write_listing(listing: Listing) -> None:
    cells, row, column = listing.cells, listing.row, listing.column
    cells.write(row, column, listing.head, Look.HEAD)
    for number, label in enumerate(listing.labels, 1):
        cells.write(row + number, column, label, Look.WORDS)
    for place, line in enumerate(listing.lines, column + 1):
        cells.write(row, place, line.name, Look.HEAD)
        for number, value in enumerate(line.figures, 1):
            cells.write(row + number, place, value, Look.NARROW)


def radar(listing: Listing) -> RadarChart:
    """A chart of a list that was written, from 0 to 100."""
    chart = RadarChart()
    chart.type = "marker"
    sheet, labels, column = listing.sheet, listing.labels, listing.column
    first, last = listing.row + 1, listing.row + len(labels)
    where = str(Reference(sheet, column, first, column, last))
    names = AxDataSource(strRef=StrRef(f=where, strCache=text_cache(labels)))
    for place, line in drawn(listing):
        head = str(Reference(sheet, place, listing.row))
        cells = str(Reference(sheet, place, first, place, last))
        values = NumRef(f=cells, numCache=number_cache(line.figures))
        title = SeriesLabel(strRef=StrRef(f=head, strCache=text_cache([line.name])))
        series = Series(val=NumDataSource(numRef=values), cat=names, tx=title)
        draw_line(series, line)
        chart.series.append(series)
    set_axes(chart)
    return chart


def drawn(listing: Listing) -> list[tuple[int, NativeLine]]:
    """The lines with any figure, by column; the first stands for all where none has one."""
    placed = list(enumerate(listing.lines, listing.column + 1))
    found = [
        (place, line) for place, line in placed if line.figures.count(None) < len(line.figures)
    ]
    return found or placed[:1]


def text_cache(texts: Sequence[str]) -> StrData:
    points = [StrVal(idx=number, v=printable(text)) for number, text in enumerate(texts)]
    return StrData(ptCount=len(points), pt=points)


def number_cache(figures: Figures, shown_as: str = "0.0") -> NumData:
    """What is missing has no point, so it is a gap and never 0."""
    points = [NumVal(idx=n, v=value) for n, value in enumerate(figures) if value is not None]
    return NumData(formatCode=shown_as, ptCount=len(figures), pt=points)


def draw_line(series: Series, line: NativeLine) -> None:
    color = TEAL if line.solid else PLUM
    series.graphicalProperties = GraphicalProperties(
        ln=LineProperties(w=28575, solidFill=color, prstDash="solid" if line.solid else "dash")
    )
    series.marker = Marker(
        symbol="circle" if line.solid else "diamond",
        size=6 if line.solid else 8,
        spPr=GraphicalProperties(
            solidFill=color if line.solid else "FFFFFF", ln=LineProperties(solidFill=color)
        ),
    )


def set_axes(chart: RadarChart) -> None:
    """LibreOffice draws a thumbnail unless axes are kept, the legend is low, the layout is set."""
    chart.x_axis.delete = chart.y_axis.delete = False
    chart.y_axis.scaling.min, chart.y_axis.scaling.max = 0, 100
    chart.y_axis.majorUnit = 25
    chart.y_axis.number_format = "0"
    pale = GraphicalProperties(ln=LineProperties(solidFill=RULE))
    chart.y_axis.majorGridlines = ChartLines(spPr=pale)
    chart.x_axis.txPr = chart.y_axis.txPr = lettering(900)
    chart.legend = Legend(legendPos="b", txPr=lettering(900))
    chart.display_blanks = "gap"
    chart.layout = Layout(
        ManualLayout(layoutTarget="inner", xMode="edge", yMode="edge", x=0.2, y=0.11, w=0.6, h=0.7)
    )


def described(what: str, labels: Sequence[str], lines: Sequence[NativeLine]) -> str:
    """Alt text: what is drawn, and every figure of it."""
    said = [f"Radar chart of {what}, from 0 to 100."]
    for line in lines:
        style = "solid line" if line.solid else "dashed line"
        pairs = zip(labels, line.figures, strict=True)
        figures = [f"{called} {to_one_decimal(figure)}" for called, figure in pairs]
        said.append(f"{line.name}, {style}: {listed(figures)}.")
    return " ".join(said)


def lettering(size: int) -> RichText:
    style = CharacterProperties(sz=size, solidFill=INK, latin=Font(typeface="Arial"))
    return RichText(p=[Paragraph(pPr=ParagraphProperties(defRPr=style), endParaRPr=style)])


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a chart stands: its cell, counted from 1, and its size in cm."""

    column: int
    row: int
    width: float
    height: float


def place(sheet: Worksheet, chart: ChartBase, spot: Spot, words: str) -> None:
    """Put the chart on the sheet; ``words`` are its alt text."""
    anchor = DescribedAnchor(
        _from=AnchorMarker(col=spot.column - 1, row=spot.row - 1, colOff=emu(0.3)),
        ext=XDRPositiveSize2D(emu(spot.width), emu(spot.height)),
    )
    anchor.words = printable(words)
    place: Any = anchor  # openpyxl's stubs know a cell's name only
    chart.anchor = place
    sheet.add_chart(chart)


def emu(centimetres: float) -> int:
    return round(360_000 * centimetres)
