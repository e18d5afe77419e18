"""Titles, what stands under every chart, and how names and figures are put into words."""

from collections.abc import Iterable, Sequence
from datetime import date

from assessment.method.marks import Marked
from assessment.method.numbers import whole
from reports.wording.figures import Figure

TITLES = {
    "principles": "The twelve principles: lived experience and others",
    "standards": "The standards by domain: the organisation's own rating",
    "map": "Structure and essence side by side",
    "perspectives": "How each perspective rates the twelve principles",
    "pyramid": "The pyramid of peer support around here",
}

CAUTION = "drafted method, not validated: use it to talk, not to rank."
SCORES = f"Scores 0-100; {CAUTION}"
OWN_SCORES = f"Scores 0-100, self-assessed; {CAUTION}"
OWN_RATING = f"Rated by the organisation itself; {CAUTION}"


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
    shown = {name: whole(figure) for name, figure in present.items()}
    ends = whole(max(present.values())), whole(min(present.values()))
    top, bottom = ([name for name, text in shown.items() if text == end] for end in ends)
    return (top, ends[0]), (bottom, ends[1])


def principle_names(marked: Marked) -> list[str]:
    return [lower(one.principle.short_name) for one in marked.principles.values()]


def without_figure(names: Iterable[str], figures: Iterable[Figure]) -> list[str]:
    return [name for name, figure in zip(names, figures, strict=True) if figure is None]


def few(names: Sequence[str], things: str = "principles") -> str:
    """Up to three names, otherwise how many."""
    return listed(names) if len(names) <= 3 else f"{len(names)} {things}"


def listed(names: Sequence[str]) -> str:
    """'a, b and c'; 'a and b, and c' where a name has an 'and' of its own."""
    last = ", and " if len(names) > 1 and any(" and " in name for name in names) else " and "
    return last.join(filter(None, [", ".join(names[:-1]), *names[-1:]]))


def on_day(day: date) -> str:
    """'20 November 2026'."""
    return f"{day.day} {day:%B %Y}"


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def lower(text: str) -> str:
    """As inside a sentence; an abbreviation keeps its capitals."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]
