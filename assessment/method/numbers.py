"""Comparing and rounding as docs/method.md's Arithmetic says.

Every figure is a mean of a few numbers with two decimals, so it lies either exactly on a cut or tie
or much farther from it than EPSILON: comparing and rounding with EPSILON makes floats exact here.
"""

import math
from collections.abc import Iterable

EPSILON = 1e-9
Figure = float | None  # None is missing, never 0


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
    """As pages and sentences show it where no cut is near."""
    return f"{half_up(figure, 0):.0f}"


def beside(figure: float, cuts: Iterable[float]) -> str:
    """A whole number, or one decimal within 1 of a cut that the figure is read by."""
    cuts = tuple(cuts)
    near = any(abs(figure - cut) <= 1 + EPSILON for cut in cuts)
    return f"{kept_below(figure, cuts):.1f}" if near else whole(figure)


def kept_below(figure: float, cuts: Iterable[float]) -> float:
    """Half up at one decimal; a figure below a cut never reaches it by rounding: 62.47 is 62.4."""
    shown = half_up(figure, 1)
    reached = any(below(figure, cut) and at_least(shown, cut) for cut in cuts)
    return half_up(shown - 0.1, 1) if reached else shown


def one_decimal(figure: float | None, cuts: Iterable[float] = ()) -> float | None:
    """As spreadsheets show it."""
    return None if figure is None else kept_below(figure, cuts)


def two_decimals(figure: float | None) -> float | None:
    """As files for other programs hold it."""
    return None if figure is None else half_up(figure, 2)


def rounded_up(figure: float) -> int:
    """To a whole number; 17.0000000001 is 17."""
    return math.ceil(figure - EPSILON)
