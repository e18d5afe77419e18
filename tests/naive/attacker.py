"""The figures section 3 claims for the blur, computed again: exactly where that is quick.

``python -m naive.attacker`` (from the folder above) prints them. Prior: answers independent,
spread .10 .15 .25 .30 .20 over 0 to 4. "Right" is the expected share of right guesses of an
attacker who knows the prior, every rule of the page, and chooses the likeliest answer.
"""

import random
from collections import defaultdict
from fractions import Fraction
from functools import cache
from itertools import combinations_with_replacement, product
from math import factorial, prod

from tests.naive.arithmetic import half_up
from tests.naive.cells import individuals_value
from tests.naive.contract import CHANCES, TABLE
from tests.naive.levels import band_of
from tests.naive.release import up_to_five

PRIOR = {0: 10, 1: 15, 2: 25, 3: 30, 4: 20}  # of 100
BLIND = Fraction(max(PRIOR.values()), 100)
NO_BLUR = {0: 32}


def chances(blur):
    found = CHANCES[blur] if blur else NO_BLUR
    return {step: Fraction(chance, 32) for step, chance in found.items()}


@cache
def sums(people):
    """Sum of so many answers to its chance, exactly."""
    found = {0: Fraction(1)}
    for _ in range(people):
        longer = defaultdict(Fraction)
        for total, chance in found.items():
            for answer, part in PRIOR.items():
                longer[total + answer] += chance * Fraction(part, 100)
        found = dict(longer)
    return found


@cache
def value(total, n, e):
    return individuals_value(total, n, e)


def unblurred_whole(total, n):
    """What a report without holding and without blur would show, to two decimals."""
    return half_up(Fraction(25 * total, n), 2)


# Somebody who knows answers and asks for another one


def right_guesses(n, known, blur, rounds=1):
    """(expected share right, share of the time certain): n answered, ``known`` of them are known.

    The attacker knows n too, and guesses the answer of one of the others. The same answers are
    shown ``rounds`` times, each with a blur of its own.
    """
    right = certain = Fraction(0)
    rest = sums(n - known - 1)
    for of_known, chance in sums(known).items():
        joint = defaultdict(lambda: defaultdict(Fraction))  # seen to answer to chance
        for answer, part in PRIOR.items():
            for of_rest, other in rest.items():
                total = of_known + answer + of_rest
                for seen, likely in seen_values(total, n, blur, rounds).items():
                    joint[seen][answer] += Fraction(part, 100) * other * likely
        for answers in joint.values():
            right += chance * max(answers.values())
            if len(answers) == 1:
                certain += chance * sum(answers.values())
    return right, certain


@cache
def seen_values(total, n, blur, rounds):
    """Sorted values of the rounds to the chance of seeing them, in any order."""
    once = defaultdict(Fraction)
    for e, chance in chances(blur).items():
        once[value(total, n, e)] += chance
    found = {}
    for seen in combinations_with_replacement(sorted(once), rounds):
        orders = factorial(rounds) // prod(factorial(seen.count(one)) for one in set(seen))
        found[seen] = orders * prod(once[one] for one in seen)
    return found


def right_without_anything(n, known):
    """No hold, no blur: what subtraction gives."""
    right = Fraction(0)
    rest = sums(n - known - 1)
    for of_known, chance in sums(known).items():
        joint = defaultdict(lambda: defaultdict(Fraction))
        for answer, part in PRIOR.items():
            for of_rest, other in rest.items():
                seen = unblurred_whole(of_known + answer + of_rest, n)
                joint[seen][answer] += Fraction(part, 100) * other
        right += chance * sum(max(answers.values()) for answers in joint.values())
    return right


def right_guesses_n_unknown(ns, known, blur):
    """As above, but of n only its band is known, each n in it equally likely."""
    right = Fraction(0)
    for of_known, chance in sums(known).items():
        joint = defaultdict(lambda: defaultdict(Fraction))
        for n in ns:
            for answer, part in PRIOR.items():
                for of_rest, other in sums(n - known - 1).items():
                    total = of_known + answer + of_rest
                    for seen, likely in seen_values(total, n, blur, 1).items():
                        joint[seen][answer] += Fraction(part, 100 * len(ns)) * other * likely
        right += chance * sum(max(answers.values()) for answers in joint.values())
    return right


# What the blur costs: levels


def cell_pairs(n, of):
    """(value of one cell, value of the other) to chance. ``of``: total to [(a, b, chance)]."""
    found = defaultdict(float)
    for total, chance in sums(n).items():
        for one, other, part in of(total):
            found[one, other] += float(chance) * float(part)
    return found


def mean_pairs(cells, count):
    """(sum of ``count`` cells' first, of their second) to chance."""
    found = {(0, 0): 1.0}
    for _ in range(count):
        longer = defaultdict(float)
        for (one, other), chance in found.items():
            for (a, b), part in cells.items():
                longer[one + a, other + b] += chance * part
        found = longer
    return found


def bands(pairs, count):
    found = defaultdict(float)
    for (one, other), chance in pairs.items():
        found[band_at(one, count), band_at(other, count)] += chance
    return found


@cache
def band_at(total, count):
    return band_of(Fraction(total, count))


def levels_changed(n, blur, practice=4, warning=2):
    """Share of levels that the blur changes: the same answers with and without it."""

    def blurred(total):
        return [(value(total, n, 0), value(total, n, e), part) for e, part in chances(blur).items()]

    return differing_levels(cell_pairs(n, blurred), practice, warning)


def levels_of_others(n, practice=4, warning=2):
    """Share of levels that differ where as many other people are asked, without blur."""
    once = defaultdict(float)
    for total, chance in sums(n).items():
        once[value(total, n, 0)] += float(chance)

    def alone(count):
        found = {0: 1.0}
        for _ in range(count):
            longer = defaultdict(float)
            for total, chance in found.items():
                for one, part in once.items():
                    longer[total + one] += chance * part
            found = longer
        named = defaultdict(float)
        for total, chance in found.items():
            named[band_at(total, count)] += chance
        return named

    levels = defaultdict(float)
    for (p, first), (w, second) in product(alone(practice).items(), alone(warning).items()):
        levels[TABLE[p, w]] += first * second
    return 1 - sum(chance**2 for chance in levels.values())


def differing_levels(cells, practice, warning):
    p_bands = bands(mean_pairs(cells, practice), practice)
    w_bands = bands(mean_pairs(cells, warning), warning)
    return sum(
        first * second
        for ((p, p_then), first), ((w, w_then), second) in product(p_bands.items(), w_bands.items())
        if TABLE[p, w] != TABLE[p_then, w_then]
    )


# The whole content, and a spread a principle


def whole_content_error(blur, items=48):
    """Standard deviation, in points, of one person's mean over all practice items."""
    square = sum(step**2 * chance for step, chance in chances(blur).items())
    return 25 * float(square) ** 0.5 / items**0.5


def right_with_a_spread_a_principle(n=10, blur=1, items=4, worlds=2000, seed=1):
    """Simulated: nine of ten known, and the principle's own sd (up to 5) shown beside its cells."""
    choice = random.Random(seed)
    answers, weights = list(PRIOR), list(PRIOR.values())
    steps = chances(blur)
    right = without = 0
    for _ in range(worlds):
        known = [choice.choices(answers, weights, k=items) for _ in range(n - 1)]
        last = choice.choices(answers, weights, k=items)
        totals = [sum(column) for column in zip(*known, strict=True)]
        seen = [
            value(
                total + one, n, choice.choices(list(steps), [float(c) for c in steps.values()])[0]
            )
            for total, one in zip(totals, last, strict=True)
        ]
        likely = [
            {
                one: PRIOR[one]
                * sum(float(c) for e, c in steps.items() if value(t + one, n, e) == s)
                for one in answers
            }
            for t, s in zip(totals, seen, strict=True)
        ]
        shown = sd_of([sum(row) for row in known], sum(last), items)
        beside = [defaultdict(float) for _ in range(items)]
        for guess in product(answers, repeat=items):
            chance = prod(of[one] for of, one in zip(likely, guess, strict=True))
            if chance and sd_of([sum(row) for row in known], sum(guess), items) == shown:
                for of, one in zip(beside, guess, strict=True):
                    of[one] += chance
        for one, of, alone in zip(last, beside, likely, strict=True):
            right += max(of, key=of.get) == one
            without += max(alone, key=alone.get) == one
    return right / worlds / items, without / worlds / items


def sd_of(row_sums, last, items):
    scores = (*sorted(row_sums), last)
    return sd_cached(sum(scores), sum(one * one for one in scores), len(scores), items)


@cache
def sd_cached(total, squares, m, items):
    """Variance of 25 x sum / items, from sum and sum of squares."""
    variance = (Fraction(squares) - Fraction(total**2, m)) / (m - 1) * Fraction(25, items) ** 2
    return up_to_five(variance)


def main():
    def hundred(x):
        return f"{100 * float(x):.2f}"

    lines = [f"blind: {hundred(BLIND)}"]
    for n, blur in ((5, 1), (10, 2), (8, 1), (9, 1), (10, 1), (20, 1), (20, 2), (30, 1)):
        right, certain = right_guesses(n, n - 1, blur)
        lines.append(
            f"n {n}, knows n-1, blur {blur}: right {hundred(right)}, certain {hundred(certain)};"
            f" held and rounded, no blur {hundred(right_guesses(n, n - 1, 0)[0])};"
            f" nothing {hundred(right_without_anything(n, n - 1))}"
        )
    for k, ns, blur in ((5, (5, 6, 7), 1), (10, range(10, 15), 2)):
        for n in ns:
            told = f"k {k}, n {n}, knows k-1 = {k - 1} and n, blur {blur}:"
            told += f" right {hundred(right_guesses(n, k - 1, blur)[0])};"
            lines.append(told + f" no blur {hundred(right_guesses(n, k - 1, 0)[0])}")
        right = right_guesses_n_unknown(ns, k - 1, blur)
        lines.append(f"k {k}, knows k-1 and the band only, blur {blur}: right {hundred(right)}")
    for n, blur in ((5, 1), (10, 2)):
        right, certain = right_guesses(n, n - 1, blur, rounds=4)
        lines.append(
            f"n {n}, four rounds, blur {blur}: right {hundred(right)}, certain {hundred(certain)}"
        )
    for n, blur in ((5, 1), (10, 2)):
        lines.append(
            f"levels, n {n}: blur {blur} changes {hundred(levels_changed(n, blur))},"
            f" other people {hundred(levels_of_others(n))};"
            f" short form {hundred(levels_changed(n, blur, 2, 1))},"
            f" {hundred(levels_of_others(n, 2, 1))}"
        )
    errors = [f"blur {blur}: {whole_content_error(blur):.2f} points" for blur in (1, 2)]
    lines.append(f"whole content, {', '.join(errors)}")
    beside, alone = right_with_a_spread_a_principle()
    lines.append(
        f"a spread a principle, nine of ten known: {hundred(beside)} beside {hundred(alone)}"
    )
    print("\n".join(lines))  # noqa: T201


if __name__ == "__main__":
    main()
