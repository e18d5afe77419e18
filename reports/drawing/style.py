"""Colours and sizes. Tone and shape always say what colour says: everything reads in grey."""

from dataclasses import dataclass

PAPER = "#fffdf8"
INK = "#1d2a2e"
TEAL = "#14535a"  # structure, and the lived-experience view
PLUM = "#6b2d5c"  # the one accent: the others' view
QUIET = "#536266"  # words beside; 6:1 on paper
RULE = "#a9b3b2"  # rings and rules
FAINT = "#dfe3df"  # spokes and separators
TINT = "#eef2ee"  # where the organisation's point lies

# From nothing to flourishing: each clearly darker than the one before, in grey too.
TONES = (PAPER, "#d3dedc", "#9dbab9", "#568589", TEAL)

WIDTH = 160.0  # mm: the text width of A4 with 25 mm margins
MARGIN = 3.0
PNG_DPI = 200
POINT = 25.4 / 72  # mm

# Points, as printed at full width; nothing is smaller than SMALL.
HEADING = 12.5
TEXT = 9.0
SMALL = 8.5
LINE_HEIGHT = 1.32


@dataclass(frozen=True, slots=True)
class Letters:
    """How words look; ``size`` in points."""

    size: float = TEXT
    bold: bool = False
    colour: str = INK
    turned: bool = False

    @property
    def height(self) -> float:
        """mm from one baseline to the next."""
        return self.size * POINT * LINE_HEIGHT


PLAIN = Letters()
BOLD = Letters(bold=True)
NOTE = Letters(size=SMALL)
ASIDE = Letters(size=SMALL, colour=QUIET)
TITLE = Letters(size=HEADING, bold=True, colour=TEAL)


@dataclass(frozen=True, slots=True)
class Pen:
    """How a line looks, in points; what is further ``above`` is drawn later."""

    colour: str = RULE
    width: float = 0.7
    dashes: tuple[float, ...] | None = None
    above: float = 1


@dataclass(frozen=True, slots=True)
class Fill:
    """How an area looks: its tone, its edge, and a hatch in the edge's colour."""

    colour: str = "none"
    edge: str = "none"
    width: float = 0.7
    hatch: str | None = None
    above: float = 0.5
