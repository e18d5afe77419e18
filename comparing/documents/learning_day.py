"""A learning day of a round: an agenda, cards with questions from the figures, and slides.

The questions come from where members differ most and from what most find hard; of an anonymous
round from what is published, of one by name from everybody's figures.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from assessment.method.language import on_day
from assessment.method.levels import Level
from comparing.method.members import PRINCIPLES
from comparing.method.seen import SeenByName, SeenPublished
from comparing.wording.named_said import dots_sentence, levels_sentence, presence_sentence
from comparing.wording.published_said import mechanisms_sentence, presence, principles_sentence
from questions.entries import Principle
from reports.documents.deck import Slide, Slides
from reports.documents.outline import Block, Heading, Outline, Table, Words, points

CARDS = 3
AGENDA = (
    ("10.00", "Arriving; what we agree on: what is said here stays here, nobody is ranked"),
    ("10.20", "What the figures say of all of us, and what they cannot say"),
    ("10.50", "In small groups, a card each: people who give and receive speak first"),
    ("12.00", "Lunch"),
    ("13.00", "What each group found; what we would try"),
    ("14.00", "Pairs: who offers, who asks"),
    ("14.45", "One thing each takes home, and what we ask of commissioners together"),
)
QUESTIONS = (
    "What does it look like where you are, on an ordinary day?",
    "What made it better, or worse, in the last year?",
    "Who decides about it, and were people who give and receive asked?",
    "What would you try first, and who would you need?",
)


@dataclass(frozen=True, slots=True)
class Card:
    """A principle to talk about, and the sentence that says why."""

    principle: Principle
    why: str


def cards(seen: SeenPublished | SeenByName) -> list[Card]:
    """Where members are widest apart first; of too few for that, where the mean is lowest."""
    weighed = [(weight(seen, one), one) for one in seen.instrument.principles]
    known = sorted(
        ((found, one) for found, one in weighed if found is not None), key=lambda of: -of[0][0]
    )
    return [Card(one, why) for (_, why), one in known[:CARDS]]


def weight(seen: SeenPublished | SeenByName, one: Principle) -> tuple[float, str] | None:
    key = (PRINCIPLES, one.code)
    if isinstance(seen, SeenByName):
        values = [v for m in seen.named.members if (v := m.figures.values[key]) is not None]
        if len(values) < 2:
            return None
        return max(values) - min(values), "Here members lie far apart: some have found a way."
    told = seen.published.figures[key]
    if at := told.quantiles:
        wide = at.q3.value - at.q1.value
        return wide, f"The middle half of members lies from {at.q1.shown} to {at.q3.shown}."
    if told.mean is None:
        return None
    return 100 - told.mean.value, f"The mean of {told.n} members is {told.mean.shown}."


def findings(seen: SeenPublished | SeenByName) -> list[str]:
    if isinstance(seen, SeenByName):
        return [levels_sentence(seen), dots_sentence(seen, PRINCIPLES), presence_sentence(seen)]
    hard = (s for level in (Level.AT_RISK, Level.UNDER_PRESSURE) for s in presence(seen, level))
    return [principles_sentence(seen), *hard, mechanisms_sentence(seen)]


def until(seen: SeenPublished | SeenByName) -> str:
    said = "For those who may read the round, and for nobody else."
    return f"{said} Shown until {on_day(seen.last_day)}." if seen.last_day else said


def learning_day(seen: SeenPublished | SeenByName) -> Outline:
    title = f"{seen.title}: a learning day"
    return Outline(title, seen.title, None, tuple(day_blocks(seen, title)))


def day_blocks(seen: SeenPublished | SeenByName, title: str) -> Iterator[Block]:
    yield Heading(title, 1)
    yield Words(f"{until(seen)} {seen.instrument.caution}", "quiet")
    yield Heading("Agenda", 2)
    yield Table(("When", "What"), AGENDA, (1, 6))
    yield Heading("What the figures say", 2)
    yield points(*findings(seen))
    for card in cards(seen):
        yield Heading(f"Card: {card.principle.name}", 2, on_new_page=True)
        yield Words(card.why)
        yield points(*QUESTIONS, numbered=True)


def learning_slides(seen: SeenPublished | SeenByName) -> Slides:
    said = tuple(("", sentence) for sentence in findings(seen))
    slides = [
        Slide(seen.title, (("", "A learning day: to talk, not to rank."),), None, until(seen)),
        Slide("What the figures say", said, None, f"{seen.instrument.caution} {until(seen)}"),
    ]
    for card in cards(seen):
        lines = tuple(("", question) for question in (card.why, *QUESTIONS))
        slides.append(Slide(card.principle.name, lines, None, until(seen)))
    return Slides(f"{seen.title}: a learning day", seen.title, None, tuple(slides))
