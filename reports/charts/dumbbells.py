"""Then and now: a row a principle, a lane a perspective, two joined marks with rough ranges."""

from collections.abc import Iterator, Sequence

from assessment.method.change import Change, Changes, Figure, PrincipleChange, Verdict, changes
from assessment.method.views import OTHERS
from reports.charts.legend import Entry, legend
from reports.charts.over_time_sentences import OVER_TIME_TITLES, change_sentence
from reports.charts.radar import DASHED
from reports.charts.rows import Scale, draw_scale, row_name, rule
from reports.charts.shapes import Shape
from reports.charts.sheet import Sheet, origin
from reports.charts.story import OverTime, Round
from reports.charts.style import (
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
from reports.charts.then_and_now import notes
from reports.charts.words import SCORES, on_day

SIDES, SCALE = 40.0, Scale(66.0, WIDTH - 32.0)  # mm, of the perspectives' names, of 0 and 100
LANE, PAD = 4.1, 2.0
APART = 0.9  # mm, then above the lane's middle and now below it
LETTERS = {
    Verdict.CHANGED: Letters(SMALL, bold=True),
    Verdict.POSSIBLE: NOTE,
    Verdict.NO_CLEAR: ASIDE,
}


def change(story: OverTime) -> Sheet:
    sheet = Sheet(OVER_TIME_TITLES["change"])
    before, after = story.last_two
    found = changes(before.results, after.results)
    sides = sides_of(found)
    if sides:
        legend(sheet, list(entries(found, before, after)))
        table(sheet, found, sides)
    else:
        sheet.write(change_sentence(story))
    for note in notes(found):
        sheet.write(note, NOTE)
    sheet.finish(origin(after.results.about), SCORES)
    return sheet


def sides_of(found: Changes) -> list[str]:
    """Every perspective that can be compared on any principle, in the instrument's order."""
    there = {side for one in found.principles.values() for side, c in one.sides.items() if c}
    return [one.code for one in found.after.instrument.perspectives if one.code in there]


def entries(found: Changes, before: Round, after: Round) -> Iterator[Entry]:
    yield Entry(f"{before.name}, closed {on_day(before.closed)}", mark_of("panel", now=False))
    yield Entry(f"{after.name}, closed {on_day(after.closed)}", mark_of("panel", now=True))
    every = [c for one in found.principles.values() for c in one.sides.values() if c]
    if any(c.before.low is not None or c.after.low is not None for c in every):
        yield Entry("Rough range", None, stroke=True)


def table(sheet: Sheet, found: Changes, sides: Sequence[str]) -> None:
    top = sheet.bottom + NOTE.height + 1
    height = max(len(sides) * LANE, 2 * PLAIN.height) + PAD
    bottom = top + height * len(found.principles)
    draw_scale(sheet, SCALE, top, bottom, found.after.instrument.thresholds)
    principles = found.after.instrument.principle
    for place, (code, one) in enumerate(found.principles.items()):
        start = top + place * height
        rule(sheet, start)
        row_name(sheet, principles[code].name, start + height / 2, SIDES - MARGIN - 3)
        first = start + (height - (len(sides) - 1) * LANE) / 2
        for lane, side in enumerate(sides):
            draw_lane(sheet, found, first + lane * LANE, (code, side), one)
    sheet.bottom = bottom + NOTE.height + 2


def draw_lane(
    sheet: Sheet, found: Changes, y: float, key: tuple[str, str], one: PrincipleChange
) -> None:
    principle, side = key
    moved = one.sides.get(side)
    sheet.words(SIDES, y + 1.1, found.after.short_name_of(side), ASIDE)
    if moved is None:
        return
    name = f"{principle}-{side}"
    draw_ranges(sheet, y, moved, colour_of(side))
    pen = Pen(colour_of(side), 1.4, DASHED if side in OTHERS else None, above=2)
    then, now = spots(moved, y)
    sheet.path([then, now], pen)
    sheet.marks([then], mark_of(side, now=False), name=f"before-{name}")
    sheet.marks([now], mark_of(side, now=True), name=f"now-{name}")
    sheet.words(WIDTH - MARGIN, y + 1.1, moved.verdict, LETTERS[moved.verdict], align="right")


def spots(moved: Change, y: float) -> tuple[tuple[float, float], tuple[float, float]]:
    then, now = SCALE.at(moved.before.value), SCALE.at(moved.after.value)
    return (then, y - APART), (now, y + APART)


def draw_ranges(sheet: Sheet, y: float, moved: Change, colour: str) -> None:
    for figure, at in ((moved.before, y - APART), (moved.after, y + APART)):
        ends = range_of(figure)
        if ends:
            sheet.path([(SCALE.at(end), at) for end in ends], Pen(colour, 0.7, above=1.5))


def range_of(figure: Figure) -> tuple[float, float] | None:
    if figure.low is None or figure.high is None:
        return None
    return figure.low, figure.high


def colour_of(side: str) -> str:
    return PLUM if side in OTHERS else INK if side == "panel" else TEAL


def mark_of(side: str, *, now: bool) -> Shape:
    """Hollow then, filled now."""
    return Shape("o", colour_of(side), hollow=not now, size=4.8 if now else 4.4)
