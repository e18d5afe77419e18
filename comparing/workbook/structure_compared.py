"""The domains of the standards, FORMAL, ROOTED and ESSENCE, and the radar of the domains."""

from collections.abc import Iterator

from assessment.method.language import counted
from comparing.method.comparing import Comparison
from comparing.method.members import DOMAINS, STRUCTURE
from comparing.workbook.compared_columns import (
    compared_figure_columns,
    figure_cells,
    why_cell,
    why_column,
)
from comparing.workbook.compared_words import compared_names
from comparing.workbook.radar_below import RadarBelow, write_radar_below
from comparing.workbook.thirds import mark_thirds
from questions import Instrument
from reports.spreadsheet.looks import Look
from reports.spreadsheet.writing import Column, Page, Row, Written
from reports.wording.own_part_said import STRUCTURE_ALONE


def structure_page(comparison: Comparison, line: str) -> Page:
    columns = [
        Column("Code", 12, Look.STRONG),
        Column("Figure", 30, Look.STRONG),
        *compared_figure_columns(comparison),
        why_column(66),
    ]
    return Page(
        name="Standards and structure",
        title="Standards, structure and essence compared",
        notes=(line, rated_by(comparison.instrument)),
        columns=columns,
        rows=list(structure_rows(comparison)),
        keep=2,
        filters=False,
        head_again=False,
        below=lambda written: draw_structure_below(written, comparison, columns),
    )


def rated_by(instrument: Instrument) -> str:
    every = counted(len(instrument.standards), "standard")
    said = f"Each organisation's own rating of the {every}, 0 to 100, by domain."
    return f"{said} {STRUCTURE_ALONE}"


def structure_rows(comparison: Comparison) -> Iterator[Row]:
    names = compared_names(comparison.instrument)
    for key, one in comparison.figures.items():
        if key[0] in (DOMAINS, STRUCTURE):
            figures, why = figure_cells(comparison, one), why_cell(comparison, key, one)
            yield key[1], names[key], *figures, why


def draw_structure_below(written: Written, comparison: Comparison, columns: list[Column]) -> None:
    mark_thirds(written, columns)
    labels = {domain.code: domain.short_name for domain in comparison.instrument.domains}
    every = counted(len(labels), "domain")
    where = RadarBelow(
        title=f"The {every}, 0 to 100",
        what=f"the {every} of the standards",
        head="Domain",
        labels=labels,
        column=2,
        beside=len(columns),
        size=(16.5, 11.2),
        head_lines=2,
    )
    write_radar_below(written, comparison, DOMAINS, where)
