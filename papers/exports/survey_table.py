"""The table of an export: .csv as spreadsheets encode it, or the one sheet of an .xlsx."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from assessment.intake.answers_workbook.values import as_text, is_blank
from assessment.intake.archive import MOSTLY_GAPS
from assessment.intake.plain_tables import decoded
from assessment.intake.uploads import COMMAND_LINE, Limits, Refused, opened_book

DELIMITERS = ",;\t"
CSV = ".csv"
COLUMNS = 16_384  # the most that a spreadsheet has
HEADINGS = 3  # rows above the answers at most: Qualtrics writes a name, the question and an id


NumberedRow = tuple[int, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class SurveyTable:
    """``headings``: of each column, from the rows above the answers. ``rows``: of text, numbered
    as the file has them."""

    headings: tuple[tuple[str, ...], ...]
    rows: tuple[NumberedRow, ...]


def read_table(path: Path, limits: Limits = COMMAND_LINE) -> SurveyTable:
    """The first row is taken for the headings; ``matching`` says how many rows there are of them.

    Refused where it is no table, too large, or in a book with more than one sheet filled in.
    """
    if path.suffix.lower() == ".csv":
        return table_of(csv_rows(bytes_of(path, limits), path.name, limits), path.name, limits)
    return table_of(book_rows(path, path.name, limits), path.name, limits)


def table_in(data: bytes, name: str, limits: Limits) -> SurveyTable:
    """The same of a file's bytes; ``name`` says what kind of file it is."""
    if name.lower().endswith(CSV):
        return table_of(csv_rows(data, name, limits), name, limits)
    return table_of(book_rows(data, name, limits), name, limits)


def table_of(numbered: Iterator[NumberedRow], name: str, limits: Limits) -> SurveyTable:
    rows = list(numbered)
    if not rows:
        raise Refused([f"{name}: it is empty"])
    width = max(len(cells) for _, cells in rows)
    if width > COLUMNS:
        raise Refused([f"{name}: it has {width:,} columns; {COLUMNS:,} are the most"])
    if width * len(rows) > limits.places:  # one wide row makes all as wide
        raise Refused([f"{name}: it {MOSTLY_GAPS}"])
    padded = [(number, (*cells, *[""] * (width - len(cells)))) for number, cells in rows]
    above = padded[:HEADINGS]
    return SurveyTable(tuple(zip(*(cells for _, cells in above), strict=True)), tuple(padded))


def csv_rows(data: bytes, name: str, limits: Limits) -> Iterator[NumberedRow]:
    text = text_of(data, name, limits)
    first = text.split("\n", 1)[0]
    delimiter = max(DELIMITERS, key=first.count)
    try:
        for number, cells in enumerate(csv.reader(StringIO(text), delimiter=delimiter), start=1):
            if number > limits.rows:
                raise Refused([f"{name}: more than {limits.rows:,} rows"])
            if any(map(str.strip, cells)):
                yield number, tuple(cell.strip() for cell in cells)
    except csv.Error as error:
        raise Refused([f"{name}: it is no table that can be read ({error})"]) from error


def bytes_of(path: Path, limits: Limits) -> bytes:
    """At most one more than is allowed."""
    try:
        with path.open("rb") as file:
            return file.read(limits.file_bytes + 1)
    except OSError as error:
        raise Refused([f"{path.name}: it cannot be read: {error.strerror}"]) from error


def text_of(data: bytes, name: str, limits: Limits) -> str:
    if len(data) > limits.file_bytes:
        raise Refused([f"{name}: it is larger than {limits.file_bytes // 1_000_000} MB"])
    try:
        return decoded(data)
    except Refused as error:
        raise Refused(f"{name}: {fault}" for fault in error.faults) from error


def book_rows(source: Path | bytes, name: str, limits: Limits) -> Iterator[NumberedRow]:
    with opened_book(source, limits, name=name) as book:
        filled = [sheet for sheet in book.sheets if any(map(is_filled, book.rows(sheet)))]
        if len(filled) > 1:
            named = ", ".join(filled)
            fault = f"{len(filled)} sheets hold something ({named}): keep the one with the answers"
            raise Refused([f"{name}: {fault}"])
        for sheet in filled:
            for number, row in enumerate(book.rows(sheet), start=1):
                if number > limits.rows:
                    raise Refused([f"{name}: more than {limits.rows:,} rows"])
                if is_filled(row):
                    yield number, tuple("" if is_blank(v) else as_text(v).strip() for v in row)


def is_filled(row: tuple[object, ...]) -> bool:
    return not all(map(is_blank, row))
