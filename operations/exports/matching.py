"""Which column is which item, and what each answer is: exact but for case, space and apostrophes.

Nothing is guessed. What is not known is left over and told, once, with how often it stands there.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches

from assessment.intake.answers_workbook.answers_rows import perspective_names
from assessment.intake.answers_workbook.faults import quoted
from assessment.intake.answers_workbook.values import WORDS, plain_text
from assessment.method.responses import Answer
from operations.exports.survey_table import SurveyTable
from questions import Instrument, Kind, Length
from questions.entries import Item, Scale

TakenFor = tuple[str, str]  # what stands in the file, and what it is taken for

# What tools write around a statement: '12. ...', 'Q3_4: ...', '... [statement]' of a grid.
NUMBERED = re.compile(r"^(?:q?\d+(?:[._]\d+)*[.):]\s+|q\d+(?:_\d+)*\s*[-:]\s+)", re.ASCII)
IN_BRACKETS = re.compile(r"\[([^\[\]]+)\]\s*$")
IMPORT_ID = re.compile(r'^\{"ImportId"')  # Qualtrics' third row


@dataclass(slots=True)
class Matched:
    """``rows``: of each person, the perspective and the answers by item code. ``left_over``:
    headings of columns that are no item. ``faults`` refuse the whole file."""

    columns: list[TakenFor] = field(default_factory=list)
    values: Counter[TakenFor] = field(default_factory=Counter)
    left_over: list[str] = field(default_factory=list)
    rows: list[tuple[str, dict[str, Answer]]] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    length: Length = Length.FULL


def match(table: SurveyTable, instrument: Instrument, perspective: str | None = None) -> Matched:
    """``perspective``: of everybody in the file, where no column says whose each row is."""
    found, names = Matched(), item_names(instrument)
    items, headings = item_columns(table, names, found)
    whose = perspective_column(table, instrument, headings, set(items))
    if not items:
        found.faults.append(
            "no column is known: each needs the statement, its shorter words or its code above it"
        )
    if perspective is None and whose is None and items:
        found.faults.append(
            "no column says which perspective each person has: name it with --as, one of "
            + ", ".join(instrument.perspective)
        )
    for index, texts in enumerate(table.headings):
        if index not in items and index != whose and any(texts[:headings]):
            found.left_over.append(next(text for text in texts[:headings] if text))
    settle_length(found, instrument, {item.code for item in items.values()})
    if not found.faults:
        read_rows(table, found, items, whose, instrument, perspective, headings)
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


def item_columns(
    table: SurveyTable, names: Mapping[str, Item], found: Matched
) -> tuple[dict[int, Item], int]:
    """Column to item, and how many rows above the answers are headings."""
    columns: dict[int, Item] = {}
    headings, seen = 1, {}
    for index, texts in enumerate(table.headings):
        for row, text in enumerate(texts):
            if IMPORT_ID.match(text):
                headings = max(headings, row + 1)
            item = item_named(text, names)
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
    table: SurveyTable, instrument: Instrument, headings: int, items: set[int]
) -> int | None:
    """The first column in which every answer is the name of a perspective."""
    names = perspective_names(instrument)
    for index in set(range(len(table.headings))) - items:
        given = [cells[index] for _, cells in table.rows[headings:] if cells[index]]
        if given and all(plain_text(one) in names for one in given):
            return index
    return None


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


def read_rows(
    table: SurveyTable,
    found: Matched,
    items: Mapping[int, Item],
    whose: int | None,
    instrument: Instrument,
    perspective: str | None,
    headings: int,
) -> None:
    known = {kind: answer_names(instrument, kind) for kind in Kind}
    names, unknown = perspective_names(instrument), Counter[tuple[str, tuple[str, ...]]]()
    for number, cells in table.rows[headings:]:
        given = [(item, cells[index]) for index, item in items.items() if cells[index]]
        if not given:
            continue  # somebody who opened it and left
        answers: dict[str, Answer] = {item.code: None for item in items.values()}
        for item, text in given:
            if plain_text(text) in known[item.kind]:
                answers[item.code] = known[item.kind][plain_text(text)]
                found.values[text, str(answers[item.code])] += 1
            else:
                unknown[text, scale_of(instrument, item.kind).labels] += 1
        code = perspective or names.get(plain_text(cells[whose]) if whose is not None else "")
        if code is None:
            found.faults.append(f"row {number} has answers and no perspective")
        else:
            found.rows.append((code, answers))
    found.faults.extend(told_unknown(unknown))
    if not found.rows and not found.faults:
        found.faults.append("nobody has answered: no row holds an answer")


def answer_names(instrument: Instrument, kind: Kind) -> dict[str, Answer]:
    """'mostly', '3', '3 - mostly' and '(3) mostly' are 3; the answers besides are words."""
    scale, besides = scale_of(instrument, kind), instrument.scales.besides
    names: dict[str, Answer] = {**WORDS}
    names |= {plain_text(besides.dont_know): "DK", plain_text(besides.does_not_apply): "NA"}
    for rating, label in enumerate(scale.labels):
        word = plain_text(label)
        written = (word, f"{rating}", f"{rating}.0", f"{rating} - {word}", f"{rating} {word}")
        names |= dict.fromkeys((*written, f"{rating}: {word}", f"({rating}) {word}"), rating)
    return names


def scale_of(instrument: Instrument, kind: Kind) -> Scale:
    return instrument.scales.warning if kind is Kind.WARNING else instrument.scales.practice


def told_unknown(unknown: Mapping[tuple[str, tuple[str, ...]], int]) -> Iterator[str]:
    """Once each, with how often it stands there and what it may be meant for."""
    for (value, labels), times in unknown.items():
        often = f" ({times:,} times)" if times > 1 else ""
        yield f"{quoted(value)}{often}: not one of {', '.join(labels)}{nearest(value, labels)}"


def nearest(value: str, labels: Iterable[str]) -> str:
    by_words = {plain_text(label): label for label in labels}
    found = get_close_matches(plain_text(value), by_words, n=1, cutoff=0.7)
    return f"; did you mean {by_words[found[0]]}?" if found else ""
