"""Every cell: a figure where it was released, and no figure at all where it was not."""

from collections.abc import Iterator

from assessment.method import Cell, Marked, Results, Withheld
from assessment.method.numbers import one_decimal
from assessment.method.results import Released
from questions import Kind
from questions.entries import Item, Principle
from reports.spreadsheet.looks import Look
from reports.spreadsheet.sheet_cells import Value
from reports.spreadsheet.writing import Column, Page, Printed, Row
from reports.wording.about_said import whose
from reports.wording.cautions_said import blurred
from reports.wording.people_said import how_many, withheld
from reports.wording.sides_said import name

COLUMNS = (
    Column("Item", 21, Look.STRONG),
    Column("Principle", 32),
    Column("Kind", 14),
    Column("Statement", 58),
    Column("Perspective", 33),
    Column("How many", 12, Look.LOOSE),
    Column("Value", 9, Look.FIGURE),
    Column("Shown as", 15, Look.LOOSE),
)
KINDS = {Kind.PRACTICE: "Practice", Kind.WARNING: "Warning sign"}


def statements_page(marked: Marked) -> Page:
    return Page(
        name="Statements",
        title="Every statement, by perspective",
        notes=(
            whose(marked.results.about),
            values(marked.results),
            *filter(None, [blurred(marked.results)]),
        ),
        columns=COLUMNS,
        rows=list(statement_rows(marked)),
        printed=Printed.NOTES,
    )


def values(results: Results) -> str:
    said = (
        "Values run from 0 to 100: for practice statements higher is stronger, for warning signs "
        "lower is."
    )
    hidden = withheld(results)
    return f"{said} {hidden} How many answered alone is told in bands." if hidden else said


def statement_rows(marked: Marked) -> Iterator[Row]:
    results = marked.results
    for principle in results.instrument.principles:
        for item in principle.items:
            for code, released in results.perspectives.items():
                if item.code in released.cells:
                    cell = released.cells[item.code]
                    yield (
                        *statement_cells(results, principle, item, code),
                        name(results, code),
                        *answered(released, cell),
                    )


def statement_cells(
    results: Results, principle: Principle, item: Item, perspective: str
) -> tuple[Value, ...]:
    return item.code, principle.name, KINDS[item.kind], results.text_of(item, perspective)


def answered(released: Released, cell: Cell | Withheld) -> tuple[Value, ...]:
    """How many, value and what people read; a whole number is a number, '12.5 or lower' is text."""
    if isinstance(cell, Withheld):
        return None, None, cell.reason
    return (
        how_many(released, cell.n),
        one_decimal(cell.value),
        int(cell.shown) if cell.shown.isdecimal() else cell.shown,
    )
