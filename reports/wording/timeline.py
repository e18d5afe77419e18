"""One programme over two or more closed assessments: what its charts are drawn from."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from assessment.method.results import Results
from reports.wording.about_said import closed


@dataclass(frozen=True, slots=True)
class DatedResults:
    """A closed assessment; ``name`` is what the programme calls it."""

    name: str
    closed: date
    results: Results

    def __str__(self) -> str:
        return f"{self.name}, {closed(self.closed)}"


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened on a day: a tender, a new policy, a merger; or an action taken."""

    day: date
    text: str


@dataclass(frozen=True, slots=True)
class OverTime:
    """Two or more, the oldest first; ValueError otherwise."""

    assessments: tuple[DatedResults, ...]
    events: tuple[Event, ...] = ()
    actions: tuple[Event, ...] = ()

    def __post_init__(self) -> None:
        if len(self.assessments) < 2:
            raise ValueError("a line over time needs two assessments or more")
        if any(one.closed > later.closed for one, later in pairwise(self.assessments)):
            raise ValueError(
                "assessments stand in the order in which they closed, the oldest first"
            )

    @property
    def last_two(self) -> tuple[DatedResults, DatedResults]:
        return self.assessments[-2], self.assessments[-1]

    def within(self, dated: Iterable[Event]) -> tuple[Event, ...]:
        """Those between the first and the last, the oldest first."""
        first, last = self.assessments[0].closed, self.assessments[-1].closed
        return tuple(sorted((e for e in dated if first <= e.day <= last), key=lambda e: e.day))
