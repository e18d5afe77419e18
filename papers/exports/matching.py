"""Which column is which item: exact but for case, space and apostrophes.

Nothing is guessed. What is not known is left over and told.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from assessment.intake.answers_workbook.answers_rows import perspective_names
from assessment.intake.answers_workbook.faults import quoted
from assessment.intake.answers_workbook.values import plain_text
from papers.exports.saved_mapping import NOTHING, SLIP, SavedMapping
from papers.exports.survey_answers import Matched, RowReader
from papers.exports.survey_table import SurveyTable
from questions import Instrument, Length
from questions.entries import Item

# What tools write around a statement: '12. ...', 'Q3_4: ...', '... [statement]' of a grid.
NUMBERED = re.compile(r"^(?:q?\d+(?:[._]\d+)*[.):]\s+|q\d+(?:_\d+)*\s*[-:]\s+)", re.ASCII)
IN_BRACKETS = re.compile(r"\[([^\[\]]+)\]\s*$")
SLIP_HEADINGS = {SLIP, "slip code", "code", "the code on your slip", "the code on the slip"}
IMPORT_ID = re.compile(r'^\{"ImportId"')  # Qualtrics' third row


def match(
    table: SurveyTable,
    instrument: Instrument,
    perspective: str | None = None,
    saved: SavedMapping = NOTHING,
    how: str = "name it with --as",
) -> Matched:
    """``perspective``: of everybody in the file, where no column says whose each row is.
    ``saved``: what somebody settled before of what is not known by itself. ``how``: what to do
    where nothing says whose they are."""
    found, names = Matched(), item_names(instrument)
    items, headings = item_columns(table, Named(names, instrument, saved), found)
    whose_names = perspective_names(instrument) | dict(saved.perspectives)
    whose = None if perspective else perspective_column(table, whose_names, headings, set(items))
    if not items:
        found.faults.append(
            "no column is known: each needs the statement, its shorter words or its code above it"
        )
    if perspective is None and whose is None and items:
        found.faults.append(
            f"no column says which perspective each person has: {how}, one of "
            + ", ".join(instrument.perspective)
        )
    slip = None
    for index, texts in enumerate(table.headings):
        text = next(filter(None, texts[:headings]), "")
        if index == whose:
            found.whose = text
        elif slip is None and index not in items and is_slip(text, saved):
            slip, found.slip = index, text
        elif text and index not in items:
            found.left_over.append(text)
    settle_length(found, instrument, {item.code for item in items.values()})
    if not found.faults:
        reader = RowReader(found, items, instrument, perspective, whose, whose_names, saved, slip)
        reader.read(table.rows[headings:])
    return found


def item_names(instrument: Instrument) -> dict[str, Item]:
    """Code, statement and shorter words, of every perspective and of mutual groups."""
    names: dict[str, Item] = {}
    for item in instrument.all_items:
        asked = {
            item.text_for(code, mutual=mutual)
            for code in instrument.perspective
            for mutual in (False, True)
        }
        shorter = {item.shorter_for(mutual=mutual) for mutual in (False, True)}
        for text in (item.code, *asked, *shorter):
            names.setdefault(tidy(text), item)
    return names


def tidy(text: str) -> str:
    """What is compared: no case, no number before it, no full stop behind it."""
    return NUMBERED.sub("", plain_text(text)).rstrip(". ").replace("'", "")


@dataclass(frozen=True, slots=True)
class Named:
    """Which item a heading stands for: as was settled, else by what is asked."""

    names: Mapping[str, Item]
    instrument: Instrument
    saved: SavedMapping

    def item(self, text: str) -> Item | None:
        if (code := self.saved.columns.get(plain_text(text))) is not None:
            return self.instrument.item.get(code)  # none of one that is left over, or a slip's
        return item_named(text, self.names)


def is_slip(text: str, saved: SavedMapping) -> bool:
    settled = saved.columns.get(plain_text(text))
    return settled == SLIP if settled is not None else tidy(text) in SLIP_HEADINGS


def item_columns(table: SurveyTable, named: Named, found: Matched) -> tuple[dict[int, Item], int]:
    """Column to item, and how many rows above the answers are headings."""
    columns: dict[int, Item] = {}
    headings, seen = 1, {}
    for index, texts in enumerate(table.headings):
        for row, text in enumerate(texts):
            if IMPORT_ID.match(text):
                headings = max(headings, row + 1)
            item = named.item(text)
            if item is None or index in columns:
                continue
            headings = max(headings, row + 1)
            if item.code in seen:
                found.faults.append(f"{item.code} stands above two columns: {quoted(text)}")
            columns[index], seen[item.code] = item, index
            found.columns.append((text, item.code))
    return columns, headings


def item_named(text: str, names: Mapping[str, Item]) -> Item | None:
    inside = IN_BRACKETS.search(text)
    last = text.rsplit(" - ", 1)[-1]  # Qualtrics: 'question - statement'
    tried = (text, inside[1] if inside else text, last)
    return next((names[tidy(one)] for one in tried if tidy(one) in names), None)


def perspective_column(
    table: SurveyTable, names: Mapping[str, str], headings: int, items: set[int]
) -> int | None:
    """The column that names perspectives: all of it first, else most of it."""
    shares: dict[int, float] = {}
    for index in sorted(set(range(len(table.headings))) - items):
        given = [cells[index] for _, cells in table.rows[headings:] if cells[index]]
        if given:
            shares[index] = sum(plain_text(one) in names for one in given) / len(given)
    best = max(shares, key=lambda index: shares[index], default=None)
    return best if best is not None and shares[best] > 0.5 else None


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
