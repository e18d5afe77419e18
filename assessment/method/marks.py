"""Everything that follows from ``Results``, worked out once for page, chart and file alike."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from assessment.method.confidence import Confidence, confidence
from assessment.method.levels import (
    BORDERLINE,
    Level,
    is_borderline,
    raised_by_facts,
    raised_by_gap,
    sources_of_risk,
    table_level,
)
from assessment.method.mechanisms import MechanismMark, mechanism_mark
from assessment.method.reasons import Steps, clears, reasons
from assessment.method.results import Results
from assessment.method.scores import Score, score
from assessment.method.structure import StructureFigures, structure
from assessment.method.views import Views, panel_counts, views
from questions.entries import Action, ActionKind, Principle

# Holding first, everywhere; then the marked, the most at risk first; then what is not known.
READING_ORDER = (
    Level.HOLDING,
    Level.AT_RISK,
    Level.UNDER_PRESSURE,
    Level.WATCH,
    Level.UNDER_DEVELOPED,
    Level.NOT_ENOUGH,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PrincipleMark:
    """One principle's scores by perspective, views, level, and why.

    ``confirmed`` is None unless the level is At risk; ``borderline`` is None where there is not
    enough evidence. ``sources`` are the sides (perspectives, yes facts) that see it under
    pressure or at risk.
    """

    principle: Principle
    scores: Mapping[str, Score]
    views: Views
    level: Level
    confirmed: bool | None
    borderline: bool | None
    sources: tuple[str, ...]
    reasons: tuple[str, ...]
    clears: tuple[str, ...]

    @property
    def sureness(self) -> str:
        """How an At risk mark stands, in words; nothing for other levels."""
        if self.confirmed is None:
            return ""
        return "seen from two or more sides" if self.confirmed else "not yet confirmed"

    @property
    def standing(self) -> str:
        """The level in full words: 'At risk, seen from two or more sides, borderline'."""
        return ", ".join(filter(None, (self.level, self.sureness, self.closeness)))

    @property
    def closeness(self) -> str:
        """'borderline', where a small move of the cuts gives another level; it goes with it."""
        return BORDERLINE if self.borderline else ""

    @property
    def actions(self) -> tuple[Action, ...]:
        """Suggested: what is marked is protected and built, what is weak is built."""
        if self.level in (Level.AT_RISK, Level.UNDER_PRESSURE):
            return self.principle.actions
        if self.level in (Level.WATCH, Level.UNDER_DEVELOPED):
            return tuple(a for a in self.principle.actions if a.kind is ActionKind.BUILD)
        return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """Results and all that was made of them; principles in B10's order, by code."""

    results: Results
    principles: Mapping[str, PrincipleMark]
    structure: StructureFigures
    mechanisms: Mapping[str, MechanismMark]
    confidence: Confidence

    @property
    def levels(self) -> dict[str, Level]:
        return {code: one.level for code, one in self.principles.items()}

    def at(self, *levels: Level) -> tuple[PrincipleMark, ...]:
        return tuple(mark for mark in self.principles.values() if mark.level in levels)

    def in_reading_order(self) -> tuple[PrincipleMark, ...]:
        return tuple(mark for level in READING_ORDER for mark in self.at(level))


def mark(results: Results) -> Marked:
    """Sections 4 to 9 over released cells and the organisation's own part, and nothing else."""
    codes = results.instrument.principle
    scores = {code: scores_of(results, principle) for code, principle in codes.items()}
    sure = confidence(results, scores)
    mechanisms = {m.code: mechanism_mark(results, m) for m in results.instrument.mechanisms}
    principles = {
        code: principle_mark(results, principle, scores[code], sure)
        for code, principle in codes.items()
    }
    return Marked(
        results=results,
        principles=principles,
        structure=structure(results, (one.views.practice for one in principles.values())),
        mechanisms=mechanisms,
        confidence=sure,
    )


def scores_of(results: Results, principle: Principle) -> dict[str, Score]:
    return {code: score(results, code, principle) for code in results.perspectives}


def principle_mark(
    results: Results, principle: Principle, scores: Mapping[str, Score], sure: Confidence
) -> PrincipleMark:
    thresholds = results.instrument.thresholds
    seen = views(scores, results.instrument.shape, panel_counts=panel_counts(results))
    facts = tuple(yes_facts(results, principle.code))
    by_table = table_level(seen.practice, seen.warning, thresholds)
    after_gap = raised_by_gap(by_table, seen, thresholds)
    level = raised_by_facts(after_gap, facts)
    sources = sources_of_risk(scores, facts, thresholds)
    confirmed = None
    if level is Level.AT_RISK:
        confirmed = len(sources) >= 2 and sure is not Confidence.ONE_SIDED
    steps = Steps(
        results=results,
        principle=principle,
        scores=scores,
        views=seen,
        yes_facts=facts,
        by_table=by_table,
        after_gap=after_gap,
        level=level,
        sources=sources,
        confirmed=confirmed,
    )
    return PrincipleMark(
        principle=principle,
        scores=scores,
        views=seen,
        level=level,
        confirmed=confirmed,
        borderline=is_borderline(seen, thresholds),
        sources=sources,
        reasons=tuple(reasons(steps)),
        clears=tuple(clears(steps)),
    )


def yes_facts(results: Results, principle: str) -> Iterable[str]:
    """The facts answered yes whose mechanism has the principle in its row (section 8)."""
    rows = {m.code for m in results.instrument.mechanisms if principle in m.principles}
    return (code for code in results.yes_facts() if results.instrument.fact[code].mechanism in rows)


def has_enough(marked: Marked) -> bool:
    """As many principles with a level as sharing asks for: fewer say too little to compare."""
    known = sum(one.level is not Level.NOT_ENOUGH for one in marked.principles.values())
    return known >= marked.results.instrument.thresholds.share_principles
