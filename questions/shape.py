"""What a method version asks, by code: every count and every code is here and nowhere else.

An instrument file chooses the words; its shape says which entries it must have, in which order, and
what the method makes of each (docs/method.md sections 1, 2, 7 and 8). Shapes live side by side: a
closed report is read by the one it was made with. The next method version is a shape beside these,
``replace(FIRST, method="2", ...)``, in ``SHAPES``; what was there is never changed.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from questions.entries import Kind, Length, Side, StandardClass


@dataclass(frozen=True, slots=True, kw_only=True)
class MechanismRow:
    """A row of docs/method.md section 8: what belongs to a mechanism."""

    principles: tuple[str, ...]
    items: tuple[str, ...]
    facts: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Shape:
    """``practice``, ``warning`` and ``short`` end the codes of a principle's items.

    ``sides``: every perspective, in order. In a mutual group everybody is ``receiving`` and nobody
    ``giving``; where a group of either rates, ``staff`` are not in the room. Of ``rarely_five``
    there are seldom enough people for answers one by one. ``paid`` is the pyramid's layer of
    paid support, ``base`` those that it should not stand above.
    """

    method: str
    sides: Mapping[str, Side]
    giving: str
    receiving: str
    staff: str
    rarely_five: tuple[str, ...]
    principles: tuple[str, ...]
    practice: tuple[str, ...]
    warning: tuple[str, ...]
    short: tuple[str, ...]
    domains: Mapping[str, tuple[str, ...]]
    classes: Mapping[StandardClass, tuple[str, ...]]
    support: tuple[str, ...]
    facts: tuple[str, ...]
    layers: tuple[str, ...]
    base: tuple[str, ...]
    paid: str
    mechanisms: Mapping[str, MechanismRow]
    levels: tuple[str, ...]
    profiles: tuple[str, ...]
    marks: tuple[str, ...]
    confidences: tuple[str, ...]

    @property
    def perspectives(self) -> tuple[str, ...]:
        return tuple(self.sides)

    # Cached, because every cell that is scored asks; a shape is never changed.
    @cached_property
    def lived(self) -> tuple[str, ...]:
        return self.on(Side.LIVED)

    @cached_property
    def others(self) -> tuple[str, ...]:
        return self.on(Side.OTHERS)

    @cached_property
    def panel(self) -> str:
        """There is one: a mixed group that agrees one rating."""
        (code,) = self.on(Side.PANEL)
        return code

    def on(self, side: Side) -> tuple[str, ...]:
        return tuple(code for code, its_side in self.sides.items() if its_side is side)

    def asked(self, *, mutual: bool) -> tuple[str, ...]:
        """The perspectives that there are, in a mutual group or in any other."""
        return tuple(code for code in self.sides if not (mutual and code == self.giving))

    @cached_property
    def standards(self) -> tuple[str, ...]:
        return tuple(sorted(code for codes in self.classes.values() for code in codes))

    def items_of(self, principle: str) -> dict[str, Kind]:
        """Item to kind, in the order of an answer string."""
        practice = dict.fromkeys(self.practice, Kind.PRACTICE)
        warning = dict.fromkeys(self.warning, Kind.WARNING)
        return {f"{principle}-{ending}": kind for ending, kind in (practice | warning).items()}

    def of_each(self, length: Length) -> Counter[Kind]:
        """How many statements of each kind are asked of a principle."""
        asked = self.short if length is Length.SHORT else (*self.practice, *self.warning)
        return Counter(Kind.WARNING if one in self.warning else Kind.PRACTICE for one in asked)

    def short_items_of(self, principle: str) -> list[str]:
        return [f"{principle}-{ending}" for ending in self.short]


def numbered(letter: str, *numbers: int) -> tuple[str, ...]:
    """'S01', 'S02': as standards and facts are called."""
    return tuple(f"{letter}{number:02}" for number in numbers)


def row(principles: str, items: str, *facts: int) -> MechanismRow:
    return MechanismRow(
        principles=tuple(principles.split()),
        items=tuple(items.split()),
        facts=numbered("F", *facts),
    )


FIRST = Shape(
    method="1",
    sides={
        "giving": Side.LIVED,
        "receiving": Side.LIVED,
        "partner": Side.LIVED,
        "staff": Side.OTHERS,
        "commissioner": Side.OTHERS,
        "panel": Side.PANEL,
    },
    giving="giving",
    receiving="receiving",
    staff="staff",
    rarely_five=("partner", "commissioner"),
    principles=(
        "mutuality", "solidarity", "synergy", "sharing", "companionship", "hopefulness",
        "strengths", "equality", "being-yourself", "independence", "stigma", "respect",
    ),
    practice=("1", "2", "3", "4"),
    warning=("w1", "w2"),
    short=("1", "2", "w1"),
    domains={
        "A": numbered("S", 1, 2, 22),
        "B": numbered("S", 3, 4, 5, 6, 25),
        "C": numbered("S", 13, 16, 24),
        "D": numbered("S", 7, 8, 15, 23),
        "E": numbered("S", 9, 10, 11, 17),
        "F": numbered("S", 18, 19, 20, 21),
        "G": numbered("S", 12, 14),
    },
    classes={
        StandardClass.FORMAL: numbered("S", 1, 2, 3, 4, 5, 6, 13, 14, 22, 24),
        StandardClass.GROUNDING: numbered("S", 9, 10, 11, 17, 18, 23),
        StandardClass.ENABLING: numbered("S", 7, 8, 12, 15, 16, 19, 20, 21, 25),
    },
    support=numbered("S", 6, 11, 13, 24),
    facts=numbered("F", *range(1, 15)),
    layers=("L1", "L2", "L3", "L4", "L5"),
    base=("L1", "L2"),
    paid="L5",
    mechanisms={
        "M1": row("equality stigma", "equality-w1 stigma-w1", 1),
        "M2": row("sharing independence", "independence-w1 sharing-w2", 2, 3),
        "M3": row("strengths stigma", "strengths-w1 stigma-w2", 4, 5),
        "M4": row(
            "solidarity independence respect", "solidarity-w1 independence-w2 respect-w2", 6, 7
        ),
        "M5": row(
            "synergy hopefulness being-yourself", "synergy-w1 being-yourself-w1 hopefulness-w2", 8
        ),
        "M6": row("mutuality synergy equality", "mutuality-w1 synergy-w2 equality-w2", 9, 10),
        "M7": row(
            "mutuality companionship being-yourself",
            "companionship-w1 mutuality-w2 being-yourself-w2",
            11,
        ),
        "M8": row("sharing hopefulness strengths", "sharing-w1 hopefulness-w1 strengths-w2", 12),
        "M9": row(
            "solidarity companionship respect", "respect-w1 solidarity-w2 companionship-w2", 13, 14
        ),
    },
    levels=(
        "Holding", "Watch", "Under-developed", "Under pressure", "At risk", "Not enough evidence",
    ),
    profiles=(
        "Structure ahead of essence", "Essence and structure together",
        "Essence ahead of structure", "Early days", "Mixed", "Not enough evidence",
    ),
    marks=("Unrooted", "Unsupported", "Top-heavy"),
    confidences=("Firm", "Fair", "One-sided"),
)  # fmt: skip
# Method 2 asks two facts more, and has a profile for groups that rate the principles alone.
SECOND = replace(
    FIRST,
    method="2",
    facts=numbered("F", *range(1, 17)),
    mechanisms={
        **FIRST.mechanisms,
        "M3": replace(FIRST.mechanisms["M3"], facts=numbered("F", 4, 5, 16)),
        "M4": replace(FIRST.mechanisms["M4"], facts=numbered("F", 6, 7, 15)),
    },
    profiles=(*FIRST.profiles[:-1], "Principles alone", FIRST.profiles[-1]),
)
SHAPES = {shape.method: shape for shape in (FIRST, SECOND)}
NEWEST = SECOND  # reports are made by this one; by the others they are read
