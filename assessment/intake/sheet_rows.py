"""The rows of a sheet that came through the door, parsed at the speed of the C parser.

openpyxl reads sheets through defusedxml, in pure Python, which takes most of the time of a large
file. What defusedxml guards against, the door has refused already: a part with a document type or
an entity, and one that is not UTF-8. So openpyxl's own parser of rows runs here over the standard
library's iterparse; everything else about the file stays with defusedxml.
"""

from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import iterparse

from openpyxl.worksheet._reader import ROW_TAG, WorkSheetParser

Row = tuple[Any, ...]


def values_of(worksheet: Any) -> Iterator[Row]:
    """As ``iter_rows(values_only=True)`` of a read_only sheet of unknown size, row by row."""
    book = worksheet.parent
    # Private names, as openpyxl's own read_only sheet hands them to this parser.
    with worksheet._get_source() as source:  # noqa: SLF001 (openpyxl offers no other way in)
        parser: Any = WorkSheetParser(
            source,
            worksheet._shared_strings,  # noqa: SLF001 - as above
            data_only=True,
            epoch=book.epoch,
            date_formats=book._date_formats,  # noqa: SLF001
            timedelta_formats=book._timedelta_formats,  # noqa: SLF001
        )
        due = 1
        for number, cells in parsed(parser, source):
            while due < number:
                due += 1
                yield ()
            if due == number:
                due += 1
                yield spread_cells(cells)


def parsed(parser: Any, source: Any) -> Iterator[tuple[int, list[dict[str, Any]]]]:
    for _, element in iterparse(source):  # noqa: S314 (see above)
        if element.tag == ROW_TAG:
            yield parser.parse_row(element)
            element.clear()


def spread_cells(cells: list[dict[str, Any]]) -> Row:
    """Cells by their columns, None between them."""
    row = [None] * (cells[-1]["column"] if cells else 0)
    for cell in cells:
        if 1 <= cell["column"] <= len(row):
            row[cell["column"] - 1] = cell["value"]
    return tuple(row)
