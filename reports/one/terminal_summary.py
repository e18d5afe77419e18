"""The report in words: what a board member reads first, and what a command prints."""

from collections.abc import Iterator

from assessment.method import Marked
from assessment.method.results import About, Results
from reports.terminal import wrapped
from reports.wording.about_said import UNNAMED, closed, names
from reports.wording.answered_said import NOBODY, who_answered
from reports.wording.cautions_said import blurred, unheard
from reports.wording.profile_said import confidence_sentence, marks_said, profile_sentence


def summary(marked: Marked) -> str:
    """Wrapped plain text: what this is, profile, what is Holding, the rest with reasons."""
    lines = [
        heading(marked.results.about),
        "",
        marked.results.instrument.caution,
        *cautions(marked.results),
        "",
        profile_sentence(marked),
        *marks_said(marked),
        confidence_sentence(marked),
        "",
        *who_lines(marked),
        "",
        *principle_lines(marked),
    ]
    return "\n".join(map(wrapped, lines)) + "\n"


def cautions(results: Results) -> list[str]:
    said = blurred(results)
    return [f"{said} How is on the sheet How each number was made."] if said else []


def heading(about: About) -> str:
    """Whose report this is: organisation, programme and day."""
    day = f", {closed(about.closed)}" if about.closed else ""
    return f"{': '.join(names(about)) or UNNAMED}{day}"


def who_lines(marked: Marked) -> Iterator[str]:
    heard = list(who_answered(marked))
    yield from (f"{one.name}: {one.count}" for one in heard)
    if not heard:
        yield NOBODY
    yield from unheard(marked.results)


def principle_lines(marked: Marked) -> Iterator[str]:
    """Nothing where nobody was asked."""
    for mark in marked.in_reading_order() if marked.results.perspectives else ():
        yield f"{mark.principle.name}: {mark.standing}"
        yield from (f"  - {reason}" for reason in mark.reasons)
