"""docs/method.md sections 4, 5 and 9 once more, naively: scores, views, rough ranges."""

from fractions import Fraction

from tests.naive.answers import is_group, practice_of
from tests.naive.arithmetic import mean, root
from tests.naive.cells import released_practice, released_warning, value_of
from tests.naive.contract import DOORS, LIVED, OTHERS


def p_score(cells, principle, length):
    """Mean of the practice cells; needs half of the form's."""
    released = released_practice(cells, principle, length)
    if 2 * len(released) < len(practice_of(principle, length)):
        return None
    return mean(value_of(cells[item]) for item in released)


def w_score(cells, principle, length):
    """Mean of the warning cells; needs at least 1."""
    return mean(value_of(cells[item]) for item in released_warning(cells, principle, length))


def n_shown(cells, principle, length):
    """The smallest band among the cells of the P and W that exist."""
    items = released_warning(cells, principle, length)
    if p_score(cells, principle, length) is not None:
        items = items + released_practice(cells, principle, length)
    return min((cells[item]["n"] for item in items), default=None)


# 5. The lived-experience view


def panel_counts(panel):
    """At least two, and at least half; where either is not stated it does not count.

    ``panel``: as in results.json, None where there is none.
    """
    if panel is None or None in panel.values():
        return False
    return panel["lived_experience"] >= 2 and 2 * panel["lived_experience"] >= panel["people"]


def lived_sides(of, counts):
    """Whose score L rests on, on one axis. ``of`` maps a perspective to its score or None."""
    found = [side for side in LIVED if of.get(side) is not None]
    if not found and counts and of.get("panel") is not None:
        found = ["panel"]
    return found


def lived_view(of, counts):
    """L: unweighted mean of giving, receiving and partner; where none exists, the panel's."""
    return mean(of[side] for side in lived_sides(of, counts))


def others_view(of):
    """O: unweighted mean of staff and commissioner, those that exist."""
    return mean(of.get(side) for side in OTHERS)


def gap_of(o, l_p):
    """O - L on P, where both exist."""
    return None if o is None or l_p is None else o - l_p


def all_round(of):
    """Unweighted mean of every perspective's P that exists, panel included; display only."""
    return mean(of.values())


# 9. Rough ranges


def part_of_whole(size, m):
    """f = (N - m) / (N - 1) where N > m, 0 where N = m, 1 where N is not known or below m."""
    if size is None or size < m:
        return Fraction(1)
    return Fraction(0) if size == m else Fraction(size - m, size - 1)


def blur_part(door, n, c):
    """b = 25 x s / (n x sqrt(c)), squared."""
    return (25 * DOORS[door]["s"] / n) ** 2 / c


def half_range(perspective, n, c):
    """2 x sqrt(f x sd^2 / m + b^2), m the smaller of its band's floor and n shown, throughout."""
    if is_group(perspective) or perspective["m"] is None:
        return None
    m = min(perspective["m"], n)
    sampling = part_of_whole(perspective["size"], m) * perspective["sd"] ** 2 / m
    return 2 * root(sampling + blur_part(perspective["door"], n, c))


def held(low, high):
    """Held within 0-100."""
    return max(low, Fraction(0)), min(high, Fraction(100))


def half_range_of(perspective, cells, principle, length):
    """Where the perspective has a spread, every P has one."""
    if p_score(cells, principle, length) is None:
        return None
    c = len(released_practice(cells, principle, length))
    return half_range(perspective, n_shown(cells, principle, length), c)


def rough_range(perspective, cells, principle, length):
    half = half_range_of(perspective, cells, principle, length)
    if half is None:
        return None, None
    p = p_score(cells, principle, length)
    return held(p - half, p + half)
