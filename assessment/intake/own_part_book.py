"""A workbook of the own part alone: standards, facts and pyramid, blank or filled in."""

from io import BytesIO

from openpyxl import Workbook

from assessment.intake.answers_workbook import layout
from assessment.intake.answers_workbook.blank_own_part import (
    write_facts,
    write_pyramid,
    write_standards,
)
from assessment.intake.answers_workbook.faults import Faults
from assessment.intake.answers_workbook.own_part_sheets import OwnPartReader
from assessment.intake.uploads import UPLOAD, Refused, opened_book
from assessment.method.results import OwnPart
from questions import Instrument

WRITERS = {
    layout.STANDARDS: write_standards,
    layout.FACTS: write_facts,
    layout.PYRAMID: write_pyramid,
}


def blank_own_part(instrument: Instrument) -> bytes:
    """The three sheets that the answers workbook has too, to be filled in by a steering group."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    for name, write in WRITERS.items():
        write(workbook.create_sheet(name), instrument)
    workbook.properties.title = f"Own part: {instrument.title} ({instrument.version})"
    workbook.properties.creator, workbook.properties.language = "Essence", "en-GB"
    written = BytesIO()
    workbook.save(written)
    return written.getvalue()


def read_own_part_book(data: bytes, instrument: Instrument) -> OwnPart:
    """Refused with every fault; an answers workbook is read too, of its own part alone."""
    faults = Faults()
    with opened_book(data, UPLOAD) as book:
        own_part = OwnPartReader(book, instrument, faults).own_part()
    if faults:
        raise Refused(faults.told())
    return own_part
