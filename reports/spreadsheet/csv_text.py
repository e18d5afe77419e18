"""Rows as CSV. Text that a spreadsheet would take for a formula gets a quote before it."""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import date

Value = str | int | float | date | None
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def written(heads: Sequence[str], rows: Iterable[Sequence[Value]]) -> bytes:
    """UTF-8 with a mark at its start, without which Excel reads an accent as two letters."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(map(safe, heads))
    writer.writerows(map(safe, row) for row in rows)
    return text.getvalue().encode("utf-8-sig", "replace")


def safe(value: Value) -> Value:
    """Only text: a figure below nought stays a figure."""
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value
