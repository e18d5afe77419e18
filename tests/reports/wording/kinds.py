"""Reports of every kind: a small group, an own part alone, everybody, nobody; slips or one link.

Each says what its media may show, so that a new part of a report is put in here first.
"""

from dataclasses import dataclass
from functools import cache

from assessment.method.doors import Door
from assessment.method.marks import Marked
from tests.assessment.method.build import FACTS, LAYERS, STANDARDS, Case, Seeded, person

BASE = frozenset({"Board page", "Summary", "Actions", "How each number was made"})
PRINCIPLES = BASE | {"Principles", "Statements", "Mechanisms"}
OWN_PART = frozenset({"Standards", "Pyramid", "Facts"})
EVERY_CHART = frozenset({"principles", "standards", "map", "perspectives", "pyramid"})

# What is answered: warning signs in the middle, so that a mechanism shows signs.
GROUP = [person(2, 2, mutuality_1=4, mutuality_2=4, respect_1=1)]
FORMAL = dict.fromkeys(("S01", "S02", "S03"), 3)  # of the ten, of which a profile needs seven
WHOLE = {
    "standards": dict.fromkeys(STANDARDS, 3),
    "facts": {**dict.fromkeys(FACTS, "no"), "F02": "yes"},
    "pyramid": dict.fromkeys(LAYERS, 2),
}


def people(count: int) -> list[list[object]]:
    """Each a little apart from the next, so that there is a spread."""
    return [person(1 + number % 3, 2, mutuality_1=number % 5) for number in range(count)]


@dataclass(frozen=True)
class Kind:
    """``parts``: what was rated; ``sheets`` and ``charts``: what there is of it."""

    case: Case
    parts: frozenset[str]
    sheets: frozenset[str]
    charts: frozenset[str]

    @property
    def individuals(self) -> bool:
        """Whether figures of people stand in it who answered alone."""
        return "individuals" in self.parts


def kind(case: Case, *parts: str, sheets: frozenset[str], charts: str = "") -> Kind:
    return Kind(case, frozenset(parts), sheets, frozenset(charts.split()))


KINDS = {
    "a mutual group, principles only": kind(
        Case({"receiving": GROUP}, groups=frozenset({"receiving"}), mutual=True),
        "principles",
        sheets=PRINCIPLES,
        charts="principles",
    ),
    "two groups, principles only": kind(
        Case({"giving": GROUP, "partner": GROUP}, groups=frozenset({"giving", "partner"})),
        "principles",
        "sides",
        sheets=PRINCIPLES,
        charts="principles perspectives",
    ),
    "a mutual group and a few standards": kind(
        Case(
            {"receiving": GROUP},
            groups=frozenset({"receiving"}),
            mutual=True,
            standards=FORMAL,
        ),
        "principles",
        "standards",
        sheets=PRINCIPLES | {"Standards"},
        charts="principles",
    ),
    "standards only": kind(
        Case({}, standards=WHOLE["standards"]),
        "standards",
        sheets=BASE | {"Standards"},
        charts="standards",
    ),
    "an own part alone": kind(
        Case({}, **WHOLE),
        "standards",
        "facts",
        "pyramid",
        sheets=BASE | OWN_PART | {"Mechanisms"},
        charts="standards pyramid",
    ),
    "nothing": kind(Case({}), sheets=BASE),
    "too few": kind(
        Case({"giving": people(3), "receiving": people(4)}, sizes={"receiving": 30}),
        "principles",
        "sides",
        "alone",
        sheets=BASE | {"Principles", "Statements"},
    ),
    "by slips": kind(
        Case({"giving": people(6), "receiving": people(12)}, sizes={"giving": 8, "receiving": 40}),
        "principles",
        "sides",
        "alone",
        "individuals",
        "ranges",
        sheets=PRINCIPLES,
        charts="principles perspectives",
    ),
    "by one link": kind(
        Case({"receiving": people(11)}, doors={"receiving": Door.OPEN}, sizes={"receiving": 18}),
        "principles",
        "alone",
        "individuals",
        "ranges",
        sheets=PRINCIPLES,
        charts="principles",
    ),
    "everybody and everything": kind(
        Case(
            {"giving": people(12), "receiving": people(24), "partner": GROUP, "staff": people(9)},
            groups=frozenset({"partner"}),
            doors={"receiving": Door.OPEN},
            sizes={"giving": 40, "receiving": 24, "staff": 15},
            **WHOLE,
        ),
        *("principles", "sides", "others", "alone", "individuals", "ranges"),
        *("standards", "facts", "pyramid"),
        sheets=PRINCIPLES | OWN_PART,
        charts=" ".join(EVERY_CHART),
    ),
}


@cache
def marked_of(name: str) -> Marked:
    return KINDS[name].case.but(steps=Seeded(3)).marked()
