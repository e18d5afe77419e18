"""A cast of comparisons: few and many, named and not, and every bad case a chart has to stand."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from random import Random

from assessment.method.levels import Level
from assessment.method.mechanisms import Status
from comparing.method.comparing import Comparison, HeldBack, compare
from comparing.method.members import ComparedMember, Figures, Sharing, figures_of, keys_of
from comparing.method.sharing import leaving
from tests.assessment.method.layouts import random_case
from tests.reports.one.charts.cast import INSTRUMENT, PRINCIPLES

KINDS = ("NHS trust", "user-led group", "voluntary organisation")
NAMES = (
    "Northfield NHS Foundation Trust",
    "Riverside Peers",
    "Mind in the Vale",
    "The Lanterns",
    "East and West Quarry Together for Wellbeing",
    "Hearing Voices Harbour",
)
ODD = 'Ünï 🌻 $x^2$ \\frac &<b>"Sons"</b> 北京 \x07\ud800 ' + "Long Name " * 30
KEYS = tuple(keys_of(INSTRUMENT))


@cache
def random_figures(seed: int) -> Figures:
    return figures_of(leaving(random_case(Random(seed)).results()))


def lifelike(seed: int) -> Figures:
    """Everybody has most figures, about the middle; sides of chance decide the rest."""
    rng = Random(seed)
    values = {
        key: None if rng.random() < 0.04 else min(100, max(0, rng.gauss(52 + place % 7 * 3, 15)))
        for place, key in enumerate(KEYS)
    }
    levels = rng.choices(tuple(Level), (6, 4, 2, 4, 3, 1), k=12)
    statuses = rng.choices(tuple(Status), (3, 4, 3, 2), k=9)
    return Figures(
        values=values,
        levels=dict(zip(PRINCIPLES, levels, strict=True)),
        statuses=dict(
            zip((m.code for m in INSTRUMENT.mechanisms), map(str, statuses), strict=True)
        ),
    )


def member(place: int, *, named: bool = False, figures: Figures | None = None) -> ComparedMember:
    name = NAMES[place] if place < len(NAMES) else f"Member {place + 1}"
    return ComparedMember(
        name=name,
        kind=KINDS[place % 3],
        sharing=Sharing.NAMED if named else Sharing.ANONYMOUS,
        figures=figures or lifelike(place),
    )


def members(count: int, named: int = 0) -> list[ComparedMember]:
    return [member(place, named=place < named) for place in range(count)]


def flat(value: float | None, level: Level = Level.WATCH, status: Status = Status.SIGNS) -> Figures:
    """Every figure the same."""
    return Figures(
        values=dict.fromkeys(KEYS, value),
        levels=dict.fromkeys(PRINCIPLES, level),
        statuses={one.code: str(status) for one in INSTRUMENT.mechanisms},
    )


def beside(everybody: Sequence[ComparedMember], place: int | None = 0, **of) -> Comparison:
    viewer = None if place is None else everybody[place]
    return compare(everybody, INSTRUMENT, viewer=viewer, **of)


ALIKE = [member(p, named=p < 8, figures=flat(50.0)) for p in range(20)]
RANDOM = [member(p, named=p < 3, figures=random_figures(p)) for p in range(16)]
ODDLY_NAMED = [replace(one, name=f"{place}{ODD}") for place, one in enumerate(members(16, 16))]
COMPARED = {
    "lifelike": beside(members(16, 6)),
    "own view": beside(members(16, 6), None),
    "six": beside(members(6, 6)),
    "ten": beside(members(10)),
    "two": beside(members(2)),
    "one": beside(members(1)),
    "nobody": compare([], INSTRUMENT),
    "anonymous": beside(members(30)),
    "named alone": beside(members(12, 9)),
    "forty named": beside(members(40, 40)),
    "sixty named": beside(members(60, 60), None),
    "alike": beside(ALIKE),
    "ends": beside([member(p, named=p < 4, figures=flat(p % 2 * 100.0)) for p in range(14)]),
    "random": beside(RANDOM),
    "no figures": beside([member(p, named=True, figures=flat(None)) for p in range(14)]),
    "held back": beside(members(16, 6), held_back=HeldBack(KEYS[:3], splits=True)),
    "odd words": beside(ODDLY_NAMED),
}
