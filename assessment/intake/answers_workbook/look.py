"""How the workbook looks, and the one function that writes text into it.

Colour repeats what words say already: a warning sign says so, an entry cell has its own column.
"""

from dataclasses import dataclass, field
from textwrap import wrap
from typing import Any

from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.dimensions import ColumnDimension
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from assessment.cell_escapes import escaped
from assessment.intake.answers_workbook import layout

TEAL, PAPER, INK, PLUM, WHITE = "14535A", "FFFDF8", "1D2A2E", "6B2D5C", "FFFFFF"
BAND, LINE = "E3ECEA", "9FB3B0"  # a tenth darker than paper: seen in grey print too
FONT, SIZE = "Calibri", 11.0
LIKE_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def sheet_font(*, colour: str = INK, bold: bool = False, size: float = SIZE) -> Font:
    return Font(name=FONT, family=2, color=colour, bold=bold, size=size)


def fill(colour: str) -> PatternFill:
    return PatternFill("solid", start_color=colour, end_color=colour)


def cell_frame(style: Any, colour: str) -> Border:
    line = Side(style=style, color=colour)
    return Border(left=line, right=line, top=line, bottom=line)


THIN = cell_frame("thin", LINE)
TOP = Alignment(horizontal="left", vertical="top", wrap_text=True, indent=1)
MIDDLE = Alignment(horizontal="left", vertical="center", wrap_text=True, indent=1)
ONE_LINE = Alignment(horizontal="left", vertical="center", indent=1)
CENTRED = Alignment(horizontal="center", vertical="top")


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """Everything about a cell that is not its value; ``entry`` cells may be typed into."""

    font: Font = field(default_factory=sheet_font)
    fill: PatternFill = field(default_factory=lambda: fill(PAPER))
    border: Border = THIN
    alignment: Alignment = TOP
    entry: bool = False
    number_format: str = "General"

    def apply(self, styled: Cell | ColumnDimension) -> None:
        styled.font, styled.fill, styled.border = self.font, self.fill, self.border
        styled.alignment, styled.number_format = self.alignment, self.number_format
        styled.protection = Protection(locked=not self.entry)


BARE = Border()
TITLE = Style(font=sheet_font(colour=TEAL, bold=True, size=16), border=BARE, alignment=ONE_LINE)
HEADING = Style(
    font=sheet_font(colour=TEAL, bold=True, size=13),
    border=BARE,
    alignment=Alignment(horizontal="left", vertical="bottom", indent=1),
)
CAUTION = Style(
    font=sheet_font(colour=PLUM, bold=True, size=12),
    border=cell_frame("medium", PLUM),
    alignment=MIDDLE,
)
NOTE = Style(border=BARE, alignment=ONE_LINE)
TERM = Style(font=sheet_font(bold=True), border=BARE)
MEANING = Style(border=BARE)
HEADER = Style(font=sheet_font(colour=WHITE, bold=True), fill=fill(TEAL), alignment=MIDDLE)
WARNING_HEADER = Style(font=sheet_font(colour=WHITE, bold=True), fill=fill(PLUM), alignment=MIDDLE)
LABEL = Style(font=sheet_font(bold=True), alignment=MIDDLE)
ADVICE = Style(font=sheet_font(size=10), alignment=MIDDLE)
CODE = Style(font=sheet_font(bold=True))
STATEMENT = Style()
SMALL = Style(font=sheet_font(size=10))
FIELD = Style(fill=fill(WHITE), alignment=MIDDLE, entry=True)
ENTRY = Style(fill=fill(WHITE), entry=True)
ENTRY_DATE = Style(fill=fill(WHITE), entry=True, number_format="dd/mm/yyyy")
RATED = Style(fill=fill(WHITE), alignment=CENTRED, entry=True)
RATED_BAND = Style(fill=fill(BAND), alignment=CENTRED, entry=True)
UNUSED = Style(border=BARE, entry=True)


def write(sheet: Worksheet, row: int, column: int, text: str, style: Style) -> Cell:
    """Text as text, whatever it begins with; 1-based row and column."""
    cell = sheet.cell(row, column)
    assert isinstance(cell, Cell)
    cell.value = escaped(text) or None
    style.apply(cell)
    if text:
        cell.data_type = "s"
        cell.quotePrefix = text.startswith(LIKE_FORMULA)
    return cell


def write_texts(sheet: Worksheet, row: int, texts: list[str], styles: list[Style]) -> None:
    for column, (text, style) in enumerate(zip(texts, styles, strict=True), start=1):
        write(sheet, row, column, text, style)


def write_caution(sheet: Worksheet, row: int, across: str) -> None:
    """That this file holds each person's answers, in a frame across the columns."""
    sheet.merge_cells(across)
    write(sheet, row, 1, layout.WARNING, CAUTION)
    sheet.row_dimensions[row].height = 40


def set_widths(sheet: Worksheet, widths: list[float]) -> None:
    for index, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(index)].width = width


def fit_height(sheet: Worksheet, row: int, *, least: float = 20) -> None:
    """As high as the row's text needs in its columns: not every program works it out on opening."""
    height = least
    for cell in sheet[row]:
        width = sheet.column_dimensions[get_column_letter(cell.column or 1)].width
        size = cell.font.size or SIZE
        lines = lines_taken(str(cell.value or ""), round((width - 2) * SIZE / size))
        height = max(height, size * 1.36 * lines + 4)
    sheet.row_dimensions[row].height = height


def lines_taken(text: str, width: int) -> int:
    return sum(len(wrap(paragraph, width)) or 1 for paragraph in text.splitlines())


def protect(sheet: Worksheet) -> None:
    """Against slips, without a password: what may be done is switched off from protection."""
    sheet.protection.sheet = True
    for allowed in (
        "formatCells", "formatColumns", "formatRows", "insertRows", "deleteRows", "sort",
        "autoFilter",
    ):  # fmt: skip
        setattr(sheet.protection, allowed, False)


def set_up_print(sheet: Worksheet, *, one_page_wide: bool, title_rows: str | None = None) -> None:
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    if one_page_wide:
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.print_title_rows = title_rows
    footer: Any = sheet.oddFooter  # its parts are always there; the stubs doubt it
    footer.left.text = "Keep this safe: it holds each person's answers"
    footer.right.text = "&A, page &P of &N"
