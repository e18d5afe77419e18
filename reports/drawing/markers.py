"""Markers: a symbol for every level, a symbol and tone for every perspective."""

from dataclasses import dataclass

from assessment.method.levels import Level
from questions import Shape, Side
from reports.drawing.style import INK, PLUM, QUIET, TEAL


@dataclass(frozen=True, slots=True)
class Outline:
    """A symbol of our own in the square from -1 to 1, y up.

    ``steps``: how each point is come to: M without a stroke, L by a line, C by a curve, which takes
    two of them, Z back to the first M.
    """

    points: tuple[tuple[float, float], ...]
    steps: str


# Two leaves on a stem.
SEEDLING = Outline(
    (
        (-0.12, -1), (-0.12, 0), (-1, 0), (-1, 0.9), (-0.12, 0.85), (0, 0.25),
        (0.12, 0.85), (1, 0.9), (1, 0), (0.12, 0), (0.12, -1), (0, 0),
    ),
    "MLCCCCCCCCLZ",
)  # fmt: skip
DASH = Outline(((-1, -0.17), (1, -0.17), (1, 0.17), (-1, 0.17), (0, 0)), "MLLLZ")


@dataclass(frozen=True, slots=True)
class Marker:
    """``size`` in points; a hollow one is filled with paper."""

    symbol: str | Outline
    colour: str = INK
    hollow: bool = False
    size: float = 6.5
    above: float = 3

    @property
    def edge(self) -> float:
        """The outline's width in points: all there is of a hollow one or a cross."""
        return 1.4 if self.hollow or self.symbol == "x" else 0.6


LEVELS = {
    Level.HOLDING: Marker("o"),
    Level.WATCH: Marker("o", hollow=True),
    Level.UNDER_DEVELOPED: Marker(SEEDLING, size=8),
    Level.UNDER_PRESSURE: Marker("^", size=7),
    Level.AT_RISK: Marker("D", size=6),
    Level.NOT_ENOUGH: Marker(DASH, size=7),
}

# Lived experience is filled, others are hollow: symbol and tone say it without colour. The last of
# each is for a perspective that a later shape may add.
SIDES = {
    Side.LIVED: (
        Marker("o", TEAL, size=5.4),
        Marker("s", TEAL, size=5),
        Marker("P", TEAL, size=6),
        Marker("^", TEAL, size=5.4),
    ),
    Side.OTHERS: (
        Marker("v", PLUM, hollow=True, size=5.4),
        Marker("D", PLUM, hollow=True, size=4.2),
        Marker("p", PLUM, hollow=True, size=5.4),
    ),
    Side.PANEL: (Marker("x", INK, size=4.6),),
}

VIEWS = {
    "lived": Marker("o", TEAL, size=6),
    "others": Marker("s", PLUM, hollow=True, size=7.5),
    "standards": Marker("o", TEAL, size=6),
    "now": Marker("o", TEAL, size=6),
    "before": Marker("o", QUIET, hollow=True, size=7.5),
}

OWN = Marker("o", TEAL, size=7, above=3.5)
NAMED = Marker("o", INK, hollow=True, size=4.2)


def marker_of(perspective: str, shape: Shape) -> Marker:
    """In the shape's order; a shape with more perspectives on a side than symbols begins again."""
    side = shape.sides[perspective]
    symbols = SIDES[side]
    return symbols[shape.on(side).index(perspective) % len(symbols)]
