"""The rows of an export: what each answer is, and what was found of all of them.

Answers are known by their words, their number or both. What is not known is told, once, with how
often it stands there.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from assessment.intake.answers_workbook.faults import quoted
from assessment.intake.answers_workbook.values import WORDS, plain_text
from assessment.method.responses import Answer
from papers.exports.saved_mapping import BLANK, SavedMapping
from questions import Instrument, Kind, Length
from questions.entries import Item, Scale

SUGGESTED = 100  # values: beyond that nobody reads what each may be meant for
LONGEST_WORD = 100  # characters: what is longer is no answer that was spelt wrongly
NEAR = 0.6  # of 1.1: two words that somebody may have taken for each other
TakenFor = tuple[str, str]  # what stands in the file, and what it is taken for


@dataclass(slots=True)
class Matched:
    """``rows``: of each person, the perspective and the answers by item code. ``left_over``:
    headings of columns that are no item. ``whose``: the heading of the column that says whose each
    row is, ``slip`` of the one with slips' codes. ``places``: of each of ``rows``, its number in
    the file and what stands in the column of slips. ``unknown`` and ``strangers``: what stands
    where an answer or a perspective should. ``faults`` refuse the whole file."""

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
    length: Length = Length.FULL

    @property
    def people(self) -> Counter[str]:
        """By perspective, the first one first."""
        return Counter(perspective for perspective, _ in self.rows)


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
    known: dict[Kind, Mapping[str, Answer]] = field(init=False)
    unknown: Counter[tuple[str, tuple[str, ...]]] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        self.known = {
            kind: {**self.saved.answers, **answer_names(self.instrument, kind)} for kind in Kind
        }

    def read(self, rows: Iterable[tuple[int, tuple[str, ...]]]) -> None:
        for number, cells in rows:
            given = [(item, cells[index]) for index, item in self.items.items() if cells[index]]
            if given:  # else somebody who opened it and left
                self.add(number, cells, self.answers(given))
        found = self.found
        found.unknown = Counter({text: times for (text, _), times in self.unknown.items()})
        found.faults.extend(told_unknown(self.unknown))
        codes = tuple(self.instrument.perspective)
        found.faults.extend(told_unknown({(t, codes): n for t, n in found.strangers.items()}))
        if not found.rows and not found.faults:
            found.faults.append("nobody has answered: no row holds an answer")

    def answers(self, given: Iterable[tuple[Item, str]]) -> dict[str, Answer]:
        answers: dict[str, Answer] = {item.code: None for item in self.items.values()}
        for item, text in given:
            names, word = self.known[item.kind], plain_text(text)
            if word in names:
                answers[item.code] = names[word]
                self.found.values[text, shown(names[word])] += 1
            else:
                self.unknown[text, scale_of(self.instrument, item.kind).labels] += 1
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
            self.found.faults.append(f"row {number} has answers and no perspective")


def shown(answer: Answer) -> str:
    return BLANK if answer is None else str(answer)


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
    for number, ((value, labels), times) in enumerate(unknown.items()):
        often = f" ({times:,} times)" if times > 1 else ""
        meant = nearest(value, labels) if number < SUGGESTED and len(value) <= LONGEST_WORD else ""
        yield f"{quoted(value)}{often}: not one of {', '.join(labels)}{meant}"


def nearest(value: str, labels: Iterable[str]) -> str:
    """'Mainly' is as like 'Partly' as 'Mostly', letter by letter: the first letter decides."""
    word = plain_text(value)
    found, likeness = max(((label, alike(word, plain_text(label))) for label in labels), key=second)
    return f"; did you mean {found}?" if likeness >= NEAR else ""


def alike(word: str, other: str) -> float:
    return SequenceMatcher(None, word, other).ratio() + 0.1 * (word[:1] == other[:1])


def second(pair: tuple[str, float]) -> float:
    return pair[1]
