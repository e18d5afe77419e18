"""Names and sentences that several sheets of a comparison share."""

from collections.abc import Mapping
from datetime import date

from assessment.method.language import capital, on_day
from comparing.method.comparing import NAMED_ALONE, Compared, Comparison
from comparing.method.counting import Third
from comparing.method.members import (
    DOMAINS,
    ESSENCE,
    MECHANISMS,
    PRINCIPLES,
    STRUCTURE,
    ComparedMember,
    Key,
)
from questions import Instrument, Thresholds
from reports.spreadsheet.sheet_cells import bullets
from reports.spreadsheet.writing import Column, Page

PARTS: Mapping[str, str] = {
    PRINCIPLES: "Principles",
    DOMAINS: "Domains of the standards",
    STRUCTURE: "Structure and essence",
    MECHANISMS: "Mechanisms",
}
STRUCTURES: Mapping[str, str] = {
    "FORMAL": "The formal standards",
    "ROOTED": "The grounding standards",
    "ESSENCE": "The lived-experience view of the principles",
}


def comparison_title_line(comparison: Comparison, title: str, made: date | None) -> str:
    """Which comparison a sheet belongs to, in one line."""
    made_on = f"figures made on {on_day(made)}" if made else ""
    return " · ".join(filter(None, (title, seen_by_whom(comparison.viewer), made_on)))


def seen_by_whom(viewer: ComparedMember | None) -> str:
    return f"as {viewer.name} sees it" if viewer else "the collaboration's own view"


def others(comparison: Comparison) -> str:
    """Who is counted: the others beside one's own figure, or all the members who share."""
    return "others" if comparison.viewer else "members"


def mean_head(comparison: Comparison) -> str:
    return "Others' mean" if comparison.viewer else "Mean"


def organisations(count: int) -> str:
    return "1 organisation" if count == 1 else f"{count} organisations"


def compared_names(instrument: Instrument) -> dict[Key, str]:
    """Every compared figure by its name."""
    return {
        **{(PRINCIPLES, code): one.name for code, one in instrument.principle.items()},
        **{(DOMAINS, one.code): one.name for one in instrument.domains},
        **{(STRUCTURE, code): name for code, name in STRUCTURES.items()},
        **{(MECHANISMS, one.code): one.name for one in instrument.mechanisms},
    }


def third_words(third: Third | None) -> str | None:
    return f"{capital(third)} third" if third else None


def missing_here(comparison: Comparison, key: Key, one: Compared) -> str | None:
    """What is not shown and why, in one line each, short enough to stand in every row; None where
    everything is shown.
    """
    own = ""
    if comparison.viewer and one.own is None:
        own = f"No own figure: {own_why(key, comparison.instrument.thresholds)}"
    reasons = [capital(reason) for reason in reasons_of(one) if reason != NAMED_ALONE]
    alone = "Those who share by name alone are counted" if one.named_alone else ""
    return bullets(filter(None, [own, *reasons, alone])) or None


def reasons_of(one: Compared) -> list[str]:
    """What ``why`` says, one reason at a time."""
    return [reason for reason in one.why.split("; ") if reason]


def own_why(key: Key, thresholds: Thresholds) -> str:
    if key == ESSENCE:
        return f"fewer than {thresholds.essence_needs} principles have one"
    if key[0] in (DOMAINS, STRUCTURE):
        return "too few of its standards are answered"
    few = f"fewer than {thresholds.share_people} people with lived experience"
    return f"{few}, and no group, answered enough of it"


def sentence_page(name: str, title: str, notes: tuple[str, ...], sentence: str) -> Page:
    """A sheet that has nothing to list and says why."""
    return Page(
        name=name,
        title=title,
        notes=notes,
        columns=(Column("What may be shown", 120),),
        rows=[(sentence,)],
        filters=False,
    )
