"""Assessments made to measure, for the tests of the method.

Two ways in. ``Case`` holds plain answers and the chance steps, and goes through ``release``; the
naive method takes the same. ``scored`` makes Results of given cells, where a test starts from
scores.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from random import Random
from typing import Any

from assessment.method import Results, mark, release, to_json
from assessment.method.blur import Steps
from assessment.method.cells import held
from assessment.method.doors import Door
from assessment.method.marks import Marked
from assessment.method.numbers import whole
from assessment.method.responses import Answer, Responses, encode
from assessment.method.results import (
    About,
    Answered,
    BlurredCell,
    Cell,
    FactCheck,
    GroupCell,
    GroupRating,
    Individuals,
    OwnPart,
    Panel,
    Released,
    Spread,
    StandardRating,
    Truth,
    Withheld,
)
from questions import Kind, Length, load
from tests.naive.contract import DOORS
from tests.naive.method import assess

INSTRUMENT = load()
PRINCIPLES = tuple(INSTRUMENT.principle)
PERSPECTIVES = tuple(INSTRUMENT.perspective)
STANDARDS = tuple(INSTRUMENT.standard)
FACTS = tuple(INSTRUMENT.fact)
LAYERS = tuple(layer.code for layer in INSTRUMENT.layers)

# The cast. Enough people for a cell, too few for one, and a room that rates together.
AMINA, BEN, CHIDI, DEE, ESI = GIVING = ("Amina", "Ben", "Chidi", "Dee", "Esi")
FARAH, GWEN, HARI = TOO_FEW = ("Farah", "Gwen", "Hari")

Row = Sequence[Answer]
Axes = tuple[float | None, float | None]


def items(length: str = "full") -> list[str]:
    return [item.code for item in INSTRUMENT.items(Length(length))]


def person(
    practice: Answer = None, warning: Answer = None, *, length: str = "full", **of: Answer
) -> list[Answer]:
    """One person's answers; ``of`` answers single items: person(3, 1, mutuality_w1=4)."""
    named = {code.replace("_", "-"): answer for code, answer in of.items()}
    asked = list(items(length))
    assert set(named) <= set(asked)
    return [named.get(code, warning if "-w" in code else practice) for code in asked]


def people(
    answers: Iterable[Answer], item: str = "mutuality-1", **others: Any
) -> list[list[Answer]]:
    """One person for each answer to the item; of the rest they say ``others``, or nothing."""
    return [person(**{item.replace("-", "_"): answer}, **others) for answer in answers]


def own_part(
    standards: Mapping[str, Answer], facts: Mapping[str, str], pyramid: Mapping[str, Answer]
) -> OwnPart:
    return OwnPart(
        standards={code: StandardRating(standards.get(code)) for code in STANDARDS},
        facts={code: FactCheck(Truth(facts.get(code) or "DK")) for code in FACTS},
        pyramid={code: pyramid.get(code) for code in LAYERS},
    )


@dataclass(frozen=True)
class Always:
    """Every sum of individuals is moved by the same step."""

    step: int

    def __call__(self, *_: object) -> int:
        return self.step


STILL = Always(0)


@dataclass(frozen=True)
class Seeded:
    """Any steps that the door may give, the same for the same sum."""

    seed: int

    def __call__(self, perspective: str, code: str, door: Door) -> int:
        far = 2 if door is Door.EACH else 3
        return Random(f"{self.seed} {perspective} {code}").randint(-far, far)


@dataclass(frozen=True)
class Case:
    """An assessment as plain answers: ``panel`` is (people, with lived experience).

    ``doors`` of individuals are *each* unless said; ``k`` is raised to what a door needs, ``ks``
    sets it for single perspectives.
    """

    answers: Mapping[str, Sequence[Row]]
    groups: frozenset[str] = frozenset()
    doors: Mapping[str, Door] = field(default_factory=dict)
    sizes: Mapping[str, int] = field(default_factory=dict)
    standards: Mapping[str, Answer] = field(default_factory=dict)
    facts: Mapping[str, str] = field(default_factory=dict)
    pyramid: Mapping[str, Answer] = field(default_factory=dict)
    k: int = 5
    ks: Mapping[str, int] = field(default_factory=dict)
    length: str = "full"
    mutual: bool = False
    panel: tuple[int | None, int | None] | None = None
    steps: Steps = STILL

    def but(self, **changes: Any) -> "Case":
        return replace(self, **changes)

    def but_answers(self, **of: Sequence[Row]) -> "Case":
        return replace(self, answers={**self.answers, **of})

    def about(self) -> About:
        return About(
            organisation="Rivertown Peers",
            closed=date(2026, 11, 20),
            length=Length(self.length),
            mutual=self.mutual,
            panel=Panel(*self.panel) if self.panel else None,
        )

    def individuals(self, side: str) -> Individuals | None:
        """None of a group."""
        if side in self.groups:
            return None
        door = self.doors.get(side, Door.EACH)
        k = self.ks.get(side, max(self.k, DOORS[door]["k"]))
        return Individuals(door, k, self.sizes.get(side))

    def answered(self) -> dict[str, Answered]:
        return {side: self.answered_by(side) for side in self.answers}

    def answered_by(self, side: str) -> Answered:
        rows, group = self.answers[side], side in self.groups
        joined = "".join(encode(row) for row in rows)  # as they come: nothing sorts them here
        return Answered(
            responses=Responses(len(items(self.length)), joined.encode()),
            individuals=self.individuals(side),
            groups=tuple(GroupRating(4, "giving, receiving") for _ in rows) if group else (),
        )

    def results(self) -> Results:
        return release(
            INSTRUMENT,
            about=self.about(),
            own_part=own_part(self.standards, self.facts, self.pyramid),
            answered=self.answered(),
            steps=self.steps,
        )

    def marked(self) -> Marked:
        return mark(self.results())

    def json(self) -> str:
        return to_json(self.marked())

    def plain(self, side: str) -> dict[str, Any]:
        """The perspective as the naive method takes it."""
        strings, how = [encode(row) for row in self.answers[side]], self.individuals(side)
        if how is None:
            return {"kind": "group", "answers": strings}
        asked = {"door": str(how.door), "k": how.k, "size": how.size}
        return {"kind": "individual", **asked, "answers": strings}

    def naive(self) -> dict[str, Any]:
        return assess(
            {side: self.plain(side) for side in self.answers},
            lambda side, code: self.steps(side, code, self.doors.get(side, Door.EACH)),
            length=self.length,
            mutual=self.mutual,
            panel=self.panel,
            standards=self.standards,
            facts=self.facts,
            pyramid=self.pyramid,
        )


def of_principle(principle: str) -> set[str]:
    return {item.code for item in INSTRUMENT.principle[principle].items}


def cell(figure: float | None, n: int, *, group: bool) -> Cell | Withheld:
    if figure is None:
        return Withheld("not answered" if group else "fewer than 5")
    if group:
        return GroupCell(n, figure, whole(figure))
    few = n < INSTRUMENT.thresholds.few_people
    as_shown = held(n, int(figure), INSTRUMENT.thresholds, few=few)
    return BlurredCell(n, figure, as_shown.shown)


def cells(
    axes: Axes, principle: str, length: str, n: int, *, group: bool
) -> dict[str, Cell | Withheld]:
    """Every item of the principle at these two figures; None is withheld."""
    asked = [
        item for item in INSTRUMENT.items(Length(length)) if item.code in of_principle(principle)
    ]
    return {item.code: cell(axes[item.kind is Kind.WARNING], n, group=group) for item in asked}


def scored(
    views: Mapping[str, Axes | Mapping[str, Axes]],
    *,
    single: Mapping[str, Mapping[str, float | None]] | None = None,
    n: int = 10,
    groups: bool = False,
    door: Door = Door.EACH,
    sizes: Mapping[str, int] | None = None,
    spread: Spread | None = None,
    standards: Mapping[str, Answer] | None = None,
    facts: Mapping[str, str] | None = None,
    pyramid: Mapping[str, Answer] | None = None,
    length: str = "full",
    mutual: bool = False,
    panel: tuple[int | None, int | None] | None = None,
) -> Results:
    """Results whose cells give each perspective these (P, W), for all principles or by principle.

    ``single`` sets the cells of single items. Figures of individuals are whole numbers away from
    the ends; ``groups`` makes every perspective a group's, of which any figure may be released.
    """
    perspectives = {}
    for side in (one for one in PERSPECTIVES if one in views):
        axes, of, group = views[side], {}, groups or side == "panel"
        for principle in PRINCIPLES:
            here = axes.get(principle, (None, None)) if isinstance(axes, Mapping) else axes
            of.update(cells(here, principle, length, n, group=group))
        for code, figure in (single or {}).get(side, {}).items():
            of[code] = cell(figure, n, group=group)
        how = None if group else Individuals(door, DOORS[door]["k"], (sizes or {}).get(side))
        perspectives[side] = Released(
            cells=of,
            individuals=how,
            responded=None if group else n,
            spread=None if group else spread,
        )
    about = About(
        organisation="Rivertown Peers",
        length=Length(length),
        mutual=mutual,
        panel=Panel(*panel) if panel else None,
    )
    said = own_part(standards or {}, facts or {}, pyramid or {})
    return Results(instrument=INSTRUMENT, about=about, own_part=said, perspectives=perspectives)
