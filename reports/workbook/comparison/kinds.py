"""The same by kind of organisation, where every part of the split may be shown."""

from collections.abc import Iterator

from assessment.method.comparing import Comparison
from reports.workbook.comparison.words import PARTS, names_of, others, sentence_page
from reports.workbook.looks import Look
from reports.workbook.phrases import capital, figure
from reports.workbook.writing import Column, Page, Row

NAME, TITLE = "By kind", "Compared by kind of organisation"
SAID = (
    "A figure is here only where every kind of organisation that has it may be shown; where one "
    "may not, none is."
)


def kinds_page(comparison: Comparison, line: str) -> Page:
    found = list(rows(comparison))
    if not found:
        return sentence_page(NAME, TITLE, (line,), none_shown(comparison))
    return Page(
        name=NAME,
        title=TITLE,
        notes=(line, SAID),
        columns=columns(comparison),
        rows=found,
    )


def columns(comparison: Comparison) -> tuple[Column, ...]:
    return (
        Column("Part", 26),
        Column("Figure", 42, Look.STRONG),
        Column("Kind", 24, Look.STRONG),
        Column("Mean", 12, Look.NARROW),
        Column(f"How many {others(comparison)}", 12, Look.COUNT),
        Column("Lower quartile", 12, Look.NARROW),
        Column("Median", 12, Look.NARROW),
        Column("Upper quartile", 12, Look.NARROW),
    )


def rows(comparison: Comparison) -> Iterator[Row]:
    names = names_of(comparison.instrument)
    for key, whole in comparison.figures.items():
        for kind, one in whole.kinds.items():
            figures = map(figure, (one.q1, one.median, one.q3))
            told = PARTS[key[0]], names[key], capital(kind)
            yield *told, figure(one.mean), one.others, *figures


def none_shown(comparison: Comparison) -> str:
    thresholds = comparison.instrument.thresholds
    return (
        f"No figure may be shown by kind of organisation: each kind needs {thresholds.mean_others} "
        f"{others(comparison)}, none of its anonymous ones few (1 to {thresholds.anonymous_few}), "
        "and where one kind may not be shown, none is. Else a small kind could be worked out from "
        "the rest."
    )
