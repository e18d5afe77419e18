"""You said, we will, we did: each thing that people said, with what becomes of it.

What was said is what released figures say of a principle, and the warning signs of a mechanism as
people with lived experience meet them. Standards and facts are what the organisation says of
itself, so they are answered as part of what they bear on; comments are nobody's to answer here.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assessment.method.levels import Level
from assessment.method.marks import Marked, PrincipleMark
from assessment.method.mechanisms import MechanismMark
from assessment.method.numbers import at_least, beside
from reports.wording.levels_said import SYMBOLS, beside_level
from reports.wording.mechanisms_said import ACTIVE

TITLE = "You said, we will, we did"
YOU_SAID, WE_WILL, WE_DID = "You said", "We will", "We did"
NOT_NOW, DROPPED, OWN_WORDS = "Not now, because", "We decided against", "In our own words"
UNANSWERED = "We have not said yet what we do about it."
SIGN = "\N{WHITE DIAMOND SUIT}"  # of a mechanism, where a principle has its level's shape


@dataclass(frozen=True, slots=True)
class Said:
    """One thing that was said: of what, where that stands, and why in a sentence or none.

    ``level`` is None for a mechanism.
    """

    code: str
    name: str
    standing: str
    why: str
    level: Level | None = None

    @property
    def symbol(self) -> str:
        return SIGN if self.level is None else SYMBOLS[self.level]

    @property
    def beside(self) -> str:
        """What stands beside the level: 'borderline'; mostly nothing."""
        return beside_level(self.standing, self.level)

    @property
    def in_words(self) -> str:
        """'At risk, borderline. The warning signs ...'"""
        return f"{self.standing}. {self.why}".strip()


@dataclass(frozen=True, slots=True)
class Pair:
    """What was said, and each answer to it beside its label."""

    said: Said
    answers: tuple[tuple[str, str], ...]


def things_said(marked: Marked) -> Iterator[Said]:
    """The principles in reading order, then mechanisms that people meet."""
    for mark in marked.in_reading_order():
        yield principle_said(mark)
    low = marked.results.instrument.thresholds.low
    for one in marked.mechanisms.values():
        if one.status in ACTIVE and one.score is not None and at_least(one.score, low):
            yield mechanism_said(one, marked)


def principle_said(mark: PrincipleMark) -> Said:
    why = mark.reasons[0] if mark.reasons else ""
    return Said(mark.principle.code, mark.principle.name, mark.standing, why, mark.level)


def mechanism_said(one: MechanismMark, marked: Marked) -> Said:
    thresholds = marked.results.instrument.thresholds
    figure = beside(one.score or 0, (thresholds.low, thresholds.high))
    why = f"People with lived experience meet its warning signs: {figure} of 100."
    return Said(one.mechanism.code, one.mechanism.name, str(one.status), why)


def worth_telling(pairs: Sequence[Pair]) -> tuple[Pair, ...]:
    return tuple(pair for pair in pairs if not needs_none(pair))


def needs_none(pair: Pair) -> bool:
    """What holds, or is not known, asks for no answer; what was answered is told all the same."""
    return not pair.answers and pair.said.level in (Level.HOLDING, Level.NOT_ENOUGH)
