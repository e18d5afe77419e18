"""Markers: a shape for every level, and a shape and tone for every perspective."""

from dataclasses import dataclass

from matplotlib.path import Path

from assessment.method.levels import Level
from reports.drawing.style import INK, PLUM, QUIET, TEAL

M, L, C, Z = Path.MOVETO, Path.LINETO, Path.CURVE3, Path.CLOSEPOLY

# Two leaves on a stem, in the square from -1 to 1, y up.
SEEDLING = Path(
    [
        (-0.12, -1), (-0.12, 0), (-1, 0), (-1, 0.9), (-0.12, 0.85), (0, 0.25),
        (0.12, 0.85), (1, 0.9), (1, 0), (0.12, 0), (0.12, -1), (0, 0),
    ],
    [M, L, C, C, C, C, C, C, C, C, L, Z],
)  # fmt: skip
DASH = Path([(-1, -0.17), (1, -0.17), (1, 0.17), (-1, 0.17), (0, 0)], [M, L, L, L, Z])


@dataclass(frozen=True, slots=True)
class Shape:
    """``size`` in points; a hollow shape is filled with paper."""

    marker: str | Path
    colour: str = INK
    hollow: bool = False
    size: float = 6.5
    above: float = 3

    @property
    def edge(self) -> float:
        """The outline's width in points: all there is of a hollow shape or a cross."""
        return 1.4 if self.hollow or self.marker == "x" else 0.6


LEVELS = {
    Level.HOLDING: Shape("o"),
    Level.WATCH: Shape("o", hollow=True),
    Level.UNDER_DEVELOPED: Shape(SEEDLING, size=8),
    Level.UNDER_PRESSURE: Shape("^", size=7),
    Level.AT_RISK: Shape("D", size=6),
    Level.NOT_ENOUGH: Shape(DASH, size=7),
}

# Lived experience is filled, others are hollow: shape and tone say it without colour.
PERSPECTIVES = {
    "giving": Shape("o", TEAL, size=5.4),
    "receiving": Shape("s", TEAL, size=5),
    "partner": Shape("P", TEAL, size=6),
    "staff": Shape("v", PLUM, hollow=True, size=5.4),
    "commissioner": Shape("D", PLUM, hollow=True, size=4.2),
    "panel": Shape("x", INK, size=4.6),
}

VIEWS = {
    "lived": Shape("o", TEAL, size=6),
    "others": Shape("s", PLUM, hollow=True, size=7.5),
    "standards": Shape("o", TEAL, size=6),
    "now": Shape("o", TEAL, size=6),
    "before": Shape("o", QUIET, hollow=True, size=7.5),
}

OWN = Shape("o", TEAL, size=7, above=3.5)
NAMED = Shape("o", INK, hollow=True, size=4.2)
