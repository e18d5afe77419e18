"""What changed between assessments of one programme (docs/method.md section 10).

Practice only, computed again in every one from the practice cells released in all of them, of the
same code and revision. Nothing is called a change because a number moved.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from assessment.method.numbers import above, at_least, mean, rounded_up
from assessment.method.ranges import half_range, rough_range
from assessment.method.results import Results
from assessment.method.scores import score
from assessment.method.views import lived_view, panel_counts
from questions import Kind, Length, Thresholds
from questions.entries import Item

LEAST_ITEMS = 2  # released in both, for a principle to be compared (section 10)


class Verdict(StrEnum):
    CHANGED = "changed"
    POSSIBLE = "possible change"
    NO_CLEAR = "no clear change"


@dataclass(frozen=True, slots=True)
class RangedFigure:
    """P over the items that are compared, and half its rough range where it has one."""

    value: float
    half: float | None = None

    @property
    def low(self) -> float | None:
        return rough_range(self.value, self.half)[0]

    @property
    def high(self) -> float | None:
        return rough_range(self.value, self.half)[1]


@dataclass(frozen=True, slots=True)
class Change:
    """One perspective's view of one principle, then and now, over ``items``.

    ``smallest``: how small a change these two could have shown; None where there is no range to
    tell, and only a possible change could have been seen.
    """

    before: RangedFigure
    after: RangedFigure
    items: tuple[str, ...]
    verdict: Verdict
    smallest: int | None = None

    @property
    def difference(self) -> float:
        return self.after.value - self.before.value


@dataclass(frozen=True, slots=True)
class PrincipleChange:
    """By perspective, None where fewer than two items can be compared.

    ``lived``: the lived-experience view in each, over the perspectives that both have.
    """

    sides: Mapping[str, Change | None]
    lived: tuple[float | None, float | None]

    @property
    def compared(self) -> dict[str, Change]:
        """The perspectives that can be compared."""
        return {code: change for code, change in self.sides.items() if change is not None}


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """``left_out``: item codes asked in either that no perspective can compare."""

    before: Results
    after: Results
    principles: Mapping[str, PrincipleChange]
    left_out: tuple[str, ...]


def changes(before: Results, after: Results) -> Changes:
    """``after``'s principles; the two may be of different lengths and instruments."""
    series = (before, after)
    found = {code: principle_change(series, code) for code in after.instrument.principle}
    compared: set[str] = set()
    for one in found.values():
        for change in one.compared.values():
            compared.update(change.items)
    asked = dict.fromkeys(item.code for one in series for item in practice_items(one))
    return Changes(
        before=before,
        after=after,
        principles=found,
        left_out=tuple(code for code in asked if code not in compared),
    )


def practice_items(results: Results) -> Iterator[Item]:
    return practice_of(results.instrument.all_items, results)


def practice_of(items: Iterable[Item], results: Results) -> Iterator[Item]:
    """Of these the practice statements that were asked."""
    full = results.about.length is Length.FULL
    return (item for item in items if item.kind is Kind.PRACTICE and (full or item.short_form))


def principle_change(series: tuple[Results, Results], principle: str) -> PrincipleChange:
    before, after = series
    both = [code for code in after.perspectives if code in before.perspectives]
    sides = {code: side_change(series, code, principle) for code in both}
    counts = panel_counts(before) and panel_counts(after)
    shape = after.instrument.shape

    def lived(figures: Mapping[str, float | None]) -> float | None:
        return lived_view(figures, shape, panel_counts=counts)

    found = {code: change for code, change in sides.items() if change is not None}
    return PrincipleChange(
        sides=sides,
        lived=(
            lived({code: change.before.value for code, change in found.items()}),
            lived({code: change.after.value for code, change in found.items()}),
        ),
    )


def side_change(series: tuple[Results, Results], perspective: str, principle: str) -> Change | None:
    items = comparable(series, perspective, principle)
    if len(items) < LEAST_ITEMS:
        return None
    before, after = (figure(one, perspective, principle, items) for one in series)
    thresholds = series[-1].instrument.thresholds
    return Change(
        before,
        after,
        items,
        verdict(before, after, thresholds),
        smallest_visible(before, after, thresholds),
    )


def comparable(series: Sequence[Results], perspective: str, principle: str) -> tuple[str, ...]:
    """The practice items released in every one, of the same code and revision."""
    released = [dict(released_items(one, perspective, principle)) for one in series]
    first, *rest = released
    return tuple(
        code for code, revision in first.items() if all(r.get(code) == revision for r in rest)
    )


def released_items(results: Results, perspective: str, principle: str) -> Iterator[tuple[str, int]]:
    """Code and revision; of a principle that was not asked, none."""
    asked = results.instrument.principle.get(principle)
    for item in practice_of(asked.items, results) if asked else ():
        if results.cell(perspective, item.code):
            yield item.code, item.revision


def figure(
    results: Results, perspective: str, principle: str, items: Sequence[str]
) -> RangedFigure:
    """The range counts only where P is made of exactly these items."""
    released = results.perspectives[perspective]
    cells = [cell for code in items if (cell := results.cell(perspective, code))]
    value = mean(cell.value for cell in cells)
    if value is None:
        raise ValueError(f"no cell of {principle} is released")
    made_of = {code for code, _ in released_items(results, perspective, principle)}
    if made_of != set(items):
        return RangedFigure(value)
    n = score(results, perspective, results.instrument.principle[principle]).n
    return RangedFigure(value, half_range(released, n, len(cells)))


def smallest_visible(
    before: RangedFigure, after: RangedFigure, thresholds: Thresholds
) -> int | None:
    """The larger of 10 and both half ranges together, rounded up."""
    if before.half is None or after.half is None:
        return None
    return rounded_up(max(thresholds.changed, before.half + after.half))


def verdict(before: RangedFigure, after: RangedFigure, thresholds: Thresholds) -> Verdict:
    """Never a change for less than the thresholds say; ranges that touch overlap."""
    moved = abs(after.value - before.value)
    if at_least(moved, thresholds.changed) and apart(before, after):
        return Verdict.CHANGED
    return Verdict.POSSIBLE if at_least(moved, thresholds.possible_change) else Verdict.NO_CLEAR


def apart(one: RangedFigure, other: RangedFigure) -> bool:
    """Whether both have a range and the ranges do not overlap."""
    lower, upper = sorted((one, other), key=lambda figure: figure.value)
    return lower.high is not None and upper.low is not None and above(upper.low, lower.high)


def lived_line(series: Sequence[Results], principle: str) -> list[float | None]:
    """The lived-experience view of every assessment, over what all of them can compare."""
    common = [c for c in series[0].perspectives if all(c in one.perspectives for one in series)]
    items = {code: comparable(series, code, principle) for code in common}
    enough = {code: found for code, found in items.items() if len(found) >= LEAST_ITEMS}
    counts = all(panel_counts(one) for one in series)
    shape = series[-1].instrument.shape

    def lived(one: Results) -> float | None:
        figures = {c: figure(one, c, principle, found).value for c, found in enough.items()}
        return lived_view(figures, shape, panel_counts=counts)

    return [lived(one) for one in series]
