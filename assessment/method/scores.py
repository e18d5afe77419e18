"""What one perspective says of one principle (docs/method.md sections 4 and 9)."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import sqrt

from assessment.method.chance import Door
from assessment.method.numbers import mean
from assessment.method.results import Cell, Released, Results
from questions import Kind, Length
from questions.entries import Principle

# The standard deviation of the steps of each door (docs/method.md, section 9).
BLUR = {Door.EACH: 0.83, Door.OPEN: 1.32}


@dataclass(frozen=True, slots=True)
class Score:
    """``practice`` (P) and ``warning`` (W), each 0-100 or missing on its own.

    ``n`` is the smallest n of the cells they rest on (of individuals the floor of a band); ``low``
    and ``high`` the rough range of P.
    """

    practice: float | None
    warning: float | None
    n: int | None
    low: float | None = None
    high: float | None = None
    not_known: bool = False


def has_practice(scores: Mapping[str, Score], perspective: str) -> bool:
    return perspective in scores and scores[perspective].practice is not None


def score(results: Results, perspective: str, principle: Principle) -> Score:
    """From released cells of the form in use, each item counting once."""
    released, length = results.perspectives[perspective], results.about.length
    practice, asked = cells_of(released, principle, Kind.PRACTICE, length)
    warning, _ = cells_of(released, principle, Kind.WARNING, length)
    if 2 * len(practice) < asked:
        practice = []
    value = mean(cell.value for cell in practice)
    n = min((cell.n for cell in (*practice, *warning)), default=None)
    low, high = rough_range(value, half_range(released, n, len(practice)))
    return Score(
        practice=value,
        warning=mean(cell.value for cell in warning),
        n=n,
        low=low,
        high=high,
        not_known=principle.code in released.not_known,
    )


def cells_of(
    released: Released, principle: Principle, kind: Kind, length: Length
) -> tuple[list[Cell], int]:
    """The released cells of a principle's items of a kind, and how many items were asked."""
    items = [
        i for i in principle.items if i.kind is kind and (length is Length.FULL or i.short_form)
    ]
    cells = [released.cells[item.code] for item in items]
    return [cell for cell in cells if isinstance(cell, Cell)], len(items)


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
