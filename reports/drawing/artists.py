"""A sheet as matplotlib draws it: this module and ``output`` alone import it as they begin.

Artists stand on the figure itself, without axes: fewer to draw, and every word's place is known.
"""

from collections.abc import Iterable
from functools import cache, singledispatch

from matplotlib.artist import Artist
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.lines import Line2D
from matplotlib.patches import Polygon
from matplotlib.path import Path
from matplotlib.text import Text
from matplotlib.transforms import Affine2D

from reports.drawing.lettering import font_file
from reports.drawing.markers import Outline
from reports.drawing.sheet import Area, Marks, Sheet, Spot, Stroke, TextLine
from reports.drawing.style import PAPER, WIDTH

MM = 1 / 25.4
NOWHERE = (float("nan"), float("nan"))
PATH_STEPS = {"M": Path.MOVETO, "L": Path.LINETO, "C": Path.CURVE3, "Z": Path.CLOSEPOLY}


def figure_of(sheet: Sheet) -> Figure:
    """Its y goes up from the foot, a sheet's goes down from the head."""
    figure = Figure(facecolor=PAPER, edgecolor="none", linewidth=0)
    figure.set_size_inches(WIDTH * MM, sheet.height * MM)
    place = Affine2D().scale(MM, -MM).translate(0, sheet.height * MM) + figure.dpi_scale_trans
    for mark in sheet.drawn:
        drawn = artist(mark)
        drawn.set_transform(place)
        figure.add_artist(drawn)
    return figure


@singledispatch
def artist(mark: object) -> Artist:
    raise TypeError(mark)


@artist.register
def words(mark: TextLine) -> Artist:
    """Typed text is never read as mathematics."""
    letters = mark.letters
    drawn = Text(mark.x, mark.y, mark.text, color=letters.colour, zorder=4)
    drawn.set(fontproperties=font_of(letters.size, letters.bold), parse_math=False, usetex=False)
    drawn.set(horizontalalignment=mark.align, verticalalignment="baseline")
    drawn.set(rotation=90 if letters.turned else 0, rotation_mode="anchor")
    return drawn


@cache  # a handful of sizes, the same on every chart
def font_of(size: float, bold: bool) -> FontProperties:
    return FontProperties(fname=font_file(bold), size=size)


@artist.register
def stroke(mark: Stroke) -> Artist:
    pen = mark.pen
    drawn = Line2D(*coordinates(mark.places), color=pen.colour, linewidth=pen.width)
    drawn.set(gid=mark.name, zorder=pen.above)
    drawn.set(solid_capstyle="round", solid_joinstyle="round")
    if pen.dashes:
        drawn.set_linestyle((0, pen.dashes))
    return drawn


@artist.register
def markers(mark: Marks) -> Artist:
    marker = mark.marker
    drawn = Line2D(*coordinates(mark.places), linestyle="none", marker=symbol(marker.symbol))
    drawn.set(gid=mark.name, zorder=marker.above, markersize=marker.size)
    drawn.set(markeredgecolor=marker.colour, markeredgewidth=marker.edge)
    drawn.set_markerfacecolor(PAPER if marker.hollow else marker.colour)
    return drawn


@cache  # the same few on every chart
def symbol(known: str | Outline) -> str | Path:
    """One of matplotlib's own letters, or an outline as its path."""
    if isinstance(known, str):
        return known
    return Path(known.points, [PATH_STEPS[step] for step in known.steps])


@artist.register
def area(mark: Area) -> Artist:
    fill = mark.fill
    drawn = Polygon(mark.corners, closed=True, facecolor=fill.colour, edgecolor=fill.edge)
    drawn.set(hatch=fill.hatch, zorder=fill.above, linewidth=fill.width, joinstyle="round")
    return drawn


def coordinates(places: Iterable[Spot | None]) -> tuple[list[float], list[float]]:
    """x and y; None as nan, where matplotlib breaks a line and draws no marker."""
    known = [place or NOWHERE for place in places]
    return [x for x, _ in known], [y for _, y in known]
