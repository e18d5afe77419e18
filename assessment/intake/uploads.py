"""The one door for every file that comes in: nothing is parsed before it has been looked at.

``opened_book`` refuses what is too big, damaged, protected, not a spreadsheet or made to do harm,
with a sentence for each reason, and lends a ``Book`` whose rows raise ``Refused`` and nothing else.
A new kind of file gets its own function here, behind the same ``Limits``.
"""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Any, Final
from zipfile import ZipFile

from openpyxl import load_workbook
from openpyxl.reader.excel import ExcelReader
from openpyxl.workbook import Workbook
from openpyxl.xml.constants import SHARED_STRINGS

from assessment.intake.archive import (
    COMMAND_LINE,
    DAMAGED,
    MOSTLY_GAPS,
    NOT_XLSX,
    OLE,
    OTHER_KINDS,
    UNUSUAL,
    UPLOAD,
    Limits,
    Refused,
    content_faults,
    member_faults,
    refuse_file,
    scan,
)
from assessment.intake.sheet_rows import shared_strings, values_of

__all__ = ["COMMAND_LINE", "UNSTORED", "UPLOAD", "Book", "Limits", "Refused", "opened_book"]

LAST_ROW = 1_048_576  # of any sheet: a row number beyond it is made up


class Unstored:
    """Stands for a formula whose result the file does not hold."""

    def __str__(self) -> str:
        return "a formula without its result"


UNSTORED: Final = Unstored()


@dataclass(slots=True)
class Book:
    """A workbook that came through the door, opened read_only, with stored results."""

    name: str
    workbook: Workbook
    limits: Limits
    data: bytes = field(repr=False)
    has_formulas: bool
    unseen: frozenset[str] = frozenset()
    hidden_rows: dict[str, list[int]] = field(default_factory=dict)

    @property
    def sheets(self) -> tuple[str, ...]:
        return tuple(sheet.title for sheet in self.workbook.worksheets)

    def is_hidden(self, sheet: str) -> bool:
        return self.workbook[sheet].sheet_state != "visible"

    def rows(self, sheet: str) -> Iterator[tuple[Any, ...]]:
        """Values row by row from row 1, each row as long as its last cell; blank is None.

        A formula without a stored result is ``UNSTORED``; an error is text such as '#N/A'.
        Refused where the part cannot be read. ``hidden_rows`` gets the rows that are not shown and
        hold something, as they are read: they are rows as any others.
        """
        unstored = self.formulas(sheet) if self.has_formulas else {}
        for number, row in enumerate(self.parsed(self.workbook, sheet, values_only=True), start=1):
            columns = unstored.get(number, ())
            yield with_unstored(row, columns) if columns else row

    def formulas(self, sheet: str) -> dict[int, list[int]]:
        """Row number to the indices of its formulas, from a second pass over the sheet."""
        found = {}
        with parsing(self.name):
            workbook = load_workbook(BytesIO(self.data), read_only=True, keep_links=False)
        for number, row in enumerate(self.parsed(workbook, sheet, values_only=False), start=1):
            if columns := [i for i, cell in enumerate(row) if cell.data_type == "f"]:
                found[number] = columns
        return found

    def parsed(
        self, workbook: Workbook, sheet: str, *, values_only: bool
    ) -> Iterator[tuple[Any, ...]]:
        with parsing(self.name):
            worksheet: Any = workbook[sheet]
            # A wrong <dimension> would cut rows and columns off without a word.
            worksheet.reset_dimensions()
            refuse_unseen(worksheet._worksheet_path, self.unseen)  # noqa: SLF001 (no public name)
            if values_only:
                hidden = self.hidden_rows[sheet] = list[int]()
                rows = values_of(worksheet, hidden.append)
            else:
                rows = worksheet.iter_rows()
            spread = Spread(self.limits, sheet)
            for number, row in enumerate(rows, start=1):
                if number > LAST_ROW:
                    raise Refused([f"{sheet} has more rows than a sheet can have"])
                spread.count(row)
                yield row


@dataclass(slots=True)
class Spread:
    """What a sheet comes to once it is spread out: a few bytes may stand for a row of 16,384 cells,
    and each of many cells for the same text of a million characters."""

    limits: Limits
    sheet: str
    places: int = 0
    letters: int = 0

    def count(self, row: tuple[Any, ...]) -> None:
        self.places += len(row)
        self.letters += sum(len(value) for value in row if type(value) is str)
        if self.places > self.limits.places:
            raise Refused([f"{self.sheet} {MOSTLY_GAPS}"])
        if self.letters > self.limits.inflated_bytes:
            raise Refused([f"{self.sheet} holds far more text than an answers workbook"])


def with_unstored(row: tuple[Any, ...], columns: list[int]) -> tuple[Any, ...]:
    values = list(row)
    for index in columns:
        if values[index] is None:
            values[index] = UNSTORED
    return tuple(values)


@contextmanager
def opened_book(source: Path | bytes, limits: Limits, *, name: str = "the file") -> Iterator[Book]:
    """The workbook in a file, or in bytes called ``name``; Refused with every fault found."""
    if isinstance(source, Path):
        name = (source.name or str(source)).encode("utf-8", "replace").decode()
    with parsing(name):
        data = read_bytes(source, limits) if isinstance(source, Path) else source
        refuse_file(content_faults(data, limits))
        with ZipFile(BytesIO(data)) as archive:
            refuse_file(member_faults(archive.infolist(), limits))
            scanned = scan(archive, data, limits)
    with warnings.catch_warnings():
        # openpyxl warns of what it will not write back (Excel's own extensions): nothing is.
        warnings.simplefilter("ignore")
        with parsing(name):
            unseen = frozenset(scanned.unseen)
            workbook = opened_workbook(data, unseen)
        try:
            yield Book(name, workbook, limits, data, scanned.has_formulas, unseen)
        finally:
            workbook.close()


def opened_workbook(data: bytes, unseen: frozenset[str]) -> Workbook:
    """As ``load_workbook`` opens it to read values alone, but for the shared strings."""
    reader = Reader(BytesIO(data), read_only=True, data_only=True, keep_links=False)
    reader.unseen = unseen
    reader.read()
    workbook: Workbook = reader.wb
    return workbook


class Reader(ExcelReader):
    """Reads shared strings as fast as rows, with their escapes decoded."""

    unseen: frozenset[str] = frozenset()

    def read_strings(self) -> None:
        package: Any = self.package
        found = package.find(SHARED_STRINGS)
        if found is not None:
            path = found.PartName[1:]
            refuse_unseen(path, self.unseen)
            with self.archive.open(path) as source:
                self.shared_strings = shared_strings(source)


def refuse_unseen(path: str, unseen: frozenset[str]) -> None:
    """Before a parser that trusts the door: nobody has looked into this part."""
    if path.lower() in unseen:
        raise Refused([UNUSUAL])


@contextmanager
def parsing(name: str) -> Iterator[None]:
    """Whatever a parser raises becomes Refused, and every fault says which file it is about."""
    try:
        yield
    except Refused as error:
        raise Refused(f"{name}: {fault}" for fault in error.faults) from error
    except Exception as error:
        # zipfile and openpyxl raise nearly anything on a damaged file: KeyError, TypeError,
        # IndexError, zlib.error, RecursionError. For the person who sent it, it is one thing.
        raise Refused([f"{name}: {DAMAGED}"]) from error


def read_bytes(path: Path, limits: Limits) -> bytes:
    """The bytes of an ordinary .xlsx file, at most one more than allowed."""
    try:
        if path.is_dir():
            raise Refused(["it is a folder, not a file"])
        if not path.exists():
            raise Refused(["there is no such file"])
        if not path.is_file():
            raise Refused(["it is not an ordinary file"])
        with path.open("rb") as file:
            data = file.read(limits.file_bytes + 1)
    except OSError as error:
        raise Refused([f"it cannot be read: {error.strerror}"]) from error
    if data and path.suffix.lower() != ".xlsx" and not data.startswith(OLE):
        raise Refused([OTHER_KINDS.get(path.suffix.lower(), NOT_XLSX)])
    return data
