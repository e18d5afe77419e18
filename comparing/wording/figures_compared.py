"""What is told of a round, as plain values under their names."""

import re
from dataclasses import dataclass

from assessment.method.language import lower
from comparing.method.members import DOMAINS, ESSENCE, MECHANISMS, PRINCIPLES, STRUCTURE, Key
from comparing.method.seen import SeenPublished
from comparing.method.told_figures import Third, Told
from questions import Instrument

STRUCTURE_NAMES = {
    "FORMAL": ("Structure: formal standards", "structure"),
    "ROOTED": ("Roots: grounding standards", "roots"),
    "ESSENCE": ("Essence: the lived-experience view", "essence"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureRow:
    """A published figure under its name, and the reader's own; ``short`` stands in a sentence."""

    key: Key
    name: str
    short: str
    told: Told
    own: float | None
    third: Third | None

    @property
    def is_shown(self) -> bool:
        return self.told.mean is not None


def rows_of(seen: SeenPublished, *parts: str) -> tuple[FigureRow, ...]:
    """In the instrument's order."""
    names = names_of(seen.instrument)
    return tuple(
        FigureRow(
            key=key,
            name=names[key][0],
            short=names[key][1],
            told=one,
            own=seen.own_value(key),
            third=seen.third(key),
        )
        for key, one in seen.published.figures.items()
        if key[0] in parts
    )


def names_of(instrument: Instrument) -> dict[Key, tuple[str, str]]:
    """In full, and as inside a sentence."""
    principles, domains, mechanisms = (
        instrument.principles,
        instrument.domains,
        instrument.mechanisms,
    )
    return {
        **{(PRINCIPLES, one.code): (one.name, lower(one.short_name)) for one in principles},
        **{(DOMAINS, one.code): (one.name, lower(one.name)) for one in domains},
        **{(STRUCTURE, code): names for code, names in STRUCTURE_NAMES.items()},
        **{(MECHANISMS, one.code): (one.name, lower(head_of(one.name))) for one in mechanisms},
    }


def essence_name() -> str:
    return STRUCTURE_NAMES[ESSENCE[1]][0]


def head_of(name: str) -> str:
    """A mechanism's name up to what explains it: 'Staff policies imported'."""
    return re.split("[:,]", name)[0]
