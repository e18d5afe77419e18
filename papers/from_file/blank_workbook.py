"""The blank answers workbook of an assessment, with a column for slips where people have them."""

from io import BytesIO

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from assessment.instruments import instrument_of
from assessment.intake.answers_workbook import layout, look, write_template
from assessment.intake.answers_workbook.blank_answers import HEADER_ROW, ITEM_WIDTH, STATEMENT_ROW
from assessment.models import Assessment
from assessment.steps.answering import has_slips_of
from papers.from_file.file_reading import asked_alone
from questions import Length


def blank_workbook(assessment: Assessment) -> bytes:
    instrument, length = instrument_of(assessment), Length(assessment.length)
    made = write_template(instrument, length)
    if not any(map(has_slips_of, asked_alone(assessment))):
        return made
    book = load_workbook(BytesIO(made))
    sheet, column = book[layout.ANSWERS], len(layout.RESPONDENT) + len(instrument.items(length)) + 1
    hint = "The twelve characters of the slip that came with it. No names."
    look.write(sheet, STATEMENT_ROW, column, hint, look.SMALL)
    look.write(sheet, HEADER_ROW, column, layout.SLIP, look.HEADER)
    sheet.column_dimensions[get_column_letter(column)].width = ITEM_WIDTH
    written = BytesIO()
    book.save(written)
    return written.getvalue()
