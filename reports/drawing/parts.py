"""What a sheet is made of from the head down: kinds of chart, paragraphs, lists, the foot.

A part is plain values: what it shows, in figures and words, and nothing of where that came from.
"""

from dataclasses import dataclass
from typing import Protocol

from assessment.method.results import About
from reports.drawing.legend import listed_below
from reports.drawing.lettering import wrapped
from reports.drawing.sheet import ROOM, Sheet
from reports.drawing.style import ASIDE, MARGIN, NOTE, PLAIN, WIDTH, Letters
from reports.wording.about_said import closed, names

SHARES = (1.0, 0.75)  # of a line, for the name of an organisation and of its programme


class SheetPart(Protocol):
    """Frozen and hashable; a new kind of chart is a class with this method."""

    def draw(self, sheet: Sheet) -> None:
        """Below what is there; moves the sheet's ``bottom``."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """At most so many lines across the sheet, and mm of room after it."""

    text: str
    letters: Letters = PLAIN
    most: int = 3
    after: float = 0.0

    def draw(self, sheet: Sheet) -> None:
        sheet.write(self.text, self.letters, most=self.most)
        sheet.bottom += self.after


def note(text: str) -> Paragraph:
    """Small, below a chart."""
    return Paragraph(text, NOTE)


@dataclass(frozen=True, slots=True)
class MarkKey:
    """What each mark means, down one column and the next."""

    marked: tuple[tuple[str, str], ...]
    columns: int = 1

    def draw(self, sheet: Sheet) -> None:
        listed_below(sheet, self.marked, self.columns)


@dataclass(frozen=True, slots=True)
class Foot:
    """Whose figures these are, and with what caution they are to be read.

    ``names``: typed by people, each cut to its share of a line; ``rest`` follows them.
    """

    names: tuple[tuple[str, float], ...]
    rest: str
    caution: str
    between: str = ", "

    def draw(self, sheet: Sheet) -> None:
        sheet.bottom += 3
        sheet.path([(MARGIN, sheet.bottom), (WIDTH - MARGIN, sheet.bottom)])
        sheet.bottom += 1.2
        sheet.write(self.between.join(self.source()), ASIDE)
        sheet.write(self.caution, ASIDE)

    def source(self) -> list[str]:
        cut = [wrapped(name, share * ROOM, ASIDE, most=1) for name, share in self.names]
        return [line for lines in cut for line in lines] + [self.rest] * bool(self.rest)


def foot_of(about: About, caution: str) -> Foot:
    """'Northfield NHS Trust, Community peer support, closed 20 November 2026'; the date always."""
    day = closed(about.closed) if about.closed else ""
    return Foot(tuple(zip(names(about), SHARES, strict=False)), day, caution)
