"""The sheet Answers, empty: a row a respondent, a column a statement.

Styles stand on columns, not on cells, so the file stays small and every new row has them.
"""

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from assessment.intake.answers_workbook import layout, look
from assessment.intake.answers_workbook.choices import (
    add,
    any_words,
    choice,
    scale_in_words,
    whole_number,
)
from assessment.intake.uploads import COMMAND_LINE
from questions import Instrument, Kind, Length
from questions.entries import Item, Principle

STATEMENT_ROW, HEADER_ROW = 1, 2
FIRST, LAST = HEADER_ROW + 1, HEADER_ROW + COMMAND_LINE.rows
LAST_COLUMN = 16_384  # of any sheet
WIDTHS = {
    layout.PERSPECTIVE: 15, layout.KIND: 12, layout.PEOPLE: 10, layout.FROM: 24,
    layout.DIFFERENT_VIEW: 32,
}  # fmt: skip
ITEM_WIDTH = 17
WARNING_SIGN = "WARNING SIGN"


def write_answers(sheet: Worksheet, instrument: Instrument, length: Length) -> None:
    write_respondent_columns(sheet, instrument)
    items = instrument.items(length)
    for column, item in enumerate(items, start=len(layout.RESPONDENT) + 1):
        write_item_column(sheet, column, item, instrument)
    unlock_the_rest(sheet, len(layout.RESPONDENT) + len(items) + 1)
    look.fit_height(sheet, STATEMENT_ROW)
    sheet.row_dimensions[HEADER_ROW].height = 22
    sheet.freeze_panes = f"C{FIRST}"  # right of kind
    look.protect(sheet)
    look.set_up_print(sheet, one_page_wide=False, title_rows=f"{STATEMENT_ROW}:{HEADER_ROW}")
    sheet.print_title_cols, sheet.page_setup.scale = "A:B", 65


def write_respondent_columns(sheet: Worksheet, instrument: Instrument) -> None:
    groups = f"Groups only: {instrument.thresholds.group_people} people or more, except a panel."
    hints = {
        layout.PERSPECTIVE: "Who is answering. One row is one person, or one group. No names.",
        layout.KIND: "individual: one person. group: one rating agreed together.",
        layout.PEOPLE: "Groups only: how many agreed it.",
        layout.FROM: "Groups only: which perspectives they come from. No names.",
        layout.DIFFERENT_VIEW: "Groups only: a different view, if there was one, in the group's "
        "own words. It is shown in the report as it is written here.",
    }
    codes = tuple(instrument.perspective)
    limits = {
        layout.PERSPECTIVE: choice(codes, layout.PERSPECTIVE, whose_words(instrument)),
        layout.KIND: choice(("individual", "group"), layout.KIND, hints[layout.KIND]),
        layout.PEOPLE: whole_number(1, layout.PEOPLE, f"How many people agreed this. {groups}"),
        layout.FROM: any_words(layout.FROM, hints[layout.FROM]),
        layout.DIFFERENT_VIEW: any_words(layout.DIFFERENT_VIEW, hints[layout.DIFFERENT_VIEW]),
    }
    for column, name in enumerate(layout.RESPONDENT, start=1):
        letter = get_column_letter(column)
        sheet.column_dimensions[letter].width = WIDTHS[name]
        look.ENTRY.apply(sheet.column_dimensions[letter])
        look.write(sheet, STATEMENT_ROW, column, hints[name], look.SMALL)
        look.write(sheet, HEADER_ROW, column, name, look.HEADER)
        add(sheet, limits[name], f"{letter}{FIRST}:{letter}{LAST}")


def whose_words(instrument: Instrument) -> str:
    return ". ".join(f"{p.code}: {p.name}" for p in instrument.perspectives) + "."


def write_item_column(sheet: Worksheet, column: int, item: Item, instrument: Instrument) -> None:
    principle = next(p for p in instrument.principles if item in p.items)
    is_warning = item.kind is Kind.WARNING
    letter = get_column_letter(column)
    sheet.column_dimensions[letter].width = ITEM_WIDTH
    banded = instrument.principles.index(principle) % 2 == 1
    (look.RATED_BAND if banded else look.RATED).apply(sheet.column_dimensions[letter])
    look.write(sheet, STATEMENT_ROW, column, statement_above(item, principle), look.SMALL)
    header = look.WARNING_HEADER if is_warning else look.HEADER
    look.write(sheet, HEADER_ROW, column, item.code, header)
    scale = instrument.scales.warning if is_warning else instrument.scales.practice
    title = f"{item.code}: warning sign" if is_warning else item.code
    prompt = f"{item.text} {scale_in_words(scale, instrument.scales)}"
    limits = choice(layout.RATINGS, title, prompt)
    add(sheet, limits, f"{letter}{FIRST}:{letter}{LAST}")


def statement_above(item: Item, principle: Principle) -> str:
    """What stands above an item's code: its principle, its kind in words, its text."""
    kind = f"{WARNING_SIGN}\n" if item.kind is Kind.WARNING else ""
    return f"{kind}{principle.short_name}\n{item.text}"


def unlock_the_rest(sheet: Worksheet, first: int) -> None:
    """Excel deletes and sorts rows of a protected sheet only where every cell is unlocked."""
    letter = get_column_letter(first)
    rest = sheet.column_dimensions[letter]
    rest.min, rest.max = first, LAST_COLUMN
    look.UNUSED.apply(rest)
