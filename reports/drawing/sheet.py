"""The paper every chart is drawn on: millimetres from the top left, from the heading down.

What stands on it are plain values; ``artists`` makes them matplotlib's, when they are printed.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from reports.drawing.lettering import drawable, wrapped
from reports.drawing.markers import Marker
from reports.drawing.style import MARGIN, PLAIN, POINT, TITLE, WIDTH, Fill, Letters, Pen

ROOM = WIDTH - 2 * MARGIN
RULE = Pen()

Spot = tuple[float, float]


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line with its baseline at ``y``."""

    x: float
    y: float
    text: str
    letters: Letters
    align: str


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line; None breaks it. ``name`` marks what carries figures."""

    places: tuple[Spot | None, ...]
    pen: Pen
    name: str | None


@dataclass(frozen=True, slots=True)
class Marks:
    """A marker each; none where a figure is missing."""

    places: tuple[Spot | None, ...]
    marker: Marker
    name: str | None


@dataclass(frozen=True, slots=True)
class Area:
    corners: tuple[Spot, ...]
    fill: Fill


class Sheet:
    """``bottom`` is how far down it is filled; ``height`` what everything on it needs."""

    def __init__(self, title: str) -> None:
        self.drawn: list[TextLine | Stroke | Marks | Area] = []
        self.bottom = MARGIN
        self.write(title, TITLE)
        self.bottom += 1.5

    @property
    def height(self) -> float:
        return self.bottom + MARGIN

    def write(self, text: str, letters: Letters = PLAIN, *, most: int = 3) -> None:
        """A paragraph across the sheet, below what is there."""
        for line in wrapped(text, ROOM, letters, most=most):
            self.words(MARGIN, self.bottom + letters.size * POINT, line, letters)
            self.bottom += letters.height

    def words(
        self, x: float, y: float, text: str, letters: Letters = PLAIN, *, align: str = "left"
    ) -> None:
        self.drawn.append(TextLine(x, y, drawable(text, letters.bold), letters, align))

    def path(
        self, places: Sequence[Spot | None], pen: Pen = RULE, *, name: str | None = None
    ) -> None:
        self.drawn.append(Stroke(tuple(places), pen, name))

    def marks(
        self, places: Sequence[Spot | None], marker: Marker, *, name: str | None = None
    ) -> None:
        self.drawn.append(Marks(tuple(places), marker, name))

    def area(self, corners: Sequence[Spot], fill: Fill) -> None:
        self.drawn.append(Area(tuple(corners), fill))


def corners(left: float, top: float, right: float, bottom: float) -> list[Spot]:
    """Of a box, for ``Sheet.area``."""
    return [(left, top), (right, top), (right, bottom), (left, bottom)]
