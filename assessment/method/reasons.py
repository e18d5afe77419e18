"""Why a principle stands where it stands, in sentences a board can read (docs/method.md section 6).

Each sentence names the figures it rests on, as whole numbers. Statements are quoted as they were
asked.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from assessment.method.language import bare, capital, listed
from assessment.method.levels import Level, band
from assessment.method.numbers import at_least, half_up, whole
from assessment.method.results import Results
from assessment.method.scores import Score
from assessment.method.views import Views, panel_counts
from questions import Kind
from questions.entries import Principle


@dataclass(frozen=True, slots=True, kw_only=True)
class Steps:
    """How a level came about: the table's reading, then the gap, then the facts."""

    results: Results
    principle: Principle
    scores: Mapping[str, Score]
    views: Views
    yes_facts: tuple[str, ...]
    by_table: Level
    after_gap: Level
    level: Level
    sources: tuple[str, ...]
    confirmed: bool | None


def reasons(steps: Steps) -> Iterator[str]:
    """What lived experience says first, then others, then facts, then how sure it is."""
    for perspective in deciding(steps):
        yield from lived_sentence(steps, perspective)
    yield from view_sentence(steps)
    yield from gap_sentence(steps)
    for code in steps.yes_facts:
        yield fact_sentence(steps, code)
    yield from confirmed_sentence(steps)


def deciding(steps: Steps) -> list[str]:
    """The perspectives whose scores make the lived-experience view, on either axis."""
    shape = steps.results.instrument.shape
    lived = [code for code in shape.lived if code in steps.scores]
    axes = [[steps.scores[code].practice, steps.scores[code].warning] for code in lived]
    alone = any(all(axis is None for axis in figures) for figures in zip(*axes, strict=True))
    panel = shape.panel in steps.scores and panel_counts(steps.results) and (alone or not lived)
    return [*lived, shape.panel] if panel else lived


def named(steps: Steps, perspective: str) -> str:
    return steps.results.name_of(perspective)


def lived_sentence(steps: Steps, perspective: str) -> Iterator[str]:
    """'People who receive peer support rate it 42; they meet "..." often (71).'"""
    score, who = steps.scores[perspective], capital(named(steps, perspective))
    meets = warning_clause(steps, perspective)
    if score.practice is not None and meets:
        yield f"{who} rate it {whole(score.practice)}; they {meets}."
    elif score.practice is not None:
        yield f"{who} rate it {whole(score.practice)}."
    elif meets:
        yield f"{who} {meets}."


def warning_clause(steps: Steps, perspective: str) -> str:
    """'meet "..." often (71)' of the sign met most, or how often its signs are met at all."""
    score, results = steps.scores[perspective], steps.results
    if score.warning is None:
        return ""
    signs = [
        (cell.value, cell.shown, item.text_for(perspective))
        for item in steps.principle.items
        if item.kind is Kind.WARNING and (cell := results.cell(perspective, item.code))
    ]
    value, shown, text = max(signs, key=lambda sign: sign[0])
    if at_least(value, results.instrument.thresholds.low):
        return f"meet '{bare(text)}' {how_often(steps, value)} ({shown})"
    return f"{how_often(steps, score.warning)} meet its warning signs ({whole(score.warning)})"


def how_often(steps: Steps, figure: float) -> str:
    """The nearest label of the warning scale, in lower case: 71 is often."""
    labels = steps.results.instrument.scales.warning.labels
    return labels[int(half_up(figure / 25, 0))].lower()


def view_sentence(steps: Steps) -> Iterator[str]:
    """The lived-experience view on both axes, and what the table reads in it."""
    practice, warning = steps.views.practice, steps.views.warning
    if practice is not None and warning is not None:
        yield (
            f"The lived-experience view is {whole(practice)} on its practice statements and "
            f"{whole(warning)} on its warning signs, which reads as {steps.by_table}."
        )
        return
    for figure, axis in ((practice, "practice statements"), (warning, "warning signs")):
        if figure is None:
            yield f"There is no lived-experience figure for its {axis}, so nothing is concluded."


def gap_sentence(steps: Steps) -> Iterator[str]:
    gap, others = steps.views.gap, steps.views.others
    lived, cut = steps.views.practice, steps.results.instrument.thresholds.gap
    if gap is None or others is None or lived is None or not at_least(gap, cut):
        return
    present = [
        named(steps, code)
        for code in steps.results.instrument.shape.others
        if code in steps.scores and steps.scores[code].practice is not None
    ]
    together = ", taken together," if len(present) > 1 else ""
    sentence = (
        f"{capital(listed(present))}{together} rate it {whole(gap)} higher than the "
        f"lived-experience view ({whole(others)} against {whole(lived)})"
    )
    if steps.after_gap is not steps.by_table:
        sentence += f"; so wide a gap raises it from {steps.by_table} to {steps.after_gap}"
    yield f"{sentence}."


def fact_sentence(steps: Steps, code: str) -> str:
    fact = steps.results.instrument.fact[code]
    sentence = f"The organisation says this is true here: '{bare(fact.text)}' ({code})"
    if steps.level is not steps.after_gap:
        sentence += f"; this alone raises it from {steps.after_gap} to {steps.level}"
    return f"{sentence}."


def confirmed_sentence(steps: Steps) -> Iterator[str]:
    if steps.confirmed is None:
        return
    sides = [
        named(steps, code) if code in steps.scores else f"fact {code}" for code in steps.sources
    ]
    if steps.confirmed:
        yield f"It is seen from {len(sides)} sides: {listed(sides)}."
    elif len(sides) >= 2:
        yield "It is not yet confirmed: too few kinds of people have answered to be sure."
    else:
        only = f"only from one side, {sides[0]}" if sides else "from no side on its own"
        yield f"It is not yet confirmed: it is seen {only}."


def clears(steps: Steps) -> Iterator[str]:
    """What would clear each reason; nothing where the principle is Holding."""
    thresholds, seen = steps.results.instrument.thresholds, steps.views
    practice, warning = seen.practice, seen.warning
    if practice is not None and band(practice, thresholds) < 2:
        yield (
            "The lived-experience view of its practice statements reaches "
            f"{thresholds.high:g} or more (now {whole(practice)})."
        )
    if warning is not None and band(warning, thresholds) > 0:
        yield (
            "The lived-experience view of its warning signs falls below "
            f"{thresholds.low:g} (now {whole(warning)})."
        )
    if seen.gap is not None and at_least(seen.gap, thresholds.gap):
        yield (
            "The gap between others' view and the lived-experience view falls below "
            f"{thresholds.gap:g} (now {whole(seen.gap)})."
        )
    for code in steps.yes_facts:
        text = bare(steps.results.instrument.fact[code].text)
        yield f"This is no longer true here: '{text}' ({code})."
    if steps.level is Level.NOT_ENOUGH:
        yield enough_answers(steps)


def enough_answers(steps: Steps) -> str:
    about = steps.results.about
    who = "members of the group" if about.mutual else "people who give or receive peer support"
    return (
        f"Enough answers: at least {about.k} {who} answering one by one, or a group of them "
        "rating it together, on half of its practice statements and one of its warning signs."
    )
