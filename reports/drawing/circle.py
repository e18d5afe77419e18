"""Places on a radar: spokes clockwise from the top, 0 at the centre, 100 at the rim; in mm."""

from collections.abc import Iterator, Sequence
from math import cos, hypot, pi, sin

from reports.drawing.sheet import Spot
from reports.drawing.style import WIDTH
from reports.wording.plotted import Line

RADIUS = 42.0  # leaves 33 mm for the names beside it
CENTRE = WIDTH / 2
POINTS_BETWEEN = 8  # points of a line between two spokes: where it runs is seen well enough


def turns(count: int) -> list[float]:
    """Of each spoke, from the top."""
    return [2 * pi * place / count for place in range(count)]


def spot(turn: float, figure: float, middle: float) -> Spot:
    """On a sheet whose radar's centre is ``middle`` mm down."""
    reach = RADIUS * figure / 100
    return CENTRE + reach * sin(turn), middle - reach * cos(turn)


def spots(line: Line, middle: float) -> list[Spot | None]:
    """Of each figure; None where it is missing."""
    return [
        None if figure is None else spot(turn, figure, middle)
        for turn, figure in zip(turns(len(line.figures)), line.figures, strict=True)
    ]


def ring(figure: float, middle: float) -> list[Spot]:
    return [spot(turn, figure, middle) for turn in (*turns(90), 0)]


def clearest(count: int, lines: Sequence[Line], figures: Sequence[float]) -> float:
    """The middle of the gap between two spokes where lines keep farthest from words at ``figures``.

    A word is about twice as wide as tall. The first gap where nothing is drawn.
    """
    drawn = [place for line in lines for place in track(line)]

    def room(turn: float) -> float:
        words = [spot(turn, figure, 0) for figure in figures]
        near = (hypot((x - left) / 2, y - top) for x, y in drawn for left, top in words)
        return min(near, default=0)

    return max((turn + pi / count for turn in turns(count)), key=room)


def track(line: Line) -> Iterator[Spot]:
    """Places along a line as it is drawn, around a centre at 0."""
    corners = spots(line, 0)
    for start, end in zip(corners, (*corners[1:], corners[0]), strict=True):
        if start and end:
            for step in range(POINTS_BETWEEN):
                share = step / POINTS_BETWEEN
                yield between(start, end, share)
        elif start:
            yield start


def between(start: Spot, end: Spot, share: float) -> Spot:
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share
