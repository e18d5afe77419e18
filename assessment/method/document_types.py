"""What stands where in ``results.json``.

``document`` writes these types and mypy holds it to them; ``manage.py schemas`` makes
docs/results.schema.json of them. What Python's types cannot say stands beside them as keywords of
JSON Schema. Docstrings and descriptions are read by people who write other programs.
"""

from collections.abc import Iterable
from typing import Annotated, Any, TypedDict

from assessment.method.confidence import Confidence
from assessment.method.doors import Door
from assessment.method.levels import Level
from assessment.method.mechanisms import Status
from assessment.method.responses import CHARACTERS, Answer
from assessment.method.results import Mode, Truth
from assessment.method.structure import Mark, Profile
from questions import Length
from questions.shape import NEWEST
from questions.thresholds import SMALLEST_K

Keywords = dict[str, Any]  # of JSON Schema


def described(description: str, **keywords: Any) -> Keywords:
    return {"description": description, **keywords}


def codes(known: Iterable[Any]) -> Keywords:
    """One of these."""
    return {"enum": list(known)}


def every(known: Iterable[str]) -> Keywords:
    """All of these are keys."""
    return {"required": list(known)}


PerspectiveCode = Annotated[str, codes(NEWEST.perspectives)]
PrincipleCode = Annotated[str, codes(NEWEST.principles)]
DomainCode = Annotated[str, codes(NEWEST.domains)]
MechanismCode = Annotated[str, codes(NEWEST.mechanisms)]
StandardCode = Annotated[str, codes(NEWEST.standards)]
FactCode = Annotated[str, codes(NEWEST.facts)]
LayerCode = Annotated[str, codes(NEWEST.layers)]

Day = Annotated[str | None, {"format": "date"}]
Rating = Annotated[Answer, codes(CHARACTERS)]
People = Annotated[int | None, {"minimum": 0}]
FigureJson = Annotated[
    float | None,
    described("0-100, 2 decimals half up; null where missing", minimum=0, maximum=100),
]


class PanelJson(TypedDict):
    """Of the panel, how many people and how many of them with lived experience."""

    people: People
    lived_experience: People


class AboutJson(TypedDict):
    form: Length
    organisation: str
    programme: str
    setting: str
    closed: Day
    mutual: Annotated[
        bool,
        described(
            "a group where everybody gives and receives: receiving stands for all its members"
        ),
    ]


class IndividualsJson(TypedDict):
    """People who answered each alone."""

    kind: Annotated[Mode, codes([Mode.INDIVIDUAL])]
    door: Annotated[
        Door,
        described(
            "each: one answer a person; open: one link, through which anybody can answer more "
            "than once"
        ),
    ]
    k: Annotated[
        int, described("fewest people in a released cell of this perspective", minimum=SMALLEST_K)
    ]
    size: Annotated[People, described("how many people there are, as stated; null where it is not")]
    responded: Annotated[
        int | None,
        described(
            "floor of the band of how many answered: 5 (5 to 7), 8 (8 or 9), then multiples of 5 "
            "below 50, of 50 from 50 on, never below k; null below k",
            minimum=SMALLEST_K,
        ),
    ]
    m: Annotated[
        int | None,
        described(
            "floor of the band of the fewest people behind the spread; null where there is none",
            minimum=10,
        ),
    ]
    sd: Annotated[
        int | None,
        described(
            "spread of personal scores, rounded up to a multiple of 5; null where there is none",
            minimum=5,
            multipleOf=5,
        ),
    ]


class AgreedJson(TypedDict):
    """What a group agreed: it is exact, and k does not apply to it."""

    kind: Annotated[Mode, codes([Mode.GROUP])]


GroupJson = TypedDict("GroupJson", {"people": People, "from": str, "different_view": str})


class CellJson(TypedDict):
    """A released cell."""

    n: Annotated[
        int,
        described(
            "of groups how many; of individuals the floor of a band, as in responded", minimum=1
        ),
    ]
    value: Annotated[
        float,
        described(
            "of groups exact, 2 decimals; of individuals a whole number, blurred on purpose and "
            "held within 13 to 87 (3 to 97 from ten people on)",
            minimum=0,
            maximum=100,
        ),
    ]
    shown: str


class WithheldJson(TypedDict):
    """A cell that is not released: the reason, and no figure."""

    withheld: str


class ScoreJson(TypedDict):
    """What one perspective says of one principle (docs/method.md, sections 4 and 9).

    n: the smallest n of the cells of P and W; low and high: the rough range of P.
    """

    P: FigureJson
    W: FigureJson
    n: People
    low: FigureJson
    high: FigureJson
    not_known: bool


class LivedJson(TypedDict):
    """The lived-experience view."""

    P: FigureJson
    W: FigureJson


class PrincipleJson(TypedDict):
    perspectives: dict[PerspectiveCode, ScoreJson]
    L: LivedJson
    O: Annotated[FigureJson, described("others' view of P")]  # noqa: E741 - the method's letter
    gap: Annotated[float | None, described("O - L on P", minimum=-100, maximum=100)]
    all_round: FigureJson
    level: Level
    confirmed: Annotated[bool | None, described("null unless the level is At risk")]
    borderline: Annotated[bool | None, described("null where the level is Not enough evidence")]
    reasons: list[str]
    clears: Annotated[list[str], described("what would clear the mark")]


class StructureJson(TypedDict):
    FORMAL: FigureJson
    ROOTED: FigureJson
    SUPPORT: FigureJson
    ESSENCE: FigureJson
    profile: Profile
    marks: list[Mark]
    domains: dict[DomainCode, FigureJson]


class MechanismJson(TypedDict):
    score: FigureJson
    status: Status
    facts: dict[FactCode, Truth]


class StandardJson(TypedDict):
    rating: Rating
    evidence: str


class FactJson(TypedDict):
    answer: Truth
    date: Day
    evidence: str


class OwnPartJson(TypedDict):
    standards: dict[StandardCode, StandardJson]
    facts: Annotated[
        dict[FactCode, FactJson], described("yes is always the risk; a blank counts as DK")
    ]
    pyramid: dict[LayerCode, Rating]


class ResultsJson(AboutJson, OwnPartJson):
    """results.json: the released cells of a closed assessment, the organisation's own part, and
    every figure made of them. Item cells are the only thing released about answers; see
    docs/method.md.
    """

    method: Annotated[str, codes([NEWEST.method])]
    instrument: Annotated[str, described("version of the instrument")]
    perspectives: Annotated[
        dict[PerspectiveCode, IndividualsJson | AgreedJson],
        described("Perspectives that were asked."),
    ]
    panel: PanelJson | None
    groups: Annotated[
        dict[PerspectiveCode, list[GroupJson]],
        described(
            "The groups behind perspectives of groups: how many, from where, a different view in "
            "their own words."
        ),
    ]
    cells: Annotated[
        dict[PerspectiveCode, dict[str, CellJson | WithheldJson]],
        described("Perspective, then item code."),
    ]
    principles: Annotated[dict[PrincipleCode, PrincipleJson], every(NEWEST.principles)]
    structure: StructureJson
    mechanisms: Annotated[dict[MechanismCode, MechanismJson], every(NEWEST.mechanisms)]
    confidence: Confidence
    comments: Annotated[str, described("How comments are treated: none is in this file.")]
