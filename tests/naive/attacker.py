"""What docs/method.md says that the blur does, worked out exactly, spreads by simulation.

Somebody wants to know one person's answer to one item, knows how answers are spread, every rule of
the page and some of the other answers, and guesses the likeliest. "Right" is the expected share of
right guesses, "certain" the share of the time in which only one answer is possible.

``Release`` says what is attacked: how a cell's figure is made and which steps it may be moved by.
The naive method's stands here; the tests put the real one in its place, or one without any blur.
"""

import random
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from itertools import combinations_with_replacement, product
from math import factorial, prod

from tests.naive.arithmetic import half_up, root
from tests.naive.cells import individuals_value
from tests.naive.contract import CHANCES, TABLE
from tests.naive.levels import band_of
from tests.naive.release import up_to_five

PRIOR = {0: 10, 1: 15, 2: 25, 3: 30, 4: 20}  # of 100
BLIND = Fraction(max(PRIOR.values()), 100)


@dataclass(frozen=True)
class Release:
    """``value``: of a sum, how many answered and a step. ``chances``: step to how many in 32."""

    value: Callable[[int, int, int], float]
    chances: Mapping[int, int]

    def steps(self):
        return {step: Fraction(chance, 32) for step, chance in self.chances.items()}

    def once(self, total, n):
        """Figure to its chance."""
        found = defaultdict(Fraction)
        for step, chance in self.steps().items():
            found[self.value(total, n, step)] += chance
        return found

    def seen(self, total, n, reports):
        """The figures of so many reports, in order of size, to their chance."""
        once = self.once(total, n)
        found = {}
        for seen in combinations_with_replacement(sorted(once), reports):
            orders = factorial(reports) // prod(factorial(seen.count(one)) for one in set(seen))
            found[seen] = orders * prod(once[one] for one in seen)
        return found

    def without_blur(self):
        return Release(self.value, {0: 32})


def blurred(blur):
    return Release(individuals_value, CHANCES[blur])


BARE = Release(lambda total, n, _: half_up(Fraction(25 * total, n), 2), {0: 32})


@cache
def sums(people):
    """Sum of so many answers to its chance."""
    found = {0: Fraction(1)}
    for _ in range(people):
        longer = defaultdict(Fraction)
        for total, chance in found.items():
            for answer, part in PRIOR.items():
                longer[total + answer] += chance * Fraction(part, 100)
        found = dict(longer)
    return found


def guesses(release, ns, known, reports=1):
    """(right, certain) where so many answers are ``known``, and of n only that it is in ``ns``."""
    seen = cache(release.seen)
    right = certain = Fraction(0)
    for of_known, chance in sums(known).items():
        joint = defaultdict(lambda: defaultdict(Fraction))  # what is seen, to answer, to chance
        for n in ns:
            for answer, part in PRIOR.items():
                for of_rest, other in sums(n - known - 1).items():
                    for shown, likely in seen(of_known + answer + of_rest, n, reports).items():
                        joint[shown][answer] += Fraction(part, 100 * len(ns)) * other * likely
        for answers in joint.values():
            right += chance * max(answers.values())
            if len(answers) == 1:
                certain += chance * sum(answers.values())
    return right, certain


# What the blur costs: levels


def levels_changed(release, n, practice, warning):
    """Share of levels that are another one with the blur than without, of the same answers."""
    pairs = defaultdict(float)
    for total, chance in sums(n).items():
        exact = release.value(total, n, 0)
        for step, part in release.steps().items():
            pairs[exact, release.value(total, n, step)] += float(chance * part)
    p_bands, w_bands = (bands_of_means(pairs, count) for count in (practice, warning))
    return sum(
        first * second
        for ((p, p_then), first), ((w, w_then), second) in product(p_bands.items(), w_bands.items())
        if TABLE[p, w] != TABLE[p_then, w_then]
    )


def levels_of_others(release, n, practice, warning):
    """Share of levels that are another one where as many other people are asked, without blur."""
    alone = defaultdict(float)
    for total, chance in sums(n).items():
        alone[release.value(total, n, 0), 0] += float(chance)
    p_bands, w_bands = (bands_of_means(alone, count) for count in (practice, warning))
    levels = defaultdict(float)
    for ((p, _), first), ((w, _), second) in product(p_bands.items(), w_bands.items()):
        levels[TABLE[p, w]] += first * second
    return 1 - sum(chance**2 for chance in levels.values())


def bands_of_means(pairs, count):
    """Of ``count`` independent pairs of figures: the bands of both means, to their chance."""
    totals = {(0, 0): 1.0}
    for _ in range(count):
        longer = defaultdict(float)
        for (one, other), chance in totals.items():
            for (a, b), part in pairs.items():
                longer[one + a, other + b] += chance * part
        totals = longer
    found = defaultdict(float)
    for (one, other), chance in totals.items():
        found[band_at(one, count), band_at(other, count)] += chance
    return found


@cache
def band_at(total, count):
    return band_of(Fraction(total, count))


# The whole content, and a spread a principle


def whole_content_error(release, items):
    """Standard deviation, in points, of one person's mean over so many items."""
    square = sum(step**2 * chance for step, chance in release.steps().items())
    return 25 * float(square) ** 0.5 / items**0.5


def one_decimal(square):
    return max(half_up(root(square), 1), Fraction(5))


ROUNDINGS = {
    "No spread": lambda _: None,
    "Rounded up to 5": up_to_five,
    "With 1 decimal": one_decimal,
}


def right_beside_a_spread(release, rounding, items, worlds, n=10, seed=1):
    """Simulated: all but one of ten known, and the principle's own standard deviation shown."""
    choice = random.Random(seed)
    answers, weights = list(PRIOR), list(PRIOR.values())
    steps = release.steps()
    shown_sd = cache(lambda total, squares: rounding(variance_of(total, squares, n, items)))
    right = 0
    for _ in range(worlds):
        known = [choice.choices(answers, weights, k=items) for _ in range(n - 1)]
        last = choice.choices(answers, weights, k=items)
        totals = [sum(column) for column in zip(*known, strict=True)]
        moves = choice.choices(list(steps), [float(chance) for chance in steps.values()], k=items)
        seen = [release.value(t + a, n, e) for t, a, e in zip(totals, last, moves, strict=True)]
        likely = [chances_of(release, t, n, shown) for t, shown in zip(totals, seen, strict=True)]
        rows = [sum(row) for row in known]
        told = shown_sd(*moments(rows, sum(last)))
        beside = [defaultdict(float) for _ in range(items)]
        for guess in product(*(of for of in likely)):
            if shown_sd(*moments(rows, sum(guess))) == told:
                chance = prod(of[one] for of, one in zip(likely, guess, strict=True))
                for of, one in zip(beside, guess, strict=True):
                    of[one] += chance
        right += sum(max(of, key=of.get) == one for of, one in zip(beside, last, strict=True))
    return right / worlds / items


def chances_of(release, total, n, shown):
    """Answer to how likely it is where this figure is shown, those that are possible."""
    found = {
        answer: part * float(release.once(total + answer, n).get(shown, 0))
        for answer, part in PRIOR.items()
    }
    return {answer: chance for answer, chance in found.items() if chance}


def moments(rows, last):
    scores = [*rows, last]
    return sum(scores), sum(one * one for one in scores)


def variance_of(total, squares, n, items):
    """Of 25 x sum / items, from the sum and the sum of squares."""
    return (Fraction(squares) - Fraction(total**2, n)) / (n - 1) * Fraction(25, items) ** 2
