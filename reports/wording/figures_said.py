"""Figures in words: the highest and the lowest, a rough range."""

from collections.abc import Callable, Iterable, Sequence

from assessment.method.language import few
from assessment.method.numbers import Figure, one_decimal, whole
from assessment.method.scores import Score
from reports.wording.plotted import Dot

NO_FIGURE = "no figure"  # a missing one is never a nought


def extremes(names: Sequence[str], figures: Sequence[Figure]) -> str:
    """'rate companionship highest (79) and equality lowest (32)'; alike where whole numbers are."""
    top, bottom = highest_and_lowest(names, figures)
    if top == bottom and len(names) > len(top[0]) == 1:
        return f"rate {top[0][0]} {top[1]}"
    if top == bottom:
        which = "every principle" if len(top[0]) == len(names) else few(top[0])
        return f"rate {which} alike ({top[1]})"
    return f"rate {few(top[0])} highest ({top[1]}) and {few(bottom[0])} lowest ({bottom[1]})"


def highest_and_lowest(
    names: Sequence[str], figures: Sequence[Figure]
) -> tuple[tuple[list[str], str], tuple[list[str], str]]:
    """The names that share the highest whole number, and it; then the lowest."""
    present = {n: f for n, f in zip(names, figures, strict=True) if f is not None}
    highest, lowest = whole(max(present.values())), whole(min(present.values()))

    def names_at(text: str) -> list[str]:
        return [name for name, figure in present.items() if whole(figure) == text]

    return (names_at(highest), highest), (names_at(lowest), lowest)


def without_figure(names: Iterable[str], figures: Iterable[Figure]) -> list[str]:
    return [name for name, figure in zip(names, figures, strict=True) if figure is None]


def in_whole(figure: Figure) -> str:
    """As pages and sentences show it: '59'."""
    return NO_FIGURE if figure is None else whole(figure)


def to_one_decimal(figure: Figure) -> str:
    """As spreadsheets show it: '58.8'."""
    return NO_FIGURE if figure is None else f"{one_decimal(figure):.1f}"


def rough_range_said(score: Score | Dot, shown: Callable[[Figure], str]) -> str:
    """'44 to 56', in figures as they are ``shown``; nothing where there is none."""
    if score.low is None or score.high is None:
        return ""
    return f"{shown(score.low)} to {shown(score.high)}"


def withheld_below(k: str) -> str:
    return f"Figures of fewer than {k} people who answer one by one are withheld."
