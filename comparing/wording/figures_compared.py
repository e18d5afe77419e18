"""What the charts of a comparison plot, as plain values under their names."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from assessment.method.language import lower
from comparing.method.comparing import Compared, Comparison
from comparing.method.members import DOMAINS, MECHANISMS, PRINCIPLES, STRUCTURE, ComparedMember, Key
from questions import Instrument

STRUCTURE_NAMES = {
    "FORMAL": ("Structure: formal standards", "structure"),
    "ROOTED": ("Roots: grounding standards", "roots"),
    "ESSENCE": ("Essence: the lived-experience view", "essence"),
}


@dataclass(frozen=True, slots=True)
class Row:
    """A compared figure under its name; ``short`` is the name inside a sentence."""

    key: Key
    name: str
    short: str
    compared: Compared

    @property
    def is_shown(self) -> bool:
        """Whether anything is told of the others."""
        return self.compared.mean is not None


def rows_of(comparison: Comparison, *parts: str) -> tuple[Row, ...]:
    """In the instrument's order."""
    names = names_of(comparison.instrument)
    return tuple(
        Row(key, *names[key], one) for key, one in comparison.figures.items() if key[0] in parts
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


def head_of(name: str) -> str:
    """A mechanism's name up to what explains it: 'Staff policies imported'."""
    return re.split("[:,]", name)[0]


def by_name(members: Iterable[ComparedMember]) -> tuple[ComparedMember, ...]:
    """In the order of their names: an order by figures would be a rank."""
    return tuple(sorted(members, key=lambda one: (one.name.casefold(), one.name)))


def named_others(comparison: Comparison) -> tuple[ComparedMember, ...]:
    """Those whose dots stand beside the viewer's own."""
    viewer = comparison.viewer
    return by_name(one for one in comparison.named if viewer is None or one.name != viewer.name)
