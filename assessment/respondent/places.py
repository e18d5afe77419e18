"""How much of each page is answered, and where somebody left off."""

from typing import NamedTuple

from assessment.respondent.answer_forms import answer_choices, field_value, item_text
from assessment.respondent.pages import items_of
from assessment.respondent.visit import Visit
from assessment.respondent.wording_choice import Words
from questions.entries import Item, Principle


class Given(NamedTuple):
    """A statement in the words that the person chose, and their answer to it."""

    statement: str
    answer: str


class PrinciplePlace(NamedTuple):
    """A principle's page: which, how many statements, and what has been answered."""

    number: int
    name: str
    statements: int
    given: tuple[Given, ...]

    @property
    def answered(self) -> int:
        return len(self.given)


def places(visit: Visit) -> list[PrinciplePlace]:
    """Every page with how much of it is answered."""
    return [
        principle_place(visit, number, principle)
        for number, principle in enumerate(visit.instrument.principles, start=1)
    ]


def principle_place(visit: Visit, number: int, principle: Principle) -> PrinciplePlace:
    items = items_of(visit.instrument, visit.length, number)
    given = tuple(
        given_to(visit, item) for item in items if visit.answers.get(item.code) is not None
    )
    name = principle.name_in(shorter=visit.words is Words.SHORTER)
    return PrinciplePlace(number, name, len(items), given)


def given_to(visit: Visit, item: Item) -> Given:
    mutual = visit.assessment.mutual
    labels = dict(answer_choices(visit.instrument, item.kind))
    return Given(
        item_text(item, visit.perspective, visit.words, mutual=mutual),
        labels[field_value(visit.answers[item.code])],
    )


def place_to_go_on(visit: Visit) -> int:
    """The last page with an answer on it, the first where there is none."""
    return max((place.number for place in places(visit) if place.answered), default=1)
