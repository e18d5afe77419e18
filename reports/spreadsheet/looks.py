"""Fonts, fills and borders, and how a level looks: told apart by word, shape, weight and border.

Arial, because its widths are the same in Excel and, as Liberation Sans, in LibreOffice.
"""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from itertools import product
from typing import Any, Final, Literal

from openpyxl import Workbook
from openpyxl.formatting.rule import Rule
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.styles.numbers import NumberFormat
from openpyxl.utils.indexed_list import IndexedList

from assessment.method.levels import Level

TEAL, INK, PLUM, PAPER, WHITE = "14535A", "1D2A2E", "6B2D5C", "FFFDF8", "FFFFFF"
PALE_TEAL, PALE_PLUM, RULE = "E2EEEE", "F3E6EF", "B9C6C6"


class Look(StrEnum):
    """What a cell is for; each is a named style of the workbook."""

    TITLE = "Essence title"
    CAUTION = "Essence caution"
    NOTE = "Essence note"
    PART = "Essence part"
    HEAD = "Essence head"
    UPRIGHT = "Essence upright head"
    WORDS = "Essence words"
    STRONG = "Essence strong"
    FIGURE = "Essence figure"
    NARROW = "Essence figure, narrow"
    COUNT = "Essence count"
    DATE = "Essence date"
    LOOSE = "Essence figure as set"
    INPUT = "Essence to fill in"
    INPUT_DATE = "Essence date to fill in"


def add_looks(book: Workbook) -> None:
    """Arial 10 as the workbook's own font (column widths are counted in it), and every look."""
    inside: Any = book
    # openpyxl has no public way to the workbook's own font.
    inside._fonts = IndexedList()  # noqa: SLF001
    inside._named_styles["Normal"].font = font()  # noqa: SLF001 - as above
    for style in styles():
        book.add_named_style(style)


def style_numbers(book: Workbook) -> dict[tuple[Look, bool], int]:
    """The number of every look in the book's list of styles, plain and as quoted text."""
    scratch, found = book.create_sheet(), {}
    for look, quoted in product(Look, (False, True)):
        cell = scratch.cell(1, 1)
        cell.style = look
        cell.quotePrefix = quoted
        found[look, quoted] = cell.style_id
    book.remove(scratch)
    return found


def font(*, size: float = 10, bold: bool = False, italic: bool = False, color: str = INK) -> Font:
    return Font(name="Arial", size=size, bold=bold, italic=italic, color=color)


def styles() -> Iterator[NamedStyle]:
    line = Side(style="thin", color=RULE)
    under, boxed = Border(bottom=line), box(Side(style="dashed", color=TEAL))
    top = Alignment(vertical="top", horizontal="left", wrap_text=True, indent=1)
    right = Alignment(vertical="top", horizontal="right", wrap_text=True, indent=1)
    middle = Alignment(vertical="top", horizontal="center", wrap_text=True)
    teal, paper = PatternFill("solid", fgColor=TEAL), PatternFill("solid", fgColor=PAPER)
    white = font(bold=True, color=WHITE)
    edges = Border(left=Side(style="thin", color=WHITE), right=Side(style="thin", color=WHITE))
    turned = Alignment(text_rotation=90, horizontal="center", vertical="bottom", wrap_text=True)
    headed = Alignment(vertical="bottom", horizontal="left", wrap_text=True, indent=1)
    yield NamedStyle(Look.TITLE, font=font(size=16, bold=True, color=TEAL))
    yield NamedStyle(Look.CAUTION, font=font(bold=True, color=PLUM))
    yield NamedStyle(Look.NOTE, font=font())
    yield NamedStyle(Look.PART, font=font(size=12, bold=True, color=TEAL))
    yield NamedStyle(Look.HEAD, font=white, fill=teal, alignment=headed, border=edges)
    yield NamedStyle(Look.UPRIGHT, font=white, fill=teal, alignment=turned, border=edges)
    yield NamedStyle(Look.WORDS, font=font(), alignment=top, border=under)
    yield NamedStyle(Look.STRONG, font=font(bold=True), alignment=top, border=under)
    yield NamedStyle(Look.FIGURE, font=font(), alignment=right, border=under, number_format="0.0")
    yield NamedStyle(Look.NARROW, font=font(), alignment=middle, border=under, number_format="0.0")
    yield NamedStyle(Look.COUNT, font=font(), alignment=middle, border=under, number_format="0")
    yield NamedStyle(Look.LOOSE, font=font(), alignment=middle, border=under)
    day = "d mmm yyyy"
    yield NamedStyle(Look.DATE, font=font(), alignment=top, border=under, number_format=day)
    for look, code in ((Look.INPUT, "General"), (Look.INPUT_DATE, day)):
        yield NamedStyle(
            look, font=font(), fill=paper, alignment=top, border=boxed, number_format=code
        )


def box(side: Side) -> Border:
    return Border(left=side, right=side, top=side, bottom=side)


# Shapes follow shared look: circle, ring, seedling, triangle, diamond, dash; shown after the word.
SHAPES = {
    Level.HOLDING: "●",
    Level.WATCH: "○",
    Level.UNDER_DEVELOPED: "♣",
    Level.UNDER_PRESSURE: "▲",
    Level.AT_RISK: "◆",
    Level.NOT_ENOUGH: "—",
}


EDGES: Final[Mapping[Level, Literal["dashed", "dotted", "hair"]]] = {
    Level.WATCH: "dashed",
    Level.UNDER_DEVELOPED: "dotted",
    Level.NOT_ENOUGH: "hair",
}


def level_rules(first_cell: str) -> Iterator[Rule]:
    """Conditional formatting of cells that begin with a level's name; ``first_cell`` like 'C5'."""
    for level, shape in SHAPES.items():
        yield Rule(
            type="beginsWith",
            operator="beginsWith",
            text=str(level),
            formula=[f'LEFT({first_cell},{len(level)})="{level}"'],
            dxf=level_look(level, shape),
        )


def level_look(level: Level, shape: str) -> DifferentialStyle:
    """Told apart in grey too: by the word, its shape, its weight and the line around it."""
    marked, holds = level in (Level.AT_RISK, Level.UNDER_PRESSURE), level is Level.HOLDING
    quiet = TEAL if holds else INK
    fills = {Level.HOLDING: PALE_TEAL, Level.AT_RISK: PALE_PLUM}
    side = Side(style=EDGES.get(level, "thin"), color=PLUM if marked else TEAL)
    fill = fills.get(level)
    return DifferentialStyle(
        font=Font(
            bold=marked or holds,
            italic=level is Level.NOT_ENOUGH,
            color=PLUM if marked else quiet,
        ),
        fill=PatternFill("solid", bgColor=fill) if fill else None,
        border=box(side),
        numFmt=NumberFormat(numFmtId=200 + list(SHAPES).index(level), formatCode=f'@"  {shape}"'),
    )
