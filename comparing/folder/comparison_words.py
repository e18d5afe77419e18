"""A comparison in a few sentences, for the terminal: how many share, thirds, what is not shown.

Never a rank, never an order of organisations.
"""

from collections.abc import Iterator, Sequence

from assessment.method.language import listed
from comparing.method.comparing import Comparison
from comparing.method.counting import Third
from comparing.method.members import MECHANISMS, PARTS, STRUCTURE
from comparing.wording.figures_compared import Row, rows_of
from reports.terminal import wrapped


def comparison_title(comparison: Comparison) -> str:
    """Without a site a round has no name."""
    if comparison.viewer is None:
        return "The organisations of a collaboration"
    return f"{comparison.viewer.name} beside the others"


def comparison_words(comparison: Comparison, silent: int) -> str:
    """``silent``: how many in the list share nothing."""
    lines = [
        comparison.instrument.caution,
        "",
        who_shares(comparison, silent),
        *thirds_said(comparison),
        *missing_said(comparison),
    ]
    return "\n".join(map(wrapped, lines)) + "\n"


def who_shares(comparison: Comparison, silent: int) -> str:
    named = len(comparison.named)
    return (
        f"{organisations_sharing(comparison.sharing)} their results: {named} by name, "
        f"{comparison.sharing - named} anonymously; {organisations_sharing(silent)} nothing."
    )


def organisations_sharing(organisations: int) -> str:
    """'1 organisation shares', '12 organisations share'."""
    return f"{organisations} organisation{' shares' if organisations == 1 else 's share'}"


def thirds_said(comparison: Comparison) -> Iterator[str]:
    """Where the viewer's own figures lie among the others'; nothing without a viewer."""
    if comparison.viewer is None:
        return
    rows = rows_of(comparison, *PARTS)
    yield ""
    if not any(row.compared.third for row in rows):
        yield f"{comparison.viewer.name}: its thirds may not be shown for any figure."
        return
    yield f"{comparison.viewer.name}, beside the others:"
    for third in Third:
        if found := [row for row in rows if row.compared.third is third]:
            yield f"- {third} third: {which(comparison, found)}"
    if any(row.key[0] == MECHANISMS and row.compared.third for row in rows):
        yield "For mechanisms a lower figure is the better one."


def missing_said(comparison: Comparison) -> Iterator[str]:
    """Each reason once, with the figures that it holds for."""
    reasons: dict[str, list[Row]] = {}
    for row in rows_of(comparison, *PARTS):
        if row.compared.why:
            reasons.setdefault(row.compared.why, []).append(row)
    if reasons:
        yield from ("", "What could not be shown, and why:")
    for why, rows in reasons.items():
        yield f"- {which(comparison, rows)}: {why}"


def which(comparison: Comparison, rows: Sequence[Row]) -> str:
    """The figures by name, a whole part of them by its own: 'all 12 principles and essence'."""
    names: list[str] = []
    for part in PARTS:
        found = [row for row in rows if row.key[0] == part]
        if len(found) > 1 and len(found) == len(comparison.part(part)) and part != STRUCTURE:
            names.append(f"all {len(found)} {part}")
        else:
            names += [row_name(row) for row in found]
    return listed(names)


def row_name(row: Row) -> str:
    return f"mechanism {row.key[1]}" if row.key[0] == MECHANISMS else row.short
