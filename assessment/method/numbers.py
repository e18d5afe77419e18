"""Comparing and rounding as docs/method.md's Arithmetic says.

Every figure is a mean of a few numbers with two decimals, so it lies either exactly on a cut or tie
or much farther from it than EPSILON: comparing and rounding with EPSILON makes floats exact here.
"""

import math
from collections.abc import Iterable

EPSILON = 1e-9


def at_least(figure: float, cut: float) -> bool:
    return figure >= cut - EPSILON


def below(figure: float, cut: float) -> bool:
    return not at_least(figure, cut)


def above(figure: float, cut: float) -> bool:
    return figure > cut + EPSILON


def mean(figures: Iterable[float | None]) -> float | None:
    """The unweighted mean of those that exist; None where none does."""
    present = [figure for figure in figures if figure is not None]
    return math.fsum(present) / len(present) if present else None


def half_up(figure: float, places: int) -> float:
    """Rounded to so many decimals, ties away from zero: 28.125 is 28.13."""
    scale = 10.0**places
    rounded = math.floor(abs(figure) * scale + 0.5 + EPSILON) / scale
    return -rounded if figure < 0 and rounded else rounded


def whole(figure: float) -> str:
    """As pages and sentences show it."""
    return f"{half_up(figure, 0):.0f}"


def one_decimal(figure: float | None) -> float | None:
    """As spreadsheets show it."""
    return None if figure is None else half_up(figure, 1)


def two_decimals(figure: float | None) -> float | None:
    """As files for other programs hold it."""
    return None if figure is None else half_up(figure, 2)
