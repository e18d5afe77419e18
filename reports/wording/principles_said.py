"""The twelve principles as lived experience and others see them."""

from collections.abc import Iterator

from assessment.method.language import capital, few, lower
from assessment.method.marks import Marked
from assessment.method.numbers import at_least, beside, whole
from reports.wording.figures_said import extremes, without_figure
from reports.wording.plotted import Line, principle_lines
from reports.wording.sides_said import sides

LIVED_VIEW = "Lived-experience view"
OTHERS_VIEW = "Others' view"


def principles_sentence(marked: Marked) -> str:
    """'... rate companionship highest (79) and equality lowest (32); staff rate ...'"""
    lines = {line.code: line for line in principle_lines(marked)}
    cuts = marked.results.instrument.thresholds.cuts
    lived, others = lines.get("lived"), lines.get("others")
    if lived is None:
        return others_sentence(marked, others)
    said = capital(
        f"{whose(marked, lived)} {extremes(principle_names(marked), lived.figures, cuts)}"
    )
    if others is not None:
        said += f"; {whose(marked, others)} {gap_clause(marked)}"
    return f"{said}.{missing_view(marked, lived)}"


def others_sentence(marked: Marked, others: Line | None) -> str:
    if others is None:
        return "There are not enough answers yet to show either view of the twelve principles."
    cuts = marked.results.instrument.thresholds.cuts
    said = f"{whose(marked, others)} {extremes(principle_names(marked), others.figures, cuts)}"
    return f"There are not enough answers for a lived-experience view. {capital(said)}."


def whose(marked: Marked, line: Line) -> str:
    """'people with lived experience', or who it is where only one perspective speaks."""
    if len(line.sides) == 1:
        return marked.results.name_of(line.sides[0])
    if line.code == "lived":
        return "people with lived experience"
    return sides(marked.results, line.sides)


def gap_clause(marked: Marked) -> str:
    """'rate every principle higher, equality by 39'."""
    names = principle_names(marked)
    gaps = [one.views.gap for one in marked.principles.values()]
    exact = {name: gap for name, gap in zip(names, gaps, strict=True) if gap is not None}
    found = {name: int(whole(gap)) for name, gap in exact.items()}
    if not found:
        return "have figures for other principles only"
    if not any(found.values()):
        return "rate them alike"
    higher = sum(gap > 0 for gap in found.values())
    fewer = sum(gap < 0 for gap in found.values())
    word, count = ("higher", higher) if higher else ("lower", fewer)
    most = max(exact, key=lambda name: exact[name] if higher else -exact[name])
    by = f"{most} by {beside(abs(exact[most]), (marked.results.instrument.thresholds.gap,))}"
    if count == len(names):
        return f"rate every principle {word}, {by}"
    rest = f", and {fewer} lower" if higher and fewer else ""
    return f"rate {count} of {len(found)} {word}, {by}{rest}"


def parted_sentence(marked: Marked) -> str:
    """'People who receive peer support rate equality lower than people who give it, by 27.'

    Where the two part by as much as a gap counts from: a mean of both is true of neither. Nothing
    where they do not.
    """
    results, shape = marked.results, marked.results.instrument.shape
    parted, cuts = list(partings(marked)), (results.instrument.thresholds.gap,)
    clauses: list[str] = []
    for word, found in (
        ("lower", {name: -apart for name, apart in parted if apart < 0}),
        ("higher", {name: apart for name, apart in parted if apart > 0}),
    ):
        if found:
            most = max(found, key=found.__getitem__)
            which = "" if len(found) == 1 else f"{most} "
            beyond = "" if clauses else f" than {results.name_of(shape.giving)}"
            clauses.append(
                f"{few(list(found))} {word}{beyond}, {which}by {beside(found[most], cuts)}"
            )
    said = f"{capital(results.name_of(shape.receiving))} rate {'; '.join(clauses)}."
    return said if clauses else ""


def partings(marked: Marked) -> Iterator[tuple[str, float]]:
    """How much higher those who receive rate a principle than those who give."""
    shape, gap = marked.results.instrument.shape, marked.results.instrument.thresholds.gap
    for name, mark in zip(principle_names(marked), marked.principles.values(), strict=True):
        received, given = mark.scores.get(shape.receiving), mark.scores.get(shape.giving)
        if not received or not given or received.practice is None or given.practice is None:
            continue
        apart = received.practice - given.practice
        if at_least(abs(apart), gap):
            yield name, apart


def missing_view(marked: Marked, lived: Line) -> str:
    names = without_figure(principle_names(marked), lived.figures)
    return f" Not enough answers for a lived-experience view of {few(names)}." if names else ""


def principle_names(marked: Marked) -> list[str]:
    return [lower(one.principle.short_name) for one in marked.principles.values()]
