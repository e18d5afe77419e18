"""What a comparison does not show, and why, in words: beside every chart and in its sentence."""

from collections.abc import Iterator, Sequence

from assessment.method.language import capital, few
from comparing.method.comparing import Comparison
from comparing.wording.figures_compared import Row


def others_word(comparison: Comparison) -> str:
    """In the collaboration's own view there is nobody whose others they would be."""
    return "organisations" if comparison.viewer is None else "others"


def has_too_few(comparison: Comparison, row: Row) -> bool:
    """Whether too few have the figure; else, where it is not shown, something hides it."""
    return row.compared.others < comparison.instrument.thresholds.mean_others


def missing(comparison: Comparison, rows: Sequence[Row], things: str) -> Iterator[str]:
    """A sentence for every reason."""
    if not any(row.is_shown for row in rows):
        yield nothing_shown(comparison, rows)
        return
    for why, names in reasons(comparison, rows).items():
        who = others_word(comparison)
        yield f"The {who} are not shown on {few(names, things)}: {why}."
    yield from named_alone(rows, things)


def nothing_shown(comparison: Comparison, rows: Sequence[Row]) -> str:
    fullest = max(rows, key=lambda row: row.compared.others)
    most, needs = fullest.compared.others, comparison.instrument.thresholds.mean_others
    if not has_too_few(comparison, fullest):
        return f"Nothing is told of the {others_word(comparison)}: {fullest.compared.why}."
    there = "there is none" if not most else f"there {'is' if most == 1 else 'are'} {most}"
    who = "organisations" if comparison.viewer is None else "of the others"
    return f"Too few {who} have figures to say anything of them: a mean needs {needs}, {there}."


def reasons(comparison: Comparison, rows: Sequence[Row]) -> dict[str, list[str]]:
    """Each reason with the names it is true of."""
    found: dict[str, list[str]] = {}
    for row in rows:
        if not row.is_shown:
            few_have = has_too_few(comparison, row)
            why = "too few of them have a figure" if few_have else row.compared.why
            found.setdefault(why, []).append(row.short)
    return found


def named_alone(rows: Sequence[Row], things: str) -> Iterator[str]:
    alone = [row.short for row in rows if row.is_shown and row.compared.named_alone]
    if alone:
        where = "" if len(alone) == len(rows) else f"on {few(alone, things)} "
        yield capital(
            f"{where}only those who share by name are counted, because few share anonymously."
        )
