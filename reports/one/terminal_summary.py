"""The report in words: what a board member reads first, and what a command prints."""

from collections.abc import Iterator

from assessment.method import Marked, PrincipleMark
from assessment.method.results import About
from reports.terminal import wrapped
from reports.wording.about_said import closed
from reports.wording.profile_said import confidence_sentence, marks_said, profile_sentence


def summary(marked: Marked) -> str:
    """Wrapped plain text: what this is, profile, what is Holding, the rest with reasons."""
    lines = [
        heading(marked.results.about),
        "",
        marked.results.instrument.caution,
        "",
        profile_sentence(marked),
        *marks_said(marked),
        confidence_sentence(marked),
        "",
        *(line for mark in marked.in_reading_order() for line in principle_lines(mark)),
    ]
    return "\n".join(map(wrapped, lines)) + "\n"


def heading(about: About) -> str:
    """Whose report this is: organisation, programme and day."""
    whose = about.organisation or "An organisation that gave no name"
    programme = f": {about.programme}" if about.programme else ""
    day = f", {closed(about.closed)}" if about.closed else ""
    return f"{whose}{programme}{day}"


def principle_lines(mark: PrincipleMark) -> Iterator[str]:
    borderline = " (borderline)" if mark.borderline else ""
    yield f"{mark.principle.name}: {mark.standing}{borderline}"
    yield from (f"  - {reason}" for reason in mark.reasons)
