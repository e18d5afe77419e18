"""``sharing.csv``: who takes part in a comparison without a site, and how.

Any spreadsheet program's CSV will do: commas, semicolons or tabs, a mark at its start, blank rows,
columns of one's own. Whatever is wrong is a ``Fault``, and all of them are told at once.
"""

import csv
import io
import unicodedata
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from assessment.intake.uploads import Refused
from comparing.method.members import Sharing
from organisations.text_rule import unwritable
from reports.spreadsheet.sheet_cells import looks_like_a_formula

NAME = "sharing.csv"
COLUMNS = ("organisation", "kind", "file", "sharing")
DELIMITERS = ",;\t"
LONGEST = 200  # characters of an organisation's name, as on a site


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """``row`` as a spreadsheet counts them."""

    row: int
    column: str
    what: str

    def __str__(self) -> str:
        return f"{NAME}, row {self.row}, {self.column}: {self.what}"


@dataclass(frozen=True, slots=True)
class SharingLine:
    """A row as it was written; ``kind`` and ``sharing`` in lower case."""

    row: int
    organisation: str
    kind: str
    file: str
    sharing: str

    @property
    def shares(self) -> bool:
        return self.sharing != Sharing.NO

    @property
    def identity(self) -> str:
        return folded(self.organisation)

    def fault(self, column: str, what: str) -> Fault:
        return Fault(self.row, column, what)


def folded(name: str) -> str:
    """The same for one name in capitals, in other spaces or in another form of its accents."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def read_list(text: str) -> list[SharingLine]:
    """Every row that is not blank; Refused where there is no table with these columns."""
    rows = list(listed_rows(text))
    heads = [folded(cell) for cell in rows[0][1]] if rows else []
    wrong = [
        f"{NAME}: there is {count} '{column}'; its columns are {', '.join(COLUMNS)}"
        for column in COLUMNS
        if (count := {0: "no column", 1: ""}.get(heads.count(column), "more than one column"))
    ]
    if wrong:
        raise Refused(wrong)
    places = [heads.index(column) for column in COLUMNS]
    return [sharing_line(row, [*cells, *[""] * len(heads)], places) for row, cells in rows[1:]]


def sharing_line(row: int, cells: Sequence[str], places: Sequence[int]) -> SharingLine:
    organisation, kind, file, sharing = (cells[place] for place in places)
    return SharingLine(row, " ".join(organisation.split()), folded(kind), file, folded(sharing))


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
    organisations: dict[str, int] = {}
    for line in lines:
        yield from entry_faults(line, kinds)
        first = organisations.setdefault(line.identity, line.row)
        if line.organisation and first != line.row:
            what = f"'{line.organisation}' is in row {first} already; each has one row"
            yield line.fault("organisation", what)


def entry_faults(line: SharingLine, kinds: Collection[str]) -> Iterator[Fault]:
    name = line.organisation
    if not name:
        yield line.fault("organisation", "it is empty; write the name of the organisation")
    if len(name) > LONGEST:
        yield line.fault("organisation", f"it is longer than {LONGEST} characters")
    if unwritable(name + line.file):
        yield line.fault("organisation or file", "it holds characters that cannot be shown")
    for column, given, allowed in (
        ("kind", line.kind, list(kinds)),
        ("sharing", line.sharing, list(Sharing)),
    ):
        if given not in allowed:
            said = f"'{given[:40]}' is not known" if given else "it is empty"
            yield line.fault(column, f"{said}; write one of {', '.join(allowed)}")
    if line.shares and not line.file:
        yield line.fault("file", "it is empty; only a row that shares 'no' needs no file")
