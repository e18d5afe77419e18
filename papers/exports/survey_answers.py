"""The rows of an export: what each answer is, and what was found of all of them.

Answers are known by their words, their number or both. What is not known is told, once, with how
often it stands there.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from assessment.intake.answers_workbook.faults import quoted
from assessment.intake.answers_workbook.labels import (
    answer_names,
    is_words,
    scale_of,
    tidy,
)
from assessment.intake.answers_workbook.values import plain_text
from assessment.method.responses import Answer
from papers.exports.saved_mapping import BLANK, SLIP, WHOSE, SavedMapping
from papers.exports.text_table import NumberedRow
from questions import Instrument, Kind, Length
from questions.entries import Item

SUGGESTED = 100  # values: beyond that nobody reads what each may be meant for
LONGEST_WORD = 100  # characters: what is longer is no answer that was spelt wrongly
LISTED = 9  # numbers that may count from 0 or from 1
NEAR = 0.6  # of 1.1: two words that somebody may have taken for each other
NUMBER = re.compile(r"(\d+)(?:\.0+)?", re.ASCII)
TakenFor = tuple[str, str]  # what stands in the file, and what it is taken for


@dataclass(slots=True)
class Matched:
    """``rows``: of each person, the perspective and the answers by item code. ``left_over``:
    headings of columns that are no item. ``whose``: the heading of the column that says whose each
    row is, ``slip`` of the one with slips' codes. ``places``: of each of ``rows``, its number in
    the file and what stands in the column of slips. ``unknown`` and ``strangers``: what stands
    where an answer or a perspective should. ``faults`` refuse the whole file, ``notes`` are worth
    telling. ``asks_whose``: a column may say whose each row is, and nobody knows which."""

    columns: list[TakenFor] = field(default_factory=list)
    values: Counter[TakenFor] = field(default_factory=Counter)
    left_over: list[str] = field(default_factory=list)
    whose: str = ""
    slip: str = ""
    unknown: Counter[str] = field(default_factory=Counter)
    strangers: Counter[str] = field(default_factory=Counter)
    rows: list[tuple[str, dict[str, Answer]]] = field(default_factory=list)
    places: list[tuple[int, str]] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    asks_whose: bool = False
    length: Length = Length.FULL

    @property
    def people(self) -> Counter[str]:
        """By perspective, the first one first."""
        return Counter(perspective for perspective, _ in self.rows)

    @property
    def taken_for(self) -> dict[str, str]:
        """Each heading, as a saved mapping has it."""
        besides = {self.slip: SLIP, self.whose: WHOSE}
        left_over = dict.fromkeys(self.left_over, "")
        return {
            text: code for text, code in (dict(self.columns) | left_over | besides).items() if text
        }


@dataclass(slots=True)
class RowReader:
    """Reads the rows of people; what it does not know it counts, to tell it once."""

    found: Matched
    items: Mapping[int, Item]
    instrument: Instrument
    perspective: str | None
    whose: int | None
    whose_names: Mapping[str, str]
    saved: SavedMapping
    slip: int | None = None
    ours: bool = False  # our own sheet, kept as another file: its numbers are ours too
    known: dict[Kind, Mapping[str, Answer]] = field(init=False)
    from_nought: bool = False
    numbers: Counter[str] = field(default_factory=Counter)
    unknown: Counter[tuple[str, tuple[str, ...]]] = field(default_factory=Counter)
    both: dict[str, int] = field(default_factory=dict)
    nobodys: list[int] = field(default_factory=list)  # rows without a perspective

    def __post_init__(self) -> None:
        self.known = {kind: answer_names(self.instrument, kind) for kind in Kind}

    def holds_answers(self, row: NumberedRow) -> bool:
        """Else it is of somebody who opened it and left."""
        return any(row[1][index] for index in self.items)

    def read(self, rows: Sequence[NumberedRow]) -> None:
        """Of people who answered."""
        given_at_all = (cells[index] for _, cells in rows for index in self.items)
        self.from_nought = self.ours or count_from_nought(given_at_all, self.saved)
        for number, cells in rows:
            given = [(item, cells[index]) for index, item in self.items.items() if cells[index]]
            self.add(number, cells, self.answers(given))
        self.tell()

    def tell(self) -> None:
        found = self.found
        self.numbers = Counter(dict(sorted(self.numbers.items())))
        found.unknown = self.numbers + Counter({t: times for (t, _), times in self.unknown.items()})
        if self.nobodys:
            found.faults.append(f"{rows_of(self.nobodys)} answers and no perspective")
        found.faults.extend(told_numbers(self.numbers))
        found.faults.extend(told_unknown(self.unknown))
        codes = tuple(self.instrument.perspective)
        found.faults.extend(told_unknown({(t, codes): n for t, n in found.strangers.items()}))
        found.faults.extend(told_both(self.both))
        if not found.rows and not found.faults:
            found.faults.append("nobody has answered: no row holds an answer")

    def answers(self, given: Iterable[tuple[Item, str]]) -> dict[str, Answer]:
        answers: dict[str, Answer] = {item.code: None for item in self.items.values()}
        answered: set[str] = set()
        for item, text in given:
            if item.code in answered:
                self.both[item.code] = self.both.get(item.code, 0) + 1
            answered.add(item.code)
            word, names = plain_text(text), self.known[item.kind]
            number = NUMBER.fullmatch(word)
            name = number[1] if number else tidy(word)
            if word in self.saved.answers:
                answer = self.saved.answers[word]
            elif number and not self.from_nought:
                self.numbers[text] += 1
                continue
            elif name in names and (number or is_words(word)):
                answer = names[name]
            else:
                self.unknown[text, scale_of(self.instrument, item.kind).labels] += 1
                continue
            answers[item.code] = answer
            self.found.values[text, shown(answer)] += 1
        return answers

    def add(self, number: int, cells: tuple[str, ...], answers: dict[str, Answer]) -> None:
        written = cells[self.whose] if self.whose is not None else ""
        code = self.perspective or self.whose_names.get(plain_text(written))
        if code is not None:
            self.found.rows.append((code, answers))
            self.found.places.append((number, "" if self.slip is None else cells[self.slip]))
        elif written:
            self.found.strangers[written] += 1
        else:
            self.nobodys.append(number)


def shown(answer: Answer) -> str:
    return BLANK if answer is None else str(answer)


def count_from_nought(texts: Iterable[str], saved: SavedMapping) -> bool:
    """Else nobody can tell 1 of five from 1 of 0 to 4, and it would be read as one more or less."""
    numbers = {found[1] for text in set(texts) if (found := NUMBER.fullmatch(plain_text(text)))}
    return "0" in numbers and "5" not in numbers and not any(map(NUMBER.fullmatch, saved.answers))


def told_unknown(unknown: Mapping[tuple[str, tuple[str, ...]], int]) -> Iterator[str]:
    """Once each, with how often it stands there and what it may be meant for."""
    for number, ((value, labels), times) in enumerate(unknown.items()):
        often = f" ({times:,} times)" if times > 1 else ""
        meant = nearest(value, labels) if number < SUGGESTED and len(value) <= LONGEST_WORD else ""
        yield f"{quoted(value)}{often}: not one of {', '.join(labels)}{meant}"


def told_numbers(numbers: Counter[str]) -> Iterator[str]:
    if numbers:
        listed = ", ".join(
            f"{quoted(text)} ({times:,})" for text, times in list(numbers.items())[:LISTED]
        )
        yield (
            f"{numbers.total():,} answers are numbers, and nothing tells whether they count from 0 "
            f"or from 1: say what each stands for: {listed}"
        )


def rows_of(numbers: Sequence[int]) -> str:
    """'row 7 has', '12 rows (row 7 first) have'."""
    if len(numbers) == 1:
        return f"row {numbers[0]} has"
    return f"{len(numbers):,} rows (row {numbers[0]} first) have"


def told_both(both: Mapping[str, int]) -> Iterator[str]:
    """Once, of the first of them."""
    for code, times in list(both.items())[:1]:
        more = f" (so do {len(both) - 1} more statements)" if len(both) > 1 else ""
        rows = f"{times:,} rows answer" if times > 1 else "a row answers"
        yield f"{code} stands above two columns and {rows} both{more}: take one of them out"


def nearest(value: str, labels: Iterable[str]) -> str:
    """'Mainly' is as like 'Partly' as 'Mostly', letter by letter: the first letter decides."""
    word = plain_text(value)
    found, likeness = max(((label, alike(word, plain_text(label))) for label in labels), key=second)
    return f"; did you mean {found}?" if likeness >= NEAR else ""


def alike(word: str, other: str) -> float:
    return SequenceMatcher(None, word, other).ratio() + 0.1 * (word[:1] == other[:1])


def second(pair: tuple[str, float]) -> float:
    return pair[1]
