"""Collaborations to compare: nobody, too few, either side of each number, odd names, many."""

import random
from collections.abc import Mapping
from dataclasses import replace

from assessment.method.levels import Level
from assessment.method.mechanisms import Status
from comparing.method.comparing import Comparison, compare
from comparing.method.members import ComparedMember, Figures, Key, Sharing, keys_of
from questions import load

INSTRUMENT = load()
KINDS = ("trust", "user-led", "voluntary")
ODD = (
    "=cmd()|' /C calc'!A0", "🌻 Sonnenblume", "مجموعة دعم الأقران", "<b>&amp;</b>", "W" * 120,
    "a\nb", "  spaced  ", "-2+3", "@SUM(A1)", "\x00\x1bx", "Ünder", "Zoë", "+1",
)  # fmt: skip


def figures(number: int, *, gaps: bool = True, **changed: float | None) -> Figures:
    """``changed``: the figures of single principles."""
    luck = random.Random(number)
    values: dict[Key, float | None] = {
        key: None if gaps and luck.random() < 0.04 else luck.uniform(20, 80)
        for key in keys_of(INSTRUMENT)
    }
    values |= {("principles", code): value for code, value in changed.items()}
    return Figures(
        values=values,
        levels={code: luck.choice(list(Level)) for code in INSTRUMENT.principle},
        statuses={one.code: str(luck.choice(list(Status))) for one in INSTRUMENT.mechanisms},
    )


def member(number: int, sharing: Sharing = Sharing.ANONYMOUS, **told: object) -> ComparedMember:
    made = ComparedMember(
        name=f"Organisation {number:04}",
        kind=KINDS[number % 3],
        sharing=sharing,
        figures=figures(number),
    )
    return replace(made, **told)


def members(count: int, *, named: int = 0) -> list[ComparedMember]:
    """So many, the first of them named."""
    sharing = [Sharing.NAMED] * named + [Sharing.ANONYMOUS] * (count - named)
    return [member(number, one) for number, one in enumerate(sharing)]


def seen(found: list[ComparedMember]) -> Comparison:
    """As the last of them sees it."""
    return compare(found, INSTRUMENT, viewer=found[-1])


def whole(found: list[ComparedMember]) -> Comparison:
    return compare(found, INSTRUMENT)


def odd_names() -> Comparison:
    odd = [
        member(number, Sharing.NAMED, name=name, kind=ODD[number % 2])
        for number, name in enumerate(ODD)
    ]
    return seen(odd)


def by_kind() -> Comparison:
    found = [replace(one, figures=figures(n, gaps=False)) for n, one in enumerate(members(40))]
    return seen(found)


CAST: Mapping[str, Comparison] = {
    "nobody": whole([]),
    "one": whole(members(1)),
    "alone": seen(members(1)),
    "four": whole(members(4)),
    "five": whole(members(5)),
    "eight others": seen(members(9)),
    "nine others": seen(members(10)),
    "eleven others": seen(members(12, named=6)),
    "twelve others": seen(members(13)),
    "sixteen": whole(members(16, named=8)),
    "by kind": by_kind(),
    "odd names": odd_names(),
    "a thousand": whole(members(1000, named=400)),
}
