"""The organisation's own part: its standards by domain, and its mechanisms."""

from collections.abc import Iterator
from dataclasses import dataclass

from assessment.method import Marked
from assessment.method.mechanisms import MechanismMark, Status
from assessment.method.results import StandardRating
from questions.entries import Certainty, Domain, Standard
from reports.actions.plan import Plan
from reports.one.pages.opened import FactRow, Suggestion, fact_rows, suggested
from reports.wording.own_part_said import rating_words

ACTIVE = (Status.PRESENT, Status.SIGNS)
STATUSES = (Status.PRESENT, Status.SIGNS, Status.NOT_KNOWN, Status.NOT_EVIDENT)


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
    instrument = marked.results.instrument
    for domain in instrument.domains:
        codes = instrument.standards_of_domain(domain.code)
        rated = tuple(standard(marked, instrument.standard[code]) for code in codes)
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
    """Those that are present first."""
    for status in STATUSES:
        for mark in marked.mechanisms.values():
            if mark.status is status:
                yield pressing(marked, mark, plan)


def pressing(marked: Marked, mark: MechanismMark, plan: Plan) -> Pressing:
    instrument, mechanism = marked.results.instrument, mark.mechanism
    actions = mechanism.actions if mark.status in ACTIVE else ()
    return Pressing(
        mark=mark,
        signs=tuple((instrument.item[code].text, value) for code, value in mark.items.items()),
        facts=tuple(fact_rows(marked, mechanism)),
        principles=tuple(instrument.principle[code].name for code in mechanism.principles),
        suggestions=tuple(suggested(mechanism, actions, plan)),
    )


def mechanism_counts(marked: Marked) -> list[tuple[str, int]]:
    """Status to how many, those that have any."""
    found = [one.status for one in marked.mechanisms.values()]
    return [(str(status), found.count(status)) for status in STATUSES if status in found]
