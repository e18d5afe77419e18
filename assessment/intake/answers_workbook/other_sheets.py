"""What stands in a workbook beside the sheets that are read: nothing of it goes unnoticed."""

from collections.abc import Iterator, Sequence
from itertools import islice

from assessment.intake.answers_workbook import layout
from assessment.intake.answers_workbook.answers_rows import QUICK, perspective_names
from assessment.intake.answers_workbook.faults import Faults, quoted
from assessment.intake.answers_workbook.tables import SEARCHED
from assessment.intake.answers_workbook.values import is_blank, plain_text
from assessment.intake.sheet_rows import Row
from assessment.intake.uploads import Book, Refused
from questions import Instrument

READ = (layout.ASSESSMENT, layout.ANSWERS, layout.STANDARDS, layout.FACTS, layout.PYRAMID)
FEW = 3  # codes of items beside each other: a row of column names
MANY = 10  # ratings in one row with a perspective: somebody's answers
LISTED = 5  # numbers of rows in one note


class NotOurs(Refused):
    """A spreadsheet, and not the answers workbook: what a survey tool exported, perhaps."""


def refuse_what_is_not_ours(book: Book) -> None:
    """One line, where what no workbook of ours is without is not there."""
    if not is_ours(book):
        sentence = (
            f"{book.name}: this is not the answers workbook, which has the sheets "
            f"{layout.ASSESSMENT} and {layout.ANSWERS}: copy the answers into one that "
            "'manage.py answers_template NEW.xlsx' makes; what a survey tool exported is read "
            "with 'score EXPORT --as PERSPECTIVE'"
        )
        raise NotOurs([sentence])


def is_ours(book: Book) -> bool:
    """A survey tool's table may stand on a sheet that somebody called Answers."""
    names = {plain_text(name): name for name in book.sheets}
    answers = names.get(plain_text(layout.ANSWERS))
    if plain_text(layout.ASSESSMENT) in names or answers is None:
        return plain_text(layout.ASSESSMENT) in names
    rows = islice(book.rows(answers), SEARCHED)
    return any(layout.PERSPECTIVE in map(plain_text, row) for row in rows)


def refuse_more_answers(book: Book, instrument: Instrument, faults: Faults) -> None:
    """Answers on a sheet that is not read would be left out without a word."""
    read = {plain_text(name) for name in READ}
    for name in book.sheets:
        if plain_text(name) not in read and holds_answers(book, name, instrument):
            faults.on(
                name,
                f"this sheet holds answers too, and only the sheet {layout.ANSWERS} is read: "
                f"move its rows there, or take the sheet {quoted(name)} out",
            )


def holds_answers(book: Book, sheet: str, instrument: Instrument) -> bool:
    codes = {plain_text(code) for code in instrument.item}
    whose = set(perspective_names(instrument))
    rows = filled(book, sheet)
    for row in islice(rows, SEARCHED):
        words = {plain_text(cell) for cell in row}
        if len(words & codes) >= FEW:
            return next(rows, None) is not None
        if words & whose and sum(is_quick(cell) for cell in row) >= MANY:
            return True
    return False


def filled(book: Book, sheet: str) -> Iterator[Row]:
    return (row for row in book.rows(sheet) if not all(map(is_blank, row)))


def is_quick(cell: object) -> bool:
    return isinstance(cell, (int, float, str)) and cell in QUICK


def note_hidden(book: Book, faults: Faults) -> None:
    """After reading: what is not shown was read as anything else is."""
    read = {plain_text(name) for name in READ}
    for name in book.sheets:
        if plain_text(name) not in read:
            continue
        if book.is_hidden(name):
            faults.note(name, "this sheet is hidden; it was read all the same")
        if rows := book.hidden_rows.get(name):
            faults.note(name, rows_hidden(rows))


def rows_hidden(rows: Sequence[int]) -> str:
    which = ", ".join(map(str, rows[:LISTED])) + (" and more" if rows[LISTED:] else "")
    count = f"{len(rows):,} rows are" if len(rows) > 1 else "a row is"
    return f"{count} hidden, as by a filter ({which}), and read all the same"
