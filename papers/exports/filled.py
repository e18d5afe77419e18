"""The answers workbook with what came from another tool in it; the rest is filled in by hand."""

from io import BytesIO

from openpyxl import load_workbook

from assessment.intake.answers_workbook import layout, write_template
from assessment.intake.answers_workbook.blank_answers import FIRST
from assessment.method.results import Mode
from papers.exports.survey_answers import Matched
from questions import Instrument


def fill(matched: Matched, instrument: Instrument) -> bytes:
    """A row a person, as individuals: no tool knows of groups that agree one rating."""
    book = load_workbook(BytesIO(write_template(instrument, matched.length)))
    sheet, codes = book[layout.ANSWERS], [item.code for item in instrument.items(matched.length)]
    first = len(layout.RESPONDENT) + 1
    for row, (perspective, answers) in enumerate(matched.rows, start=FIRST):
        sheet.cell(row, layout.RESPONDENT.index(layout.PERSPECTIVE) + 1, perspective)
        sheet.cell(row, layout.RESPONDENT.index(layout.KIND) + 1, Mode.INDIVIDUAL.value)
        for column, code in enumerate(codes, start=first):
            if answers[code] is not None:
                sheet.cell(row, column, answers[code])
    written = BytesIO()
    book.save(written)
    return written.getvalue()
