"""The organisation's own part: its standards by domain, and its mechanisms."""

from collections.abc import Iterator
from dataclasses import dataclass

from assessment.method import Marked
from assessment.method.mechanisms import MechanismMark
from assessment.method.results import StandardRating
from questions.entries import Certainty, Domain, Standard
from reports.actions.plan import Plan
from reports.one.pages.opened import FactRow, Suggestion, fact_rows, suggested
from reports.wording.mechanisms_said import ACTIVE, mechanisms_told
from reports.wording.own_part_said import rating_words
from reports.wording.plan_said import fitting
from reports.wording.standards_said import answered_standards


@dataclass(frozen=True, slots=True)
class Rated:
    """A standard: its rating in words, what that looks like for it, and the evidence."""

    standard: Standard
    rating: int | None
    words: str
    anchor: str
    evidence: str
    certain: bool


@dataclass(frozen=True, slots=True)
class RatedDomain:
    domain: Domain
    score: float | None
    standards: tuple[Rated, ...]


def domains(marked: Marked) -> Iterator[RatedDomain]:
    """Those of which anything was answered, each with what was."""
    answered = answered_standards(marked.results)
    for domain in marked.results.instrument.domains:
        rated = tuple(standard(marked, one) for one in answered if one.domain == domain.code)
        if rated:
            yield RatedDomain(domain, marked.structure.domains[domain.code], rated)


def standard(marked: Marked, one: Standard) -> Rated:
    instrument = marked.results.instrument
    given = marked.results.own_part.standards.get(one.code, StandardRating())
    rating = given.rating if isinstance(given.rating, int) else None
    return Rated(
        standard=one,
        rating=rating,
        words=rating_words(instrument, given.rating, instrument.scales.standard.labels),
        anchor="" if rating is None else one.anchors[rating],
        evidence=given.evidence,
        certain=one.certainty is Certainty.READ,
    )


@dataclass(frozen=True, slots=True)
class Pressing:
    """A mechanism: its status, its warning signs and facts, and what could be done."""

    mark: MechanismMark
    signs: tuple[tuple[str, float | None], ...]
    facts: tuple[FactRow, ...]
    principles: tuple[str, ...]
    suggestions: tuple[Suggestion, ...]


def mechanisms(marked: Marked, plan: Plan) -> Iterator[Pressing]:
    return (pressing(marked, mark, plan) for mark in mechanisms_told(marked))


def pressing(marked: Marked, mark: MechanismMark, plan: Plan) -> Pressing:
    results, mechanism = marked.results, mark.mechanism
    instrument = results.instrument
    actions = mechanism.actions if mark.status in ACTIVE else ()
    suits = fitting(actions, results.about)
    signs = mark.items.items() if mark.score is not None else ()
    return Pressing(
        mark=mark,
        signs=tuple((results.text_for_all(instrument.item[code]), value) for code, value in signs),
        facts=tuple(fact_rows(marked, mechanism)),
        principles=tuple(instrument.principle[code].name for code in mechanism.principles),
        suggestions=tuple(suggested(mechanism, suits, plan)),
    )
