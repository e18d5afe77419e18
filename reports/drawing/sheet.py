"""The paper every chart is drawn on: millimetres from the top left, a heading and a footer.

Artists stand on the figure itself, without axes: fewer to draw, and every word's place is known.
"""

from collections.abc import Iterable, Sequence

from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Polygon
from matplotlib.text import Text
from matplotlib.transforms import Affine2D

from assessment.method.language import on_day
from assessment.method.results import About
from reports.drawing.lettering import drawable, font, wrapped
from reports.drawing.markers import Marker
from reports.drawing.style import (
    ASIDE,
    MARGIN,
    PAPER,
    PLAIN,
    PNG_DPI,
    POINT,
    TITLE,
    WIDTH,
    Fill,
    Letters,
    Pen,
)

MM = 1 / 25.4
ROOM = WIDTH - 2 * MARGIN
RULE = Pen()
NOWHERE = (float("nan"), float("nan"))

Spot = tuple[float, float]


class Sheet:
    """``bottom`` is how far down it is filled; ``finish`` sets the height."""

    def __init__(self, title: str) -> None:
        self.figure = Figure(dpi=PNG_DPI, facecolor=PAPER, edgecolor="none", linewidth=0)
        self.page = Affine2D()
        self.place = self.page + self.figure.dpi_scale_trans
        self.bottom = MARGIN
        self.write(title, TITLE)
        self.bottom += 1.5

    def write(self, text: str, letters: Letters = PLAIN, *, most: int = 3) -> None:
        """A paragraph across the sheet, below what is there."""
        for line in wrapped(text, ROOM, letters, most=most):
            self.words(MARGIN, self.bottom + letters.size * POINT, line, letters)
            self.bottom += letters.height

    def words(
        self, x: float, y: float, text: str, letters: Letters = PLAIN, *, align: str = "left"
    ) -> None:
        """One line with its baseline at ``y``; typed text is never read as mathematics."""
        said = Text(x, y, drawable(text, letters.bold), color=letters.colour, zorder=4)
        said.set(fontproperties=font(letters.size, letters.bold), parse_math=False, usetex=False)
        said.set(horizontalalignment=align, verticalalignment="baseline", transform=self.place)
        said.set(rotation=90 if letters.turned else 0, rotation_mode="anchor")
        self.figure.add_artist(said)

    def path(
        self, places: Sequence[Spot | None], pen: Pen = RULE, *, name: str | None = None
    ) -> None:
        """A line; None breaks it. ``name`` marks an artist that carries figures."""
        drawn = Line2D(*columns(places), color=pen.colour, linewidth=pen.width)
        drawn.set(transform=self.place, gid=name, zorder=pen.above)
        drawn.set(solid_capstyle="round", solid_joinstyle="round")
        if pen.dashes:
            drawn.set_linestyle((0, pen.dashes))
        self.figure.add_artist(drawn)

    def marks(
        self, places: Sequence[Spot | None], marker: Marker, *, name: str | None = None
    ) -> None:
        """A marker each; none where a figure is missing."""
        drawn = Line2D(*columns(places), linestyle="none", marker=marker.symbol)
        drawn.set(transform=self.place, gid=name, zorder=marker.above, markersize=marker.size)
        drawn.set(markeredgecolor=marker.colour, markeredgewidth=marker.edge)
        drawn.set_markerfacecolor(PAPER if marker.hollow else marker.colour)
        self.figure.add_artist(drawn)

    def area(self, corners: Sequence[Spot], fill: Fill) -> None:
        drawn = Polygon(corners, closed=True, facecolor=fill.colour, edgecolor=fill.edge)
        drawn.set(transform=self.place, hatch=fill.hatch, zorder=fill.above)
        drawn.set(linewidth=fill.width, joinstyle="round")
        self.figure.add_artist(drawn)

    def finish(self, source: str, caution: str) -> None:
        """The footer, which says whose figures these are; the height that everything needs."""
        self.bottom += 3
        self.path([(MARGIN, self.bottom), (WIDTH - MARGIN, self.bottom)])
        self.bottom += 1.2
        self.write(source, ASIDE)
        self.write(caution, ASIDE)
        height = self.bottom + MARGIN
        self.figure.set_size_inches(WIDTH * MM, height * MM)
        self.page.scale(MM, -MM).translate(0, height * MM)


def origin(about: About) -> str:
    """'Northfield NHS Trust, Community peer support, closed 20 November 2026'; the date always."""
    parts = [
        *wrapped(about.organisation, ROOM, ASIDE, most=1),
        *wrapped(about.programme, 0.75 * ROOM, ASIDE, most=1),
    ]
    if about.closed:
        parts.append(f"closed {on_day(about.closed)}")
    return ", ".join(parts)


def corners(left: float, top: float, right: float, bottom: float) -> list[Spot]:
    """Of a box, for ``Sheet.area``."""
    return [(left, top), (right, top), (right, bottom), (left, bottom)]


def columns(places: Iterable[Spot | None]) -> tuple[list[float], list[float]]:
    """x and y; None as nan, where matplotlib breaks a line and draws no marker."""
    known = [place or NOWHERE for place in places]
    return [x for x, _ in known], [y for _, y in known]
