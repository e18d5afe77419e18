"""A learning day of a round: an agenda, cards with questions from the figures, and slides.

The questions come from where members differ most and from what most find hard; of an anonymous
round from what is published, of one by name from everybody's figures.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from assessment.method.language import on_day
from assessment.method.levels import Level
from comparing.method.members import PRINCIPLES, known_values
from comparing.method.seen import SeenByName, SeenRound
from comparing.wording.named_said import dots_sentence, levels_sentence, presence_sentence
from comparing.wording.published_said import (
    MANY_FIRST,
    mechanisms_sentence,
    presence,
    principles_sentence,
)
from questions.entries import Principle
from reports.documents.deck import Slide, Slides
from reports.documents.outline import Block, Heading, Outline, Table, Words, points
from reports.wording.cautions_said import COMMENTS_STAY
from reports.wording.figures_said import in_whole

APART, HARD, LEAST = 2, 2, 3  # cards of each kind, and how many there are at least
AGENDA = (
    ("10.00", "Arriving; what we agree on: what is said here stays here, nobody is ranked"),
    ("10.20", "What the figures say of all of us, and what they cannot say"),
    ("10.50", "In small groups, a card each: people who give and receive speak first"),
    ("12.00", "Lunch"),
    ("13.00", "What each group found; what we would try"),
    ("14.00", "Pairs: who offers, who asks"),
    ("14.45", "One thing each takes home, and what we ask of commissioners together"),
)
FIRST = "What does it look like where you are, on an ordinary day?"
LAST = "What would you try first, and who would you need?"
WHERE_APART = (
    FIRST,
    "Who of us has found a way with it? What did they do first?",
    "What would have to be so elsewhere for that to work?",
    LAST,
)
WHERE_HARD = (
    FIRST,
    "What makes it hard for so many of us? What got better or worse in the last year?",
    "Who decides about it, and were people who give and receive asked?",
    LAST,
)
HARDEST = (Level.AT_RISK, Level.UNDER_PRESSURE)


@dataclass(frozen=True, slots=True)
class Card:
    """A principle to talk about, the sentence that says why, and what to ask."""

    principle: Principle
    why: str
    questions: tuple[str, ...]


def cards(seen: SeenRound) -> list[Card]:
    """Where members are widest apart first, then what most find hard; each principle once. Of too
    few for either, where the mean is lowest.
    """
    principles = seen.instrument.principles
    apart = ranked((how_far_apart(seen, one), one) for one in principles)
    hard = [found for level in HARDEST for found in hard_for_many(seen, level)]
    lowest = ranked((low(seen, one), one) for one in principles)
    found: dict[str, Card] = {}
    add_cards(found, apart, WHERE_APART, most=APART)
    add_cards(found, hard, WHERE_HARD, most=APART + HARD)
    add_cards(found, apart, WHERE_APART, most=LEAST)
    add_cards(found, lowest, WHERE_HARD, most=LEAST)
    return list(found.values())


Reasons = Iterable[tuple[str, Principle]]


def add_cards(
    found: dict[str, Card], reasons: Reasons, questions: tuple[str, ...], *, most: int
) -> None:
    """By the principle's code, until there are so many."""
    for why, principle in reasons:
        if len(found) < most and principle.code not in found:
            found[principle.code] = Card(principle, why, questions)


Weighed = tuple[float, str] | None  # how much, and the sentence that says so


def ranked(weighed: Iterable[tuple[Weighed, Principle]]) -> list[tuple[str, Principle]]:
    """Most first; those of which nothing is known are left out."""
    known = [(found, one) for found, one in weighed if found is not None]
    return [(found[1], one) for found, one in sorted(known, key=lambda of: -of[0][0])]


def how_far_apart(seen: SeenRound, one: Principle) -> Weighed:
    key = (PRINCIPLES, one.code)
    if isinstance(seen, SeenByName):
        values = known_values(seen.named.members, key)
        if len(values) < 2:
            return None
        cuts = seen.instrument.thresholds.cuts
        lowest, highest = (in_whole(end(values), cuts) for end in (min, max))
        return max(values) - min(values), f"Members lie from {lowest} to {highest}."
    if at := seen.published.figures[key].quantiles:
        said = f"The middle half of members lies from {at.q1.shown} to {at.q3.shown}."
        return at.q3.value - at.q1.value, said
    return None


def low(seen: SeenRound, one: Principle) -> Weighed:
    """Of what is published; those by name have a spread from two on."""
    if isinstance(seen, SeenByName):
        return None
    told = seen.published.figures[PRINCIPLES, one.code]
    if told.mean is None:
        return None
    return 100 - told.mean.value, f"The mean of {told.n} members is {told.mean.shown}."


def hard_for_many(seen: SeenRound, level: Level) -> Iterator[tuple[str, Principle]]:
    """What half of them or more show it of, those of most first."""
    if isinstance(seen, SeenByName):
        yield from ranked(counted_at(seen, level))
        return
    for how_many in MANY_FIRST:
        for one in seen.instrument.principles:
            if seen.published.words.get((PRINCIPLES, one.code), {}).get(level) == how_many:
                yield f"{level} in {how_many} of {seen.published.members} members.", one


def counted_at(seen: SeenByName, level: Level) -> Iterator[tuple[Weighed, Principle]]:
    of = len(seen.named.members)
    for one in seen.instrument.principles:
        n = [member.figures.levels[one.code] for member in seen.named.members].count(level)
        if 2 * n >= of > 1:
            yield (n, f"{level} in {n} of {of} members."), one


def findings(seen: SeenRound) -> list[str]:
    if isinstance(seen, SeenByName):
        return [levels_sentence(seen), dots_sentence(seen, PRINCIPLES), presence_sentence(seen)]
    hard = (s for level in (Level.AT_RISK, Level.UNDER_PRESSURE) for s in presence(seen, level))
    return [principles_sentence(seen), *hard, mechanisms_sentence(seen)]


def until(seen: SeenRound) -> str:
    said = "For those who may read the round, and for nobody else."
    return f"{said} Shown until {on_day(seen.last_day)}." if seen.last_day else said


def learning_day(seen: SeenRound) -> Outline:
    title = f"{seen.title}: a learning day"
    return Outline(title, seen.title, None, tuple(day_blocks(seen, title)))


def day_blocks(seen: SeenRound, title: str) -> Iterator[Block]:
    yield Heading(title, 1)
    yield Words(f"{until(seen)} {seen.instrument.caution} {COMMENTS_STAY}", "quiet")
    yield Heading("Agenda", 2)
    yield Table(("When", "What"), AGENDA, (1, 6))
    yield Heading("What the figures say", 2)
    yield points(*findings(seen))
    for card in cards(seen):
        yield Heading(f"Card: {card.principle.name}", 2, on_new_page=True)
        yield Words(card.principle.meaning, "strong")
        yield Words(card.why)
        yield points(*card.questions, numbered=True)


def learning_slides(seen: SeenRound) -> Slides:
    said = tuple(("", sentence) for sentence in findings(seen))
    foot = f"{seen.instrument.caution} {COMMENTS_STAY} {until(seen)}"
    slides = [
        Slide(seen.title, (("", "A learning day: to talk, not to rank."),), None, until(seen)),
        Slide("What the figures say", said, None, foot),
    ]
    for card in cards(seen):
        lines = tuple(("", question) for question in (card.why, *card.questions))
        slides.append(Slide(card.principle.name, lines, None, until(seen)))
    return Slides(f"{seen.title}: a learning day", seen.title, None, tuple(slides))
