"""What is released when an assessment closes, and the organisation's own part.

``Results`` is all that any later figure may rest on. A withheld cell holds no figure, so nothing
that reads ``Results`` can leak one.
"""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from assessment.method.doors import Door
from assessment.method.responses import Answer, Responses
from questions import Instrument, Length
from questions.entries import Item
from questions.thresholds import SMALLEST_K


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
    """One perspective x one item: ``value`` 0-100, ``shown`` as people read it.

    ``n`` is how many it rests on: of groups exactly, of individuals the floor of a band.
    """

    n: int
    value: float
    shown: str


@dataclass(frozen=True, slots=True)
class GroupCell(Cell):
    """Exact, ``value`` with 2 decimals: what a group agreed is no secret."""


@dataclass(frozen=True, slots=True)
class BlurredCell(Cell):
    """Of individuals: a whole number, blurred and held away from the ends (``cells.held``).

    ValueError for anything else, so that an exact figure of people who answered alone has no
    place in ``Results``.
    """

    def __post_init__(self) -> None:
        if self.value != int(self.value) or not 0 < self.value < 100 or self.n < SMALLEST_K:
            raise ValueError("a cell of individuals is a whole number, held away from the ends")


@dataclass(frozen=True, slots=True)
class EarlierCell(Cell):
    """As an earlier method released it, read from a file (``earlier``); nothing makes one anew."""


@dataclass(frozen=True, slots=True)
class Withheld:
    """A cell that is not released: a reason and no figure."""

    reason: str


@dataclass(frozen=True, slots=True)
class Spread:
    """Of the personal scores of one perspective, over its principles (docs/method.md, section 9).

    ``m``: the floor of the band of the fewest people behind a principle; ``sd``: a multiple of 5.
    """

    m: int
    sd: int


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
    mutual: bool = False
    panel: Panel | None = None


@dataclass(frozen=True, slots=True)
class Individuals:
    """How people were asked who answered alone: through which door, the fewest that a figure
    needs, and how many people there are, as stated."""

    door: Door = Door.EACH
    k: int = SMALLEST_K
    size: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """What a perspective gave: private answers (``individuals``), or its groups' agreed ratings."""

    responses: Responses
    individuals: Individuals | None = None
    groups: tuple[GroupRating, ...] = ()

    @property
    def mode(self) -> Mode:
        return Mode.GROUP if self.individuals is None else Mode.INDIVIDUAL


@dataclass(frozen=True, slots=True, kw_only=True)
class Released:
    """What is released of a perspective: its cells by item code.

    Of individuals alone: ``responded``, the floor of the band of how many answered, None below k;
    ``spread``; and ``not_known``, the principles that too many could not judge (section 4).
    """

    cells: Mapping[str, Cell | Withheld]
    individuals: Individuals | None = None
    responded: int | None = None
    spread: Spread | None = None
    not_known: frozenset[str] = frozenset()
    groups: tuple[GroupRating, ...] = ()

    def __post_init__(self) -> None:
        kind = GroupCell if self.individuals is None else BlurredCell
        if not all(isinstance(cell, (kind, EarlierCell, Withheld)) for cell in self.cells.values()):
            raise ValueError(f"every cell that is released here is a {kind.__name__}")

    @property
    def mode(self) -> Mode:
        return Mode.GROUP if self.individuals is None else Mode.INDIVIDUAL


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

    def text_of(self, item: Item, perspective: str) -> str:
        """A statement as this perspective was asked it."""
        return item.text_for(perspective, mutual=self.about.mutual)

    def text_for_all(self, item: Item) -> str:
        """A statement as it was asked here, where no perspective has words of its own."""
        return (self.about.mutual and item.mutual) or item.text

    def yes_facts(self) -> tuple[str, ...]:
        return tuple(
            code for code, check in self.own_part.facts.items() if check.answer is Truth.YES
        )
