"""A sheet as people leave it: the row of column names somewhere near the top, then rows."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any, TypeVar

from assessment.intake.answers_workbook.faults import Faults, coordinate, quoted
from assessment.intake.answers_workbook.values import as_text_within, is_blank, plain_text
from assessment.intake.sheet_rows import Row
from assessment.intake.uploads import Book

SEARCHED = 10  # rows in which the column names are looked for

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Table:
    """A header and the rows below it that hold anything, with their 1-based numbers.

    ``columns`` maps a known name to its 0-based index, ``unknown`` the index of any other named
    column to its name. A row may be shorter or longer than the header.
    """

    sheet: str
    header_row: int
    columns: Mapping[str, int]
    unknown: Mapping[int, str]
    rows: Iterator[tuple[int, Row]]

    @property
    def named(self) -> set[int]:
        return {*self.columns.values(), *self.unknown}


@dataclass(frozen=True, slots=True)
class TableEntry:
    """One row of a table; a fault found in it is noted where it stands."""

    table: Table
    number: int
    row: Row
    faults: Faults

    def value(self, column: str) -> Any:
        """What the cell holds; None where the column or the end of the row is missing."""
        index = self.table.columns.get(column, len(self.row))
        return self.row[index] if index < len(self.row) else None

    def filled(self, *columns: str) -> list[str]:
        """Those of the columns that hold something in this row."""
        return [column for column in columns if not is_blank(self.value(column))]

    def take(self, column: str, read: Callable[[Any], T | None]) -> T | None:
        """What ``read`` (of ``values``) makes of the cell; None, with a fault, where it cannot."""
        try:
            return read(self.value(column))
        except ValueError as error:
            self.wrong(column, str(error))
            return None

    def words(self, column: str) -> str:
        return self.take(column, as_text_within) or ""

    def wrong(self, column: str, sentence: str) -> None:
        if column in self.table.columns:
            index = self.table.columns[column]
            self.faults.at(self.table.sheet, self.number, index, sentence)
        else:
            self.faults.on(self.table.sheet, f"row {self.number}: {sentence}")


def find_sheet(book: Book, wanted: str, faults: Faults) -> str | None:
    """The sheet's name as it stands in the file; case and spaces around it do not matter."""
    found = [name for name in book.sheets if plain_text(name) == plain_text(wanted)]
    if len(found) > 1:
        faults.on(wanted, f"there are {len(found)} sheets with this name")
    if not found:
        faults.on(wanted, "this sheet is missing")
    return found[0] if len(found) == 1 else None


def open_table(
    book: Book, sheet: str, *, key: str, known: Iterable[str], faults: Faults
) -> Table | None:
    """The table whose header row is the first to hold ``key``.

    None, with a fault, where the sheet or the header is missing; a column that stands twice is a
    fault and the first one counts.
    """
    title = find_sheet(book, sheet, faults)
    if title is None:
        return None
    names = {plain_text(name): name for name in known}
    rows = enumerate(book.rows(title), start=1)
    for number, row in islice(rows, SEARCHED):
        if key in [names.get(plain_text(value)) for value in row]:
            columns, unknown = split_header(sheet, number, row, names, faults)
            return Table(sheet, number, columns, unknown, filled_rows(book, sheet, rows, faults))
    faults.on(sheet, f"none of the first {SEARCHED} rows has a column named '{key}'")
    return None


def split_header(
    sheet: str, number: int, header: Row, names: Mapping[str, str], faults: Faults
) -> tuple[dict[str, int], dict[int, str]]:
    """Known columns by name, the others by index."""
    columns: dict[str, int] = {}
    unknown: dict[int, str] = {}
    for index, value in enumerate(header):
        name = names.get(plain_text(value))
        if name is None and not is_blank(value):
            unknown[index] = str(value)
        elif name in columns:
            first = coordinate(number, columns[name])
            faults.at(sheet, number, index, f"the column {quoted(name)} is already at {first}")
            unknown[index] = name
        elif name is not None:
            columns[name] = index
    return columns, unknown


def filled_rows(
    book: Book, sheet: str, rows: Iterator[tuple[int, Row]], faults: Faults
) -> Iterator[tuple[int, Row]]:
    """The rows that hold anything, up to the limit; one more is a fault and the end."""
    count = 0
    for number, row in rows:
        if row.count(None) < len(row):
            count += 1
            if count > book.limits.rows:
                faults.on(sheet, f"more than {book.limits.rows:,} rows are filled in")
                return
            yield number, row


def headless(table: Table, row: Row) -> set[int]:
    """The indices of cells that hold something in a column without a name."""
    named = table.named
    return {i for i, value in enumerate(row) if i not in named and not is_blank(value)}
