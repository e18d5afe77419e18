"""The report in words: what a board member reads first, and what a command prints."""

from django.template.loader import render_to_string

from assessment.method import Marked
from assessment.method.results import About
from reports.terminal import wrapped
from reports.wording.about_said import closed
from reports.wording.profile_said import profile_sentence


def summary(marked: Marked) -> str:
    """Wrapped plain text: what this is, profile, what is Holding, the rest with reasons."""
    instrument = marked.results.instrument
    text = render_to_string(
        "reports/summary.txt",
        {
            "heading": heading(marked.results.about),
            "instrument": instrument,
            "marked": marked,
            "profile": profile_sentence(marked),
            "marks": [instrument.meaning[name] for name in marked.structure.marks],
            "confidence": instrument.meaning[marked.confidence],
        },
    )
    return "\n".join(wrapped(line) for line in text.strip().splitlines()) + "\n"


def heading(about: About) -> str:
    """Whose report this is: organisation, programme and day."""
    whose = about.organisation or "An organisation that gave no name"
    programme = f": {about.programme}" if about.programme else ""
    day = f", {closed(about.closed)}" if about.closed else ""
    return f"{whose}{programme}{day}"
