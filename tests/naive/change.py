"""docs/method.md section 10 once more, naively: what changed in one programme.

Takes the figures of two results.json as ``tests.naive.method`` gives them. Practice
statements only: warning signs, views and levels have no change of their own.
"""

from fractions import Fraction

from tests.naive.contract import PERSPECTIVES, PRINCIPLES
from tests.naive.method import above, at_least, figure, mean, practice_of, rough_range

CHANGED, POSSIBLE, NO_CLEAR = "changed", "possible change", "no clear change"


def released(found, side, principle):
    """Codes of the practice items with a released cell."""
    cells = found["cells"][side]
    return {item for item in practice_of(principle, found["form"]) if "n" in cells[item]}


def score_over(found, side, items):
    return mean(Fraction(str(found["cells"][side][item]["value"])) for item in items)


def range_over(found, side, principle, items, p):
    """The rough range, where its spread was made over exactly these items; else None.

    A spread is made over the released practice items of its own assessment, all of them.
    """
    one = found["principles"][principle]["perspectives"][side]
    if one["m"] is None or released(found, side, principle) != items:
        return None
    # a size smaller than the respondents is already left out of the figures
    size = found["perspectives"][side]["size"]
    return rough_range(p, one["m"], Fraction(str(one["sd"])), size, respondents=0)


def apart(one, other):
    """Touching is overlap."""
    return above(one[0], other[1]) or above(other[0], one[1])


def word(difference, before, now):
    """``before`` and ``now``: (low, high) of each, or None."""
    size = abs(difference)
    if at_least(size, 10) and before and now and apart(before, now):
        return CHANGED
    return POSSIBLE if at_least(size, 15) else NO_CLEAR


def change_of(then, now, side, principle, revised):
    items = (released(then, side, principle) & released(now, side, principle)) - set(revised)
    if len(items) < 2:
        return None
    p_then, p_now = score_over(then, side, items), score_over(now, side, items)
    ranges = (
        range_over(then, side, principle, items, p_then),
        range_over(now, side, principle, items, p_now),
    )
    return {
        "items": sorted(items),
        "before": figure(p_then),
        "now": figure(p_now),
        "difference": figure(p_now - p_then),
        "change": word(p_now - p_then, *ranges),
    }


def change(then, now, revised=()):
    """Perspective to principle to its change, or None with fewer than two items in common.

    ``revised`` are the codes of the items whose revision differs between the two.
    """
    return {
        side: {code: change_of(then, now, side, code, revised) for code in PRINCIPLES}
        for side in PERSPECTIVES
        if side in then["cells"] and side in now["cells"]
    }
