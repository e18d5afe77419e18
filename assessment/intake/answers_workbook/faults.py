"""What was found in a file: faults where they stand, no more than a person can read; notes."""

from collections import Counter

from openpyxl.utils import get_column_letter

SHOWN = 200  # faults of one sheet
QUOTED = 40  # characters of a wrong value


class Faults:
    """What was found so far. Faults refuse a file; notes are accepted and worth telling."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.sentences: list[str] = []
        self.notes: list[str] = []

    def at(self, sheet: str, row: int, index: int, sentence: str) -> None:
        """A fault of one cell: 1-based row, 0-based column."""
        self.add(sheet, f"{sheet}!{coordinate(row, index)}: {sentence}")

    def on(self, sheet: str, sentence: str) -> None:
        """A fault of a whole sheet."""
        self.add(sheet, f"{sheet}: {sentence}")

    def note(self, sheet: str, sentence: str) -> None:
        self.notes.append(f"{sheet}: {sentence}")

    def add(self, sheet: str, sentence: str) -> None:
        self.counts[sheet] += 1
        if self.counts[sheet] <= SHOWN:
            self.sentences.append(sentence)

    def told(self) -> tuple[str, ...]:
        """Every fault, at most 200 a sheet, in the order of finding."""
        more = (
            f"{sheet}: and {count - SHOWN:,} more faults like these"
            for sheet, count in self.counts.items()
            if count > SHOWN
        )
        return (*self.sentences, *more)

    def __bool__(self) -> bool:
        return bool(self.counts)


def coordinate(row: int, index: int) -> str:
    """'F12' for row 12 and index 5."""
    return f"{get_column_letter(index + 1)}{row}"


def quoted(value: object) -> str:
    """A value as it may stand in a sentence: short, on one line, in quotation marks."""
    if isinstance(value, bool):
        text = str(value).upper()
    else:
        text = "".join(c if c.isprintable() else " " for c in str(value)[: 2 * QUOTED])
    return f"'{text if len(text) <= QUOTED else text[:QUOTED] + '...'}'"
