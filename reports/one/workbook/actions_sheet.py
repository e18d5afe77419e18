"""What could be done about what is marked, with room to say who does it and by when."""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from openpyxl.worksheet.datavalidation import DataValidation

from assessment.method import Marked
from reports.spreadsheet.looks import Look
from reports.spreadsheet.writing import Column, Page, Row, Written
from reports.wording.about_said import whose
from reports.wording.mechanisms_said import ACTIVE, mechanisms_told
from reports.wording.plan_said import ABOUT_THE_WHOLE, fitting, kind_words, kinds_explained

COLUMNS = (
    Column("For", 28, Look.STRONG),
    Column("Why", 22),
    Column("Kind", 10, Look.STRONG),
    Column("Suggested action", 50),
    Column("Owner", 16, Look.INPUT),
    Column("By when", 13, Look.INPUT_DATE),
    Column("Status", 12, Look.INPUT),
    Column("Notes", 24, Look.INPUT),
)
SUGGESTIONS = (
    "Suggestions only: choose, change and add with people who give and receive peer support. "
    f"{kinds_explained()}"
)
STATUSES = ("planned", "under way", "done", "dropped")
OWN_ROWS = 6  # empty ones for what people here think of themselves


@dataclass(frozen=True, slots=True)
class Planned:
    """An action of the plan; ``about`` is the name of a principle or mechanism, or empty."""

    about: str
    kind: str
    text: str
    owner: str
    due: datetime.date | None
    status: str
    notes: str


def actions_page(marked: Marked, plan: Sequence[Planned] = ()) -> Page:
    """What is planned first; a suggestion that is in the plan is not made again."""
    suggested = [*principle_rows(marked), *mechanism_rows(marked)]
    taken = {(planned.about, planned.text) for planned in plan}
    return Page(
        name="Actions",
        title="Actions to talk about",
        notes=(
            whose(marked.results.about),
            SUGGESTIONS,
        ),
        columns=COLUMNS,
        rows=[
            *map(planned_row, plan),
            *(row for row in suggested if (bare_name(row[0]), row[3]) not in taken),
            *own_rows(),
        ],
        below=offer_statuses,
    )


def planned_row(planned: Planned) -> Row:
    words = (planned.owner or None, planned.due, planned.status, planned.notes or None)
    about = planned.about or ABOUT_THE_WHOLE
    return about, "In the plan", kind_words(planned.kind), planned.text, *words


def bare_name(shown: object) -> str:
    """Without the code that stands before a mechanism's name."""
    code, _, name = str(shown).partition(" ")
    return name if code.startswith("M") and code[1:].isdecimal() else str(shown)


def principle_rows(marked: Marked) -> Iterator[Row]:
    for mark in marked.in_reading_order():
        for action in fitting(mark.actions, marked.results.about):
            why = mark.standing
            yield mark.principle.name, why, kind_words(action.kind), action.text, *[None] * 4


def mechanism_rows(marked: Marked) -> Iterator[Row]:
    for mark in mechanisms_told(marked):
        actions = mark.mechanism.actions if mark.status in ACTIVE else ()
        for action in fitting(actions, marked.results.about):
            what, why = f"{mark.mechanism.code} {mark.mechanism.name}", f"Mechanism: {mark.status}"
            yield what, why, kind_words(action.kind), action.text, *[None] * 4


def own_rows() -> Iterator[Row]:
    for _ in range(OWN_ROWS):
        yield "Your own", *[None] * 7


def offer_statuses(written: Written) -> None:
    """A drop-down in the status column."""
    choice = DataValidation(
        type="list",
        formula1=f'"{",".join(STATUSES)}"',
        allow_blank=True,
        showErrorMessage=True,
        errorTitle="Status",
        error=f"Choose one of: {', '.join(STATUSES)}.",
    )
    choice.add(f"G{written.head + 1}:G{written.last}")
    written.sheet.add_data_validation(choice)
