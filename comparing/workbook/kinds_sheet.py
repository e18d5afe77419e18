"""The same by kind of organisation, where every part of the split may be shown."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from assessment.method.language import capital
from assessment.method.numbers import one_decimal
from comparing.method.comparing import Compared, Comparison
from comparing.method.members import PRINCIPLES, Key
from comparing.workbook.compared_words import PARTS, compared_names, others, sentence_page
from reports.spreadsheet.looks import Look
from reports.spreadsheet.native_bars import KINDS, Bars, bars
from reports.spreadsheet.sheet_cells import Value
from reports.spreadsheet.writing import Column, Page, Row, Written

NAME, TITLE = "By kind", "Compared by kind of organisation"
SAID = (
    "A figure is here only where every kind of organisation that has it may be shown; where one "
    "may not, none is."
)
FIRST = 3  # the column of the first mean
FEW = 5  # kinds whose bars can still be told apart
Split = dict[Key, Mapping[str, Compared]]
SPREAD: Mapping[str, Callable[[Compared], Value]] = {
    "lower quartile": lambda one: one_decimal(one.q1),
    "median": lambda one: one_decimal(one.median),
    "upper quartile": lambda one: one_decimal(one.q3),
}


def kinds_page(comparison: Comparison, line: str) -> Page:
    found = {key: one.kinds for key, one in comparison.figures.items() if one.kinds}
    if not found:
        return sentence_page(NAME, TITLE, (line,), none_shown(comparison))
    kinds = sorted({kind for parts in found.values() for kind in parts})
    told = told_of(comparison, found)
    return Page(
        name=NAME,
        title=TITLE,
        notes=(line, SAID),
        columns=list(kinds_columns(kinds, told)),
        rows=list(kinds_rows(comparison, found, kinds, told)),
        keep=2,
        filters=False,
        head_again=False,
        below=lambda written: draw_kinds(written, comparison, found, kinds),
    )


def told_of(comparison: Comparison, found: Split) -> dict[str, Callable[[Compared], Value]]:
    """What is told of each kind: mean and how many, and the spread where any may be shown."""
    told: dict[str, Callable[[Compared], Value]] = {
        "mean": lambda one: one_decimal(one.mean),
        f"how many {others(comparison)}": lambda one: one.others,
    }
    spread = any(one.median is not None for parts in found.values() for one in parts.values())
    return told | dict(SPREAD) if spread else told


def kinds_columns(kinds: Sequence[str], told: Mapping[str, object]) -> Iterator[Column]:
    yield Column("Part", 24)
    yield Column("Figure", 42, Look.STRONG)
    for name in told:
        look = Look.COUNT if name.startswith("how many") else Look.NARROW
        for kind in kinds:
            yield Column(f"{capital(kind)}: {name}", 7.5, look, upright=True)


def kinds_rows(
    comparison: Comparison,
    found: Split,
    kinds: Sequence[str],
    told: Mapping[str, Callable[[Compared], Value]],
) -> Iterator[Row]:
    names = compared_names(comparison.instrument)
    for key, parts in found.items():
        figures = [
            tell(parts[kind]) if kind in parts else None for tell in told.values() for kind in kinds
        ]
        yield PARTS[key[0]], names[key], *figures


def draw_kinds(
    written: Written, comparison: Comparison, found: Split, kinds: Sequence[str]
) -> None:
    """The means of the principles, which come first in the table, side by side."""
    names = compared_names(comparison.instrument)
    drawn = {key: parts for key, parts in found.items() if key[0] == PRINCIPLES}
    if not drawn or len(kinds) > FEW:
        return
    bars(
        written,
        Bars(
            title="The mean of each kind of organisation, 0 to 100",
            labels=[names[key] for key in drawn],
            names=[f"{capital(kind)}: mean" for kind in kinds],
            figures=[
                [one_decimal(parts[kind].mean) if kind in parts else None for kind in kinds]
                for parts in drawn.values()
            ],
            column=FIRST,
            fills=KINDS,
            labels_at=2,
            counts=False,
        ),
    )


def none_shown(comparison: Comparison) -> str:
    thresholds = comparison.instrument.thresholds
    return (
        f"No figure may be shown by kind of organisation: each kind needs {thresholds.mean_others} "
        f"{others(comparison)}, none of its anonymous ones few (1 to {thresholds.anonymous_few}), "
        "and where one kind may not be shown, none is. Else a small kind could be worked out from "
        "the rest."
    )
