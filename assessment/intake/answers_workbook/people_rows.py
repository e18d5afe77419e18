"""The people of an answers workbook alone, for an assessment that is open on the site.

Its own part and what it says of the organisation are not read: the site has its own.
"""

from collections.abc import Callable

from assessment.intake.answers_workbook import layout
from assessment.intake.answers_workbook.answer_sheet import read_lines
from assessment.intake.answers_workbook.answers_rows import AnswersRow
from assessment.intake.answers_workbook.assessment_sheet import find_entries, read_length
from assessment.intake.answers_workbook.faults import Faults, quoted
from assessment.intake.answers_workbook.other_sheets import (
    note_hidden,
    refuse_more_answers,
    refuse_what_is_not_ours,
)
from assessment.intake.answers_workbook.values import plain_text
from assessment.intake.uploads import UPLOAD, Book, Refused, opened_book
from questions import Instrument, Length

People = tuple[tuple[AnswersRow, ...], tuple[str, ...]]


def read_people(data: bytes, name: str, instrument: Instrument, length: Length) -> People:
    """Rows with an answer in them, and notes; Refused with every fault, each with its cell."""
    faults = Faults()
    with opened_book(data, UPLOAD, name=name) as book:
        refuse_what_is_not_ours(book)
        refuse_other_questions(book, instrument, length, faults)
        lines = read_lines(book, instrument, length, faults, None)
        refuse_more_answers(book, instrument, faults)
        note_hidden(book, faults)
    if faults:
        raise Refused(faults.told())
    return lines.rows, tuple(faults.notes)


def refuse_other_questions(
    book: Book, instrument: Instrument, length: Length, faults: Faults
) -> None:
    """Refused with this alone: every other fault would follow from it."""
    entries = find_entries(book, instrument, faults)
    entries.take(layout.QUESTIONS, same_version(instrument))
    entries.take(layout.FORM, same_length(length))
    if faults:
        raise Refused(faults.told())


def same_version(instrument: Instrument) -> Callable[[object], None]:
    def read(value: object) -> None:
        if plain_text(value) != plain_text(instrument.version):
            said = f"its questions are {quoted(value)}" if value else "it does not say what it asks"
            raise ValueError(
                f"{said}; people here are asked '{instrument.version}': copy the answers into the "
                "blank workbook that this page offers"
            )

    return read


def same_length(length: Length) -> Callable[[object], None]:
    def read(value: object) -> None:
        found = read_length(value)
        if found is not length:
            raise ValueError(f"this is the {found} length; people here are asked the {length} one")

    return read
