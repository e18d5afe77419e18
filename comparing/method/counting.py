"""Who is counted behind a figure, and what may be said of them (docs/method.md section 11)."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import StrEnum

import numpy as np

from assessment.method.levels import Level
from assessment.method.mechanisms import Status
from assessment.method.numbers import at_least, below
from comparing.method.members import (
    ESSENCE,
    MECHANISMS,
    PRINCIPLES,
    ComparedMember,
    Figures,
    Key,
    keys_of,
)
from questions import Instrument, Thresholds


class Third(StrEnum):
    """Where the viewer's own figure lies among the others'."""

    LOWER = "lower"
    MIDDLE = "middle"
    UPPER = "upper"


def counted_of(
    having: Sequence[ComparedMember], thresholds: Thresholds
) -> tuple[list[ComparedMember], bool]:
    """Those who are counted: the named alone where the anonymous beside them are few.

    Else the few could be worked out from the figure and the named ones' own.
    """
    named = [one for one in having if one.is_named]
    anonymous = len(having) - len(named)
    alone = bool(named) and 0 < anonymous <= thresholds.anonymous_few
    return (named if alone else list(having)), alone


def may_stand(part: Sequence[ComparedMember], thresholds: Thresholds) -> bool:
    anonymous = sum(not one.is_named for one in part)
    few = 0 < anonymous <= thresholds.anonymous_few
    return len(part) >= thresholds.mean_others and not few


def few_differ(others: Iterable[ComparedMember], thresholds: Thresholds) -> bool:
    """ESSENCE is the mean of an organisation's principles, which are shown too. Where the anonymous
    have different numbers of principles, both sums together give those of one number away.
    """
    numbers = Counter(principles_known(one) for one in others if not one.is_named)
    del numbers[0]
    return len(numbers) > 1 and min(numbers.values()) <= thresholds.anonymous_few


def unsplit(others: Sequence[ComparedMember], instrument: Instrument) -> frozenset[Key]:
    """The principles and ESSENCE where few differ within a kind: they are not told by kind.

    Where few differ among all, ESSENCE is not shown, and the principles alone tell nobody apart.
    """
    thresholds, kinds = instrument.thresholds, {one.kind for one in others}
    parts = ([one for one in others if one.kind == kind] for kind in kinds)
    if few_differ(others, thresholds) or not any(few_differ(part, thresholds) for part in parts):
        return frozenset()
    return frozenset(key for key in keys_of(instrument) if key == ESSENCE or key[0] == PRINCIPLES)


def principles_known(member: ComparedMember) -> int:
    values = member.figures.values.items()
    return sum(part == PRINCIPLES and value is not None for (part, _), value in values)


def quantiles(values: Sequence[float], *shares: float) -> tuple[float, ...]:
    """By linear interpolation."""
    return tuple(float(found) for found in np.quantile(values, shares))


def third(own: float | None, values: Sequence[float]) -> Third | None:
    if own is None:
        return None
    first, second = quantiles(values, 1 / 3, 2 / 3)
    if below(own, first):
        return Third.LOWER
    return Third.UPPER if at_least(own, second) else Third.MIDDLE


def word_counts(
    key: Key, others: Sequence[ComparedMember], thresholds: Thresholds
) -> Mapping[str, int] | None:
    """How many of the others show each level or status; everybody has one, if only 'not known'."""
    part, code = key
    counted, _ = counted_of(others, thresholds)
    if part not in WORDS or len(counted) < thresholds.spread_others:
        return None
    _, words, of = WORDS[part]
    found = Counter(of(one.figures)[code] for one in counted)
    return {word: found[word] for word in words}


def chosen(others: Sequence[ComparedMember], thresholds: Thresholds) -> Mapping[str, int] | None:
    """Suggested action to how many of the others have planned it, the most often chosen first."""
    counted, _ = counted_of(others, thresholds)
    if len(counted) < thresholds.spread_others:
        return None
    found = Counter(action for one in counted for action in one.chosen)
    return dict(sorted(found.items(), key=lambda one: (-one[1], one[0])))


# What is counted of a part: its name, its words in order, and where a member's own stands.
WORDS: Mapping[str, tuple[str, tuple[str, ...], Callable[[Figures], Mapping[str, str]]]] = {
    PRINCIPLES: ("levels", tuple(Level), lambda figures: figures.levels),
    MECHANISMS: ("statuses", tuple(Status), lambda figures: figures.statuses),
}
