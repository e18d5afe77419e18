"""The twelve principles: own figure beside the others, and how many stand at each level."""

from collections.abc import Iterator

from assessment.method.levels import Level
from comparing.method.comparing import Compared, Comparison
from comparing.method.members import PRINCIPLES
from comparing.workbook.compared_columns import (
    compared_figure_columns,
    count_cells,
    count_columns,
    figure_cells,
    why_cell,
    why_column,
)
from comparing.workbook.compared_words import others
from comparing.workbook.thirds import mark_thirds
from reports.spreadsheet.looks import Look
from reports.spreadsheet.native_bars import LEVELS, Bars, bars
from reports.spreadsheet.sheet_cells import Value
from reports.spreadsheet.writing import Column, Page, Written

WORDS = tuple(Level)
OWN_LEVEL = 2  # its column


def compared_principles_page(comparison: Comparison, line: str) -> Page:
    columns = list(compared_principle_columns(comparison))
    return Page(
        name="Principles",
        title="The twelve principles compared",
        notes=(line, *compared_principles_notes(comparison)),
        columns=columns,
        rows=[
            list(compared_principle_row(comparison, code, one))
            for code, one in comparison.part(PRINCIPLES).items()
        ],
        levels=(OWN_LEVEL, OWN_LEVEL) if comparison.viewer else None,
        filters=False,
        head_again=False,
        below=lambda written: draw_principles_below(written, comparison, columns),
    )


def compared_principles_notes(comparison: Comparison) -> Iterator[str]:
    who = others(comparison)
    yield (
        "The lived-experience view of how far the principle is true, 0 to 100. Each organisation "
        f"counts once. Level names head the columns that say how many {who} show each level."
    )
    if comparison.viewer:
        yield (
            "Own figures and levels are made again from what leaves the organisation, so they can "
            "differ from its own report. A third says where a figure lies and not how good it is."
        )


def compared_principle_columns(comparison: Comparison) -> Iterator[Column]:
    yield Column("Principle", 19, Look.STRONG)
    if comparison.viewer:
        yield Column("Own level", 18.5)
    yield from compared_figure_columns(comparison)
    yield from count_columns(WORDS)
    yield why_column(66)


def compared_principle_row(comparison: Comparison, code: str, one: Compared) -> Iterator[Value]:
    yield comparison.instrument.principle[code].name
    if comparison.viewer:
        yield str(comparison.viewer.figures.levels[code])
    yield from figure_cells(comparison, one)
    yield from count_cells(one, WORDS)
    yield why_cell(comparison, (PRINCIPLES, code), one)


def draw_principles_below(written: Written, comparison: Comparison, columns: list[Column]) -> None:
    mark_thirds(written, columns)
    found = comparison.part(PRINCIPLES)
    bars(
        written,
        Bars(
            title=f"How many {others(comparison)} stand at each level",
            labels=[comparison.instrument.principle[code].name for code in found],
            names=WORDS,
            figures=[list(count_cells(one, WORDS)) for one in found.values()],
            column=[column.head for column in columns].index(WORDS[0]) + 1,
            fills=LEVELS,
        ),
    )
