"""Then and now: a row a principle, a lane a perspective, two joined marks with rough ranges."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from questions import Side, Thresholds
from reports.drawing.legend import LegendEntry, legend
from reports.drawing.markers import Marker
from reports.drawing.parts import Paragraph, SheetPart, note
from reports.drawing.radar import DASHED
from reports.drawing.rows import Scale, draw_scale, row_name, rule
from reports.drawing.sheet import Sheet, Spot
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
from reports.method.change import Change, Changes, RangedFigure, Verdict, changes
from reports.wording.over_time_said import change_sentence
from reports.wording.plotted import Dot
from reports.wording.sides_said import in_order
from reports.wording.timeline import DatedResults, OverTime
from reports.years.charts.then_and_now_radar import change_notes

SIDES, SCALE = 40.0, Scale(66.0, WIDTH - 32.0)  # mm, of the perspectives' names, of 0 and 100
LANE, PAD = 4.1, 2.0  # mm
APART = 0.9  # mm, then above the lane's middle and now below it
TONES = {Side.LIVED: TEAL, Side.OTHERS: PLUM, Side.PANEL: INK}
LETTERS = {
    Verdict.CHANGED: Letters(SMALL, bold=True),
    Verdict.POSSIBLE: NOTE,
}


def change(story: OverTime) -> Iterator[SheetPart]:
    before, after = story.last_two
    found = changes(before.results, after.results)
    sides = sides_of(found)
    if sides:
        yield dumbbells(found, sides, tuple(dumbbell_entries(found, before, after)))
    else:
        yield Paragraph(change_sentence(story))
    missing = any(
        one.sides.get(side) is None for one in found.principles.values() for side in sides
    )
    yield from map(note, change_notes(found, missing=missing))


def sides_of(found: Changes) -> list[str]:
    """Every perspective that can be compared on any principle, in the instrument's order."""
    there = {side for one in found.principles.values() for side in one.compared}
    return in_order(found.after.instrument, there)


def dumbbell_entries(
    found: Changes, before: DatedResults, after: DatedResults
) -> Iterator[LegendEntry]:
    yield LegendEntry(str(before), mark_of(Side.PANEL, now=False))
    yield LegendEntry(str(after), mark_of(Side.PANEL, now=True))
    every = [c for one in found.principles.values() for c in one.compared.values()]
    if any(c.before.low is not None or c.after.low is not None for c in every):
        yield LegendEntry("Rough range", None, stroke=True)


def dumbbells(
    found: Changes, sides: Sequence[str], entries: tuple[LegendEntry, ...]
) -> "Dumbbells":
    after, principles = found.after, found.after.instrument.principle
    return Dumbbells(
        thresholds=after.instrument.thresholds,
        entries=entries,
        names=tuple(principles[code].name for code in found.principles),
        lanes=tuple(lane_of(found, side) for side in sides),
    )


def lane_of(found: Changes, side: str) -> "Lane":
    after = found.after
    moved = tuple(moved_of(one.sides.get(side)) for one in found.principles.values())
    return Lane(side, after.instrument.shape.sides[side], after.short_name_of(side), moved)


@dataclass(frozen=True, slots=True)
class Moved:
    """Of one principle; ``verdict`` is section 10's."""

    then: Dot
    now: Dot
    verdict: Verdict


def moved_of(one: Change | None) -> Moved | None:
    return None if one is None else Moved(dot_of(one.before), dot_of(one.after), one.verdict)


def dot_of(one: RangedFigure) -> Dot:
    return Dot(one.value, one.low, one.high)


@dataclass(frozen=True, slots=True)
class Lane:
    """A perspective's, in every row; None where it cannot be compared."""

    perspective: str
    side: Side
    name: str
    moves: tuple[Moved | None, ...]


@dataclass(frozen=True, slots=True)
class Dumbbells:
    thresholds: Thresholds
    entries: tuple[LegendEntry, ...]
    names: tuple[str, ...]
    lanes: tuple[Lane, ...]

    def draw(self, sheet: Sheet) -> None:
        legend(sheet, self.entries)
        sheet.write("Where two marks have no word at the right, there is no clear change.", NOTE)
        top = sheet.bottom + NOTE.height + 2
        height = max(len(self.lanes) * LANE, 2 * PLAIN.height) + PAD
        bottom = top + height * len(self.names)
        draw_scale(sheet, SCALE, top, bottom, self.thresholds)
        middles = [top + (place + 0.5) * height for place in range(len(self.names))]
        for name, middle in zip(self.names, middles, strict=True):
            rule(sheet, middle - height / 2)
            row_name(sheet, name, middle, SIDES - MARGIN - 3)
        for place, lane in enumerate(self.lanes):
            aside = (-(len(self.lanes) - 1) / 2 + place) * LANE
            draw_lane(sheet, lane, [middle + aside for middle in middles])
        sheet.bottom = bottom + NOTE.height + 2


def draw_lane(sheet: Sheet, lane: Lane, ys: Sequence[float]) -> None:
    """Ranges, then what joins the marks, then the marks."""
    moves = list(zip(lane.moves, ys, strict=True))
    there = [(move, y) for move, y in moves if move is not None]
    colour, dashes = TONES[lane.side], DASHED if lane.side is Side.OTHERS else None
    sheet.path([place for one in there for place in ranges(*one)], Pen(colour, 0.7, above=1.5))
    joined: list[Spot | None] = []
    for move, y in there:
        joined += [*spots(move, y), None]
        if move.verdict is not Verdict.NO_CLEAR:
            letters = LETTERS[move.verdict]
            sheet.words(WIDTH - MARGIN, y + 1.1, move.verdict, letters, align="right")
    sheet.path(joined, Pen(colour, 1.4, dashes, above=2))
    for end, word in enumerate(("before", "now")):
        places = [spots(move, y)[end] if move else None for move, y in moves]
        sheet.marks(places, mark_of(lane.side, now=bool(end)), name=f"{word}-{lane.perspective}")
    for y in ys:
        sheet.words(SIDES, y + 1.1, lane.name, ASIDE)


def spots(move: Moved, y: float) -> tuple[Spot, Spot]:
    then, now = SCALE.at(move.then.figure), SCALE.at(move.now.figure)
    return (then, y - APART), (now, y + APART)


def ranges(move: Moved, y: float) -> Iterator[Spot | None]:
    for one, at in ((move.then, y - APART), (move.now, y + APART)):
        if one.low is not None and one.high is not None:
            yield from ((SCALE.at(one.low), at), (SCALE.at(one.high), at), None)


def mark_of(side: Side, *, now: bool) -> Marker:
    """Hollow then, filled now."""
    return Marker("o", TONES[side], hollow=not now, size=4.8 if now else 4.4)
