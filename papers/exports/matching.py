"""What every column of an export is: a statement's, whose each row is, a slip's, or left over."""

import re
from collections.abc import Mapping

from openpyxl.utils import get_column_letter

from assessment.intake.answers_workbook.answers_rows import perspective_names
from assessment.intake.answers_workbook.labels import tidy
from assessment.intake.answers_workbook.values import plain_text
from papers.exports.headings import Named, item_names
from papers.exports.saved_mapping import NOTHING, SLIP, SavedMapping
from papers.exports.set_aside import is_our_sheet, refuse_groups, refuse_twice, set_aside
from papers.exports.survey_answers import Matched, RowReader
from papers.exports.survey_table import SurveyTable
from papers.exports.whose import refuse_other_perspectives, whose_column
from questions import Instrument, Length
from questions.entries import Item

SLIP_HEADINGS = {SLIP, "slipcode", "code", "thecodeonyourslip", "thecodeontheslip"}
IMPORT_ID = re.compile(r'^\{"ImportId"')  # Qualtrics' third row
UNDER = {"response", "open-ended response"}  # SurveyMonkey's second row, where it says nothing
CONDENSED = "one column a question (SurveyMonkey calls it 'condensed')"
NO_COLUMN = (
    "no column is known: each needs the statement, its shorter words or its code above it, "
    f"and {CONDENSED}"
)


def match(
    table: SurveyTable,
    instrument: Instrument,
    perspective: str | None = None,
    saved: SavedMapping = NOTHING,
    how: str = "",
) -> Matched:
    """``perspective``: of everybody in the file, where no column says whose each row is.
    ``saved``: what somebody settled before of what is not known by itself. ``how``: what to do
    where nothing says whose they are, if it is not an option of a command."""
    found = Matched(notes=list(table.notes))
    items, above = item_columns(table, Named(item_names(instrument), instrument, saved), found)
    if not items:
        found.faults.append(NO_COLUMN)
    others = other_columns(table, items, above)
    rows = set_aside(others, table.rows[above:], found)
    columns = {index: texts[0] for index, texts in others.items()}
    names = perspective_names(instrument) | dict(saved.perspectives)
    if perspective:
        whose = None
        refuse_other_perspectives(columns, rows, names, perspective, found)
    else:
        whose = whose_column(columns, rows, names, saved, found)
        if items and found.asks_whose and not found.faults:
            named = f"name it with --as, one of {', '.join(instrument.perspective)}"
            found.faults.append(f"no column says which perspective each person has: {how or named}")
    if whose is not None:
        found.whose = columns.pop(whose)
    slip = next((index for index, text in columns.items() if is_slip(text, saved)), None)
    if slip is not None:
        found.slip = columns.pop(slip)
    found.left_over = list(columns.values())
    settle_length(found, instrument, {item.code for item in items.values()})
    refuse_nameless(table, above, found)
    refuse_groups(others, rows, found)
    if not found.faults:
        reader = RowReader(found, items, instrument, perspective, whose, names, saved, slip)
        reader.ours = is_our_sheet(others)
        answered = list(filter(reader.holds_answers, rows))
        refuse_twice(others, answered, found)
        reader.read(answered)
    return found


def other_columns(
    table: SurveyTable, items: Mapping[int, Item], above: int
) -> dict[int, tuple[str, ...]]:
    """Index and headings of those that are no item."""
    headings = enumerate(tuple(filter(None, texts[:above])) for texts in table.headings)
    return {index: texts for index, texts in headings if texts and index not in items}


def is_slip(text: str, saved: SavedMapping) -> bool:
    settled = saved.columns.get(plain_text(text))
    return settled == SLIP if settled is not None else tidy(text) in SLIP_HEADINGS


def item_columns(table: SurveyTable, named: Named, found: Matched) -> tuple[dict[int, Item], int]:
    """Column to item, and how many rows above the answers are headings. A statement may stand
    above several: where people are led to questions of their own, each answers one of them."""
    columns: dict[int, Item] = {}
    above = 1 + max(
        (
            row
            for texts in table.headings
            for row, text in enumerate(texts)
            if IMPORT_ID.match(text)
        ),
        default=0,
    )
    for item_of in (named.item, named.item_behind):
        known = {item.code for item in columns.values()}
        for index, texts in enumerate(table.headings):
            for row, text in enumerate(texts if index not in columns else ()):
                item = item_of(text) if text else None
                if item is not None and item.code not in known:
                    above = max(above, row + 1)
                    columns[index] = item
                    found.columns.append((text, item.code))
                    break
    if len(table.rows) > above:
        under = {plain_text(table.rows[above][1][index]) for index in columns} - {""}
        above += bool(under) and under <= UNDER
    return columns, above


def refuse_nameless(table: SurveyTable, above: int, found: Matched) -> None:
    """An answer that stands in a column of its own, or a column that came in between."""
    filled = [
        index
        for index, texts in enumerate(table.headings)
        if not any(texts[:above]) and any(cells[index] for _, cells in table.rows[above:])
    ]
    if filled:
        first = get_column_letter(filled[0] + 1)
        found.faults.append(
            f"{len(filled):,} {'columns hold' if len(filled) > 1 else 'column holds'} something "
            f"without a heading ({first}{' first' if len(filled) > 1 else ''}): each needs one, "
            f"and the answers {CONDENSED}"
        )


def settle_length(found: Matched, instrument: Instrument, codes: set[str]) -> None:
    """Full where any item of the full length is there; every item of the length must be."""
    short = {item.code for item in instrument.items(Length.SHORT)}
    found.length = Length.FULL if codes - short else Length.SHORT
    missing = [item.code for item in instrument.items(found.length) if item.code not in codes]
    if codes and missing:
        found.faults.append(
            f"{len(missing)} of the {found.length} length's statements have no column: "
            f"{', '.join(missing[:5])}{' and more' if len(missing) > 5 else ''}"
        )
