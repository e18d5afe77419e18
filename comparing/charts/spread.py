"""The spread: a row a figure, the others as a band or a tick, the named as dots, the own above all.

Where quartiles may be told, the middle half is a band and the median a tick; where only a mean may,
a tick alone; otherwise a word. Nothing stands for the least or the most of those who are not named.
"""

from collections.abc import Iterator, Sequence
from string import ascii_uppercase

from comparing.charts.beside import beside_whom
from comparing.charts.spread_row import BAND, LETTERED, MEAN, SCALE, Place, draw_own, draw_row
from comparing.method.comparing import Comparison
from comparing.method.members import DOMAINS, MECHANISMS, PRINCIPLES, STRUCTURE, ComparedMember
from comparing.wording.comparison_sentences import COMPARISON_TITLES
from comparing.wording.figures_compared import Row, named_others, rows_of
from comparing.wording.gaps import missing, others_word
from reports.drawing.legend import Entry, legend, listed_below
from reports.drawing.lettering import width
from reports.drawing.markers import NAMED, OWN
from reports.drawing.rows import draw_scale, rule
from reports.drawing.sheet import Sheet, corners
from reports.drawing.style import ASIDE, BOLD, MARGIN, NOTE, PAPER, WIDTH, Fill
from reports.wording.titles import SCORES


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
    sheet: Sheet,
    top: float,
    parts: Sequence[tuple[str, Sequence[Row]]],
    named: Sequence[ComparedMember],
) -> tuple[list[Place], float]:
    """Every row's place, and where the last ends; each part under its heading."""
    places: list[Place] = []
    for heading, part in parts:
        if heading:
            rule(sheet, top)
            wide = width(heading, BOLD) + 1
            behind = corners(MARGIN, top + 0.4, MARGIN + wide, top + 6.6)
            sheet.area(behind, Fill(PAPER, above=1.4))  # the scale's lines pass under it
            sheet.words(MARGIN, top + 5, heading, BOLD)
            top += 7
        for row in part:
            places.append(Place(row, top, height_of(row, named), bool(named)))
            top += places[-1].height
    return places, top


def height_of(row: Row, named: Sequence[ComparedMember]) -> float:
    """mm; a mechanism has three lines of words at either side."""
    least = 14.0 if row.key[0] == MECHANISMS else 10.5
    if not named:
        return least
    return max(least, 14.6 if len(named) <= LETTERED else 11.4)


def entries(
    comparison: Comparison, rows: Sequence[Row], named: Sequence[ComparedMember]
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
    for note in missing(comparison, rows, things):
        sheet.write(note, NOTE)


def key(sheet: Sheet, named: Sequence[ComparedMember]) -> None:
    """Which letter is whose, in two columns."""
    if 0 < len(named) <= LETTERED:
        names = [one.name for one in named]
        listed_below(sheet, list(zip(ascii_uppercase, names, strict=False)), columns=2)
