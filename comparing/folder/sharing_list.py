"""``sharing.csv``: who takes part in a comparison without a site, and with what.

Any spreadsheet program's CSV will do: commas, semicolons or tabs, a mark at its start, blank rows,
columns of one's own. Whatever is wrong is a ``Fault``, and all of them are told at once.
"""

import csv
import io
import unicodedata
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest

from assessment.intake.typed_days import day_typed
from assessment.intake.uploads import Refused
from comparing.method.counted_once import folded
from comparing.method.members import member_name
from organisations.text_rule import LONGEST_NAME, kept_name, seen, unwritable
from reports.spreadsheet.sheet_cells import looks_like_a_formula

NAME = "sharing.csv"
COLUMNS = ("organisation", "kind", "programme", "closed", "file")
DELIMITERS = ",;\t"


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """``row`` as a spreadsheet counts them."""

    row: int
    column: str
    what: str

    def __str__(self) -> str:
        return f"{NAME}, row {self.row}, {self.column}: {self.what}"


@dataclass(frozen=True, slots=True, kw_only=True)
class SharingLine:
    """A row as it was written; ``kind`` in lower case. Without a file it shares nothing."""

    row: int
    organisation: str
    kind: str
    programme: str
    closed: str
    file: str

    @property
    def shares(self) -> bool:
        return bool(self.file)

    @property
    def name(self) -> str:
        return member_name(self.organisation, self.programme)

    @property
    def day(self) -> date:
        return date.fromisoformat(self.closed)

    @property
    def identity(self) -> str:
        return folded(self.organisation)

    def fault(self, column: str, what: str) -> Fault:
        return Fault(self.row, column, what)


def head(cell: str) -> str:
    """The same for one head in capitals, in other spaces or in another form of its letters."""
    return " ".join(unicodedata.normalize("NFKC", seen(cell)).casefold().split())


def read_list(text: str) -> list[SharingLine]:
    """Every row that is not blank; Refused where there is no table with these columns."""
    rows = list(listed_rows(text))
    heads = [head(cell) for cell in rows[0][1]] if rows else []
    wrong = [
        f"{NAME}: there is {count} '{column}'; its columns are {', '.join(COLUMNS)}"
        for column in COLUMNS
        if (count := {0: "no column", 1: ""}.get(heads.count(column), "more than one column"))
    ]
    if wrong:
        raise Refused(wrong)
    return [sharing_line(row, heads, found) for row, found in rows[1:]]


def sharing_line(row: int, heads: Sequence[str], found: Sequence[str]) -> SharingLine:
    """A row may be shorter than the heads: what it lacks is empty."""
    given = dict(zip_longest(heads, found[: len(heads)], fillvalue=""))
    cells = {column: given[column] for column in COLUMNS}
    names = {name: kept_name(cells[name]) for name in ("organisation", "programme")}
    same = {"kind": head(cells["kind"]), "closed": as_iso(cells["closed"])}
    return SharingLine(row=row, **(cells | names | same))


def as_iso(text: str) -> str:
    """A day as people type it, and as a spreadsheet makes it of ours, as we keep it; else as is."""
    try:
        return day_typed(text).isoformat()
    except ValueError:
        return text


def listed_rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """Row number and cells, blank rows left out; Refused at a quote that is not closed."""
    first, _, rest = text.lstrip("\r\n").partition("\n")
    delimiter = max(DELIMITERS, key=first.count)
    if first.startswith("sep="):  # Excel's own first line, which no spreadsheet shows
        delimiter, text = first[4:5], rest
    reader = csv.reader(
        io.StringIO(text, newline=""), delimiter=delimiter, skipinitialspace=True, strict=True
    )
    try:
        for number, row in enumerate(reader, start=1):
            cells = [unquoted(cell.strip()) for cell in row]
            if any(cells):
                yield number, cells
    except csv.Error as error:
        raise Refused([f"{NAME}, line {reader.line_num}: it cannot be read: {error}"]) from error


def unquoted(cell: str) -> str:
    """Without the quote that keeps a spreadsheet from taking text for a formula."""
    return cell[1:] if cell.startswith("'") and looks_like_a_formula(cell[1:]) else cell


def list_faults(lines: Sequence[SharingLine], kinds: Collection[str]) -> Iterator[Fault]:
    """What is wrong before any file is opened."""
    seen: dict[tuple[str, str, str], int] = {}
    for line in lines:
        yield from entry_faults(line, kinds)
        first = seen.setdefault((line.identity, folded(line.programme), line.closed), line.row)
        if line.organisation and first != line.row:
            what = f"'{line.name}' of this day is in row {first} already; each has one row"
            yield line.fault("organisation", what)


def entry_faults(line: SharingLine, kinds: Collection[str]) -> Iterator[Fault]:
    if not line.organisation:
        yield line.fault("organisation", "it is empty; write the name of the organisation")
    for column, name in (("organisation", line.organisation), ("programme", line.programme)):
        if len(name) > LONGEST_NAME:
            yield line.fault(column, f"it is longer than {LONGEST_NAME} characters")
    if unwritable(line.organisation + line.programme + line.file):
        what = "it holds characters that cannot be shown"
        yield line.fault("organisation, programme or file", what)
    if line.kind not in kinds:
        said = f"'{line.kind[:40]}' is not known" if line.kind else "it is empty"
        yield line.fault("kind", f"{said}; write one of {', '.join(kinds)}")
    if (line.shares or line.closed) and not is_day(line.closed):
        said = f"'{line.closed[:40]}' is no day" if line.closed else "it is empty"
        yield line.fault("closed", f"{said}; write the day it closed as YYYY-MM-DD")


def is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
