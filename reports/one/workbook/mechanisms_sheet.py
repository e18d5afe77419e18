"""The ways in which peer support becomes a staff service, and what is seen of each here."""

from collections.abc import Iterable, Iterator

from assessment.method import Marked
from assessment.method.language import bare
from assessment.method.mechanisms import MechanismMark
from assessment.method.numbers import one_decimal
from questions.entries import Action
from reports.spreadsheet.looks import Look
from reports.spreadsheet.sheet_cells import Value, bullets
from reports.spreadsheet.writing import Column, Page
from reports.wording.about_said import whose
from reports.wording.cautions_said import blurred
from reports.wording.explained import words_of
from reports.wording.figures_said import to_one_decimal
from reports.wording.mechanisms_said import ACTIVE, mechanisms_sentence, mechanisms_told
from reports.wording.own_part_said import truth_words
from reports.wording.plan_said import fitting, kind_words
from reports.wording.stated import stated

SCORE = Column("Score", 8, Look.FIGURE)
SIGNS = Column("Its warning signs, with the lived-experience figure", 32)
FACTS = Column("Its facts, with the organisation's answer", 32)
COLUMNS = (
    Column("Code", 7, Look.STRONG),
    Column("Mechanism", 21, Look.STRONG),
    Column("What it is", 26),
    Column("Status", 13, Look.STRONG),
    SCORE,
    SIGNS,
    FACTS,
    Column("Principles", 20),
    Column("Suggested actions", 40),
)


def mechanisms_page(marked: Marked) -> Page:
    return Page(
        name="Mechanisms",
        title="Mechanisms of professionalisation",
        notes=(
            whose(marked.results.about),
            *filter(None, [mechanisms_sentence(marked), status(marked), blurred(marked.results)]),
        ),
        columns=columns(marked),
        rows=[list(mechanism_row(marked, mark)) for mark in mechanisms_told(marked)],
        keep=2,
    )


def status(marked: Marked) -> str:
    """How each is made; where no fact was answered, the sentence before it says all there is."""
    return words_of(marked.results, "Status") if stated(marked.results).facts else ""


def columns(marked: Marked) -> list[Column]:
    """Warning signs where anybody rated one, facts where any was answered."""
    signs = any(mark.score is not None for mark in marked.mechanisms.values())
    there = {SCORE: signs, SIGNS: signs, FACTS: stated(marked.results).facts}
    return [column for column in COLUMNS if there.get(column, True)]


def mechanism_row(marked: Marked, mark: MechanismMark) -> Iterator[Value]:
    mechanism, names, there = mark.mechanism, marked.results.instrument.principle, columns(marked)
    actions = mechanism.actions if mark.status in ACTIVE else ()
    suggested = fitting(actions, marked.results.about)
    yield from (mechanism.code, mechanism.name, mechanism.meaning, str(mark.status))
    if SCORE in there:
        yield one_decimal(mark.score, marked.results.instrument.thresholds.cuts)
        yield bullets(sign_lines(marked, mark))
    if FACTS in there:
        yield bullets(fact_lines(marked, mark))
    yield bullets(names[code].name for code in mechanism.principles)
    yield bullets(action_lines(suggested)) or "None suggested."


def action_lines(actions: Iterable[Action]) -> Iterator[str]:
    return (f"{kind_words(action.kind)}: {action.text}" for action in actions)


def sign_lines(marked: Marked, mark: MechanismMark) -> Iterator[str]:
    results = marked.results
    for code, value in mark.items.items():
        text = bare(results.text_for_all(results.instrument.item[code]))
        yield f"{text}: {to_one_decimal(value)}"


def fact_lines(marked: Marked, mark: MechanismMark) -> Iterator[str]:
    instrument = marked.results.instrument
    for code, check in mark.facts.items():
        answer = truth_words(instrument.scales, check)
        yield f"{code} {bare(instrument.fact[code].text)}: {answer}"
