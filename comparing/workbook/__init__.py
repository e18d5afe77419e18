"""A round as a spreadsheet and as CSV: what is published, or its members by name.

Each takes what one reader sees and nothing else, so it holds only what may be shown.

| module | what it holds |
|---|---|
| published_sheets | what is published: summary, principles, structure, mechanisms |
| named_sheets | members by name: summary, levels, every figure |
| planned_sheet | the suggested actions that members have in their plans |
| method_sheet | how each number was made, in plain words (explained.toml) |
| comparison_csv | the same figures as rows |
"""

from openpyxl import Workbook

from comparing.method.seen import SeenByName, SeenPublished, SeenRound
from comparing.workbook.method_sheet import method_page
from comparing.workbook.named_sheets import (
    named_figures_page,
    named_levels_page,
    named_mechanisms_page,
    named_summary_page,
)
from comparing.workbook.planned_sheet import named_plans_page, planned_page
from comparing.workbook.published_sheets import (
    published_mechanisms_page,
    published_principles_page,
    published_structure_page,
    published_summary_page,
)
from comparing.workbook.title_line import title_line
from reports.spreadsheet.looks import add_looks, style_numbers
from reports.spreadsheet.saving import saved
from reports.spreadsheet.writing import Page, write_page

__all__ = ["round_workbook"]


def round_workbook(seen: SeenRound) -> bytes:
    """What one reader sees, as .xlsx; no clock is in it."""
    book = Workbook()
    book.remove(book.worksheets[0])
    add_looks(book)
    styles, line = style_numbers(book), title_line(seen)
    pages = named_pages(seen, line) if isinstance(seen, SeenByName) else published_pages(seen, line)
    cells = [write_page(book, page, seen.instrument.caution, styles) for page in pages]
    title = f"Peer support compared: {seen.title}"
    return saved(book, cells, title=title, creator=seen.title, date=None)


def published_pages(seen: SeenPublished, line: str) -> list[Page]:
    """``line`` stands under the title of every sheet: which round it is, and until when."""
    return [
        published_summary_page(seen, line),
        published_principles_page(seen, line),
        published_structure_page(seen, line),
        published_mechanisms_page(seen, line),
        planned_page(seen, line),
        method_page(seen, line),
    ]


def named_pages(seen: SeenByName, line: str) -> list[Page]:
    return [
        named_summary_page(seen, line),
        named_levels_page(seen, line),
        named_figures_page(seen, line),
        named_mechanisms_page(seen, line),
        named_plans_page(seen, line),
        method_page(seen, line),
    ]
