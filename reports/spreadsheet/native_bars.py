"""Native bars of a table's own columns: told apart in grey by filling as well as colour."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from openpyxl.chart import BarChart, Reference
from openpyxl.chart.data_source import AxDataSource, NumDataSource, NumRef, StrRef
from openpyxl.chart.layout import Layout, ManualLayout
from openpyxl.chart.legend import Legend
from openpyxl.chart.series import Series, SeriesLabel
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.drawing.colors import ColorChoice
from openpyxl.drawing.fill import PatternFillProperties
from openpyxl.drawing.line import LineProperties
from openpyxl.worksheet.pagebreak import Break

from assessment.method.language import listed
from reports.spreadsheet.looks import INK, PALE_TEAL, PLUM, TEAL, WHITE, Look
from reports.spreadsheet.native_radar import (
    Figures,
    Spot,
    lettering,
    number_cache,
    place,
    text_cache,
)
from reports.spreadsheet.writing import Written

Pattern = Literal["wdUpDiag", "diagCross"]
Fill = tuple[str, Pattern | None]  # colour, and the pattern drawn in it on white
MIDDLE_TEAL = "8FBABD"
LEVELS: Sequence[Fill] = (
    (TEAL, None),
    (MIDDLE_TEAL, None),
    (PALE_TEAL, None),
    (PLUM, "wdUpDiag"),
    (PLUM, "diagCross"),
    (WHITE, None),
)
STATUSES: Sequence[Fill] = (*LEVELS[4:2:-1], (PALE_TEAL, None), (WHITE, None))
KINDS: Sequence[Fill] = (*LEVELS[:4], (WHITE, None))
NOTHING = "None of these figures may be shown yet."


@dataclass(frozen=True, slots=True, kw_only=True)
class Bars:
    """A row of the table above a label, one of its columns a name.

    ``figures``: by row, then by name; ``column`` is the first column of figures, ``labels_at`` that
    of the labels. Where they are ``counts`` they are stacked, else they stand side by side from 0
    to 100.
    """

    title: str
    labels: Sequence[str]
    names: Sequence[str]
    figures: Sequence[Figures]
    column: int
    fills: Sequence[Fill]
    labels_at: int = 1
    counts: bool = True
    size: tuple[float, float] = (30.0, 15.0)


def bars(written: Written, told: Bars) -> None:
    """Below the table, on a page of its own; a sentence where no count may be shown."""
    row = written.last + 2
    written.cells.write(row, 1, told.title, Look.PART)
    if all(figure is None for figures in told.figures for figure in figures):
        written.cells.write(row + 1, 1, NOTHING, Look.NOTE)
        return
    written.sheet.row_breaks.append(Break(id=row - 1))
    place(
        written.sheet,
        bar_chart(written, told),
        Spot(1, row + 1, *told.size),
        bars_described(told),
    )


def bar_chart(written: Written, told: Bars) -> BarChart:
    found = BarChart()
    found.type, found.gapWidth = "bar", 40
    found.grouping = "stacked" if told.counts else "clustered"
    found.overlap = 100 if told.counts else 0
    for number in range(len(told.names)):
        found.series.append(series(written, told, number))
    found.x_axis.delete = found.y_axis.delete = False
    found.x_axis.scaling.orientation = "maxMin"  # the first row of the table on top
    found.y_axis.scaling.min, found.y_axis.number_format = 0, "0"
    if not told.counts:
        found.y_axis.scaling.max = 100
    found.y_axis.majorGridlines = None
    found.x_axis.txPr = found.y_axis.txPr = lettering(1000)
    found.legend = Legend(legendPos="b", txPr=lettering(1000))
    found.layout = Layout(
        ManualLayout(
            layoutTarget="inner", xMode="edge", yMode="edge", x=0.24, y=0.06, w=0.72, h=0.78
        )
    )
    return found


def series(written: Written, told: Bars, number: int) -> Series:
    first, last, column = written.head + 1, written.head + len(told.labels), told.column + number
    sheet = written.sheet
    where = str(Reference(sheet, told.labels_at, first, told.labels_at, last))
    values = str(Reference(sheet, column, first, column, last))
    head = str(Reference(sheet, column, written.head))
    figures = [row[number] for row in told.figures]
    cache = number_cache(figures, "0" if told.counts else "0.0")
    found = Series(
        cat=AxDataSource(strRef=StrRef(f=where, strCache=text_cache(told.labels))),
        val=NumDataSource(numRef=NumRef(f=values, numCache=cache)),
        tx=SeriesLabel(strRef=StrRef(f=head, strCache=text_cache([told.names[number]]))),
    )
    found.graphicalProperties = filling(*told.fills[number % len(told.fills)])
    return found


def filling(color: str, pattern: Pattern | None) -> GraphicalProperties:
    line = LineProperties(w=9525, solidFill=INK)
    if pattern is None:
        return GraphicalProperties(solidFill=color, ln=line)
    drawn = PatternFillProperties(prst=pattern, fgClr=rgb(color), bgClr=rgb(WHITE))
    return GraphicalProperties(pattFill=drawn, ln=line)


def rgb(color: str) -> ColorChoice:
    value: Any = color  # openpyxl's stubs know percentages only
    return ColorChoice(srgbClr=value)


def bars_described(told: Bars) -> str:
    """Alt text: what is drawn, and every figure of it."""
    said = [f"Bar chart: {told.title}."]
    for label, figures in zip(told.labels, told.figures, strict=True):
        pairs = zip(told.names, figures, strict=True)
        known = [f"{name} {figure:g}" for name, figure in pairs if figure is not None]
        said.append(f"{label}: {listed(known) if known else 'not shown'}.")
    return " ".join(said)
