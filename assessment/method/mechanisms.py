"""Mechanisms of professionalisation (docs/method.md section 8)."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from assessment.method.numbers import at_least, below, mean
from assessment.method.results import FactCheck, Results, Truth
from assessment.method.views import lived_view, panel_counts
from questions import Thresholds
from questions.entries import Mechanism


class Status(StrEnum):
    PRESENT = "Present"
    SIGNS = "Signs"
    NOT_EVIDENT = "Not evident"
    NOT_KNOWN = "Not known"


@dataclass(frozen=True, slots=True)
class MechanismMark:
    mechanism: Mechanism
    score: float | None
    status: Status
    facts: Mapping[str, FactCheck]
    items: Mapping[str, float | None]  # the lived-experience view of each warning sign


def mechanism_mark(results: Results, mechanism: Mechanism) -> MechanismMark:
    asked_items = {item.code for item in results.instrument.items(results.about.length)}
    items = {code: lived_cell(results, code) for code in mechanism.items if code in asked_items}
    facts = {
        fact.code: results.own_part.facts.get(fact.code, FactCheck())
        for fact in results.instrument.facts_of(mechanism.code)
    }
    score = mean(items.values())
    return MechanismMark(
        mechanism=mechanism,
        score=score,
        status=status(score, facts, results.instrument.thresholds),
        facts=facts,
        items=items,
    )


def lived_cell(results: Results, item: str) -> float | None:
    """Section 5 over one item's cells; the panel's fallback is decided here, item by item."""
    cells = {code: results.cell(code, item) for code in results.perspectives}
    figures = {code: cell.value for code, cell in cells.items() if cell}
    return lived_view(figures, results.instrument.shape, panel_counts=panel_counts(results))


def status(score: float | None, facts: Mapping[str, FactCheck], thresholds: Thresholds) -> Status:
    """The first that applies."""
    answers = {check.answer for check in facts.values()}
    if Truth.YES in answers or (score is not None and at_least(score, thresholds.high)):
        return Status.PRESENT
    if score is None:
        return Status.NOT_KNOWN
    if at_least(score, thresholds.low):
        return Status.SIGNS
    if below(score, thresholds.low) and Truth.NO in answers and answers <= {Truth.NO, Truth.NA}:
        return Status.NOT_EVIDENT
    return Status.NOT_KNOWN
