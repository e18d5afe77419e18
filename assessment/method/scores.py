"""What one perspective says of one principle (docs/method.md sections 4 and 9)."""

from collections.abc import Mapping
from dataclasses import dataclass

from assessment.method.numbers import mean
from assessment.method.ranges import half_range, rough_range
from assessment.method.results import Cell, Released, Results
from questions import Kind, Length
from questions.entries import Principle


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
