"""What is told of one figure of several organisations (docs/method.md section 11).

``Told`` holds rounded figures alone, held away from both ends: whoever has one has no other.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from assessment.method.numbers import at_least, half_up, mean
from questions import Thresholds

HELD = 150  # a mean of N is held within HELD / N of both ends, so that it never tells each
STEP = 5  # quantiles are rounded to the nearest of these
NEAR = 5  # so near a third's edge it cannot be told on which side one is
SHARES = {"median": 1 / 2, "q1": 1 / 4, "q3": 3 / 4, "third1": 1 / 3, "third2": 2 / 3}
TOO_FEW = "too few"


class Third(StrEnum):
    """Where a member's own figure lies among those of all who share."""

    LOWER = "lower"
    MIDDLE = "middle"
    UPPER = "upper"
    CANNOT_TELL = "cannot tell"


@dataclass(frozen=True, slots=True)
class Held:
    """A rounded figure; ``low`` and ``high``: it stands at an end, where all beyond it is kept."""

    value: int
    low: bool
    high: bool

    @property
    def at_an_end(self) -> bool:
        return self.low or self.high

    @property
    def shown(self) -> str:
        return f"{self.value}{' or lower' * self.low}{' or higher' * self.high}"


def rounded_to(figure: float, step: int) -> int:
    return step * int(half_up(figure / step, 0))


def held(figure: float, n: int, step: int = 1) -> Held:
    """Held within 150/N and 100 - 150/N, then rounded. Held again, it stays as it is."""
    least = HELD / n
    value = rounded_to(min(max(figure, least), 100 - least), step)
    low = value <= rounded_to(least, step)
    return Held(value, low, not low and value >= rounded_to(100 - least, step))


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantiles:
    median: Held
    q1: Held
    q3: Held
    third1: Held
    third2: Held

    def third(self, own: float) -> Third:
        """Of an unrounded figure; near an edge, or past an end, nothing can be told."""
        first, second = self.third1.value, self.third2.value
        if not at_least(own, first - NEAR):
            return Third.CANNOT_TELL if self.third1.at_an_end else Third.LOWER
        if at_least(own, second + NEAR):
            return Third.CANNOT_TELL if self.third2.at_an_end else Third.UPPER
        inside = at_least(own, first + NEAR) and at_least(second - NEAR, own)
        return Third.MIDDLE if inside else Third.CANNOT_TELL


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Of the ``n`` that have the figure; all None where they are too few."""

    n: int | None = None
    mean: Held | None = None
    quantiles: Quantiles | None = None

    @property
    def why(self) -> str | None:
        """Why there is no mean; never how many more it would take, because that tells."""
        return TOO_FEW if self.mean is None else None

    def third(self, own: float | None) -> Third | None:
        """None where no thirds are told, or there is no own figure."""
        return None if own is None or self.quantiles is None else self.quantiles.third(own)


def told(values: Sequence[float], thresholds: Thresholds) -> Told:
    """``values``: the figure of each that has it."""
    n = len(values)
    found = mean(values)
    if found is None or n < thresholds.mean_members:
        return Told()
    if n < thresholds.quantile_members:
        return Told(n=n, mean=held(found, n))
    quantiles = np.quantile(values, tuple(SHARES.values())).tolist()
    named = {name: held(at, n, STEP) for name, at in zip(SHARES, quantiles, strict=True)}
    return Told(n=n, mean=held(found, n), quantiles=Quantiles(**named))
