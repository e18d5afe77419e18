"""The ways in which peer support becomes a staff service, and what is seen of each here."""

from collections.abc import Iterable, Iterator

from assessment.method import Marked
from assessment.method.language import bare
from assessment.method.mechanisms import MechanismMark
from assessment.method.numbers import one_decimal
from questions.entries import Action
from reports.spreadsheet.looks import Look
from reports.spreadsheet.sheet_cells import bullets
from reports.spreadsheet.writing import Column, Page, Row
from reports.wording.about_said import whose
from reports.wording.explained import words_of
from reports.wording.figures_said import to_one_decimal
from reports.wording.mechanisms_said import ACTIVE
from reports.wording.own_part_said import truth_words
from reports.wording.plan_said import fitting, kind_words
from reports.wording.stated import stated

FACTS = Column("Its facts, with the organisation's answer", 32)  # where any was answered
COLUMNS = (
    Column("Code", 7, Look.STRONG),
    Column("Mechanism", 21, Look.STRONG),
    Column("What it means", 28),
    Column("Status", 13, Look.STRONG),
    Column("Score", 8, Look.FIGURE),
    Column("Its warning signs, with the lived-experience figure", 32),
    FACTS,
    Column("Principles", 20),
    Column("Suggested actions", 40),
)


def mechanisms_page(marked: Marked) -> Page:
    told = stated(marked.results).facts
    return Page(
        name="Mechanisms",
        title="Mechanisms of professionalisation",
        notes=(
            whose(marked.results.about),
            words_of(marked.results, "Status"),
        ),
        columns=[column for column in COLUMNS if column is not FACTS or told],
        rows=[mechanism_mark_row(marked, mark, facts=told) for mark in marked.mechanisms.values()],
        keep=2,
    )


def mechanism_mark_row(marked: Marked, mark: MechanismMark, *, facts: bool) -> Row:
    mechanism, names = mark.mechanism, marked.results.instrument.principle
    actions = mechanism.actions if mark.status in ACTIVE else ()
    suggested = fitting(actions, marked.results.about)
    return (
        mechanism.code,
        mechanism.name,
        mechanism.meaning,
        str(mark.status),
        one_decimal(mark.score, marked.results.instrument.thresholds.cuts),
        bullets(sign_lines(marked, mark)),
        *([bullets(fact_lines(marked, mark))] if facts else []),
        bullets(names[code].name for code in mechanism.principles),
        bullets(action_lines(suggested)) or "None suggested.",
    )


def action_lines(actions: Iterable[Action]) -> Iterator[str]:
    return (f"{kind_words(action.kind)}: {action.text}" for action in actions)


def sign_lines(marked: Marked, mark: MechanismMark) -> Iterator[str]:
    for code, value in mark.items.items():
        text = bare(marked.results.instrument.item[code].text)
        yield f"{text}: {to_one_decimal(value)}"


def fact_lines(marked: Marked, mark: MechanismMark) -> Iterator[str]:
    instrument = marked.results.instrument
    for code, check in mark.facts.items():
        answer = truth_words(instrument.scales, check)
        yield f"{code} {bare(instrument.fact[code].text)}: {answer}"
