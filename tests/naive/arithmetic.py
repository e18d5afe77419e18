"""docs/method.md, Arithmetic and Display, once more and naively: exact fractions throughout."""

from decimal import Decimal, localcontext
from fractions import Fraction
from math import ceil, floor, isqrt

TOLERANCE = Fraction(1, 10**9)
LOW, HIGH, GAP = Fraction(75, 2), Fraction(125, 2), Fraction(20)


def at_least(x, cut):
    """ "x >= t" means x >= t - 1e-9; "x < t" is its negation."""
    return x >= Fraction(cut) - TOLERANCE


def above(x, cut):
    """ "above t" is x > t + 1e-9."""
    return x > Fraction(cut) + TOLERANCE


def half_up(x, decimals):
    """Half up, ties away from zero, computed exactly: 28.125 is 28.13."""
    shifted = abs(Fraction(x)) * 10**decimals
    rounded = Fraction(floor(shifted + Fraction(1, 2)), 10**decimals)
    return rounded if x >= 0 else -rounded


def rounded_up(x):
    """The smallest visible change is rounded up (a billionth too much does not count)."""
    return ceil(x - TOLERANCE)


def figure(x, decimals=2):
    """2 decimals in JSON. A missing figure is None, never 0."""
    return None if x is None else float(half_up(x, decimals))


def exact(x):
    return None if x is None else Fraction(str(x))


def mean(values):
    """Unweighted, of those that exist; None where none does."""
    values = [Fraction(value) for value in values if value is not None]
    return sum(values) / len(values) if values else None


def root(x):
    """Exact where the root is a fraction, else to 60 digits."""
    top, bottom = isqrt(x.numerator), isqrt(x.denominator)
    if top * top == x.numerator and bottom * bottom == x.denominator:
        return Fraction(top, bottom)
    with localcontext() as context:
        context.prec = 60
        return Fraction((Decimal(x.numerator) / Decimal(x.denominator)).sqrt())


def below_the_cut(x, decimals, cuts):
    """Half up, but a figure below a cut never reaches it by rounding: 62.47 is 62.4."""
    rounded = half_up(x, decimals)
    for cut in cuts:
        size, shown = abs(Fraction(x)), abs(rounded)
        if not at_least(size, cut) and shown >= cut:
            shown = Fraction(floor(size * 10**decimals), 10**decimals)
            rounded = shown if x >= 0 else -shown
    return rounded


def on_a_page(x, cuts=(LOW, HIGH), *, signed=False):
    """Whole numbers on pages, 1 decimal within 1 of a cut the figure is read by.

    A change is read by its size (``signed``); a gap only upwards.
    """
    if x is None:
        return None
    x = Fraction(x)
    read = abs(x) if signed else x
    near = any(not above(abs(read - cut), 1) for cut in cuts)
    if read < 0:
        cuts = ()
    shown = below_the_cut(x, 1 if near else 0, cuts)
    return f"{float(shown):.1f}" if near else str(int(shown))


def in_a_spreadsheet(x, cuts=(LOW, HIGH)):
    """1 decimal in spreadsheets; a figure below a cut does not reach it here either."""
    return None if x is None else float(below_the_cut(x, 1, cuts if x >= 0 else ()))
