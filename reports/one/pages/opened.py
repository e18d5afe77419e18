"""A principle opened: its statement_rows, who said what, facts, and what could be done."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assessment.method import Cell, Marked, PrincipleMark
from assessment.method.results import FactCheck, Truth
from assessment.method.scores import Score
from questions import Kind
from questions.entries import Action, Item, Mechanism, Principle
from reports.actions.plan import Plan, Planned
from reports.wording.levels_said import HEADINGS
from reports.wording.own_part_said import truth_words
from reports.wording.people_said import behind
from reports.wording.plan_said import fitting
from reports.wording.sides_said import name


@dataclass(frozen=True, slots=True)
class PerspectiveRow:
    """A perspective's row: its figures for one principle, and how many they rest on."""

    name: str
    score: Score
    how_many: str


@dataclass(frozen=True, slots=True)
class StatementRow:
    """A statement's row; ``shown`` has a perspective's short name and what is shown of it."""

    text: str
    variants: tuple[tuple[str, str], ...]
    shown: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class FactRow:
    """A fact as the organisation answered it."""

    code: str
    text: str
    why: str
    words: str
    true_here: bool
    check: FactCheck


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A suggested action; ``planned`` where it stands in the plan already."""

    name: str
    kind: str
    text: str
    planned: Planned | None


@dataclass(frozen=True, slots=True)
class OpenedPrinciple:
    mark: PrincipleMark
    practice: tuple[StatementRow, ...]
    warning: tuple[StatementRow, ...]
    sides: tuple[PerspectiveRow, ...]
    facts: tuple[FactRow, ...]
    suggestions: tuple[Suggestion, ...]


@dataclass(frozen=True, slots=True)
class OpenedLevel:
    """The principles of one level."""

    level: str
    heading: str
    meaning: str
    principles: tuple[OpenedPrinciple, ...]


def opened_levels(marked: Marked, plan: Plan) -> Iterator[OpenedLevel]:
    """What is Holding first, as everywhere (``Marked.in_reading_order``); nothing where nobody
    was asked."""
    if not marked.results.perspectives:
        return
    levels = list(dict.fromkeys(mark.level for mark in marked.in_reading_order()))
    for level in levels:
        meaning = marked.results.instrument.meaning[level].meaning
        opened = tuple(opened_principle(marked, mark, plan) for mark in marked.at(level))
        yield OpenedLevel(str(level), HEADINGS[level], meaning, opened)


def opened_principle(marked: Marked, mark: PrincipleMark, plan: Plan) -> OpenedPrinciple:
    return OpenedPrinciple(
        mark=mark,
        practice=tuple(statement_rows(marked, mark.principle, Kind.PRACTICE)),
        warning=tuple(statement_rows(marked, mark.principle, Kind.WARNING)),
        sides=tuple(perspective_rows(marked, mark)),
        facts=tuple(facts(marked, mark.principle)),
        suggestions=tuple(
            suggested(mark.principle, fitting(mark.actions, marked.results.about), plan)
        ),
    )


def facts(marked: Marked, principle: Principle) -> Iterator[FactRow]:
    """Of the mechanisms that have the principle in their row."""
    for mechanism in marked.results.instrument.mechanisms:
        if principle.code in mechanism.principles:
            yield from fact_rows(marked, mechanism)


def statement_rows(marked: Marked, principle: Principle, kind: Kind) -> Iterator[StatementRow]:
    asked = {item.code for item in marked.results.instrument.items(marked.results.about.length)}
    for item in principle.items:
        if item.kind is kind and item.code in asked:
            yield StatementRow(
                text=marked.results.text_for_all(item),
                variants=tuple(variants(marked, item)),
                shown=tuple(shown_by_perspective(marked, item)),
            )


def variants(marked: Marked, item: Item) -> Iterator[tuple[str, str]]:
    """Where a perspective was asked in other words."""
    for code in marked.results.perspectives:
        text = marked.results.text_of(item, code)
        if text != marked.results.text_for_all(item):
            yield marked.results.short_name_of(code), text


def shown_by_perspective(marked: Marked, item: Item) -> Iterator[tuple[str, str]]:
    """As people read it: a figure, or why there is none."""
    for code, released in marked.results.perspectives.items():
        cell = released.cells[item.code]
        said = cell.shown if isinstance(cell, Cell) else cell.reason
        yield marked.results.short_name_of(code), said


def perspective_rows(marked: Marked, mark: PrincipleMark) -> Iterator[PerspectiveRow]:
    results = marked.results
    for code, released in results.perspectives.items():
        score = mark.scores[code]
        yield PerspectiveRow(name(results, code), score, behind(released, score.n))


def fact_rows(marked: Marked, mechanism: Mechanism) -> Iterator[FactRow]:
    instrument, given = marked.results.instrument, marked.results.own_part.facts
    for fact in instrument.facts_of(mechanism.code):
        check = given.get(fact.code, FactCheck())
        words = truth_words(instrument.scales, check)
        true_here = check.answer is Truth.YES
        yield FactRow(fact.code, fact.text, fact.why, words, true_here, check)


def suggested(
    whose: Principle | Mechanism, actions: Sequence[Action], plan: Plan
) -> Iterator[Suggestion]:
    """Named by their place among all of the entry's actions, as ``reports.actions.forms`` does."""
    for action in actions:
        planned = (p for p in plan if p.about == whose.code and p.text == action.text)
        yield Suggestion(
            name=f"{whose.code}:{whose.actions.index(action)}",
            kind=str(action.kind),
            text=action.text,
            planned=next(planned, None),
        )
