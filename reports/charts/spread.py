"""The spread: a row a figure, the others as a band or a tick, the named as dots, the own above all.

Where quartiles may be told, the middle half is a band and the median a tick; where only a mean may,
a tick alone; otherwise a word. Nothing stands for the least or the most of those who are not named.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from string import ascii_uppercase

from assessment.method.comparing import Compared, Comparison
from assessment.method.mechanisms import Status
from assessment.method.members import DOMAINS, MECHANISMS, PRINCIPLES, STRUCTURE, Member
from reports.charts.comparison_figures import Row, named_others, rows_of
from reports.charts.comparison_sentences import (
    COMPARISON_TITLES,
    named_alone,
    needed,
    not_shown,
    others_word,
)
from reports.charts.legend import Entry, legend, listed_below
from reports.charts.rows import Scale, draw_scale, kept_apart, row_name, rule
from reports.charts.shapes import NAMED, OWN
from reports.charts.sheet import Sheet, Spot, beside_whom, corners
from reports.charts.style import (
    ASIDE,
    BOLD,
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
from reports.charts.words import SCORES

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


def principles(comparison: Comparison) -> Sheet:
    return spread(comparison, "principles", [("", rows_of(comparison, PRINCIPLES))])


def domains(comparison: Comparison) -> Sheet:
    parts = [
        ("Standards by domain, as each rates itself", rows_of(comparison, DOMAINS)),
        ("Structure and essence", rows_of(comparison, STRUCTURE)),
    ]
    return spread(comparison, "domains", parts)


def mechanisms(comparison: Comparison) -> Sheet:
    return spread(comparison, "mechanisms", [("", rows_of(comparison, MECHANISMS))])


def spread(comparison: Comparison, name: str, parts: Sequence[tuple[str, Sequence[Row]]]) -> Sheet:
    sheet, named = Sheet(COMPARISON_TITLES[name]), named_others(comparison)
    rows = [row for _, part in parts for row in part]
    if name == "mechanisms":
        sheet.write("The higher, the more warning signs of it.", NOTE)
        sheet.bottom += 1
    legend(sheet, list(entries(comparison, rows, named)))
    top = sheet.bottom + NOTE.height + 1
    places, bottom = laid_out(sheet, top, parts, named)
    draw_scale(sheet, SCALE, top, bottom, comparison.instrument.thresholds)
    sheet.words(WIDTH - MARGIN, top - 1.2, "counted", ASIDE, align="right")
    for place in places:
        draw_row(sheet, comparison, place, named)
    for _, part in parts:
        draw_own(sheet, [place for place in places if place.row in part])
    sheet.bottom = bottom + NOTE.height + 2
    notes(sheet, comparison, rows, "figures" if name == "domains" else name)
    key(sheet, named)
    sheet.finish(beside_whom(comparison), SCORES)
    return sheet


def laid_out(
    sheet: Sheet, top: float, parts: Sequence[tuple[str, Sequence[Row]]], named: Sequence[Member]
) -> tuple[list[Place], float]:
    """Every row's place, and where the last ends; each part under its heading."""
    places: list[Place] = []
    for heading, part in parts:
        if heading:
            rule(sheet, top)
            sheet.words(MARGIN, top + 5, heading, BOLD)
            top += 7
        for row in part:
            places.append(Place(row, top, height_of(row, named), bool(named)))
            top += places[-1].height
    return places, top


def height_of(row: Row, named: Sequence[Member]) -> float:
    """mm; a mechanism has three lines of words at either side."""
    least = 14.0 if row.key[0] == MECHANISMS else 10.5
    if not named:
        return least
    return max(least, 14.6 if len(named) <= LETTERED else 11.4)


def draw_row(sheet: Sheet, comparison: Comparison, place: Place, named: Sequence[Member]) -> None:
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
    few = row.compared.others < needed(comparison)
    return f"too few {others_word(comparison)}" if few else "not shown"


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


def entries(
    comparison: Comparison, rows: Sequence[Row], named: Sequence[Member]
) -> Iterator[Entry]:
    found = [row.compared for row in rows]
    if any(one.own is not None for one in found):
        yield Entry("Your own", OWN, stroke=True)
    if any(one.median is not None for one in found):
        yield Entry(f"Middle half of the {others_word(comparison)}", None, fill=BAND)
        yield Entry("Median", None, upright=True)
    if any(one.mean is not None and one.median is None for one in found):
        few = comparison.instrument.thresholds.spread_others
        words = f"Mean, where fewer than {few} are counted"
        yield Entry(words, None, upright=True, dashes=MEAN.dashes)
    if named:
        beside = "each with its letter" if len(named) <= LETTERED else f"{len(named)} of them"
        yield Entry(f"Those who share by name, {beside}", NAMED)


def notes(sheet: Sheet, comparison: Comparison, rows: Sequence[Row], things: str) -> None:
    for note in (*not_shown(rows, needed(comparison), things), *named_alone(rows, things)):
        sheet.write(note, NOTE)


def key(sheet: Sheet, named: Sequence[Member]) -> None:
    """Which letter is whose, in two columns."""
    if 0 < len(named) <= LETTERED:
        names = [one.name for one in named]
        listed_below(sheet, list(zip(ascii_uppercase, names, strict=False)), columns=2)
