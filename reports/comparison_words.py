"""A comparison in a few sentences, for the terminal: how many share, thirds, what is not shown.

Never a rank, never an order of organisations.
"""

from collections.abc import Iterator, Sequence

from assessment.method.comparing import Comparison
from assessment.method.counting import Third
from assessment.method.members import MECHANISMS, PARTS
from reports.charts.comparison_figures import Row, rows_of
from reports.charts.words import listed
from reports.summary import wrapped


def comparison_words(comparison: Comparison, silent: int) -> str:
    """``silent``: how many in the list share nothing."""
    lines = [
        comparison.instrument.caution,
        "",
        who_shares(comparison, silent),
        *thirds(comparison),
        *missing(comparison),
    ]
    return "\n".join(map(wrapped, lines)) + "\n"


def who_shares(comparison: Comparison, silent: int) -> str:
    named = len(comparison.named)
    return (
        f"{counted(comparison.sharing)} share their results: {named} by name, "
        f"{comparison.sharing - named} anonymously. {silent} in the list share nothing."
    )


def counted(organisations: int) -> str:
    return "1 organisation" if organisations == 1 else f"{organisations} organisations"


def thirds(comparison: Comparison) -> Iterator[str]:
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
        if names := [named(row) for row in rows if row.compared.third is third]:
            yield f"- {third} third: {listed(names)}"
    if any(row.key[0] == MECHANISMS and row.compared.third for row in rows):
        yield "For mechanisms a lower figure is the better one."


def named(row: Row) -> str:
    return f"mechanism {row.key[1]}" if row.key[0] == MECHANISMS else row.short


def missing(comparison: Comparison) -> Iterator[str]:
    """Each reason once, with the figures that it holds for."""
    reasons: dict[str, list[Row]] = {}
    for row in rows_of(comparison, *PARTS):
        if row.compared.why:
            reasons.setdefault(row.compared.why, []).append(row)
    if reasons:
        yield from ("", "What could not be shown, and why:")
    for why, rows in reasons.items():
        yield f"- {of_which(rows, len(comparison.figures))}: {why}"


def of_which(rows: Sequence[Row], of: int) -> str:
    return f"all {of} figures" if len(rows) == of else listed([named(row) for row in rows])
