"""An organisation in a comparison: the figures that are compared, its levels and statuses.

Figures are named by part and code: ``("principles", "mutuality")``. They are made from what leaves
an organisation and from nothing else (docs/method.md section 11).
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from typing import Any

from assessment.method.levels import Level
from assessment.method.numbers import half_up
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


class Sharing(StrEnum):
    """How an organisation takes part in a round."""

    NO = "no"
    ANONYMOUS = "anonymous"
    NAMED = "named"


@dataclass(frozen=True, slots=True)
class Figures:
    """``values``: 0-100 or missing; levels by principle, statuses by mechanism."""

    values: Mapping[Key, float | None]
    levels: Mapping[str, Level]
    statuses: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedMember:
    """``kind``: of organisation. ``who`` tells members apart where two could have one name.

    ``chosen``: the suggested actions it has planned, as 'M2:0'.
    """

    name: str
    kind: str
    sharing: Sharing
    figures: Figures
    who: str = ""
    chosen: frozenset[str] = frozenset()

    @property
    def identity(self) -> str:
        return self.who or self.name

    @property
    def is_named(self) -> bool:
        return self.sharing is Sharing.NAMED


def keys_of(instrument: Instrument) -> Iterator[Key]:
    """Every figure that is compared, in the order of comparison.json."""
    yield from ((PRINCIPLES, code) for code in instrument.principle)
    yield from ((DOMAINS, domain.code) for domain in instrument.domains)
    yield from ((STRUCTURE, code) for code in ("FORMAL", "ROOTED", "ESSENCE"))
    yield from ((MECHANISMS, mechanism.code) for mechanism in instrument.mechanisms)


def figures_of(shared: Shared) -> Figures:
    """Made once, when a result is shared: a closed report never changes."""
    marked = shared.marked()
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
        levels={code: one.level for code, one in marked.principles.items()},
        statuses={code: str(one.status) for code, one in marked.mechanisms.items()},
    )


def to_row(figures: Figures) -> dict[str, Any]:
    """As the database keeps it: exact figures, part by part."""
    values: dict[str, dict[str, float | None]] = {part: {} for part in PARTS}
    for (part, code), value in figures.values.items():
        values[part][code] = value
    return {**values, "levels": dict(figures.levels), "statuses": dict(figures.statuses)}


def from_row(row: Mapping[str, Any], instrument: Instrument) -> Figures:
    """In the instrument's order: PostgreSQL keeps none."""
    return Figures(
        values={(part, code): row[part][code] for part, code in keys_of(instrument)},
        levels={code: Level(row["levels"][code]) for code in instrument.principle},
        statuses={one.code: row["statuses"][one.code] for one in instrument.mechanisms},
    )


def digest_of(member: ComparedMember, salt: str) -> str:
    """The same figures give the same digest, and no digest gives a figure back.

    Salted anew for each version, so that one organisation's cannot be followed from file to file.
    """
    figures = member.figures
    rounded = {
        f"{part} {code}": None if value is None else half_up(value, 6)
        for (part, code), value in figures.values.items()
    }
    words = [dict(figures.levels), dict(figures.statuses), sorted(member.chosen)]
    return sha256(json.dumps([salt, rounded, words], sort_keys=True).encode()).hexdigest()
