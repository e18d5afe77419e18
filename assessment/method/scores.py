"""What one perspective says of one principle (docs/method.md sections 4 and 9)."""

from dataclasses import dataclass
from math import sqrt

from assessment.method.numbers import mean
from assessment.method.results import Cell, Released, Results, Spread
from questions import Kind, Length
from questions.entries import Principle


@dataclass(frozen=True, slots=True)
class Score:
    """``practice`` (P) and ``warning`` (W), each 0-100 or missing on its own.

    ``n`` is the smallest n of the cells they rest on; ``low`` and ``high`` the rough range of P.
    """

    practice: float | None
    warning: float | None
    n: int | None
    spread: Spread | None = None
    low: float | None = None
    high: float | None = None
    not_known: bool = False


def score(results: Results, perspective: str, principle: Principle) -> Score:
    """From released cells of the form in use, each item counting once."""
    released, length = results.perspectives[perspective], results.about.length
    practice, asked = cells_of(released, principle, Kind.PRACTICE, length)
    warning, _ = cells_of(released, principle, Kind.WARNING, length)
    if 2 * len(practice) < asked:
        practice = []
    value = mean(cell.value for cell in practice)
    spread = released.spreads.get(principle.code)
    low, high = rough_range(value, spread, released.size)
    return Score(
        practice=value,
        warning=mean(cell.value for cell in warning),
        n=min((cell.n for cell in (*practice, *warning)), default=None),
        spread=spread,
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


def rough_range(
    value: float | None, spread: Spread | None, size: int | None
) -> tuple[float | None, float | None]:
    """P +/- 2 sd / sqrt(m), narrower where the group's size is known, held within 0-100."""
    if value is None or spread is None:
        return None, None
    square = 4 * spread.sd**2 / spread.m
    if size is not None and size >= spread.m:
        square *= (size - spread.m) / (size - 1)
    return max(0.0, value - sqrt(square)), min(100.0, value + sqrt(square))
