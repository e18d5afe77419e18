"""The report workbook against the same cells, widths and charts written by bare openpyxl.

    .venv/bin/python -m benchmarks.workbook

Both run in turn in one process. The report may take 1.5 times as long, and no longer for ten
thousand respondents than for fifty.
"""

import io
import statistics
import sys
from dataclasses import dataclass

from openpyxl import Workbook, load_workbook
from openpyxl.chart import RadarChart, Reference

from assessment.method import Marked, mark, release
from assessment.method.blur import from_system
from assessment.method.responses import Responses, encode
from assessment.method.results import (
    About,
    Answered,
    GroupRating,
    Individuals,
    OwnPart,
    StandardRating,
)
from benchmarks.timing import milliseconds
from questions import Length, load
from reports.one.workbook import report_workbook

ROUNDS = 15
LIMIT = 1.5
INDIVIDUALS = ("giving", "receiving", "staff")


@dataclass(frozen=True)
class Copied:
    """A sheet as bare values: rows of cells, column widths, and where its chart reads from."""

    name: str
    rows: list[tuple]
    widths: dict[str, float]
    charts: list[tuple[str, list[str]]]


def sample(people: int) -> Marked:
    """All six perspectives, so that the workbook is as large as it gets."""
    instrument = load()
    items = instrument.items(Length.FULL)

    def answers(start: int) -> str:
        return encode((start * 7 + place * (start % 3 + 1)) % 5 for place in range(len(items)))

    answered = {}
    for code in instrument.perspective:
        alone = code in INDIVIDUALS
        strings = [answers(number) for number in range(people if alone else 1)]
        answered[code] = Answered(
            responses=Responses.of(strings, width=len(items)),
            individuals=Individuals() if alone else None,
            groups=() if alone else (GroupRating(5, "three who give, two staff", "Another view."),),
        )
    ratings = {
        s.code: StandardRating(number % 5, "Minutes")
        for number, s in enumerate(instrument.standards)
    }
    return mark(
        release(
            instrument,
            about=About(organisation="Northfield and Vale NHS Trust"),
            own_part=OwnPart(standards=ratings),
            answered=answered,
            steps=from_system,
        )
    )


def widths_of(sheet) -> dict[str, float]:
    return {letter: column.width for letter, column in sheet.column_dimensions.items()}


def cells_of(chart) -> tuple[str, list[str]]:
    """The cells that it draws: of its categories, and of each series."""
    return chart.ser[0].cat.strRef.f, [series.val.numRef.f for series in chart.ser]


def copied(report: bytes) -> list[Copied]:
    return [
        Copied(
            sheet.title,
            list(sheet.iter_rows(values_only=True)),
            widths_of(sheet),
            list(map(cells_of, sheet._charts)),  # noqa: SLF001 - openpyxl has no public list of them
        )
        for sheet in load_workbook(io.BytesIO(report))
    ]


def bare(sheets: list[Copied]) -> bytes:
    """The same cells, widths and charts, as anyone would write them with openpyxl."""
    book = Workbook()
    book.remove(book.active)
    for one in sheets:
        sheet = book.create_sheet(one.name)
        for row, values in enumerate(one.rows, 1):
            for column, value in enumerate(values, 1):
                if value is not None:
                    sheet.cell(row, column, value)
        for letter, width in one.widths.items():
            sheet.column_dimensions[letter].width = width
        for labels, lines in one.charts:
            chart = RadarChart()
            for line in lines:
                chart.add_data(Reference(range_string=line))
            chart.set_categories(Reference(range_string=labels))
            sheet.add_chart(chart, "F5")
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def main() -> int:
    small, large = sample(50), sample(10_000)
    sheets = copied(report_workbook(small))
    runs = [
        (
            milliseconds(report_workbook, small),
            milliseconds(bare, sheets),
            milliseconds(report_workbook, large),
        )
        for _ in range(ROUNDS)
    ]
    medians = [statistics.median(column) for column in zip(*runs, strict=True)]
    best = [min(column) for column in zip(*runs, strict=True)]
    ratio = statistics.median(ours / theirs for ours, theirs, _ in runs)
    growth = statistics.median(much / few for few, _, much in runs)
    print(f"{'':38}{'median ms':>12}{'best ms':>12}")
    for name, middle, least in zip(
        ("report, 50 people a side", "bare openpyxl, the same cells", "report, 10,000 people"),
        medians, best, strict=True,
    ):  # fmt: skip
        print(f"{name:38}{middle:12.1f}{least:12.1f}")
    print(f"report / bare: {ratio:.2f} (limit {LIMIT}); 10,000 people / 50: {growth:.2f}")
    return int(ratio > LIMIT or growth > LIMIT)


if __name__ == "__main__":
    sys.exit(main())
