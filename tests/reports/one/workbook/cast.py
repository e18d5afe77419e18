"""Whose reports are written here: a big trust, a mutual group of six, and those who stay hidden."""

import datetime
import random
from collections.abc import Mapping

from assessment.method import Marked, mark, release
from assessment.method.responses import Answer, Responses, encode
from assessment.method.results import (
    About,
    Answered,
    FactCheck,
    GroupRating,
    Individuals,
    OwnPart,
    Panel,
    StandardRating,
    Truth,
)
from questions import Kind, Length, load
from tests.assessment.method.build import Seeded

INSTRUMENT = load()
CLOSED = datetime.date(2026, 11, 20)
GROUPS = ("partner", "commissioner", "panel")


def responses(strings: list[str], length: Length) -> Responses:
    return Responses.of(strings, width=len(INSTRUMENT.items(length)))


def person(luck: random.Random, length: Length, lean: float) -> str:
    """Somebody's answers: mostly around ``lean``, some of them none."""
    found: list[Answer] = []
    for item in INSTRUMENT.items(length):
        middle = lean if item.kind is Kind.PRACTICE else 3.6 - lean
        rating = max(0, min(4, round(luck.gauss(middle, 1))))
        found.append(luck.choices((rating, "DK", "NA", None), (88, 6, 3, 3))[0])
    return encode(found)


def individuals(people: int, *, lean: float, length: Length = Length.FULL, size: int | None = None):
    luck = random.Random(f"{people} {lean}")
    strings = [person(luck, length, lean) for _ in range(people)]
    return Answered(responses=responses(strings, length), individuals=Individuals(size=size))


def group(*, lean: float, length: Length = Length.FULL, view: str = "") -> Answered:
    string = person(random.Random(f"group {lean}"), length, lean)
    agreed = (GroupRating(6, "three who give, three who receive", view),)
    return Answered(responses=responses([string], length), groups=agreed)


def own_part() -> OwnPart:
    luck = random.Random(7)
    return OwnPart(
        standards={
            s.code: StandardRating(luck.choice((0, 1, 2, 3, 4, 4, "DK", "NA")), "Forum minutes")
            for s in INSTRUMENT.standards
        },
        facts={
            f.code: FactCheck(luck.choice(list(Truth)), datetime.date(2026, 10, 3), "Register")
            for f in INSTRUMENT.facts
        },
        pyramid={"L1": 1, "L2": 2, "L3": None, "L4": "DK", "L5": 4},
    )


def results_of(answered: Mapping[str, Answered], **about: object) -> Marked:
    said = {"organisation": "Northfield and Vale NHS Trust", "closed": CLOSED, **about}
    stated = said.pop("own_part", None) or OwnPart()
    return mark(
        release(
            INSTRUMENT, about=About(**said), own_part=stated, answered=answered, steps=Seeded(2)
        )
    )


def big_trust() -> Marked:
    """All six perspectives; staff see it far better than those who give and receive."""
    return results_of(
        {
            "giving": individuals(14, lean=2.4, size=20),
            "receiving": individuals(31, lean=1.9),
            "partner": group(lean=2.6, view="Solidarity is stronger than this."),
            "staff": individuals(19, lean=3.4, size=40),
            "commissioner": group(lean=3.2),
            "panel": group(lean=2.5),
        },
        programme="Community peer support",
        setting="Community mental health teams",
        panel=Panel(6, 3),
        own_part=own_part(),
    )


def mutual_group() -> Marked:
    """Six people who agreed one rating; no statement of an organisation."""
    answered = {
        "receiving": group(lean=3.2, length=Length.SHORT, view="Two of us see it otherwise.")
    }
    return results_of(answered, organisation="Tuesday Circle", mutual=True, length=Length.SHORT)


def short_form() -> Marked:
    return results_of(
        {
            "giving": individuals(7, lean=3.2, length=Length.SHORT),
            "receiving": individuals(11, lean=3.0, length=Length.SHORT),
        },
        length=Length.SHORT,
        own_part=own_part(),
    )


def too_few() -> Marked:
    """Three and four people: everything is withheld."""
    return results_of({"giving": individuals(3, lean=1), "staff": individuals(4, lean=3)})


def nobody() -> Marked:
    return results_of({})


CAST = {
    "big trust": big_trust,
    "mutual group": mutual_group,
    "short length": short_form,
    "too few": too_few,
    "nobody": nobody,
}
