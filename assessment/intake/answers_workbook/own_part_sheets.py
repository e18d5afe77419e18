"""The sheets Standards, Facts and Pyramid: the organisation's own part, an entry a row."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from assessment.intake.answers_workbook import layout, values
from assessment.intake.answers_workbook.faults import Faults, coordinate, quoted
from assessment.intake.answers_workbook.tables import TableEntry, headless, open_table
from assessment.intake.uploads import Book
from assessment.method.responses import Answer
from assessment.method.results import FactCheck, OwnPart, StandardRating, Truth
from questions import Instrument

T = TypeVar("T")
ENTERED = (layout.RATING, layout.ANSWER, layout.DATE, layout.EVIDENCE)


@dataclass(frozen=True, slots=True)
class OwnPartReader:
    """Reads the three sheets of one book."""

    book: Book
    instrument: Instrument
    faults: Faults

    def own_part(self) -> OwnPart:
        """Every standard, fact and layer of the instrument; what is not in the file is blank."""
        asked = self.instrument
        standards = self.sheet(
            layout.STANDARDS, layout.STANDARDS_COLUMNS, layout.RATING, asked.standard, standard_of
        )
        facts = self.sheet(layout.FACTS, layout.FACTS_COLUMNS, layout.ANSWER, asked.fact, fact_of)
        layers = [layer.code for layer in asked.layers]
        pyramid = self.sheet(
            layout.PYRAMID, layout.PYRAMID_COLUMNS, layout.RATING, layers, layer_of
        )
        return OwnPart(
            standards={code: standards.get(code, StandardRating()) for code in asked.standard},
            facts={code: facts.get(code, FactCheck()) for code in asked.fact},
            pyramid={code: pyramid.get(code) for code in layers},
        )

    def sheet(
        self,
        name: str,
        known: Iterable[str],
        required: str,
        codes: Iterable[str],
        read: Callable[[TableEntry], T],
    ) -> dict[str, T]:
        """Code to what ``read`` makes of its row."""
        table = open_table(self.book, name, key=layout.CODE, known=known, faults=self.faults)
        if table is None:
            return {}
        if required not in table.columns:
            self.faults.on(name, f"the column '{required}' is missing")
        wanted = {short(code): code for code in codes}
        found: dict[str, tuple[int, T]] = {}
        unread = set(table.unknown)
        for number, row in table.rows:
            entry = TableEntry(table, number, row, self.faults)
            unread.update(headless(table, row))
            code = code_in_row(entry, wanted)
            if code in found:
                entry.wrong(layout.CODE, f"{code} stands in row {found[code][0]} already")
            elif code is not None:
                found[code] = (number, read(entry))
        for index in sorted(unread):
            place = coordinate(table.header_row, index)
            self.faults.note(name, f"what stands in the column of {place} was not read")
        return {code: value for code, (_, value) in found.items()}


def short(code: object) -> str:
    """'s1' for S01, S1 and s01."""
    # Noughts after the letter and before another digit: S10 keeps its own.
    return re.sub(r"(?<=\D)0+(?=\d)", "", values.plain_text(code))


def code_in_row(entry: TableEntry, wanted: dict[str, str]) -> str | None:
    """The code of a row; None, with a fault, where it is unknown or missing beside an entry."""
    written = entry.value(layout.CODE)
    if values.is_blank(written):
        filled = [c for c in ENTERED if not values.is_blank(entry.value(c))]
        if filled:
            entry.wrong(layout.CODE, f"the row has {filled[0]} and no code")
        return None
    code = wanted.get(short(written))
    if code is None:
        known = list(wanted.values())
        entry.wrong(
            layout.CODE,
            f"there is no {quoted(written)}; the codes are {known[0]} to {known[-1]}",
        )
    return code


def standard_of(entry: TableEntry) -> StandardRating:
    return StandardRating(
        rating=entry.take(layout.RATING, values.as_rating), evidence=entry.words(layout.EVIDENCE)
    )


def fact_of(entry: TableEntry) -> FactCheck:
    return FactCheck(
        answer=entry.take(layout.ANSWER, values.as_truth) or Truth.DK,
        date=entry.take(layout.DATE, values.as_date),
        evidence=entry.words(layout.EVIDENCE),
    )


def layer_of(entry: TableEntry) -> Answer:
    return entry.take(layout.RATING, values.as_rating)
