"""The columns and the cells of a compared figure, the same on every sheet."""

from collections.abc import Iterator, Sequence

from assessment.method.numbers import one_decimal
from comparing.method.comparing import Compared, Comparison
from comparing.method.members import Key
from comparing.workbook.compared_words import mean_head, missing_here, others, third_words
from reports.spreadsheet.looks import Look
from reports.spreadsheet.sheet_cells import Value
from reports.spreadsheet.writing import Column

THIRD = "Own lies in the"


def compared_figure_columns(comparison: Comparison) -> Iterator[Column]:
    """Own figure and third only where somebody looks."""
    if comparison.viewer:
        yield Column("Own", 7.5, Look.NARROW, upright=True)
    yield Column(mean_head(comparison), 9.5, Look.NARROW, upright=True)
    if comparison.viewer:
        yield Column(THIRD, 15)
    yield Column(f"How many {others(comparison)}", 7.5, Look.COUNT, upright=True)
    for head in ("Lower quartile", "Median", "Upper quartile"):
        yield Column(head, 7.5, Look.NARROW, upright=True)


def figure_cells(comparison: Comparison, one: Compared) -> Iterator[Value]:
    if comparison.viewer:
        yield one_decimal(one.own)
    yield one_decimal(one.mean)
    if comparison.viewer:
        yield third_words(one.third)
    yield one.others
    yield from map(one_decimal, (one.q1, one.median, one.q3))


def count_columns(words: Sequence[str]) -> Iterator[Column]:
    """How many organisations show each level or status."""
    return (Column(word, 6.5, Look.COUNT, upright=True) for word in words)


def count_cells(one: Compared, words: Sequence[str]) -> Iterator[int | None]:
    return (one.counts[word] if one.counts else None for word in words)


def why_column(width: float) -> Column:
    return Column("What is not shown, and why", width)


def why_cell(comparison: Comparison, key: Key, one: Compared) -> str | None:
    """Empty where everything is shown."""
    return missing_here(comparison, key, one)
