"""The one place that writes cells. Text stays text: nothing here can write a formula.

Cells go into the file as XML text; openpyxl writes everything around them. It would take 25
microseconds a cell, four times as long, and makes a formula of whatever begins with '='.
"""

import datetime
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

from openpyxl.utils import get_column_letter

from assessment.cell_escapes import escaped
from reports.spreadsheet.looks import Look

Value = str | float | datetime.date | None
Styles = Mapping[tuple[Look, bool], int]

DAY_NOUGHT = datetime.date(1899, 12, 30).toordinal()  # spreadsheets count days from here
LONGEST = 32_767  # UTF-16 units in a cell
# What XML 1.0 refuses or Excel calls damage: controls, halves of a pair and two that are no text.
UNPRINTABLE = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")


def printable(text: str) -> str:
    """Without what no spreadsheet may hold, and no longer than a cell."""
    if text.isprintable() and 2 * len(text) <= LONGEST:
        return text
    clean = UNPRINTABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " "))
    return clean.encode("utf-16-le")[: 2 * LONGEST].decode("utf-16-le", "ignore")


def looks_like_a_formula(text: str) -> bool:
    """By its first character that is no blank and no mark that cannot be seen.

    A spreadsheet set to Japanese or Chinese takes a wide '=' for a narrow one: so does NFKC, which
    also knows the small and the raised ones.
    """
    if text[:1].isalnum():  # nearly always, and quickly told
        return False
    seen = (one for one in text if one not in " \xa0" and unicodedata.category(one) != "Cf")
    return unicodedata.normalize("NFKC", next(seen, " ")).startswith(FORMULA_STARTS)


def bullets(sentences: Iterable[str]) -> str:
    """One line each; a dot in front, so that a list reads as one in a single cell."""
    return "\n".join(f"• {sentence}" for sentence in sentences)


@dataclass(slots=True)
class Cells:
    """The cells of one sheet, written in any order, and the heights of its rows in points.

    ``styles``: the number of each look, plain and quoted, in the workbook's list of styles.
    """

    styles: Styles
    rows: dict[int, dict[int, str]] = field(default_factory=dict)
    heights: dict[int, float] = field(default_factory=dict)

    def write(self, row: int, column: int, value: Value, look: Look) -> None:
        """One cell; '=cmd()' is text, marked as quoted so that editing it leaves it text."""
        text = printable(value) if isinstance(value, str) else ""
        style = self.styles[look, looks_like_a_formula(text)]
        place = f'<c r="{get_column_letter(column)}{row}" s="{style}"'
        if text:
            body = f' t="inlineStr"><is><t xml:space="preserve">{xml_text(text)}</t></is></c>'
        elif value is None or isinstance(value, str):
            body = "/>"
        else:
            body = f"><v>{number(value)}</v></c>"
        self.rows.setdefault(row, {})[column] = place + body

    def xml(self) -> bytes:
        """The rows and cells in their order, as a worksheet holds them."""
        parts = ["<sheetData>"]
        for row in sorted(self.rows):
            cells = self.rows[row]
            parts.append(f'<row r="{row}"{height(self.heights.get(row))}>')
            parts.extend(cells[column] for column in sorted(cells))
            parts.append("</row>")
        parts.append("</sheetData>")
        return "".join(parts).encode()

    def reach(self) -> str:
        """From the first cell to the last: 'A1:H40'."""
        widest = max(max(cells) for cells in self.rows.values())
        return f"A1:{get_column_letter(widest)}{max(self.rows)}"


def xml_text(text: str) -> str:
    """'_x0041_' that somebody typed stays what they typed."""
    return escape(escaped(text))


def number(value: float | datetime.date) -> str:
    """As a spreadsheet keeps it; a date is a count of days."""
    return repr(value.toordinal() - DAY_NOUGHT if isinstance(value, datetime.date) else value)


def height(points: float | None) -> str:
    return "" if points is None else f' ht="{points:g}" customHeight="1"'
