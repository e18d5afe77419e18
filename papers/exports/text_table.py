"""A table kept as text: whatever program wrote it, by whichever mark between its cells."""

import csv
import html
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from io import StringIO
from itertools import islice

from assessment.intake.plain_tables import decoded
from assessment.intake.uploads import Limits, Refused

ENDINGS = (".csv", ".tsv", ".txt")
DELIMITERS = ",;\t"
TRIED = 20  # rows by which the mark between cells is known
SAID_FIRST = re.compile(r'"?sep=(.)"?\r?\n')  # Excel's own way to say it
NO_TABLE = (
    "from row {row} on it is no table that can be read, a quotation mark is missing perhaps: open "
    "it in Excel or LibreOffice and save it as .csv (UTF-8)"
)

NumberedRow = tuple[int, tuple[str, ...]]


def is_text(name: str, data: bytes) -> bool:
    """By what is in it where that is a spreadsheet, which people may have called .csv."""
    return name.lower().endswith(ENDINGS) and not data.startswith(b"PK")


def text_rows(data: bytes, name: str, limits: Limits) -> Iterator[NumberedRow]:
    text = text_of(data, name, limits)
    said = SAID_FIRST.match(text)
    delimiter = said[1] if said else delimiter_of(text)
    number = 0
    try:
        for number, cells in enumerate(records(text[said.end() if said else 0 :], delimiter), 1):
            if number > limits.rows:
                raise Refused([f"{name}: more than {limits.rows:,} rows"])
            if any(map(str.strip, cells)):
                yield number, tuple(mended(cell.strip()) for cell in cells)
    except csv.Error as error:
        raise Refused([f"{name}: {NO_TABLE.format(row=number + 1)}"]) from error


def records(text: str, delimiter: str) -> Iterator[list[str]]:
    """``newline``: lines end as on Windows, elsewhere, or on an old Mac. ``strict``: a quotation
    mark that is not closed would take everybody after it into one cell."""
    return csv.reader(StringIO(text, newline=None), delimiter=delimiter, strict=True)


def delimiter_of(text: str) -> str:
    """The one that makes rows of one width: statements hold commas themselves."""
    return max(DELIMITERS, key=lambda one: evenness(text, one))


def evenness(text: str, delimiter: str) -> tuple[int, int]:
    """How many rows are of the same width, and the width; nothing where that is one cell."""
    widths = Counter[int]()
    with suppress(csv.Error):
        widths.update(map(len, islice(records(text, delimiter), TRIED)))
    width, times = max(widths.items(), key=lambda one: one[::-1], default=(0, 0))
    return (times, width) if width > 1 else (0, 0)


def mended(cell: str) -> str:
    """A page's own way to write an apostrophe, and UTF-8 that was opened as western Windows."""
    plain = html.unescape(cell) if "&" in cell else cell
    if plain.isascii():
        return plain
    try:
        return plain.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return plain


def text_of(data: bytes, name: str, limits: Limits) -> str:
    if len(data) > limits.file_bytes:
        raise Refused([f"{name}: it is larger than {limits.file_bytes // 1_000_000} MB"])
    try:
        return decoded(data)
    except Refused as error:
        raise Refused(f"{name}: {fault}" for fault in error.faults) from error
