"""Dots under a scale of 0 to 100: a row a name, one marker a series, each in a lane of its own."""

from collections.abc import Sequence
from dataclasses import dataclass

from questions import Thresholds
from reports.drawing.legend import LegendEntry, legend
from reports.drawing.markers import Marker
from reports.drawing.rows import Scale, draw_scale, row_name, rule
from reports.drawing.sheet import Sheet, Spot
from reports.drawing.style import INK, MARGIN, NOTE, WIDTH, Pen
from reports.wording.plotted import Dot

LEFT, RIGHT = 46.0, WIDTH - 6.0  # mm, of 0 and of 100
SCALE = Scale(LEFT, RIGHT)
LANE = 2.0  # mm; a marker is about as tall, so equal figures stand under each other
LEAST_ROW = 10.5  # mm, of a name on two lines


@dataclass(frozen=True, slots=True)
class Series:
    """One marker a row; a missing figure leaves its lane empty."""

    name: str
    marker: Marker
    dots: tuple[Dot | None, ...]


@dataclass(frozen=True, slots=True)
class DotPlot:
    """``ticks``: a figure a row that stands upright behind the markers."""

    thresholds: Thresholds
    entries: tuple[LegendEntry, ...]
    names: tuple[str, ...]
    series: tuple[Series, ...]
    ticks: tuple[float | None, ...]

    def draw(self, sheet: Sheet) -> None:
        legend(sheet, self.entries)
        height = max(LEAST_ROW, (len(self.series) + 1.1) * LANE)
        top = sheet.bottom + NOTE.height + 1
        tops = [top + place * height for place in range(len(self.names))]
        bottom = top + height * len(self.names)
        for name, start in zip(self.names, tops, strict=True):
            rule(sheet, start)
            row_name(sheet, name, start + height / 2, LEFT - MARGIN - 6)
        draw_scale(sheet, SCALE, top, bottom, self.thresholds)
        draw_ticks(sheet, self.ticks, tops, height)
        for lane, one in enumerate(self.series):
            offset = (lane - (len(self.series) - 1) / 2) * LANE
            ys = [top + (place + 0.5) * height + offset for place in range(len(one.dots))]
            plot_series(sheet, one, ys)
        sheet.bottom = bottom + NOTE.height + 2


def draw_ticks(
    sheet: Sheet, ticks: Sequence[float | None], tops: Sequence[float], height: float
) -> None:
    places: list[Spot | None] = []
    for figure, top in zip(ticks, tops, strict=True):
        if figure is not None:
            x = SCALE.at(figure)
            places += [(x, top + 0.6), (x, top + height - 0.6), None]
    sheet.path(places, Pen(INK, 1.2, above=1.5), name="ticks")


def plot_series(sheet: Sheet, series: Series, ys: Sequence[float]) -> None:
    """Rough ranges as thin lines, then the markers."""
    lanes = list(zip(series.dots, ys, strict=True))
    ranges: list[Spot | None] = []
    for dot, y in lanes:
        if dot and dot.low is not None and dot.high is not None:
            ranges += [(SCALE.at(dot.low), y), (SCALE.at(dot.high), y), None]
    if ranges:
        pen = Pen(series.marker.colour, 0.9, above=2)
        sheet.path(ranges, pen, name=f"{series.name}-range")
    places = [(SCALE.at(dot.figure), y) if dot else None for dot, y in lanes]
    sheet.marks(places, series.marker, name=series.name)
