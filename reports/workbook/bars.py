"""Native stacked bars of counts in a table: told apart in grey by filling as well as colour."""

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

from reports.workbook.looks import INK, PLUM, TEAL, WHITE, Look
from reports.workbook.phrases import listed
from reports.workbook.radar import Spot, lettering, number_cache, place, text_cache
from reports.workbook.writing import Written

Pattern = Literal["pct10", "ltHorz", "wdUpDiag"]
Fill = tuple[str, Pattern | None]  # colour, and the pattern drawn in it on white
LEVELS: Sequence[Fill] = (
    (TEAL, None),
    (TEAL, "pct10"),
    (TEAL, "ltHorz"),
    (PLUM, "wdUpDiag"),
    (PLUM, None),
    (WHITE, None),
)
STATUSES: Sequence[Fill] = ((PLUM, None), (PLUM, "wdUpDiag"), (TEAL, "pct10"), (WHITE, None))


@dataclass(frozen=True, slots=True, kw_only=True)
class Bars:
    """One bar a row of the table above, one piece a column of counts.

    ``counts``: by row, then by name; ``column`` is the first column of counts, ``labels_at`` that
    of the labels.
    """

    title: str
    labels: Sequence[str]
    names: Sequence[str]
    counts: Sequence[Sequence[int | None]]
    column: int
    fills: Sequence[Fill]
    labels_at: int = 1
    size: tuple[float, float] = (24.0, 13.0)


def bars(written: Written, told: Bars) -> None:
    """Below the table, on a page of its own; a sentence where no count may be shown."""
    row = written.last + 2
    written.cells.write(row, 1, told.title, Look.PART)
    if all(count is None for counts in told.counts for count in counts):
        written.cells.write(row + 1, 1, "No count may be shown yet.", Look.NOTE)
        return
    written.sheet.row_breaks.append(Break(id=row - 1))
    place(written.sheet, chart(written, told), Spot(1, row + 1, *told.size), described(told))


def chart(written: Written, told: Bars) -> BarChart:
    found = BarChart()
    found.type, found.grouping, found.overlap, found.gapWidth = "bar", "stacked", 100, 40
    for number in range(len(told.names)):
        found.series.append(series(written, told, number))
    found.x_axis.delete = found.y_axis.delete = False
    found.x_axis.scaling.orientation = "maxMin"  # the first row of the table on top
    found.y_axis.scaling.min, found.y_axis.number_format = 0, "0"
    found.y_axis.majorGridlines = None
    found.x_axis.txPr = found.y_axis.txPr = lettering(900)
    found.legend = Legend(legendPos="b", txPr=lettering(900))
    found.layout = Layout(
        ManualLayout(
            layoutTarget="inner", xMode="edge", yMode="edge", x=0.24, y=0.06, w=0.72, h=0.78
        )
    )
    return found


def series(written: Written, told: Bars, number: int) -> Series:
    first, last, column = written.head + 1, written.last, told.column + number
    sheet = written.sheet
    where = str(Reference(sheet, told.labels_at, first, told.labels_at, last))
    values = str(Reference(sheet, column, first, column, last))
    head = str(Reference(sheet, column, written.head))
    counts = [row[number] for row in told.counts]
    found = Series(
        cat=AxDataSource(strRef=StrRef(f=where, strCache=text_cache(told.labels))),
        val=NumDataSource(numRef=NumRef(f=values, numCache=number_cache(counts, "0"))),
        tx=SeriesLabel(strRef=StrRef(f=head, strCache=text_cache([told.names[number]]))),
    )
    found.graphicalProperties = filling(*told.fills[number])
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


def described(told: Bars) -> str:
    """Alt text: what is drawn, and every count of it."""
    said = [f"Stacked bar chart: {told.title}."]
    for label, counts in zip(told.labels, told.counts, strict=True):
        pairs = zip(told.names, counts, strict=True)
        known = [f"{name} {count}" for name, count in pairs if count]
        said.append(f"{label}: {listed(known) if known else 'not shown'}.")
    return " ".join(said)
