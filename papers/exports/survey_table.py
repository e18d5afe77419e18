"""The table of an export: of text, or the one sheet of an .xlsx that holds anything."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from assessment.intake.answers_workbook.faults import quoted
from assessment.intake.answers_workbook.other_sheets import rows_hidden
from assessment.intake.answers_workbook.values import as_text, is_blank
from assessment.intake.archive import MOSTLY_GAPS
from assessment.intake.uploads import COMMAND_LINE, Book, Limits, Refused, opened_book
from papers.exports.text_table import ENDINGS, NumberedRow, is_text, mended, text_rows

COLUMNS = 16_384  # the most that a spreadsheet has
HEADINGS = 3  # rows above the answers at most: Qualtrics writes a name, the question and an id


@dataclass(frozen=True, slots=True)
class SurveyTable:
    """``headings``: of each column, from the rows above the answers. ``rows``: of text, numbered
    as the file has them. ``notes``: what was accepted and is worth telling."""

    headings: tuple[tuple[str, ...], ...]
    rows: tuple[NumberedRow, ...]
    notes: tuple[str, ...] = ()


def read_table(path: Path, limits: Limits = COMMAND_LINE) -> SurveyTable:
    """The first row is taken for the headings; ``matching`` says how many rows there are of them.

    Refused where it is no table, too large, or in a book with more than one sheet filled in.
    """
    if path.suffix.lower() in ENDINGS:
        return table_in(bytes_of(path, limits), path.name, limits)
    return table_of_book(path, path.name, limits)


def table_in(data: bytes, name: str, limits: Limits) -> SurveyTable:
    """The same of a file's bytes; ``name`` says what kind of file it is."""
    if is_text(name, data):
        return table_of(text_rows(data, name, limits), name, limits)
    return table_of_book(data, name, limits)


def table_of_book(source: Path | bytes, name: str, limits: Limits) -> SurveyTable:
    notes: list[str] = []
    table = table_of(book_rows(source, name, limits, notes), name, limits)
    return SurveyTable(table.headings, table.rows, tuple(notes))


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


def bytes_of(path: Path, limits: Limits) -> bytes:
    """At most one more than is allowed."""
    try:
        with path.open("rb") as file:
            return file.read(limits.file_bytes + 1)
    except OSError as error:
        raise Refused([f"{path.name}: it cannot be read: {error.strerror}"]) from error


def book_rows(
    source: Path | bytes, name: str, limits: Limits, notes: list[str]
) -> Iterator[NumberedRow]:
    with opened_book(source, limits, name=name) as book:
        sheet = sheet_read(book, name, notes)
        for number, row in enumerate(book.rows(sheet), start=1) if sheet else ():
            if number > limits.rows:
                raise Refused([f"{name}: more than {limits.rows:,} rows"])
            if is_filled(row):
                yield number, tuple(map(cell_text, row))
        if sheet and (rows := book.hidden_rows.get(sheet)):
            notes.append(rows_hidden(rows))


def sheet_read(book: Book, name: str, notes: list[str]) -> str:
    """The one that is shown, where others are hidden: Forms keeps its own number on such a one."""
    filled = [sheet for sheet in book.sheets if any(map(is_filled, book.rows(sheet)))]
    shown = [sheet for sheet in filled if not book.is_hidden(sheet)] or filled
    if len(shown) > 1:
        named = ", ".join(shown)
        fault = f"{len(shown)} sheets hold something ({named}): keep the one with the answers"
        raise Refused([f"{name}: {fault}"])
    notes.extend(
        f"the sheet {quoted(sheet)} is hidden; it was not read"
        for sheet in filled
        if sheet not in shown
    )
    return shown[0] if shown else ""


def cell_text(value: object) -> str:
    return "" if is_blank(value) else mended(as_text(value).strip())


def is_filled(row: tuple[object, ...]) -> bool:
    return not all(map(is_blank, row))
