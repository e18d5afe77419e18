"""The empty answers workbook, made from an instrument: ready to be filled in by hand."""

from io import BytesIO

from openpyxl import Workbook

from assessment.intake.answers_workbook import layout
from assessment.intake.answers_workbook.blank_answers import write_answers
from assessment.intake.answers_workbook.blank_assessment import write_assessment
from assessment.intake.answers_workbook.blank_own_part import (
    write_facts,
    write_pyramid,
    write_standards,
)
from assessment.intake.answers_workbook.guidance import write_guide
from questions import Instrument, Length


def write_template(instrument: Instrument, length: Length) -> bytes:
    """An .xlsx file with the form's items, ready to be filled in by hand."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    for name in layout.SHEETS:
        workbook.create_sheet(name)
    write_assessment(workbook[layout.ASSESSMENT], instrument, length)
    write_answers(workbook[layout.ANSWERS], instrument, length)
    write_standards(workbook[layout.STANDARDS], instrument)
    write_facts(workbook[layout.FACTS], instrument)
    write_pyramid(workbook[layout.PYRAMID], instrument)
    write_guide(workbook[layout.GUIDE], instrument)
    workbook.active = 0
    properties = workbook.properties
    properties.title = f"Answers workbook: {instrument.title} ({instrument.version}, {length} form)"
    properties.creator, properties.language = "Essence", "en-GB"
    written = BytesIO()
    workbook.save(written)
    return written.getvalue()
