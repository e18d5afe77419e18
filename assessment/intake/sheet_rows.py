"""The rows of a sheet that came through the door, parsed at the speed of the C parser.

openpyxl reads sheets through defusedxml, in pure Python, which takes most of the time of a large
file. What defusedxml guards against, the door has refused already: a part with a document type or
an entity, and one that is not UTF-8. So openpyxl's own parser of rows runs here over the standard
library's iterparse; everything else about the file stays with defusedxml. Cells as every program
writes them, a number or a text and nothing else, are read here, three times as fast as by openpyxl;
whatever is otherwise goes to openpyxl.
"""

from collections.abc import Callable, Iterator
from typing import Any
from xml.etree.ElementTree import iterparse

from openpyxl.cell.text import Text
from openpyxl.worksheet._reader import (  # type: ignore[attr-defined] # no stub for the last
    INLINE_STRING,
    ROW_TAG,
    VALUE_TAG,
    WorkSheetParser,
    _cast_number,
)
from openpyxl.xml.constants import SHEET_MAIN_NS

from assessment.cell_escapes import unescaped

Row = tuple[Any, ...]
Placed = tuple[int, Any]  # a column, counted from 1, and what stands in it
TEXT_TAG = f"{{{SHEET_MAIN_NS}}}t"
STRING_TAG = f"{{{SHEET_MAIN_NS}}}si"
TRUE = ("1", "true")
DIGITS = "0123456789"


def shared_strings(source: Any) -> list[str]:
    """The texts that cells refer to by number, as a spreadsheet shows them.

    openpyxl takes every 'x005F_' out of them and leaves the other escapes.
    """
    strings = []
    for _, element in iterparse(source):  # noqa: S314 (see above)
        if element.tag == STRING_TAG:
            strings.append(unescaped(text_of(element)))
            element.clear()
    return strings


def text_of(string: Any) -> str:
    """Without the notes on how to say it that stand beside Japanese."""
    if is_plain(string):
        return string[0].text or ""
    content: str = Text.from_tree(string).content  # type: ignore[union-attr] # never None
    return content


def values_of(worksheet: Any, hidden: Callable[[int], None] | None = None) -> Iterator[Row]:
    """As ``iter_rows(values_only=True)`` of a read_only sheet of unknown size, row by row.

    ``hidden`` is told the number of each row that holds something and is not shown.
    """
    book = worksheet.parent
    # Private names, as openpyxl's own read_only sheet hands them to this parser.
    with worksheet._get_source() as source:  # noqa: SLF001 (openpyxl offers no other way in)
        parser: Any = QuickParser(
            source,
            worksheet._shared_strings,  # noqa: SLF001 - as above
            data_only=True,
            epoch=book.epoch,
            date_formats=book._date_formats,  # noqa: SLF001
            timedelta_formats=book._timedelta_formats,  # noqa: SLF001
        )
        due = 1
        for number, cells in parsed(parser, source, hidden):
            while due < number:
                due += 1
                yield ()
            if due == number:
                due += 1
                yield spread_cells(cells)


class QuickParser(WorkSheetParser):
    """openpyxl's, whose cells are pairs of column and value."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.columns: dict[str, int] = {}  # by letters
        self.dated: dict[str | None, bool] = {None: 0 in self.date_formats}  # by style

    def parse_cell(self, element: Any) -> Placed:  # type: ignore[override] # read by ``parsed`` alone
        column = self.columns.get(self.letters(element.get("r")))
        kind, dated = element.get("t", "n"), self.dated.get(element.get("s"), True)
        if column is None or dated or len(element) != 1:
            return self.slowly(element)
        (inside,) = element
        if inside.tag == VALUE_TAG and inside.text:
            if kind == "n":
                value = _cast_number(inside.text)
            elif kind == "s":
                value = self.shared_strings[int(inside.text)]
            else:
                return self.slowly(element)
        elif kind == "inlineStr" and inside.tag == INLINE_STRING and is_plain(inside):
            value = unescaped(inside[0].text or "")
        else:
            return self.slowly(element)
        self.col_counter = column
        return column, value

    def letters(self, coordinate: str | None) -> str:
        """Of the column; nothing where there are none, or no figures after them."""
        if coordinate is None:
            return ""
        found = coordinate.rstrip(DIGITS)
        return found if found != coordinate else ""

    def slowly(self, element: Any) -> Placed:
        """By openpyxl; what it knows of column and style holds for those that follow."""
        cell = super().parse_cell(element)
        if element.get("t") in ("inlineStr", "str") and cell["value"] is not None:
            cell["value"] = unescaped(cell["value"])
        if letters := self.letters(element.get("r")):
            self.columns[letters] = cell["column"]
        if style := element.get("s"):
            self.dated[style] = int(style) in self.date_formats
        return cell["column"], cell["value"]


def is_plain(text: Any) -> bool:
    """One piece, without letters of their own look."""
    return len(text) == 1 and text[0].tag == TEXT_TAG and not text.attrib


def parsed(
    parser: Any, source: Any, hidden: Callable[[int], None] | None
) -> Iterator[tuple[int, list[Placed]]]:
    for _, element in iterparse(source):  # noqa: S314 (see above)
        if element.tag == ROW_TAG:
            number, cells = parser.parse_row(element)
            if hidden and element.get("hidden") in TRUE and any(v is not None for _, v in cells):
                hidden(number)
            yield number, cells
            element.clear()


def spread_cells(cells: list[Placed]) -> Row:
    """Cells by their columns, None between them."""
    row = [None] * (cells[-1][0] if cells else 0)
    for column, value in cells:
        if 1 <= column <= len(row):
            row[column - 1] = value
    return tuple(row)
