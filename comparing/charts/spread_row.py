"""One row of the spread: the others, the named under them, the own above both, who is counted."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from string import ascii_uppercase

from assessment.method.mechanisms import Status
from comparing.method.comparing import Compared, Comparison
from comparing.method.members import MECHANISMS, ComparedMember
from comparing.wording.figures_compared import Row
from comparing.wording.gaps import has_too_few, others_word
from reports.drawing.markers import NAMED, OWN
from reports.drawing.rows import Scale, kept_apart, row_name, rule
from reports.drawing.sheet import Sheet, Spot, corners
from reports.drawing.style import (
    ASIDE,
    INK,
    MARGIN,
    NOTE,
    PAPER,
    QUIET,
    TEAL,
    TONES,
    WIDTH,
    Fill,
    Pen,
)

SCALE = Scale(48.0, WIDTH - 22.0)
HALF = 2.1  # mm, of a band's height
LETTERED = 12  # as many named dots as can be told apart by a letter
LETTER = 2.9  # mm, from one letter to the next
BAND = Fill(TONES[1], TONES[2], 0.8, above=1.2)
MEDIAN, MEAN = Pen(INK, 1.8, above=2), Pen(INK, 1.8, (1.2, 0.9), above=2)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a row stands: its upper edge, the line of the others, the line of the named."""

    row: Row
    top: float
    height: float
    named: bool

    @property
    def line(self) -> float:
        return self.top + (4.0 if self.named else self.height / 2)

    @property
    def dots(self) -> float:
        return self.top + 8.6


def draw_row(
    sheet: Sheet, comparison: Comparison, place: Place, named: Sequence[ComparedMember]
) -> None:
    rule(sheet, place.top)
    row_name(sheet, place.row.name, place.top + place.height / 2, SCALE.left - MARGIN - 5, most=3)
    draw_others(sheet, place, few_word(comparison, place.row))
    draw_named(sheet, place, [one.figures.values[place.row.key] for one in named])
    lines = list(counted_lines(place.row.compared, place.row.key[0]))
    y = place.top + place.height / 2 - (len(lines) - 1) * NOTE.height / 2 + 1.1
    for line in lines:
        sheet.words(WIDTH - MARGIN, y, line, NOTE, align="right")
        y += NOTE.height


def few_word(comparison: Comparison, row: Row) -> str:
    too_few = has_too_few(comparison, row)
    return f"too few {others_word(comparison)}" if too_few else "not shown"


def draw_others(sheet: Sheet, place: Place, missing: str) -> None:
    one, y, name = place.row.compared, place.line, place.row.key[1]
    if one.mean is None:
        away = one.own is None or one.own > 50  # from the own mark
        x, align = (SCALE.at(0) + 1.6, "left") if away else (SCALE.at(100) - 1.6, "right")
        sheet.words(x, y + 1.1, missing, ASIDE, align=align)
    elif one.median is None or one.q1 is None or one.q3 is None:
        tick(sheet, one.mean, y, MEAN, f"mean-{name}")
    else:
        left, right = SCALE.at(one.q1), SCALE.at(one.q3)
        sheet.area(corners(left, y - HALF, right, y + HALF), BAND)
        tick(sheet, one.median, y, MEDIAN, f"median-{name}")


def tick(sheet: Sheet, figure: float, y: float, pen: Pen, name: str) -> None:
    x = SCALE.at(figure)
    sheet.path([(x, y - HALF - 0.9), (x, y + HALF + 0.9)], pen, name=name)


def draw_named(sheet: Sheet, place: Place, figures: Sequence[float | None]) -> None:
    """Hollow dots, and under each its letter, moved aside where two would touch."""
    there = {at: SCALE.at(figure) for at, figure in enumerate(figures) if figure is not None}
    if not there:
        return
    y = place.dots
    sheet.marks([(x, y) for x in there.values()], NAMED, name=f"named-{place.row.key[1]}")
    if len(figures) > LETTERED:
        return
    xs = kept_apart(list(there.values()), LETTER, SCALE.left, SCALE.right)
    leads: list[Spot | None] = []
    for (at, dot), x in zip(there.items(), xs, strict=True):
        leads += [(dot, y + 0.9), (x, y + 2.2), None]
        sheet.area(corners(x - 1.2, y + 2.2, x + 1.2, y + 5.1), Fill(PAPER, above=1.9))
        sheet.words(x, y + 4.8, ascii_uppercase[at], NOTE, align="center")
    sheet.path(leads, Pen(QUIET, 0.5, above=1.5))


def counted_lines(one: Compared, part: str) -> Iterator[str]:
    """'15', or '9 named'; under it how many show what of a mechanism."""
    yield f"{one.others} named" if one.named_alone else f"{one.others}"
    if part == MECHANISMS and one.counts is not None:
        for status in (Status.PRESENT, Status.SIGNS):
            yield f"{one.counts[status]} {status}"


def draw_own(sheet: Sheet, places: Sequence[Place]) -> None:
    """The viewer's own, joined from row to row; a missing figure breaks the line."""
    owns = [(place.row.compared.own, place.line) for place in places]
    spots = [None if own is None else (SCALE.at(own), y) for own, y in owns]
    if any(spots):
        name = f"own-{places[0].row.key[0]}"
        sheet.path(spots, Pen(TEAL, 1.2, above=1.8))
        sheet.marks(spots, OWN, name=name)
