"""What members chose to do about what they found."""

from collections.abc import Sequence
from dataclasses import dataclass

from assessment.method.language import capital
from comparing.method.comparing import Comparison
from comparing.method.members import MECHANISMS, PRINCIPLES
from comparing.workbook.compared_words import compared_names
from reports.spreadsheet.looks import Look
from reports.spreadsheet.writing import Column, Page, Row
from reports.wording.plan_said import kinds_explained

COLUMNS = (
    Column("For", 34, Look.STRONG),
    Column("Kind", 12, Look.STRONG),
    Column("Action", 92),
    Column("How many members plan it", 12, Look.COUNT),
)
SAID = (
    "Suggested actions that members have in their plans, those of most members first. "
    f"{kinds_explained()}"
)


@dataclass(frozen=True, slots=True)
class Chosen:
    """A suggested action and how many ``members`` have it in their plans.

    ``mechanism_or_principle``: its code, or its name as people read it.
    """

    mechanism_or_principle: str
    kind: str
    text: str
    members: int


def chosen_page(comparison: Comparison, line: str, chosen: Sequence[Chosen]) -> Page:
    return Page(
        name="What members chose to do",
        title="What members chose to do",
        notes=(line, SAID),
        columns=COLUMNS,
        rows=chosen_rows(comparison, chosen),
    )


def chosen_rows(comparison: Comparison, chosen: Sequence[Chosen]) -> list[Row]:
    names = {
        code: name
        for (part, code), name in compared_names(comparison.instrument).items()
        if part in (PRINCIPLES, MECHANISMS)
    }
    return [
        (
            names.get(one.mechanism_or_principle, one.mechanism_or_principle),
            capital(one.kind),
            one.text,
            one.members,
        )
        for one in sorted(chosen, key=lambda one: (-one.members, one.text))
    ]
