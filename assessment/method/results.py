"""What is released when an assessment closes, and the organisation's own part.

``Results`` is all that any later figure may rest on. A withheld cell holds no figure, so nothing
that reads ``Results`` can leak one.
"""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from assessment.method.responses import Answer, Responses
from questions import Instrument, Length


class Mode(StrEnum):
    """How a perspective answers: each person alone, or a group agreeing one rating."""

    INDIVIDUAL = "individual"
    GROUP = "group"


class Truth(StrEnum):
    """Whether a fact is so; yes is always the risk."""

    YES = "yes"
    NO = "no"
    NA = "NA"
    DK = "DK"


@dataclass(frozen=True, slots=True)
class Cell:
    """One perspective x one item: ``value`` 0-100 with 2 decimals, ``shown`` as people read it."""

    n: int
    value: float
    shown: str


@dataclass(frozen=True, slots=True)
class Withheld:
    """A cell that is not released: a reason and no figure."""

    reason: str


@dataclass(frozen=True, slots=True)
class Spread:
    """Of ``m`` personal scores of a principle: standard deviation, 1 decimal, 5 or more."""

    m: int
    sd: float


@dataclass(frozen=True, slots=True)
class Panel:
    people: int | None
    lived_experience: int | None


@dataclass(frozen=True, slots=True)
class GroupRating:
    """One rating agreed by a group: how many, who, and a different view in its own words."""

    people: int | None
    drawn_from: str = ""
    different_view: str = ""


@dataclass(frozen=True, slots=True)
class StandardRating:
    rating: Answer = None
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class FactCheck:
    answer: Truth = Truth.DK
    date: datetime.date | None = None
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class OwnPart:
    """What the organisation says of itself, and signs: not private, never withheld."""

    standards: Mapping[str, StandardRating] = field(default_factory=dict)
    facts: Mapping[str, FactCheck] = field(default_factory=dict)
    pyramid: Mapping[str, Answer] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """Which assessment this is."""

    organisation: str
    programme: str = ""
    setting: str = ""
    closed: datetime.date | None = None
    length: Length = Length.FULL
    k: int = 5
    mutual: bool = False
    panel: Panel | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """What a perspective gave: private answers, or its groups' agreed ratings."""

    mode: Mode
    responses: Responses
    size: int | None = None
    groups: tuple[GroupRating, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Released:
    """What is released of a perspective: cells by item code, spreads by principle code.

    ``not_known`` holds the principles that more than 30 % could not judge (section 4).
    """

    mode: Mode
    size: int | None
    cells: Mapping[str, Cell | Withheld]
    spreads: Mapping[str, Spread] = field(default_factory=dict)
    not_known: frozenset[str] = frozenset()
    groups: tuple[GroupRating, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    """Built by ``release``, or read back by ``from_json``; by nothing else."""

    instrument: Instrument = field(repr=False)
    about: About
    own_part: OwnPart
    perspectives: Mapping[str, Released]

    def cell(self, perspective: str, item: str) -> Cell | None:
        """The released cell; None where it is withheld or the perspective did not answer."""
        released = self.perspectives.get(perspective)
        found = released.cells.get(item) if released else None
        return found if isinstance(found, Cell) else None

    def name_of(self, perspective: str) -> str:
        """Inside a sentence: 'people who receive peer support'."""
        return self.instrument.name_of(perspective, mutual=self.about.mutual)

    def short_name_of(self, perspective: str) -> str:
        return self.instrument.short_name_of(perspective, mutual=self.about.mutual)

    def yes_facts(self) -> tuple[str, ...]:
        return tuple(
            code for code, check in self.own_part.facts.items() if check.answer is Truth.YES
        )
