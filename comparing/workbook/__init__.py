"""A comparison as a spreadsheet and as CSV: the collaboration's own, or one member's.

Both take a ``Comparison`` and nothing else, so they hold only what may be shown.

| module | what it holds |
|---|---|
| first_sheet, principles_compared, structure_compared, mechanisms_compared | one sheet each |
| chosen_sheet, named_sheet, kinds_sheet, method_sheet | one sheet each |
| radar_below | the list and the radar below a table: own solid, the others' mean dashed |
| compared_columns | the columns and cells of a compared figure, the same on every sheet |
| compared_words | names and sentences that several sheets share |
| thirds | how a third looks without colour |
| comparison_csv | a row a figure, and a row a figure of each named member |

How each number was made stands in plain words in explained.toml.
"""

from collections.abc import Sequence
from datetime import date

from openpyxl import Workbook

from comparing.method.comparing import Comparison
from comparing.workbook.chosen_sheet import Chosen, chosen_page
from comparing.workbook.compared_words import comparison_title_line
from comparing.workbook.comparison_csv import comparison_csv, named_csv
from comparing.workbook.first_sheet import summary_page
from comparing.workbook.kinds_sheet import kinds_page
from comparing.workbook.mechanisms_compared import compared_mechanisms_page
from comparing.workbook.method_sheet import method_page
from comparing.workbook.named_sheet import figures_page, named_page
from comparing.workbook.principles_compared import compared_principles_page
from comparing.workbook.structure_compared import structure_page
from reports.spreadsheet.looks import add_looks, style_numbers
from reports.spreadsheet.saving import saved
from reports.spreadsheet.writing import Page, write_page

__all__ = ["Chosen", "comparison_csv", "comparison_workbook", "named_csv"]


def comparison_workbook(
    comparison: Comparison, *, title: str, made: date | None, chosen: Sequence[Chosen] = ()
) -> bytes:
    """The comparison as .xlsx. ``title`` names the collaboration and the round.

    ``made``: the day its figures were made. ``chosen``: what members plan to do, if that is known.
    """
    book = Workbook()
    book.remove(book.worksheets[0])
    add_looks(book)
    styles, caution = style_numbers(book), comparison.instrument.caution
    pages = pages_of(comparison, comparison_title_line(comparison, title, made), chosen)
    cells = [write_page(book, page, caution, styles) for page in pages]
    return saved(book, cells, title=f"Peer support compared: {title}", creator=title, date=made)


def pages_of(comparison: Comparison, line: str, chosen: Sequence[Chosen]) -> list[Page]:
    """``line`` stands under the title of every sheet: which comparison it belongs to."""
    pages = [
        summary_page(comparison, line),
        compared_principles_page(comparison, line),
        structure_page(comparison, line),
        compared_mechanisms_page(comparison, line),
    ]
    if chosen:
        pages.append(chosen_page(comparison, line, chosen))
    pages.append(named_page(comparison, line))
    if comparison.named:
        pages.append(figures_page(comparison, line))
    return [*pages, kinds_page(comparison, line), method_page(comparison, line)]
