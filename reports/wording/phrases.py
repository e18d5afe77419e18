"""Words and figures that several sheets share."""

import datetime
from collections.abc import Iterable, Sequence

from assessment.method import Cell, Marked, Results
from assessment.method.numbers import half_up
from assessment.method.results import About, FactCheck, Mode, Released, Truth
from assessment.method.scores import Score
from questions import Instrument
from questions.entries import Action, ActionKind, Scales
from reports.spreadsheet.cells import Value


def figure(value: float | None) -> float | None:
    """As spreadsheets show it: one decimal, half up."""
    return None if value is None else half_up(value, 1)


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def bare(statement: str) -> str:
    """A statement inside a longer line: without its full stop."""
    return statement.rstrip(". ")


def listed(names: Sequence[str]) -> str:
    """'a', 'a and b', 'a, b and c'."""
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def bullets(sentences: Iterable[str]) -> str:
    """One line each; 'a' dot in front, so that a list reads as one in a single cell."""
    return "\n".join(f"• {sentence}" for sentence in sentences)


def day(date: datetime.date | None) -> str:
    return f"{date.day} {date:%B %Y}" if date else "not stated"


def whose(about: About) -> str:
    """Which assessment a sheet belongs to, in one line."""
    parts = [about.organisation, about.programme, about.setting]
    closed = f"closed on {day(about.closed)}" if about.closed else ""
    return " · ".join(part for part in (*parts, closed) if part)


def name(results: Results, perspective: str) -> str:
    return capital(results.name_of(perspective))


def how_many(score: Score, released: Released, k: int) -> Value:
    """'14 of 20', 14 where the size is not known, '2 groups', or that it is withheld."""
    if released.mode is Mode.GROUP:
        return "not answered" if score.n is None else groups(score.n)
    if score.n is None:
        return f"fewer than {k}"
    return score.n if released.size is None else f"{score.n} of {released.size}"


def groups(count: int) -> str:
    return "1 group" if count == 1 else f"{count} groups"


def cells_of(released: Released) -> list[Cell]:
    return [cell for cell in released.cells.values() if isinstance(cell, Cell)]


def rough_range(score: Score) -> str | None:
    low, high = figure(score.low), figure(score.high)
    return None if low is None or high is None else f"{low:.1f} to {high:.1f}"


def rating_words(instrument: Instrument, rating: object, labels: Sequence[str]) -> str:
    """A rating 0-4 by its label; don't know, does not apply, not answered."""
    besides = instrument.scales.besides
    if isinstance(rating, int):
        return labels[rating]
    return {"DK": besides.dont_know, "NA": besides.does_not_apply}.get(str(rating), "Not answered")


def truth_words(scales: Scales, check: FactCheck) -> str:
    fact = scales.fact
    words = {Truth.YES: fact.yes, Truth.NO: fact.no, Truth.NA: fact.does_not_apply}
    return words.get(check.answer, fact.dont_know)


def action_words(actions: Iterable[Action]) -> str:
    return bullets(f"{kind_words(action)}: {action.text}" for action in actions)


def kind_words(action: Action) -> str:
    return "Protect" if action.kind is ActionKind.PROTECT else "Build"


def standing_words(*, confirmed: bool | None) -> str | None:
    """How an At risk mark stands; nothing for other levels."""
    if confirmed is None:
        return None
    return (
        "Confirmed: seen from two or more sides" if confirmed else "Provisional: not yet confirmed"
    )


def notes(marked: Marked, *lines: str) -> tuple[str, ...]:
    """What stands under the title of every sheet but the summary."""
    return (whose(marked.results.about), *lines)
