"""The first screen: who shares, and where one's own principles lie among the others'."""

from collections.abc import Iterator
from dataclasses import dataclass

from assessment.method.comparing import Comparison
from assessment.method.counting import Third
from assessment.method.members import PRINCIPLES
from reports.charts.comparison_figures import by_name, rows_of


@dataclass(frozen=True, slots=True)
class First:
    """``named``: those who share by name, the viewer left out; ``anonymous``: how many do not.

    ``thirds``: in which third of the others' which principles lie. ``missing``: how many others
    more a third needs, where none may be told.
    """

    sharing: int
    others: int
    named: tuple[str, ...]
    anonymous: int
    thirds: tuple[tuple[Third, tuple[str, ...]], ...]
    needed: int
    missing: int
    without: tuple[str, ...]


def first(comparison: Comparison) -> First:
    viewer, needed = comparison.viewer, comparison.instrument.thresholds.third_others
    others = comparison.sharing - (viewer is not None)
    named = [one for one in comparison.named if viewer is None or one.who != viewer.who]
    return First(
        sharing=comparison.sharing,
        others=others,
        named=tuple(one.name for one in by_name(named)),
        anonymous=others - len(named),
        thirds=tuple(thirds(comparison)),
        needed=needed,
        missing=max(0, needed - others),
        without=tuple(
            row.name for row in rows_of(comparison, PRINCIPLES) if row.compared.own is None
        ),
    )


def thirds(comparison: Comparison) -> Iterator[tuple[Third, tuple[str, ...]]]:
    rows = rows_of(comparison, PRINCIPLES)
    for third in (Third.UPPER, Third.MIDDLE, Third.LOWER):
        if found := tuple(row.name for row in rows if row.compared.third is third):
            yield third, found
