"""How much of each page is answered, and where somebody left off."""

from typing import NamedTuple

from assessment.respondent.pages import items_of
from assessment.respondent.visit import Visit
from questions.entries import Principle


class PrinciplePlace(NamedTuple):
    """A principle's page: which, and how much of it is answered."""

    number: int
    principle: Principle
    statements: int
    answered: int


def places(visit: Visit) -> list[PrinciplePlace]:
    """Every page with how much of it is answered."""
    return [
        principle_place(visit, number, principle)
        for number, principle in enumerate(visit.instrument.principles, start=1)
    ]


def principle_place(visit: Visit, number: int, principle: Principle) -> PrinciplePlace:
    items = items_of(visit.instrument, visit.length, number)
    answered = sum(visit.answers.get(item.code) is not None for item in items)
    return PrinciplePlace(number, principle, len(items), answered)


def place_to_go_on(visit: Visit) -> int:
    """The last page with an answer on it, the first where there is none."""
    return max((place.number for place in places(visit) if place.answered), default=1)
