"""Rough ranges: how far a mean may lie from where everybody's would (docs/method.md section 9)."""

from math import sqrt

from assessment.method.doors import Door
from assessment.method.results import Released

# The standard deviation of the steps of each door (docs/method.md, section 9).
BLUR = {Door.EACH: 0.83, Door.OPEN: 1.32}


def half_range(released: Released, n: int | None, cells: int) -> float | None:
    """Half of P's rough range, where the perspective has a spread (section 9).

    ``n``: how many P's principle rests on; ``cells``: how many practice cells P is the mean of.
    What the spread of answers leaves open, and what the blur does.
    """
    how, spread = released.individuals, released.spread
    if how is None or spread is None or n is None or not cells:
        return None
    m = min(spread.m, n)
    answers = left_open(m, how.size) * spread.sd**2 / m
    blur = (25 * BLUR[how.door] / (n * sqrt(cells))) ** 2
    return 2 * sqrt(answers + blur)


def left_open(m: int, size: int | None) -> float:
    """1 where a group's size is not known; 0 where all of it answered."""
    if size is None or size < m:
        return 1.0
    return (size - m) / (size - 1) if size > m else 0.0


def rough_range(value: float | None, half: float | None) -> tuple[float | None, float | None]:
    """Held within 0-100; none without a figure or a spread."""
    if value is None or half is None:
        return None, None
    return max(0.0, value - half), min(100.0, value + half)
