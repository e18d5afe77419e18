"""The sheet Answers: one respondent a row, each turned into one answer string at once.

A row costs a few microseconds where its cells are what the drop-downs offer; only a row that is
typed otherwise is read cell by cell.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from assessment.intake.answers_workbook import layout, values
from assessment.intake.answers_workbook.faults import Faults
from assessment.intake.answers_workbook.labels import answer_names, is_words, tidy
from assessment.intake.answers_workbook.tables import Table, TableEntry, headless
from assessment.intake.sheet_rows import Row
from assessment.method.responses import CHARACTERS, Answer, encode
from assessment.method.results import GroupRating, Mode
from questions import Instrument, Kind

# What the drop-downs put into a cell, and the same typed as text. True is 1 to a dict, so the
# types are looked at first.
QUICK: dict[Any, str] = {
    **CHARACTERS,
    **{str(answer): character for answer, character in CHARACTERS.items() if answer is not None},
}
QUICK_TYPES = {int, float, str, type(None)}
COLLECTED_HOW = {
    "individual": Mode.INDIVIDUAL,
    "individuals": Mode.INDIVIDUAL,
    "group": Mode.GROUP,
    "groups": Mode.GROUP,
}
PANEL_TOGETHER = "a panel rates together, as one group, never one by one"
BESIDE_ANSWERS = (layout.PEOPLE, layout.FROM, layout.DIFFERENT_VIEW)


@dataclass(frozen=True, slots=True)
class AnswersRow:
    """One row with an answer in it; ``group`` is there for a group's agreed rating alone.

    ``perspective`` or ``mode`` is None where it is wrong, which is a fault already. ``slip``: the
    code that came with it, where there is a column of them.
    """

    number: int
    perspective: str | None
    mode: Mode | None
    answers: str
    group: GroupRating | None = None
    slip: str = ""


@dataclass(slots=True)
class LineReader:
    """Reads the rows of one table; ``items`` are the columns of the form's items, in order.

    ``unread`` counts what was filled in where nothing is read, as notes say it afterwards.
    """

    table: Table
    items: tuple[int, ...]
    instrument: Instrument
    faults: Faults
    unread: Counter[str] = field(default_factory=Counter)
    quick: dict[Any, str] = field(default_factory=lambda: dict(QUICK))
    perspectives: dict[str, str] = field(init=False)
    words: dict[int, Mapping[str, Answer]] = field(init=False)  # by column
    nothing: str = field(init=False)

    def __post_init__(self) -> None:
        self.nothing = encode([None] * len(self.items))
        self.perspectives = perspective_names(self.instrument)
        names = {kind: answer_names(self.instrument, kind) for kind in Kind}
        items, columns = self.instrument.item, self.table.columns
        self.words = {columns[code]: names[items[code].kind] for code in items if code in columns}

    def lines(self, progress: Callable[[int], None]) -> Iterator[AnswersRow]:
        """The rows that hold an answer; ``progress`` is told how many rows have been read."""
        width = 1 + max(self.table.named)
        gaps, nameless = len(self.table.named) < width, set[int]()
        for count, (number, row) in enumerate(self.table.rows, start=1):
            padded = row + (None,) * (width - len(row))
            beyond = padded[width:]
            if gaps or beyond.count(None) < len(beyond):
                self.refuse_nameless(number, padded, nameless)
            line = self.line(TableEntry(self.table, number, padded, self.faults))
            if line is not None:
                yield line
            progress(count)

    def refuse_nameless(self, number: int, row: Row, nameless: set[int]) -> None:
        """One fault for each column that holds something below a header without a name."""
        for index in sorted(headless(self.table, row) - nameless):
            nameless.add(index)
            sentence = "this column holds something and has no name in the row of column names"
            self.faults.at(self.table.sheet, number, index, sentence)

    def line(self, entry: TableEntry) -> AnswersRow | None:
        """The row's answers and whose they are; None where it holds no answer."""
        answers = self.answers(entry)
        perspective = self.perspective(entry, answered=answers is not None)
        mode = mode_of(entry, panel=self.is_panel(perspective), answered=answers is not None)
        if answers is None or mode is Mode.INDIVIDUAL:
            whose = "rows without answers" if answers is None else "rows of individuals"
            for column in entry.filled(*BESIDE_ANSWERS):
                self.unread[f"'{column}' on {whose}"] += 1
        if answers is None:
            return None
        group = self.group(entry, perspective) if mode is Mode.GROUP else None
        slip = entry.words(layout.SLIP) if entry.filled(layout.SLIP) else ""
        return AnswersRow(entry.number, perspective, mode, answers, group, slip)

    def answers(self, entry: TableEntry) -> str | None:
        """One character an item; None where every item is blank."""
        row = entry.row
        cells = [row[index] for index in self.items]
        if QUICK_TYPES.issuperset(map(type, cells)):
            try:
                string = "".join([self.quick[cell] for cell in cells])
            except KeyError:
                pass
            else:
                return None if string == self.nothing else string
        return self.slowly(entry, cells)

    def slowly(self, entry: TableEntry, cells: list[Any]) -> str | None:
        """Cell by cell, with a fault for each that is no answer; such a cell counts as blank."""
        answers: list[Answer] = []
        for index, cell in zip(self.items, cells, strict=True):
            answer = None
            try:
                answer = self.answer(index, cell)
            except ValueError as error:
                self.faults.at(self.table.sheet, entry.number, index, str(error))
            answers.append(answer)
        return None if all(map(values.is_blank, cells)) else encode(answers)

    def answer(self, index: int, cell: Any) -> Answer:
        """As the drop-downs offer it, or by the column's words; a ValueError where neither."""
        name = tidy(cell) if isinstance(cell, str) and is_words(cell) else ""
        words = self.words[index]
        answer = words[name] if name in words else values.as_rating(cell)
        if isinstance(cell, str) and not (name and isinstance(answer, int)):
            self.quick[cell] = CHARACTERS[answer]  # the next 'dk' is looked up, in any column
        return answer

    def perspective(self, entry: TableEntry, *, answered: bool) -> str | None:
        value = entry.value(layout.PERSPECTIVE)
        found = self.perspectives.get(value) or self.perspectives.get(values.plain_text(value))
        known = tuple(self.instrument.perspective)
        if values.is_blank(value):
            if answered:
                sentence = f"the row has answers and no perspective: {', '.join(known)}"
                entry.wrong(layout.PERSPECTIVE, sentence)
        elif found is None:
            entry.wrong(layout.PERSPECTIVE, str(values.one_of(value, known)))
        return found

    def is_panel(self, perspective: str | None) -> bool:
        return perspective == self.instrument.shape.panel

    def group(self, entry: TableEntry, perspective: str | None) -> GroupRating:
        """Who agreed one rating: a panel may be any number, another group at least three."""
        least = 1 if self.is_panel(perspective) else self.instrument.thresholds.group_people
        people = entry.take(layout.PEOPLE, values.as_whole_number)
        missing = least > 1 and not entry.filled(layout.PEOPLE)
        if missing or (people is not None and people < least):
            entry.wrong(
                layout.PEOPLE,
                f"say how many people agreed this rating, {least} or more: "
                "with fewer it could be one person's",
            )
        return GroupRating(
            people=people,
            drawn_from=entry.words(layout.FROM),
            different_view=entry.words(layout.DIFFERENT_VIEW),
        )


def mode_of(entry: TableEntry, *, panel: bool, answered: bool) -> Mode | None:
    """individual or group; a panel's blank kind is group."""
    value = entry.value(layout.KIND)
    if values.is_blank(value):
        if panel:
            return Mode.GROUP
        if answered and layout.KIND in entry.table.columns:
            entry.wrong(layout.KIND, "the row has answers and no kind: individual or group")
        return None
    found = COLLECTED_HOW.get(values.plain_text(value))
    if found is None:
        entry.wrong(layout.KIND, str(values.one_of(value, tuple(Mode))))
    if found is Mode.INDIVIDUAL and panel and answered:
        entry.wrong(layout.KIND, PANEL_TOGETHER)
    return found


def perspective_names(instrument: Instrument) -> dict[str, str]:
    """Codes first, then the names that people may write instead."""
    names = {code: code for code in instrument.perspective}
    for perspective in instrument.perspectives:
        written = (perspective.name, perspective.short_name, perspective.mutual_name)
        for name in filter(None, written):
            names.setdefault(values.plain_text(name), perspective.code)
    return names
