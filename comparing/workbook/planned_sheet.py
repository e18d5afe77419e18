"""What members mean to do: the suggested actions that they have in their plans."""

from collections.abc import Iterator

from assessment.method.language import capital
from comparing.method.members import MECHANISMS, PRINCIPLES
from comparing.method.seen import SeenByName, SeenPublished
from comparing.method.told_figures import TOO_FEW
from comparing.wording.figures_compared import names_of
from questions import Instrument
from questions.entries import Action
from questions.suggested import suggestions
from reports.spreadsheet.looks import Look
from reports.spreadsheet.writing import Column, Page, Row
from reports.wording.plan_said import kinds_explained

NAME, TITLE = "What members plan", "What members plan"
ABOUT = (Column("For", 34, Look.STRONG), Column("Kind", 12, Look.STRONG), Column("Action", 92))
SAID = f"Suggested actions that members have in their plans. {kinds_explained()}"


def planned_page(seen: SeenPublished, line: str) -> Page:
    return Page(
        name=NAME,
        title=TITLE,
        notes=(line, SAID if seen.published.actions else f"Not shown: {TOO_FEW}."),
        columns=[*ABOUT, Column("How many plan it", 19)],
        rows=[
            [*told, seen.published.actions[action]]
            for action, told in actions_told(seen.instrument)
            if action in seen.published.actions
        ],
    )


def named_plans_page(seen: SeenByName, line: str) -> Page:
    return Page(
        name=NAME,
        title=TITLE,
        notes=(line, SAID),
        columns=[Column("Member", 34, Look.STRONG), *ABOUT],
        rows=[
            [one.name, *told]
            for one in seen.named.members
            for action, told in actions_told(seen.instrument)
            if action in one.planned
        ],
    )


def actions_told(instrument: Instrument) -> Iterator[tuple[str, Row]]:
    """Every suggested action by its name: what it is for, of which kind, what it says."""
    names = names_of(instrument)
    for action, suggested in suggestions(instrument).items():
        code = action.partition(":")[0]
        part = PRINCIPLES if code in instrument.principle else MECHANISMS
        yield action, action_row(names[part, code][0], suggested)


def action_row(name: str, suggested: Action) -> Row:
    return name, capital(suggested.kind), suggested.text
