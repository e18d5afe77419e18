"""The first screen: who shares, and where one's own principles lie among the others'."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from comparing.method.comparing import Comparison
from comparing.method.counting import Third
from comparing.method.members import PRINCIPLES
from comparing.wording.figures_compared import by_name, rows_of
from questions import Thresholds


@dataclass(frozen=True, slots=True)
class FirstOfRound:
    """``named``: those who share by name, the viewer left out; ``anonymous``: how many do not.

    ``thirds``: in which third of the others' which principles lie. ``missing``: what needs more
    others than there are, from how many on it is told, and how many more that is.
    """

    sharing: int
    others: int
    named: tuple[str, ...]
    anonymous: int
    thirds: tuple[tuple[Third, tuple[str, ...]], ...]
    missing: tuple[tuple[str, int, int], ...]
    without: tuple[str, ...]


def first(comparison: Comparison) -> FirstOfRound:
    viewer, thresholds = comparison.viewer, comparison.instrument.thresholds
    others = comparison.sharing - (viewer is not None)
    named = [one for one in comparison.named if viewer is None or one.who != viewer.who]
    return FirstOfRound(
        sharing=comparison.sharing,
        others=others,
        named=tuple(one.name for one in by_name(named)),
        anonymous=others - len(named),
        thirds=tuple(thirds_of_viewer(comparison)),
        missing=tuple(one for one in needs(others, thresholds) if one[2]),
        without=tuple(
            row.name for row in rows_of(comparison, PRINCIPLES) if row.compared.own is None
        ),
    )


def thirds_of_viewer(comparison: Comparison) -> Iterator[tuple[Third, tuple[str, ...]]]:
    rows = rows_of(comparison, PRINCIPLES)
    for third in (Third.UPPER, Third.MIDDLE, Third.LOWER):
        if found := tuple(row.name for row in rows if row.compared.third is third):
            yield third, found


def needs(others: int, thresholds: Thresholds) -> Iterator[tuple[str, int, int]]:
    """What is told of the others, from how many on, and how many more that needs."""
    for what, needed in (
        (_("The others' mean"), thresholds.mean_others),
        (_("In which third of theirs one's own figure lies"), thresholds.third_others),
        (_("Median, quartiles, and how many show each level"), thresholds.spread_others),
    ):
        yield what, needed, max(0, needed - others)
