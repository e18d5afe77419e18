"""From a filled-in workbook to what ``release`` takes, or every reason why not."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path

from assessment.intake.answers_workbook import layout
from assessment.intake.answers_workbook.answers_rows import LineReader
from assessment.intake.answers_workbook.assessment_sheet import read_assessment
from assessment.intake.answers_workbook.crosschecks import (
    Lines,
    check_sizes,
    gather,
    note_panel,
    refuse_mixtures,
)
from assessment.intake.answers_workbook.faults import Faults, quoted
from assessment.intake.answers_workbook.other_sheets import (
    note_hidden,
    refuse_more_answers,
    refuse_what_is_not_ours,
)
from assessment.intake.answers_workbook.own_part_sheets import OwnPartReader
from assessment.intake.answers_workbook.tables import Table, open_table
from assessment.intake.answers_workbook.values import plain_text
from assessment.intake.uploads import COMMAND_LINE, Book, Limits, Refused, opened_book
from assessment.method.results import About, Answered, OwnPart
from questions import Instrument, Length

REPORTED = 100  # rows between two reports of progress


@dataclass(frozen=True)
class AnswerSheet:
    """What a workbook holds; ``notes`` are things accepted that are worth telling."""

    about: About
    own_part: OwnPart
    answered: Mapping[str, Answered]
    notes: tuple[str, ...]


def read_answers(
    path: Path,
    instrument: Instrument,
    limits: Limits = COMMAND_LINE,
    progress: Callable[[int], None] | None = None,
) -> AnswerSheet:
    """The workbook at ``path``; Refused with every fault, each with its sheet and cell.

    ``progress`` is called now and then with how many rows of answers have been read.
    """
    faults, shape = Faults(), instrument.shape
    with opened_book(path, limits) as book:
        refuse_what_is_not_ours(book)
        sheet = read_assessment(book, instrument, faults)
        lines = read_lines(book, instrument, sheet.length, faults, progress)
        own_part = OwnPartReader(book, instrument, faults).own_part()
        refuse_more_answers(book, instrument, faults)
        note_hidden(book, faults)
    refuse_mixtures(lines, sheet.about, shape, faults)
    answered = gather(lines, sheet, instrument)
    check_sizes(answered, sheet, shape, faults)
    note_panel(answered, sheet.about, shape, faults)
    if faults:
        raise Refused(faults.told())
    about = sheet.about if shape.panel in answered else replace(sheet.about, panel=None)
    return AnswerSheet(about, own_part, answered, tuple(faults.notes))


def read_lines(
    book: Book,
    instrument: Instrument,
    length: Length | None,
    faults: Faults,
    progress: Callable[[int], None] | None,
) -> Lines:
    """Every row with an answer in it; what was filled in and not read is a note."""
    known = [*layout.RESPONDENT, layout.SLIP, *instrument.item]
    table = open_table(book, layout.ANSWERS, key=layout.PERSPECTIVE, known=known, faults=faults)
    if table is None:
        return Lines((), {})
    items = item_columns(table, instrument, length or length_of(table, instrument), faults)
    reader = LineReader(table, items, instrument, faults)
    lines = tuple(reader.lines(now_and_then(progress)))
    if not lines:
        faults.on(layout.ANSWERS, f"nobody has answered: no row holds {', '.join(layout.RATINGS)}")
    for what, rows in reader.unread.items():
        faults.note(layout.ANSWERS, f"{what} was not read (in {rows:,} rows)")
    return Lines(lines, table.columns)


def now_and_then(progress: Callable[[int], None] | None) -> Callable[[int], None]:
    def report(count: int) -> None:
        if progress is not None and count % REPORTED == 0:
            progress(count)

    return report


def length_of(table: Table, instrument: Instrument) -> Length:
    """The form that the columns look like, where the sheet Assessment does not say."""
    short = {item.code for item in instrument.items(Length.SHORT)}
    other = set(instrument.item) - short
    return Length.FULL if other & set(table.columns) else Length.SHORT


def item_columns(
    table: Table, instrument: Instrument, length: Length, faults: Faults
) -> tuple[int, ...]:
    """Where the form's items stand, in the instrument's order; faults for the other columns."""
    codes = [item.code for item in instrument.items(length)]
    sheet, columns = table.sheet, table.columns
    for index, name in sorted(table.unknown.items()):
        if name not in columns:
            sentence = f"there is no column {quoted(name)}; {nearest(name, codes)}"
            faults.at(sheet, table.header_row, index, sentence)
    for name, index in columns.items():
        if name not in codes and name not in (*layout.RESPONDENT, layout.SLIP):
            sentence = (
                f"{quoted(name)} is an item of the full form; this file says form: short. Take "
                f"the column out, or write full on the sheet {layout.ASSESSMENT}"
            )
            faults.at(sheet, table.header_row, index, sentence)
    refuse_missing(table, instrument, codes, faults)
    return tuple(columns[code] for code in codes if code in columns)


def refuse_missing(
    table: Table, instrument: Instrument, codes: Iterable[str], faults: Faults
) -> None:
    """One fault a missing column, or one for all of them where the file has the other form."""
    missing = [name for name in (layout.KIND, *codes) if name not in table.columns]
    longer = {item.code for item in instrument.items(Length.FULL) if not item.short_form}
    if set(missing) == longer:
        faults.on(
            table.sheet,
            f"{len(missing)} columns of the full form are missing, '{missing[0]}' first; if this "
            f"is the short form, write short on the sheet {layout.ASSESSMENT}",
        )
        return
    for name in missing:
        faults.on(table.sheet, f"the column '{name}' is missing")


def nearest(name: str, codes: Iterable[str]) -> str:
    """A word of help for a misspelt column."""
    found = get_close_matches(plain_text(name), [*layout.RESPONDENT, *codes], n=1, cutoff=0.75)
    return f"is it {quoted(found[0])}?" if found else "take it out or give it a known name"
