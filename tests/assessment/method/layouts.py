"""Random assessments: small and large, sparse and full, extreme and even."""

from collections.abc import Mapping
from random import Random

from assessment.method.doors import Door
from assessment.method.responses import Answer
from tests.assessment.method.build import (
    FACTS,
    LAYERS,
    PERSPECTIVES,
    PRINCIPLES,
    STANDARDS,
    Case,
    Seeded,
    items,
)

RATINGS: tuple[Answer, ...] = (0, 1, 2, 3, 4)


def random_case(rng: Random, *, length: str | None = None, k: int | None = None) -> Case:
    """Any assessment that may be released, and any steps that may be drawn for it."""
    length = length or rng.choice(["full", "short"])
    mutual = rng.random() < 0.25
    sides = [side for side in PERSPECTIVES if rng.random() < 0.7]
    if mutual:
        sides = [side for side in sides if side != "giving"]
    sides = sides or ["receiving"]
    groups = frozenset(s for s in sides if s == "panel" or rng.random() < 0.2)
    doors = {s: rng.choice([Door.EACH, Door.EACH, Door.OPEN]) for s in sides}
    ks = {s: any_k(rng, doors[s], k) for s in sides}
    many = {s: groups_in(rng, s) if s in groups else people_in(rng, ks[s]) for s in sides}
    answers = {s: rows(rng, length, many[s]) for s in sides}
    return Case(
        answers=answers,
        groups=groups,
        doors=doors,
        ks=ks,
        sizes=random_sizes(rng, answers),
        standards=ratings(rng, STANDARDS),
        facts=random_facts(rng),
        pyramid=ratings(rng, LAYERS),
        length=length,
        mutual=mutual,
        panel=random_panel(rng),
        steps=Seeded(rng.randrange(1000)),
    )


def any_k(rng: Random, door: Door, k: int | None) -> int:
    """What the door needs, or more."""
    least = 5 if door is Door.EACH else 10
    return max(least, k or rng.choice([5, 5, 5, 6, 8, 10, 12]))


def groups_in(rng: Random, side: str) -> int:
    return 1 if side == "panel" else rng.choice([1, 1, 2, 3])


def people_in(rng: Random, k: int) -> int:
    """Nobody or too few, just enough, enough for a spread, many."""
    few, enough = rng.randint(0, k - 1), rng.randint(k, k + 3)
    return rng.choice([few, enough, rng.randint(9, 12), rng.randint(13, 17), 25, 52])


def rows(rng: Random, length: str, people: int) -> list[list[Answer]]:
    """People who lean one way on each principle, miss some answers, and are sometimes absent."""
    leaning = {code: (rng.randint(0, 4), rng.randint(0, 4)) for code in PRINCIPLES}
    spread = rng.choice([0, 1, 1, 2])
    usual = rng.choice([0, 0, 0.1, 0.3, 0.6])
    missing = {item: rng.choice([0, usual, usual]) for item in items(length)}
    found = []
    for _ in range(people):
        row = [answer(rng, item, leaning, spread, missing) for item in items(length)]
        found.append([None] * len(row) if rng.random() < 0.03 else row)
    return found


def answer(
    rng: Random,
    item: str,
    leaning: Mapping[str, tuple[int, int]],
    spread: int,
    missing: Mapping[str, float],
) -> Answer:
    if rng.random() < missing[item]:
        return rng.choice(["DK", "DK", "NA", None])
    principle, suffix = item.rsplit("-", 1)
    return min(4, max(0, leaning[principle]["w" in suffix] + rng.randint(-spread, spread)))


def random_sizes(rng: Random, answers: Mapping[str, list[list[Answer]]]) -> dict[str, int]:
    """Known for some: everybody answered, one more, many more, or fewer than answered."""
    return {
        side: max(1, len(found) + rng.choice([-1, 0, 0, 1, 7, 300]))
        for side, found in answers.items()
        if rng.random() < 0.7
    }


def ratings(rng: Random, codes: tuple[str, ...]) -> dict[str, Answer]:
    """Leaning one way, with more or fewer of them missing."""
    leaning, missing = rng.randint(0, 4), rng.choice([0, 0, 0.2, 0.5])
    return {
        code: rng.choice(["DK", "NA", None])
        if rng.random() < missing
        else min(4, max(0, leaning + rng.randint(-1, 1)))
        for code in codes
    }


def random_facts(rng: Random) -> dict[str, str]:
    weights = rng.choice([(0, 6, 1, 1), (1, 6, 1, 0), (4, 1, 1, 1)])
    said = rng.choices(["yes", "no", "NA", "DK"], weights, k=len(FACTS))
    return dict(zip(FACTS, said, strict=True))


def random_panel(rng: Random) -> tuple[int | None, int | None] | None:
    people = rng.randint(1, 8)
    return rng.choice([None, (people, rng.randint(0, people)), (people, None), (None, 2), (4, 2)])
