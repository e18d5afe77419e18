"""Pages: what stands above a table, the table, how it is seen and how it is printed."""

import re
import textwrap
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.filters import AutoFilter
from openpyxl.worksheet.header_footer import HeaderFooter, HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.table import Table, TableColumn
from openpyxl.worksheet.worksheet import Worksheet

from reports.spreadsheet.fitting import LINE, fitted, row_height, units
from reports.spreadsheet.looks import Look, level_rules
from reports.spreadsheet.sheet_cells import Cells, Styles, Value, printable

Row = Sequence[Value]

A4 = 9
FOOTER_ROOM = 200  # of the 255 characters that Excel takes
BOLD = 0.92  # bold letters are wider, so a column has less room for them
INDENT = 1.4  # digits' width that an indent takes from a cell
ROW = LINE + 4


@dataclass(frozen=True, slots=True)
class Column:
    """``width`` in digits; ``upright`` turns the head so that a narrow column can carry it."""

    head: str
    width: float
    look: Look = Look.WORDS
    upright: bool = False


class Printed(Enum):
    """TABLE leaves out what stands below it, which would come under the table's head."""

    ALL = "all"
    TABLE = "table"
    NOTES = "notes"


NOT_PRINTED = "Left out of the usual print, because it is long: clear the print area to have it."


@dataclass(frozen=True, slots=True)
class Written:
    """Where the table of a sheet stands."""

    sheet: Worksheet
    cells: Cells
    head: int
    last: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One sheet: lines above, one table, and perhaps more below it.

    ``keep`` columns stay in sight when scrolling; the notes begin in column ``notes_at``;
    ``levels`` are the first and the last of the columns that begin with a level's name; ``pages``
    is how many sheets of paper it may be wide; ``paper`` is the room for the notes, in digits.
    ``head_again``: the head on every printed page, also that of a picture below. ``one_sheet``: all
    of it on one printed page, or ``pages`` beside each other, however small. ``printed``: what of
    it goes on paper unless somebody changes the print area.
    """

    name: str
    title: str
    notes: Sequence[str]
    columns: Sequence[Column]
    rows: Sequence[Row]
    keep: int = 1
    notes_at: int = 1
    levels: tuple[int, int] | None = None
    filters: bool = True
    pages: int = 1
    head_again: bool = True
    one_sheet: bool = False
    printed: Printed = Printed.ALL
    paper: float | None = None
    below: Callable[[Written], None] | None = None


def write_page(book: Workbook, page: Page, caution: str, styles: Styles) -> Cells:
    """The sheet around the cells goes into the book; the cells come back, for ``saved``.

    ``caution`` stands at the foot of every printed page.
    """
    sheet, cells = book.create_sheet(page.name), Cells(styles)
    widths = write_widths(sheet, page)
    head = write_lines(cells, page, page.paper or sum(widths)) + 1
    last = write_rows(cells, page, widths, head)
    add_table(sheet, page, head, last)
    set_view(sheet, page, head)
    set_paper(sheet, page, head, caution)
    set_print_area(sheet, page, head, last)
    if page.levels:
        add_levels(sheet, page.levels, head, last)
    if page.below:
        page.below(Written(sheet, cells, head, last))
    return cells


def write_widths(sheet: Worksheet, page: Page) -> list[float]:
    widths = fitted([column.width for column in page.columns], page.rows)
    for place, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(place)].width = width
    return widths


def write_lines(cells: Cells, page: Page, paper: float) -> int:
    """Title and notes, each line in its own row so that it runs over the empty cells beside it."""
    cells.write(1, 1, page.title, Look.TITLE)
    cells.heights[1] = 26
    row = 1
    left_out = [NOT_PRINTED] if page.printed is Printed.NOTES else []
    for number, note in enumerate([*page.notes, *left_out]):
        for line in textwrap.wrap(printable(note), letters(note, paper * BOLD)):
            row += 1
            cells.write(row, page.notes_at, line, Look.NOTE if number else Look.CAUTION)
    cells.heights[row] = LINE + 8
    return row


def letters(text: str, width: float) -> int:
    """How many of a text's letters fit side by side in so many digits."""
    return max(20, int(width * len(text) / max(1.0, units(text))))


def write_rows(cells: Cells, page: Page, widths: Sequence[float], head: int) -> int:
    """The head and every row; a table without rows has one empty one, or Excel 'repairs' it."""
    heads = unique(column.head for column in page.columns)
    for place, (text, column) in enumerate(zip(heads, page.columns, strict=True), 1):
        cells.write(head, place, text, Look.UPRIGHT if column.upright else Look.HEAD)
    cells.heights[head] = head_height(page.columns, widths)
    looks = [column.look for column in page.columns]
    rooms = [room(width, look) for width, look in zip(widths, looks, strict=True)]
    rows = page.rows or [[None] * len(looks)]
    for number, values in enumerate(rows, head + 1):
        write_row(cells, number, values, looks, rooms)
    return head + len(rows)


def room(width: float, look: Look) -> float:
    """How many digits' width of text fits beside the indent."""
    if look in (Look.LOOSE, Look.COUNT):
        return width
    return (width - INDENT) * (BOLD if look is Look.STRONG else 1)


def write_row(
    cells: Cells, row: int, values: Row, looks: Iterable[Look], widths: Sequence[float]
) -> None:
    for place, (value, look) in enumerate(zip(values, looks, strict=True), 1):
        cells.write(row, place, value, look)
    height = row_height(values, widths)
    if height > ROW:  # a row of one line has the sheet's own height
        cells.heights[row] = height


def head_height(columns: Sequence[Column], widths: Sequence[float]) -> float:
    level = [
        (c.head, room(w, Look.STRONG))
        for c, w in zip(columns, widths, strict=True)
        if not c.upright
    ]
    turned = max((turned_height(column.head) for column in columns if column.upright), default=0.0)
    return max(turned, row_height(*zip(*level, strict=True)) if level else ROW) + 4


def turned_height(head: str) -> float:
    """In points: two lines to break over, and the longest word whole. A bold letter takes up to 7
    in LibreOffice, 4.7 in Excel.
    """
    return max(3.7 * len(head), 7 * max(map(len, head.split()), default=0))


def unique(heads: Iterable[str]) -> list[str]:
    """Column names as a table needs them: told apart, whatever their case."""
    found: dict[str, str] = {}
    for text in heads:
        plain = printable(text).replace("\n", " ")[:200]
        name, number = plain, 1
        while name.casefold() in found:
            number += 1
            name = f"{plain} ({number})"
        found[name.casefold()] = name
    return list(found.values())


def add_table(sheet: Worksheet, page: Page, head: int, last: int) -> None:
    place = f"A{head}:{get_column_letter(len(page.columns))}{last}"
    # A table's name may hold no blank or sign: letters are safe in every language of Excel.
    table = Table(displayName="Essence_" + re.sub("[^A-Za-z]", "_", page.name), ref=place)
    heads = unique(column.head for column in page.columns)
    table.tableColumns = [TableColumn(id=i, name=name) for i, name in enumerate(heads, 1)]
    table.autoFilter = AutoFilter(ref=place) if page.filters else None
    sheet.add_table(table)


def add_levels(sheet: Worksheet, columns: tuple[int, int], head: int, last: int) -> None:
    first, end = map(get_column_letter, columns)
    for rule in level_rules(f"{first}{head + 1}"):
        sheet.conditional_formatting.add(f"{first}{head + 1}:{end}{last}", rule)


def set_view(sheet: Worksheet, page: Page, head: int) -> None:
    sheet.freeze_panes = f"{get_column_letter(page.keep + 1)}{head + 1}"
    sheet.sheet_view.showGridLines = False
    sheet.sheet_format.defaultRowHeight, sheet.sheet_format.customHeight = ROW, True


def set_paper(sheet: Worksheet, page: Page, head: int, caution: str) -> None:
    """Landscape A4, fitted to its width, the caution at every foot."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = A4
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = page.pages, int(page.one_sheet)
    if page.head_again:
        sheet.print_title_rows = f"{head}:{head}"
    if page.pages > 1:
        sheet.print_title_cols = f"A:{get_column_letter(page.keep)}"
    margins = sheet.page_margins
    margins.left = margins.right = 0.4
    margins.top, margins.bottom, margins.footer = 0.5, 0.75, 0.3
    sheet.HeaderFooter = HeaderFooter(oddFooter=footer(caution))


def set_print_area(sheet: Worksheet, page: Page, head: int, last: int) -> None:
    if page.printed is not Printed.ALL:
        end = last if page.printed is Printed.TABLE else head - 1
        sheet.print_area = f"A1:{get_column_letter(len(page.columns))}{end}"


def footer(caution: str) -> HeaderFooterItem:
    """The caution, where there is room for it, before the sheet's name and the page."""
    words = printable(caution).replace("&", "&&")
    line = f"{words}  " if len(words) < FOOTER_ROOM else ""
    return HeaderFooterItem(center=_HeaderFooterPart(f"{line}&A, page &P of &N", size=8))
