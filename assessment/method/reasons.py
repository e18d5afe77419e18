"""Why a principle stands where it stands, in sentences a board can read (docs/method.md section 6).

Each sentence names the figures it rests on, as pages show them. Statements are quoted as they were
asked.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from assessment.method.language import bare, capital, listed
from assessment.method.levels import Level, table_level, zone
from assessment.method.numbers import at_least, below, beside, half_up
from assessment.method.results import Mode, Results
from assessment.method.scores import Score, has_practice
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
    yield from moved_sentence(steps)
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
    scores = [steps.scores[code] for code in lived]
    practice = any(score.practice is not None for score in scores)
    warning = any(score.warning is not None for score in scores)
    alone = not (practice and warning)  # on one axis at least the panel is all there is
    panel = shape.panel in steps.scores and panel_counts(steps.results) and alone
    return [*lived, shape.panel] if panel else lived


def name_of(steps: Steps, perspective: str) -> str:
    return steps.results.name_of(perspective)


def axis(steps: Steps, figure: float) -> str:
    """A P or a W, with a decimal where a cut is near."""
    cuts = steps.results.instrument.thresholds
    return beside(figure, (cuts.low, cuts.high))


def width(steps: Steps, gap: float) -> str:
    """A gap, with a decimal where its cut is near."""
    return beside(gap, (steps.results.instrument.thresholds.gap,))


def moved_sentence(steps: Steps) -> Iterator[str]:
    """'Members of the group read as Holding. What makes it Watch: ...', first of all reasons.

    Otherwise one partner group or one fact would speak over everybody who gives and receives,
    without a word about it.
    """
    shape = steps.results.instrument.shape
    members = (shape.giving, shape.receiving)
    sides = [code for code in members if has_both(steps.scores.get(code))]
    if steps.level in (Level.HOLDING, Level.NOT_ENOUGH) or not sides:
        return
    if all(reads_as_holding(steps, steps.scores[code]) for code in sides):
        who = capital(listed([name_of(steps, code) for code in sides]))
        what = f"What makes it {steps.level}: {listed(movers(steps))}."
        yield f"{who} read as {Level.HOLDING}. {what}"


def has_both(score: Score | None) -> bool:
    return score is not None and score.practice is not None and score.warning is not None


def reads_as_holding(steps: Steps, score: Score) -> bool:
    thresholds = steps.results.instrument.thresholds
    return table_level(score.practice, score.warning, thresholds) is Level.HOLDING


def movers(steps: Steps) -> list[str]:
    """Who, or what, stands on the wrong side of a cut where lived experience together does."""
    cuts, seen = steps.results.instrument.thresholds, steps.views
    found = []
    for code in deciding(steps):
        score = steps.scores[code]
        if low_practice(seen.practice, cuts.high) and low_practice(score.practice, cuts.high):
            rating = axis(steps, score.practice or 0)
            found.append(f"the rating of {name_of(steps, code)} ({rating})")
        if high_warning(seen.warning, cuts.low) and high_warning(score.warning, cuts.low):
            signs = axis(steps, score.warning or 0)
            found.append(f"the warning signs that {name_of(steps, code)} find ({signs})")
    if seen.gap is not None and at_least(seen.gap, cuts.gap):
        found.append(f"how much higher others rate it ({width(steps, seen.gap)})")
    return [*found, *(f"fact {code}" for code in steps.yes_facts)]


def low_practice(figure: float | None, cut: float) -> bool:
    return figure is not None and below(figure, cut)


def high_warning(figure: float | None, cut: float) -> bool:
    return figure is not None and at_least(figure, cut)


def lived_sentence(steps: Steps, perspective: str) -> Iterator[str]:
    """'People who receive peer support rate it 42; they find "..." mostly true (71).'"""
    score, who = steps.scores[perspective], capital(name_of(steps, perspective))
    finds = warning_clause(steps, perspective)
    if score.practice is not None and finds:
        yield f"{who} rate it {axis(steps, score.practice)}; they {finds}."
    elif score.practice is not None:
        yield f"{who} rate it {axis(steps, score.practice)}."
    elif finds:
        yield f"{who} {finds}."


def warning_clause(steps: Steps, perspective: str) -> str:
    """'find "..." mostly true (71)' of the truest sign, or how true its signs are found at all."""
    score, results = steps.scores[perspective], steps.results
    if score.warning is None:
        return ""
    signs = [
        (cell.value, cell.shown, results.text_of(item, perspective))
        for item in steps.principle.items
        if item.kind is Kind.WARNING and (cell := results.cell(perspective, item.code))
    ]
    value, shown, text = max(signs, key=lambda sign: sign[0])
    if at_least(value, results.instrument.thresholds.low):
        return f"find '{bare(text)}' {how_true(steps, value)} true ({shown})"
    found = f"{how_true(steps, score.warning)} true ({axis(steps, score.warning)})"
    return f"find its warning signs {found}"


def how_true(steps: Steps, figure: float) -> str:
    """The nearest label of the warning scale, in lower case: 71 is mostly."""
    labels = steps.results.instrument.scales.warning.labels
    return labels[int(half_up(figure / 25, 0))].lower()


def view_sentence(steps: Steps) -> Iterator[str]:
    """The lived-experience view on both axes, and what the table reads in it."""
    practice, warning = steps.views.practice, steps.views.warning
    if practice is not None and warning is not None:
        yield (
            f"The lived-experience view is {axis(steps, practice)} on its practice statements and "
            f"{axis(steps, warning)} on its warning signs, which reads as {steps.by_table}."
        )
        return
    for figure, asked in ((practice, "practice statements"), (warning, "warning signs")):
        if figure is None:
            yield f"There is no lived-experience figure for its {asked}, so nothing is concluded."


def gap_sentence(steps: Steps) -> Iterator[str]:
    gap, others = steps.views.gap, steps.views.others
    lived, cut = steps.views.practice, steps.results.instrument.thresholds.gap
    if gap is None or others is None or lived is None or not at_least(gap, cut):
        return
    sides = steps.results.instrument.shape.others
    present = [name_of(steps, code) for code in sides if has_practice(steps.scores, code)]
    together = ", taken together," if len(present) > 1 else ""
    sentence = (
        f"{capital(listed(present))}{together} rate it {width(steps, gap)} higher than the "
        f"lived-experience view ({axis(steps, others)} against {axis(steps, lived)})"
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
        name_of(steps, code) if code in steps.scores else f"fact {code}" for code in steps.sources
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
    if practice is not None and zone(practice, thresholds) < 2:
        yield clears_practice(steps, practice)
    if warning is not None and zone(warning, thresholds) > 0:
        yield clears_warning(steps, warning)
    if seen.gap is not None and at_least(seen.gap, thresholds.gap):
        yield (
            "The gap between others' view and the lived-experience view falls below "
            f"{thresholds.gap:g} (now {width(steps, seen.gap)})."
        )
    for code in steps.yes_facts:
        text = bare(steps.results.instrument.fact[code].text)
        yield f"This is no longer true here: '{text}' ({code})."
    if steps.level is Level.NOT_ENOUGH:
        yield enough_answers(steps)


def clears_practice(steps: Steps, now: float) -> str:
    cut = f"{steps.results.instrument.thresholds.high:g} or more (now {axis(steps, now)})"
    if rests_on_groups(steps, lambda score: score.practice):
        *_, mostly, fully = steps.results.instrument.scales.practice.labels
        most = most_of_them(steps)
        return f"{most} would choose {mostly} or {fully} for its practice statements: {cut}."
    return f"The lived-experience view of its practice statements reaches {cut}."


def clears_warning(steps: Steps, now: float) -> str:
    cut = f"below {steps.results.instrument.thresholds.low:g} (now {axis(steps, now)})"
    if rests_on_groups(steps, lambda score: score.warning):
        none, little, *_ = steps.results.instrument.scales.warning.labels
        most = most_of_them(steps)
        return f"{most} would choose {little} or {none} for its warning signs: {cut}."
    return f"The lived-experience view of its warning signs falls {cut}."


def most_of_them(steps: Steps) -> str:
    """A group that looks at itself is spoken to; otherwise whoever reads it may not have been in
    the room."""
    return "Most of you" if steps.results.about.mutual else "Most of those who rated it together"


def rests_on_groups(steps: Steps, figure: Callable[[Score], float | None]) -> bool:
    """Whether only groups, who agreed an answer in words, make the lived-experience view."""
    sides = [code for code in deciding(steps) if figure(steps.scores[code]) is not None]
    modes = (steps.results.perspectives[code].mode for code in sides)
    return all(mode is Mode.GROUP for mode in modes)


def enough_answers(steps: Steps) -> str:
    results = steps.results
    who = "members of the group" if results.about.mutual else "people who give or receive it"
    doors = {one.individuals.k for one in results.perspectives.values() if one.individuals}
    k = min(doors, default=results.instrument.thresholds.k)
    return (
        f"Enough answers: at least {k} {who} answering one by one, or a group of them "
        "rating it together, on half of its practice statements and one of its warning signs."
    )
