"""Then and now: a row a principle, a lane a perspective, two joined marks with rough ranges."""

from collections.abc import Iterator, Sequence

from assessment.method.change import Change, Changes, Figure, Verdict, changes
from assessment.method.language import on_day
from questions import Side
from reports.drawing.legend import Entry, legend
from reports.drawing.markers import Marker
from reports.drawing.radar import DASHED
from reports.drawing.rows import Scale, draw_scale, row_name, rule
from reports.drawing.sheet import Sheet, Spot, origin
from reports.drawing.style import (
    ASIDE,
    INK,
    MARGIN,
    NOTE,
    PLAIN,
    PLUM,
    SMALL,
    TEAL,
    WIDTH,
    Letters,
    Pen,
)
from reports.wording.over_time_said import change_sentence
from reports.wording.timeline import OverTime, Round
from reports.wording.titles import OVER_TIME_TITLES, SCORES
from reports.years.charts.then_and_now_radar import notes

SIDES, SCALE = 40.0, Scale(66.0, WIDTH - 32.0)  # mm, of the perspectives' names, of 0 and 100
LANE, PAD = 4.1, 2.0
APART = 0.9  # mm, then above the lane's middle and now below it
TONES = {Side.LIVED: TEAL, Side.OTHERS: PLUM, Side.PANEL: INK}
LETTERS = {
    Verdict.CHANGED: Letters(SMALL, bold=True),
    Verdict.POSSIBLE: NOTE,
}


def change(story: OverTime) -> Sheet:
    sheet = Sheet(OVER_TIME_TITLES["change"])
    before, after = story.last_two
    found = changes(before.results, after.results)
    sides = sides_of(found)
    if sides:
        legend(sheet, list(entries(found, before, after)))
        sheet.write("Where two marks have no word at the right, there is no clear change.", NOTE)
        table(sheet, found, sides)
    else:
        sheet.write(change_sentence(story))
    missing = any(
        one.sides.get(side) is None for one in found.principles.values() for side in sides
    )
    for note in notes(found, missing=missing):
        sheet.write(note, NOTE)
    sheet.finish(origin(after.results.about), SCORES)
    return sheet


def sides_of(found: Changes) -> list[str]:
    """Every perspective that can be compared on any principle, in the instrument's order."""
    there = {side for one in found.principles.values() for side, c in one.sides.items() if c}
    return [one.code for one in found.after.instrument.perspectives if one.code in there]


def entries(found: Changes, before: Round, after: Round) -> Iterator[Entry]:
    yield Entry(f"{before.name}, closed {on_day(before.closed)}", mark_of(Side.PANEL, now=False))
    yield Entry(f"{after.name}, closed {on_day(after.closed)}", mark_of(Side.PANEL, now=True))
    every = [c for one in found.principles.values() for c in one.sides.values() if c]
    if any(c.before.low is not None or c.after.low is not None for c in every):
        yield Entry("Rough range", None, stroke=True)


def table(sheet: Sheet, found: Changes, sides: Sequence[str]) -> None:
    top = sheet.bottom + NOTE.height + 2
    height = max(len(sides) * LANE, 2 * PLAIN.height) + PAD
    bottom = top + height * len(found.principles)
    draw_scale(sheet, SCALE, top, bottom, found.after.instrument.thresholds)
    principles = found.after.instrument.principle
    lanes = [-(len(sides) - 1) / 2 + lane for lane in range(len(sides))]
    middles = [top + (place + 0.5) * height for place in range(len(found.principles))]
    for code, middle in zip(found.principles, middles, strict=True):
        rule(sheet, middle - height / 2)
        row_name(sheet, principles[code].name, middle, SIDES - MARGIN - 3)
    for side, lane in zip(sides, lanes, strict=True):
        draw_side(sheet, found, side, [middle + lane * LANE for middle in middles])
    sheet.bottom = bottom + NOTE.height + 2


def draw_side(sheet: Sheet, found: Changes, side: str, ys: Sequence[float]) -> None:
    """A perspective's lane in every row: ranges, then what joins the marks, then the marks."""
    lanes = [(one.sides.get(side), y) for one, y in zip(found.principles.values(), ys, strict=True)]
    there = [(moved, y) for moved, y in lanes if moved is not None]
    whose = found.after.instrument.shape.sides[side]
    colour, dashes = TONES[whose], DASHED if whose is Side.OTHERS else None
    sheet.path([place for lane in there for place in ranges(*lane)], Pen(colour, 0.7, above=1.5))
    joined: list[Spot | None] = []
    for moved, y in there:
        joined += [*spots(moved, y), None]
        if moved.verdict is not Verdict.NO_CLEAR:
            letters = LETTERS[moved.verdict]
            sheet.words(WIDTH - MARGIN, y + 1.1, moved.verdict, letters, align="right")
    sheet.path(joined, Pen(colour, 1.4, dashes, above=2))
    for end, word in enumerate(("before", "now")):
        places = [spots(moved, y)[end] if moved else None for moved, y in lanes]
        sheet.marks(places, mark_of(whose, now=bool(end)), name=f"{word}-{side}")
    for y in ys:
        sheet.words(SIDES, y + 1.1, found.after.short_name_of(side), ASIDE)


def spots(moved: Change, y: float) -> tuple[Spot, Spot]:
    then, now = SCALE.at(moved.before.value), SCALE.at(moved.after.value)
    return (then, y - APART), (now, y + APART)


def ranges(moved: Change, y: float) -> Iterator[Spot | None]:
    for figure, at in ((moved.before, y - APART), (moved.after, y + APART)):
        ends = range_of(figure)
        if ends:
            yield from (*((SCALE.at(end), at) for end in ends), None)


def range_of(figure: Figure) -> tuple[float, float] | None:
    if figure.low is None or figure.high is None:
        return None
    return figure.low, figure.high


def mark_of(whose: Side, *, now: bool) -> Marker:
    """Hollow then, filled now."""
    return Marker("o", TONES[whose], hollow=not now, size=4.8 if now else 4.4)
