"""The mechanisms: scores compared, and how many organisations show each status."""

from collections.abc import Iterator

from assessment.method.mechanisms import Status
from comparing.method.comparing import Compared, Comparison
from comparing.method.members import MECHANISMS
from comparing.workbook.compared_columns import (
    compared_figure_columns,
    count_cells,
    count_columns,
    figure_cells,
    why_cell,
    why_column,
)
from comparing.workbook.thirds import mark_thirds
from questions.entries import Mechanism
from reports.spreadsheet.looks import Look
from reports.spreadsheet.native_bars import STATUSES, Bars, bars
from reports.spreadsheet.sheet_cells import Value
from reports.spreadsheet.writing import Column, Page, Written

WORDS = tuple(Status)
SAID = (
    "A score is how often people with lived experience meet the warning signs, 0 to 100: here a "
    "higher figure, and an upper third, means more of them. A fact that is true makes a mechanism"
    " present whatever its score."
)


def compared_mechanisms_page(comparison: Comparison, line: str) -> Page:
    columns = list(compared_mechanism_columns(comparison))
    return Page(
        name="Mechanisms",
        title="Mechanisms of professionalisation compared",
        notes=(line, SAID),
        columns=columns,
        rows=[
            list(compared_mechanism_row(comparison, one))
            for one in comparison.instrument.mechanisms
        ],
        keep=2,
        filters=False,
        head_again=False,
        below=lambda written: draw_mechanisms_below(written, comparison, columns),
    )


def compared_mechanism_columns(comparison: Comparison) -> Iterator[Column]:
    yield Column("Code", 7, Look.STRONG)
    yield Column("Mechanism", 30, Look.STRONG)
    if comparison.viewer:
        yield Column("Own status", 14)
    yield from compared_figure_columns(comparison)
    yield from count_columns(WORDS)
    yield why_column(66)


def compared_mechanism_row(comparison: Comparison, mechanism: Mechanism) -> Iterator[Value]:
    one = compared_mechanism(comparison, mechanism)
    yield from (mechanism.code, mechanism.name)
    if comparison.viewer:
        yield comparison.viewer.figures.statuses[mechanism.code]
    yield from figure_cells(comparison, one)
    yield from count_cells(one, WORDS)
    yield why_cell(comparison, (MECHANISMS, mechanism.code), one)


def compared_mechanism(comparison: Comparison, mechanism: Mechanism) -> Compared:
    return comparison.figures[MECHANISMS, mechanism.code]


def draw_mechanisms_below(written: Written, comparison: Comparison, columns: list[Column]) -> None:
    mark_thirds(written, columns)
    mechanisms = comparison.instrument.mechanisms
    bars(
        written,
        Bars(
            title="How many organisations show each mechanism",
            labels=[mechanism.name for mechanism in mechanisms],
            names=WORDS,
            figures=[
                list(count_cells(compared_mechanism(comparison, one), WORDS)) for one in mechanisms
            ],
            column=[column.head for column in columns].index(WORDS[0]) + 1,
            fills=STATUSES,
            labels_at=2,
        ),
    )
