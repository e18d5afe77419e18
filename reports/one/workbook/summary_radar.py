"""The twelve principles at the foot of the summary: a list, and the radar that draws it."""

from openpyxl.worksheet.pagebreak import Break

from assessment.method import Marked
from assessment.method.numbers import one_decimal
from reports.spreadsheet.looks import Look
from reports.spreadsheet.native_radar import (
    Listing,
    NativeLine,
    Spot,
    described,
    place,
    radar,
    write_listing,
)
from reports.spreadsheet.writing import Written
from reports.wording.cautions_said import SPOKES
from reports.wording.principles_said import LIVED_VIEW, OTHERS_VIEW, principles_sentence


def picture(written: Written, marked: Marked) -> None:
    """The twelve in B10's order as a list, with the radar beside it."""
    cells, row = written.cells, written.last + 2
    marks = list(marked.principles.values())
    labels = [mark.principle.short_name for mark in marks]
    cuts = marked.results.instrument.thresholds.cuts
    lines = [
        NativeLine(LIVED_VIEW, [one_decimal(m.views.practice, cuts) for m in marks], solid=True),
        NativeLine(OTHERS_VIEW, [one_decimal(m.views.others, cuts) for m in marks], solid=False),
    ]
    lines = [line for line in lines if any(figure is not None for figure in line.figures)]
    listing = Listing(
        sheet=written.sheet,
        cells=cells,
        column=1,
        row=row + 3,
        head="Principle",
        labels=labels,
        lines=lines,
    )
    written.sheet.row_breaks.append(Break(id=row - 1))
    cells.write(row, 1, "The twelve principles, 0 to 100", Look.PART)
    cells.write(row + 1, 1, principles_sentence(marked), Look.NOTE)
    cells.write(row + 2, 1, how_to_read(marked), Look.NOTE)
    write_listing(listing)
    for number in range(row + 4, row + 4 + len(labels)):
        cells.heights[number] = 28
    place(
        written.sheet,
        radar(listing),
        Spot(4, row + 3, 16.5, 13.2),
        described("the twelve principles of peer support", labels, lines),
    )


def how_to_read(marked: Marked) -> str:
    """Where figures turn low and high, and what a radar is not."""
    cut = marked.results.instrument.thresholds
    return f"Below {cut.low:g} is low, {cut.high:g} or more is high. {SPOKES}"
