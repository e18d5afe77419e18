"""docs/method.md section 3 once more, naively: item cells."""

from fractions import Fraction

from tests.naive.answers import (
    column_of,
    is_group,
    items_of,
    practice_of,
    ratings,
    respondents,
    warning_of,
)
from tests.naive.arithmetic import half_up, mean


def band(n, k):
    """n by its floor: 5, 8, multiples of 5 below 50, of 50 from 50 on; the larger of it and k."""
    if n < 8:
        floor_of = 5
    elif n < 10:
        floor_of = 8
    elif n < 50:
        floor_of = n // 5 * 5
    else:
        floor_of = n // 50 * 50
    return max(floor_of, k)


def ends(n):
    """Held within 13 to 87 when n < 10, within 3 to 97 from 10 on."""
    return (13, 87) if n < 10 else (3, 97)


def individuals_value(total, n, e):
    """25 x min(4n, max(0, S + e)) / n, held, rounded half up to a whole number."""
    moved = Fraction(25 * min(4 * n, max(0, total + e)), n)
    low, high = ends(n)
    return int(half_up(min(max(moved, Fraction(low)), Fraction(high)), 0))


def shown_individuals(value, n):
    """A whole number at an end is always shown as "13 or lower", "87 or higher"."""
    low, high = ends(n)
    if value == low:
        return f"{low} or lower"
    return f"{high} or higher" if value == high else str(value)


def individuals_cell(column, k, e):
    """Released when n >= k; below, withheld without any figure (k may be named)."""
    rated = ratings(column)
    n = len(rated)
    if n < k:
        return {"withheld": f"fewer than {k}"}
    value = individuals_value(sum(rated), n, e)
    return {"n": band(n, k), "value": value, "shown": shown_individuals(value, n)}


def group_cell(column):
    """Released when n >= 1, n exact, 25 x mean with 2 decimals, not held, not blurred."""
    rated = ratings(column)
    if not rated:
        return {"withheld": "not answered"}
    value = half_up(25 * mean(rated), 2)
    return {"n": len(rated), "value": float(value), "shown": str(int(half_up(value, 0)))}


def cells_of(code, perspective, step, length):
    """One perspective x each item of the form."""
    rows = respondents(perspective["answers"])
    found = {}
    for item in items_of(length):
        column = column_of(rows, item, length)
        if is_group(perspective):
            found[item] = group_cell(column)
        else:
            found[item] = individuals_cell(column, perspective["k"], step(code, item))
    return found


def value_of(cell):
    """Exact value of a released cell, None of one withheld."""
    return None if "withheld" in cell else Fraction(str(cell["value"]))


def released_practice(cells, principle, length):
    return [item for item in practice_of(principle, length) if "withheld" not in cells[item]]


def released_warning(cells, principle, length):
    return [item for item in warning_of(principle, length) if "withheld" not in cells[item]]
