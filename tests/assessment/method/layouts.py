"""Random assessments: small and large, sparse and full, extreme and even."""

from collections.abc import Mapping
from random import Random

from assessment.method.responses import Answer
from questions.shape import FIRST
from tests.assessment.method.build import PRINCIPLES, Case, items

RATINGS: tuple[Answer, ...] = (0, 1, 2, 3, 4)


def random_case(rng: Random, *, length: str | None = None, k: int | None = None) -> Case:
    """Any assessment that may be released."""
    length = length or rng.choice(["full", "short"])
    k = k or rng.choice([5, 5, 5, 6, 8, 10, 12])
    mutual = rng.random() < 0.25
    sides = [side for side in FIRST.perspectives if rng.random() < 0.7]
    if mutual:
        sides = [side for side in sides if side != "giving"]
    sides = sides or ["receiving"]
    groups = frozenset(s for s in sides if s == "panel" or rng.random() < 0.2)
    answers = {s: rows(rng, length, count(rng, k, group=s in groups)) for s in sides}
    return Case(
        answers=answers,
        groups=groups,
        sizes=random_sizes(rng, answers),
        standards=ratings(rng, FIRST.standards),
        facts=random_facts(rng),
        pyramid=ratings(rng, FIRST.layers),
        k=k,
        length=length,
        mutual=mutual,
        panel=random_panel(rng),
    )


def count(rng: Random, k: int, *, group: bool) -> int:
    if group:
        return rng.choice([1, 1, 2, 3])
    return rng.choice([rng.randint(1, k - 1), rng.randint(k, k + 3), rng.randint(9, 12), 25])


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
    return dict(
        zip(FIRST.facts, rng.choices(["yes", "no", "NA", "DK"], weights, k=14), strict=True)
    )


def random_panel(rng: Random) -> tuple[int | None, int | None] | None:
    people = rng.randint(1, 8)
    return rng.choice([None, (people, rng.randint(0, people)), (people, None), (None, 2), (4, 2)])
