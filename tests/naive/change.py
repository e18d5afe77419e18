"""docs/method.md section 10 once more, naively: two rounds of one programme.

Takes two reports (or what closing stored) as ``method`` gives them. P only.
"""

from tests.naive.answers import is_group
from tests.naive.arithmetic import above, at_least, figure, mean, rounded_up
from tests.naive.cells import released_practice, value_of
from tests.naive.contract import PERSPECTIVES, PRINCIPLES
from tests.naive.scores import half_range_of, held

CHANGED, POSSIBLE, NO_CLEAR = "changed", "possible change", "no clear change"
ONLY_POSSIBLE = "a possible change of 15 only"


def common_items(then, now, side, principle, revised):
    """The practice cells released in both, of the same code and revision."""
    before = released_practice(then["cells"][side], principle, then["form"])
    after = released_practice(now["cells"][side], principle, now["form"])
    return [item for item in before if item in after and item not in revised]


def score_over(found, side, items):
    return mean(value_of(found["cells"][side][item]) for item in items)


def half_over(found, side, principle, items):
    """Half of the section 9 range, where its P is made of exactly these items; else None."""
    cells = found["cells"][side]
    if released_practice(cells, principle, found["form"]) != items:
        return None
    return half_range_of(found["perspectives"][side], cells, principle, found["form"])


def apart(p_then, half_then, p_now, half_now):
    """Do not overlap; touching is overlap."""
    then, now = (held(p - h, p + h) for p, h in ((p_then, half_then), (p_now, half_now)))
    return above(then[0], now[1]) or above(now[0], then[1])


def word(p_then, half_then, p_now, half_now):
    """Changed, possible change, no clear change."""
    difference = abs(p_now - p_then)
    both = half_then is not None and half_now is not None
    if at_least(difference, 10) and both and apart(p_then, half_then, p_now, half_now):
        return CHANGED
    return POSSIBLE if at_least(difference, 15) else NO_CLEAR


def smallest(half_then, half_now):
    """The larger of 10 and the sum of the half ranges, rounded up; otherwise 15 only."""
    if half_then is None or half_now is None:
        return ONLY_POSSIBLE
    return rounded_up(max(10, half_then + half_now))


def change_of(then, now, side, principle, revised=()):
    """None with fewer than two items in common."""
    items = common_items(then, now, side, principle, revised)
    if len(items) < 2:
        return None
    p_then, p_now = score_over(then, side, items), score_over(now, side, items)
    halves = half_over(then, side, principle, items), half_over(now, side, principle, items)
    found = word(p_then, halves[0], p_now, halves[1])
    groups = all(is_group(one["perspectives"][side]) for one in (then, now))
    return {
        "items": items,
        "before": figure(p_then),
        "now": figure(p_now),
        "difference": figure(p_now - p_then),
        "change": found,
        "smallest": None if groups or found != NO_CLEAR else smallest(*halves),
    }


def change(then, now, revised=()):
    """Perspective to principle to its change."""
    return {
        side: {code: change_of(then, now, side, code, revised) for code in PRINCIPLES}
        for side in PERSPECTIVES
        if side in then["cells"] and side in now["cells"]
    }
