"""Rows as CSV. Text that a spreadsheet would take for a formula gets a quote before it."""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import date

from reports.spreadsheet.sheet_cells import looks_like_a_formula

Value = str | int | float | date | None


def written(heads: Sequence[str], rows: Iterable[Sequence[Value]]) -> bytes:
    """UTF-8 with a mark at its start, without which Excel reads an accent as two letters."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(map(safe, heads))
    writer.writerows(map(safe, row) for row in rows)
    return text.getvalue().encode("utf-8-sig", "replace")


def yes_no(value: bool | None) -> str | None:
    return {True: "yes", False: "no", None: None}[value]


def safe(value: Value) -> Value:
    """Only text: a figure below nought stays a figure."""
    return f"'{value}" if isinstance(value, str) and looks_like_a_formula(value) else value
