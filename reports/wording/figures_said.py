"""Figures in words: the highest and the lowest, a rough range."""

from collections.abc import Callable, Iterable, Sequence

from assessment.method.language import listed
from assessment.method.numbers import Figure, beside, one_decimal
from assessment.method.scores import Score
from questions import Instrument
from reports.wording.plotted import Dot

NAMED = 5  # principles that share a place
NO_FIGURE = "no figure"  # a missing one is never a nought


def extremes(names: Sequence[str], figures: Sequence[Figure], cuts: Iterable[float]) -> str:
    """'rate companionship highest (79) and equality lowest (32)'; alike where shown alike."""
    top, bottom = highest_and_lowest(names, figures, cuts)
    if top == bottom and len(names) > len(top[0]) == 1:
        return f"rate {top[0][0]} {top[1]}"
    if top == bottom:
        which = "every principle" if len(top[0]) == len(names) else some(top[0])
        return f"rate {which} alike ({top[1]})"
    return f"rate {some(top[0])} highest ({top[1]}) and {some(bottom[0])} lowest ({bottom[1]})"


def some(names: Sequence[str]) -> str:
    """Named as long as they are fewer than half: what one group says often shares a place."""
    return listed(names) if len(names) <= NAMED else f"{len(names)} principles"


def highest_and_lowest(
    names: Sequence[str], figures: Sequence[Figure], cuts: Iterable[float] = ()
) -> tuple[tuple[list[str], str], tuple[list[str], str]]:
    """The names that share the highest figure as it is shown, and it; then the lowest."""
    cuts = tuple(cuts)
    present = {n: f for n, f in zip(names, figures, strict=True) if f is not None}
    shown = {name: beside(figure, cuts) for name, figure in present.items()}

    def at(end: float) -> tuple[list[str], str]:
        text = beside(end, cuts)
        return [name for name, said in shown.items() if said == text], text

    return at(max(present.values())), at(min(present.values()))


def without_figure(names: Iterable[str], figures: Iterable[Figure]) -> list[str]:
    return [name for name, figure in zip(names, figures, strict=True) if figure is None]


def cuts_of(instrument: Instrument) -> dict[str, tuple[float, ...]]:
    """What figures are read by, as templates name it."""
    thresholds = instrument.thresholds
    return {"cuts": thresholds.cuts, "gap_cuts": (thresholds.gap,)}


def in_whole(figure: Figure, cuts: Iterable[float] = ()) -> str:
    """As pages and sentences show it: '59'; '62.4' beside a cut that it is read by."""
    return NO_FIGURE if figure is None else beside(figure, cuts)


def to_one_decimal(figure: Figure, cuts: Iterable[float] = ()) -> str:
    """As spreadsheets show it: '58.8'."""
    return NO_FIGURE if figure is None else f"{one_decimal(figure, cuts):.1f}"


def rough_range_said(score: Score | Dot, shown: Callable[[Figure], str]) -> str:
    """'44 to 56', in figures as they are ``shown``; nothing where there is none."""
    if score.low is None or score.high is None:
        return ""
    return f"{shown(score.low)} to {shown(score.high)}"
