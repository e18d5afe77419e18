"""An organisation in a round: the figures that are compared, its levels and statuses.

Figures are named by part and code: ``("principles", "mutuality")``. They are made from what leaves
an organisation and from nothing else (docs/method.md section 11).
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from assessment.method.levels import BORDERLINE, Level
from assessment.method.marks import Marked
from assessment.method.mechanisms import Status
from comparing.method.sharing import Shared
from questions import Instrument

# The parts of comparison.json. Plain text: hashing an enum a million times takes a second.
PARTS = PRINCIPLES, DOMAINS, STRUCTURE, MECHANISMS = (
    "principles",
    "domains",
    "structure",
    "mechanisms",
)
Key = tuple[str, str]
ESSENCE: Key = (STRUCTURE, "ESSENCE")


class Way(StrEnum):
    """How a round compares: everybody in it by name, or nobody."""

    BY_NAME = "by name"
    ANONYMOUS = "anonymous"


@dataclass(frozen=True, slots=True)
class Figures:
    """``values``: 0-100 or missing; levels by principle, statuses by mechanism.

    ``close``: the principles whose level is borderline.
    """

    values: Mapping[Key, float | None]
    levels: Mapping[str, Level]
    statuses: Mapping[str, Status]
    close: frozenset[str] = frozenset()

    def word(self, key: Key) -> str:
        """The level of a principle or the status of a mechanism; of another figure nothing."""
        part, code = key
        if part == PRINCIPLES:
            return self.levels[code]
        return self.statuses[code] if part == MECHANISMS else ""

    def borderline(self, key: Key) -> bool | None:
        """Of a principle's level; None where there is not enough evidence, and of other figures."""
        part, code = key
        if part != PRINCIPLES or self.levels[code] is Level.NOT_ENOUGH:
            return None
        return code in self.close

    def says(self, key: Key) -> str:
        """The level or status, and beside a level whether it is borderline."""
        return f"{self.word(key)}, {BORDERLINE}" if self.borderline(key) else str(self.word(key))


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedMember:
    """``planned``: the suggested actions in its plan, as 'M2:0'."""

    organisation: str
    programme: str = ""
    figures: Figures
    planned: frozenset[str] = frozenset()

    @property
    def name(self) -> str:
        return member_name(self.organisation, self.programme)


def member_name(organisation: str, programme: str) -> str:
    """'Ashdown: Wards', or 'Ashdown' where the programme is empty."""
    return f"{organisation}: {programme}" if programme else organisation


def keys_of(instrument: Instrument) -> Iterator[Key]:
    """Every figure that is compared by name, in the order of comparison.json."""
    yield from ((PRINCIPLES, code) for code in instrument.principle)
    yield from ((DOMAINS, domain.code) for domain in instrument.domains)
    yield from ((STRUCTURE, code) for code in ("FORMAL", "ROOTED", "ESSENCE"))
    yield from ((MECHANISMS, mechanism.code) for mechanism in instrument.mechanisms)


def known_values(members: Iterable[ComparedMember], key: Key) -> list[float]:
    """Of those that have the figure."""
    values = [one.figures.values[key] for one in members]
    return [value for value in values if value is not None]


def figures_of(shared: Shared) -> Figures:
    """Made once, when a result is shared: a closed report never changes."""
    return figures_in(shared.marked())


def figures_in(marked: Marked) -> Figures:
    """Of what leaves, or of a whole report that a round is set beside."""
    found = marked.structure
    return Figures(
        values={
            **{(PRINCIPLES, c): one.views.practice for c, one in marked.principles.items()},
            **{(DOMAINS, code): score for code, score in found.domains.items()},
            (STRUCTURE, "FORMAL"): found.formal,
            (STRUCTURE, "ROOTED"): found.rooted,
            ESSENCE: found.essence,
            **{(MECHANISMS, c): one.score for c, one in marked.mechanisms.items()},
        },
        levels=marked.levels,
        statuses={code: one.status for code, one in marked.mechanisms.items()},
        close=frozenset(code for code, one in marked.principles.items() if one.borderline),
    )


def to_row(figures: Figures) -> dict[str, Any]:
    """As the database keeps it: exact figures, part by part."""
    values: dict[str, dict[str, float | None]] = {part: {} for part in PARTS}
    for (part, code), value in figures.values.items():
        values[part][code] = value
    words = {"levels": dict(figures.levels), "statuses": dict(figures.statuses)}
    return {**values, **words, "borderline": sorted(figures.close)}


def from_row(row: Mapping[str, Any], instrument: Instrument) -> Figures:
    """In the instrument's order: PostgreSQL keeps none."""
    return Figures(
        values={(part, code): row[part][code] for part, code in keys_of(instrument)},
        levels={code: LEVELS[row["levels"][code]] for code in instrument.principle},
        statuses={one.code: STATUSES[row["statuses"][one.code]] for one in instrument.mechanisms},
        close=frozenset(row["borderline"]),
    )


# Looked up, not called: calling an enum for a thousand members takes a tenth of a second.
LEVELS = {str(level): level for level in Level}
STATUSES = {str(status): status for status in Status}
