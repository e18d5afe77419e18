"""Whole questionnaires as an answers workbook; what is unsure stays a fault until somebody looks.

A cell that begins with "look" is no answer, so ``score`` refuses it and names the cell.
"""

from io import BytesIO

from openpyxl import load_workbook

from assessment.intake.answers_workbook import layout, write_template
from assessment.intake.answers_workbook.blank_answers import FIRST
from assessment.method.responses import ANSWERS
from assessment.method.results import Mode
from papers.reading.piles import ReadSheet
from questions import Instrument, Length


def answers_workbook(sheets: list[ReadSheet], instrument: Instrument, length: Length) -> bytes:
    """A row a questionnaire. A panel is a group; whoever else agreed one rating is changed by
    hand, because a sheet does not say how it was answered."""
    book = load_workbook(BytesIO(write_template(instrument, length)))
    sheet, codes = book[layout.ANSWERS], [item.code for item in instrument.items(length)]
    first = len(layout.RESPONDENT) + 1
    for row, read in enumerate(sheets, start=FIRST):
        perspective = read.look.perspective
        kind = Mode.GROUP if perspective == instrument.shape.panel else Mode.INDIVIDUAL
        sheet.cell(row, layout.RESPONDENT.index(layout.PERSPECTIVE) + 1, perspective)
        sheet.cell(row, layout.RESPONDENT.index(layout.KIND) + 1, kind.value)
        for column, value in enumerate(cells(read, codes), start=first):
            if value is not None:
                sheet.cell(row, column, value)
    written = BytesIO()
    book.save(written)
    return written.getvalue()


def cells(read: ReadSheet, codes: list[str]) -> list[str | int | None]:
    answers, asked = read.answers(), {one.code: one.why for one in read.asked()}
    return [f"look: {asked[code]}" if code in asked else ANSWERS[answers[code]] for code in codes]
