"""Assessments made to measure, for the tests of the method.

Two ways in. ``Case`` holds plain answers and goes through ``release``; the naive method takes the
same answers. ``scored`` makes Results of given cells, where a test starts from scores.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from assessment.method import Results, mark, release, to_json
from assessment.method.marks import Marked
from assessment.method.responses import Answer, Responses, encode
from assessment.method.results import (
    About,
    Answered,
    Cell,
    FactCheck,
    GroupRating,
    Mode,
    OwnPart,
    Panel,
    Released,
    Spread,
    StandardRating,
    Truth,
    Withheld,
)
from questions import Kind, Length, load
from questions.shape import FIRST
from tests.naive.method import assess

INSTRUMENT = load()
PRINCIPLES = tuple(INSTRUMENT.principle)

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
        standards={code: StandardRating(standards.get(code)) for code in FIRST.standards},
        facts={code: FactCheck(Truth(facts.get(code) or "DK")) for code in FIRST.facts},
        pyramid={code: pyramid.get(code) for code in FIRST.layers},
    )


@dataclass(frozen=True)
class Case:
    """An assessment as plain answers: ``panel`` is (people, with lived experience)."""

    answers: Mapping[str, Sequence[Row]]
    groups: frozenset[str] = frozenset()
    sizes: Mapping[str, int] = field(default_factory=dict)
    standards: Mapping[str, Answer] = field(default_factory=dict)
    facts: Mapping[str, str] = field(default_factory=dict)
    pyramid: Mapping[str, Answer] = field(default_factory=dict)
    k: int = 5
    length: str = "full"
    mutual: bool = False
    panel: tuple[int | None, int | None] | None = None

    def but(self, **changes: Any) -> "Case":
        return replace(self, **changes)

    def but_answers(self, **of: Sequence[Row]) -> "Case":
        return replace(self, answers={**self.answers, **of})

    def about(self) -> About:
        return About(
            organisation="Rivertown Peers",
            closed=date(2026, 11, 20),
            length=Length(self.length),
            k=self.k,
            mutual=self.mutual,
            panel=Panel(*self.panel) if self.panel else None,
        )

    def answered(self) -> dict[str, Answered]:
        return {side: self.answered_by(side) for side in self.answers}

    def answered_by(self, side: str) -> Answered:
        rows, group = self.answers[side], side in self.groups
        joined = "".join(encode(row) for row in rows)  # as they come: nothing sorts them here
        return Answered(
            mode=Mode.GROUP if group else Mode.INDIVIDUAL,
            responses=Responses(len(items(self.length)), joined.encode()),
            size=self.sizes.get(side),
            groups=tuple(GroupRating(4, "giving, receiving") for _ in rows) if group else (),
        )

    def results(self) -> Results:
        return release(
            INSTRUMENT,
            about=self.about(),
            own_part=own_part(self.standards, self.facts, self.pyramid),
            answered=self.answered(),
        )

    def marked(self) -> Marked:
        return mark(self.results())

    def json(self) -> str:
        return to_json(self.marked())

    def naive(self) -> dict[str, Any]:
        return assess(**vars(self))


def cells(axes: Axes, principle: str, length: str, n: int) -> dict[str, Cell | Withheld]:
    """Every item of the principle at these two figures; None is withheld."""
    asked = [
        item for item in INSTRUMENT.items(Length(length)) if item.code in of_principle(principle)
    ]
    figures = {item.code: axes[item.kind is Kind.WARNING] for item in asked}
    return {
        code: Withheld("fewer than 5") if figure is None else Cell(n, float(figure), "")
        for code, figure in figures.items()
    }


def of_principle(principle: str) -> set[str]:
    return {item.code for item in INSTRUMENT.principle[principle].items}


def scored(
    views: Mapping[str, Axes | Mapping[str, Axes]],
    *,
    single: Mapping[str, Mapping[str, float | None]] | None = None,
    n: int = 14,
    sizes: Mapping[str, int] | None = None,
    spreads: Mapping[str, Spread] | None = None,
    standards: Mapping[str, Answer] | None = None,
    facts: Mapping[str, str] | None = None,
    pyramid: Mapping[str, Answer] | None = None,
    length: str = "full",
    mutual: bool = False,
    panel: tuple[int | None, int | None] | None = None,
) -> Results:
    """Results whose cells give each perspective these (P, W), for all principles or by principle.

    ``single`` sets the cells of single items; ``spreads`` (by principle) go to every perspective.
    """
    perspectives = {}
    for side in (one for one in FIRST.perspectives if one in views):
        axes, of = views[side], {}
        for principle in PRINCIPLES:
            here = axes.get(principle, (None, None)) if isinstance(axes, Mapping) else axes
            of.update(cells(here, principle, length, n))
        for code, figure in (single or {}).get(side, {}).items():
            of[code] = Withheld("") if figure is None else Cell(n, float(figure), "")
        perspectives[side] = Released(
            mode=Mode.GROUP if side == "panel" else Mode.INDIVIDUAL,
            size=(sizes or {}).get(side),
            cells=of,
            spreads=spreads or {},
        )
    about = About(
        organisation="Rivertown Peers",
        length=Length(length),
        mutual=mutual,
        panel=Panel(*panel) if panel else None,
    )
    said = own_part(standards or {}, facts or {}, pyramid or {})
    return Results(instrument=INSTRUMENT, about=about, own_part=said, perspectives=perspectives)
