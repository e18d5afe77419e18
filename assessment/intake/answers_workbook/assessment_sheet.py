"""The sheet Assessment: one label and its value a row, in any order."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from assessment.instruments import find
from assessment.intake.answers_workbook import layout, values
from assessment.intake.answers_workbook.faults import Faults, coordinate, quoted
from assessment.intake.answers_workbook.tables import filled_rows, find_sheet
from assessment.intake.sheet_rows import Row
from assessment.intake.uploads import Book, Refused
from assessment.method.results import About, Panel
from questions import Instrument, InstrumentError, Length

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class AssessmentSheet:
    """What the sheet says. ``about`` has a panel whether a panel answered or not.

    ``length`` is None where it is missing or wrong; ``at`` gives the row of each label, and
    ``column`` the 0-based index of the values, for faults that are found later.
    """

    about: About
    length: Length | None
    k: int
    sizes: Mapping[str, int | None]
    at: Mapping[str, int]
    column: int


class Entries:
    """The labels and values found, each value read by its own function from ``values``."""

    def __init__(self, found: Mapping[str, tuple[int, Any]], column: int, faults: Faults) -> None:
        self.found, self.column, self.faults = found, column, faults

    def take(self, label: str, read: Callable[[Any], T | None]) -> T | None:
        """None where the label is missing or its value is wrong."""
        number, value = self.found.get(label, (0, None))
        try:
            return read(value)
        except ValueError as error:
            self.faults.at(layout.ASSESSMENT, number, self.column, str(error))
            return None

    def words(self, label: str) -> str:
        return self.take(label, values.as_text_within) or ""

    def name(self, label: str) -> str:
        return self.take(label, values.as_name) or ""

    def number(self, label: str, least: int = 0) -> int | None:
        return self.take(label, lambda value: values.as_whole_number(value, least=least))


def read_assessment(book: Book, instrument: Instrument, faults: Faults) -> AssessmentSheet:
    """Blank k is the instrument's, blank form full, blank mutual no; else blank is None or ''."""
    entries = find_entries(book, instrument, faults)
    if entries.found:
        refuse_other_questions(entries, instrument)
    length = entries.take(layout.FORM, read_length)
    smallest = instrument.thresholds.k
    about = About(
        organisation=entries.name(layout.ORGANISATION),
        programme=entries.name(layout.PROGRAMME),
        setting=entries.words(layout.SETTING),
        closed=entries.take(layout.CLOSED_ON, values.as_date),
        length=length or Length.FULL,
        mutual=entries.take(layout.MUTUAL, values.as_yes_or_no) or False,
        panel=panel_entered(entries),
    )
    return AssessmentSheet(
        about=about,
        length=length,
        k=entries.number(layout.K, smallest) or smallest,
        sizes={
            code: entries.number(label) for label, code in layout.sizes(instrument.shape).items()
        },
        at={label: number for label, (number, _) in entries.found.items()},
        column=entries.column,
    )


def who_reads(version: str) -> str:
    """A template of another version is older or newer than this program, or a host's own."""
    try:
        find(version)
    except InstrumentError:
        return "an older or other template, which this program does not have"
    return f"which 'score --instrument {version}' reads"


def refuse_other_questions(entries: Entries, instrument: Instrument) -> None:
    """Refused at once, with this alone: every other fault would follow from it.

    Its answers would be read as answers to statements that nobody was asked.
    """
    number, value = entries.found.get(layout.QUESTIONS, (0, None))
    version = values.plain_text(value)
    if version == values.plain_text(instrument.version):
        return
    where, why = layout.ASSESSMENT, "an older template, which does not say what was asked"
    if version:
        where = f"{layout.ASSESSMENT}!{coordinate(number, entries.column)}"
        why = f"its questions are {quoted(value)}, {who_reads(version)}"
    again = f"'manage.py answers_template NEW.xlsx' makes one of {instrument.version} to fill in"
    raise Refused([f"{where}: {why}; {again}"])


def find_entries(book: Book, instrument: Instrument, faults: Faults) -> Entries:
    sheet, labels = layout.ASSESSMENT, layout.labels_in_order(instrument.shape)
    known = {values.plain_text(label): label for label in labels}
    title = find_sheet(book, sheet, faults)
    numbered = enumerate(book.rows(title), start=1) if title is not None else iter(())
    rows = list(filled_rows(book, sheet, numbered, faults))
    column = label_column([row for _, row in rows], known)
    if column is None:
        if title is not None:
            faults.on(sheet, f"no label such as '{layout.ORGANISATION}' was found on it")
        return Entries({}, 1, faults)
    found: dict[str, tuple[int, Any]] = {}
    for number, row in rows:
        label, value = cell_at(row, column), cell_at(row, column + 1)
        name = known.get(values.plain_text(label).rstrip(": "))
        if name in found:
            first = found[name][0]
            faults.at(sheet, number, column, f"{quoted(name)} stands in row {first} already")
        elif name is not None:
            found[name] = (number, value)
        elif not values.is_blank(value) and values.plain_text(label) != layout.LABEL:
            faults.at(sheet, number, column, unknown_label(label, labels))
    return Entries(found, column + 1, faults)


def label_column(rows: list[Row], known: Mapping[str, str]) -> int | None:
    """The column that holds most of the labels; None where there are none."""
    counts: Counter[int] = Counter()
    for row in rows:
        counts.update(n for n, value in enumerate(row) if values.plain_text(value) in known)
    return counts.most_common(1)[0][0] if counts else None


def cell_at(row: Row, index: int) -> Any:
    return row[index] if index < len(row) else None


def unknown_label(label: object, labels: tuple[str, ...]) -> str:
    if values.is_blank(label):
        return "there is a value beside this cell and no label in it"
    return f"there is no label {quoted(label)}; the labels are {', '.join(labels)}"


def read_length(value: object) -> Length:
    name = values.plain_text(value).removesuffix(" form") or Length.FULL
    if name not in list(Length):
        raise values.one_of(value, list(Length))
    return Length(name)


def panel_entered(entries: Entries) -> Panel:
    people = entries.number(layout.PANEL_PEOPLE)
    lived = entries.number(layout.PANEL_LIVED)
    if people is not None and lived is not None and lived > people:
        number = entries.found[layout.PANEL_LIVED][0]
        sentence = f"{lived} with lived experience are more than the {people} people in the panel"
        entries.faults.at(layout.ASSESSMENT, number, entries.column, sentence)
    return Panel(people, lived)
