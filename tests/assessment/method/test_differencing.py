"""Trying to work out what a few people said, from everything written about everybody.

Two attacks. The first asks the decisive question: does anything written depend on a withheld
answer at all? What does not depend on it cannot tell it. The second plays the reader with a
calculator: it solves for the withheld sum from the figures written, before any blur. To know that
it can win, it is also given what the product does not publish, a mean over everybody, and then it
wins. (Who knows some answers and asks for another one: test_blur.)
"""

import json
from collections.abc import Iterator
from fractions import Fraction
from random import Random
from typing import Any

import numpy as np
import pytest

from assessment.method import Withheld
from assessment.method.responses import Answer
from tests.assessment.method.build import Case, items
from tests.assessment.method.layouts import random_case
from tests.naive.arithmetic import half_up

RATED: tuple[Answer, ...] = (0, 1, 2, 3, 4)
ALL: tuple[Answer, ...] = (*RATED, "DK", "NA", None)
FEW, MANY = 40, 5000


def runs(few: int, many: int) -> Any:
    slow = pytest.param(many, marks=pytest.mark.check)
    return pytest.mark.parametrize("layouts", [few, slow])


def small_sides(case: Case) -> list[str]:
    """Perspectives of individuals with fewer respondents than k, or none at all."""
    return [
        side
        for side, rows in case.answers.items()
        if side not in case.groups and respondents(rows) < fewest(case, side)
    ]


def fewest(case: Case, side: str) -> int:
    """k."""
    how = case.individuals(side)
    assert how is not None
    return how.k


def respondents(rows) -> int:
    return sum(any(answer is not None for answer in row) for row in rows)


def other_people(rng: Random, case: Case, side: str) -> list[list[Answer]]:
    """Any number of people below k, who say anything at all; or nobody."""
    width = len(items(case.length))
    many = rng.randint(0, fewest(case, side) - 1)
    return [rng.choices(ALL, k=width) for _ in range(many)]


@runs(FEW, MANY)
def test_what_a_small_perspective_says_changes_no_byte(layouts):
    """Nobody, or any few: with the same steps for the others the file is the same."""
    tried = 0
    for seed in range(layouts):
        rng = Random(seed)
        case = random_case(rng)
        small = small_sides(case)
        others = {side: other_people(rng, case, side) for side in small}
        tried += bool(small)
        assert case.but_answers(**others).json() == case.json()
    assert tried > layouts / 3


def withheld_columns(case: Case, side: str) -> list[int]:
    released = case.results().perspectives.get(side)
    cells = released.cells if released else {}
    asked = enumerate(items(case.length))
    return [place for place, item in asked if isinstance(cells.get(item), Withheld)]


def with_other_withheld_answers(rng: Random, case: Case, side: str) -> list[list[Answer]]:
    """The same people, who rate every withheld item otherwise; still fewer than k rate it."""
    rows = [list(row) for row in case.answers[side]]
    answering = [row for row in rows if any(answer is not None for answer in row)]
    few = min(len(answering), fewest(case, side) - 1)
    for place in withheld_columns(case, side):
        who = set(rng.sample(range(len(answering)), few))
        for number, row in enumerate(answering):
            row[place] = rng.choice(RATED if number in who else ("DK", "NA"))
    return rows


@runs(FEW, MANY)
def test_what_anybody_says_in_a_withheld_cell_changes_no_byte(layouts):
    tried = 0
    for seed in range(layouts):
        rng = Random(seed)
        case = random_case(rng)
        others = {
            side: with_other_withheld_answers(rng, case, side)
            for side in case.answers
            if side not in case.groups and side not in small_sides(case)
        }
        tried += any(withheld_columns(case, side) for side in others)
        assert case.but_answers(**others).json() == case.json()
    assert tried > layouts / 5


# The reader with a calculator


def answers(rng: Random, people: dict[str, int]) -> Case:
    """Short form, few DK and NA."""
    width = len(items("short"))
    weights = (2, 4, 5, 4, 2, 0.3, 0.2, 0)
    said = {
        side: [rng.choices(ALL, weights, k=width) for _ in range(number)]
        for side, number in people.items()
    }
    return Case(said, length="short")


def numbers(found: Any) -> Iterator[float]:
    """Every number in the file, in its order; missing ones are 0 to the calculator."""
    if isinstance(found, dict | list):
        for one in found.values() if isinstance(found, dict) else found:
            yield from numbers(one)
    elif not isinstance(found, str):
        yield float(found or 0)


def is_rating(answer: Answer) -> bool:
    return isinstance(answer, int)


def total(rows, place: int = 0) -> int:
    return sum(row[place] for row in rows if is_rating(row[place]))


def overall_mean(case: Case, place: int = 0) -> float:
    """What the product does not publish: the mean over everybody, with two decimals."""
    said = [row[place] for rows in case.answers.values() for row in rows if is_rating(row[place])]
    return float(half_up(Fraction(25 * sum(said), len(said)), 2))


def solved(figures: np.ndarray, sums: np.ndarray) -> float:
    """The share of sums told right by the best linear combination of figures.

    Found on the first half of the rounds, tried on the second.
    """
    half = len(sums) // 2
    moving = figures[:, figures.std(axis=0) > 0]
    one = np.column_stack([moving, np.ones(len(sums))])
    weights = np.linalg.lstsq(one[:half], sums[:half], rcond=None)[0]
    return float((np.abs(one[half:] @ weights - sums[half:]) < 0.5).mean())


def about_one_item(document: dict[str, Any]) -> list[float]:
    """Every number that could bear on mutuality-1: its cells, its principle, what is over all."""
    cells = [of["mutuality-1"] for of in document["cells"].values()]
    over_all = {key: document[key] for key in ("structure", "mechanisms", "perspectives")}
    return list(numbers([cells, document["principles"]["mutuality"], over_all]))


@pytest.mark.parametrize("seed", [1, pytest.param(2, marks=pytest.mark.check)])
def test_no_linear_combination_tells_three_peoples_sum(seed):
    """One layout, many rounds of answers, so that the calculator may learn its formula."""
    rng, people = Random(seed), {"giving": 3, "receiving": 8, "partner": 6, "staff": 9}
    rounds = [answers(rng, people) for _ in range(300)]
    # Everybody rates the item in question: the simplest case for whoever wants to know.
    cases = [case.but(answers=everybody_rates(rng, case)) for case in rounds]
    sums = np.array([total(case.answers["giving"]) for case in cases])
    written = np.array([about_one_item(json.loads(case.json())) for case in cases])
    means = np.array([[overall_mean(case)] for case in cases])
    by_chance = max(np.bincount(sums)) / len(sums)
    assert solved(written, sums) < by_chance + 0.15
    assert solved(np.hstack([written, means]), sums) > 0.7


def everybody_rates(rng: Random, case: Case) -> dict[str, list[list[Answer]]]:
    """Ratings from 1 to 3, so that no cell is held at its end."""
    return {
        side: [[rng.choice((1, 2, 3)), *row[1:]] for row in rows]
        for side, rows in case.answers.items()
    }


def recovered(document: dict[str, Any], case: Case, mean: float) -> int | None:
    """Giving's sum by subtraction, were ``mean`` the mean over everybody; None if it is no sum.

    The reader knows how many answered, which no file says, and that all of them rated the item.
    """
    counts = {side: len(rows) for side, rows in case.answers.items()}
    cells = {side: of["mutuality-1"] for side, of in document["cells"].items()}
    rest = sum(counts[side] * one["value"] / 25 for side, one in cells.items() if "n" in one)
    guess = round(sum(counts.values()) * mean / 25 - rest)
    return guess if 0 <= guess <= 4 * counts["giving"] else None


def guesses(document: dict[str, Any], case: Case) -> list[int]:
    """Subtracting from every number that could bear on it, as though it were a mean over all."""
    found = (recovered(document, case, figure) for figure in about_one_item(document))
    return [guess for guess in found if guess is not None]


def tells(right: int, wrong: int, layouts: int) -> bool:
    """Whether subtraction finds the true sum more often than a sum somebody else made up."""
    return right - wrong > 0.35 * layouts


@runs(FEW, MANY)
def test_a_mean_over_everybody_would_leak_and_is_not_there(layouts):
    """Over random layouts with one group withheld, and what three made-up people say beside it."""
    told = right = wrong = 0
    for seed in range(layouts):
        rng = Random(seed)
        people = {"giving": 3, "receiving": rng.randint(5, 15), "staff": rng.randint(5, 15)}
        case = answers(rng, people)
        case = case.but(answers=everybody_rates(rng, case))
        document, truth = json.loads(case.json()), total(case.answers["giving"])
        told += recovered(document, case, overall_mean(case)) == truth
        found, made_up = guesses(document, case), sum(rng.choices((1, 2, 3), k=3))
        right += found.count(truth)
        wrong += found.count(made_up)
    assert told > 0.8 * layouts
    assert tells(right + told, wrong, layouts)
    assert not tells(right, wrong, layouts)
