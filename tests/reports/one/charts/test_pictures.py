"""What is drawn, read back from the figure."""

import dataclasses
from itertools import pairwise
from math import atan2, hypot, isnan, pi

import numpy as np
import pytest
from matplotlib.path import Path
from matplotlib.text import Text

from assessment.method.structure import profile
from reports.drawing.circle import CENTRE, RADIUS
from reports.drawing.dots import LEFT, RIGHT
from reports.one.charts import CHARTS
from reports.one.charts.plane import LEFT as MAP_LEFT
from reports.one.charts.plane import SIDE, place_of, regions
from reports.one.charts.pyramid import bar_width
from reports.wording.plotted import domain_lines, layers, perspective_dots, principle_lines
from tests.reports.drawing.reading import areas_of, close, drawn, lines_of, named
from tests.reports.one.charts.cast import CAST, INSTRUMENT


@pytest.mark.parametrize("marked", CAST.values(), ids=CAST)
@pytest.mark.parametrize(
    ("name", "series"), [("principles", principle_lines), ("standards", domain_lines)]
)
def test_a_radar_shows_its_figures_clockwise_from_the_top(marked, name, series):
    figure = drawn(CHARTS[name], marked)
    rim = next(line for line in lines_of(figure) if len(line.get_xdata()) == 91)
    middle = (min(rim.get_ydata()) + max(rim.get_ydata())) / 2
    lines = series(marked)

    assert len(lines) <= 2
    assert {line.code for line in lines} == set(named(figure))
    for line in lines:
        spots = list(named(figure)[line.code].get_xydata())
        assert [reach(x, y, middle) for x, y in spots] == close(line.figures)
        for place, (x, y) in enumerate(spots):
            if line.figures[place]:
                turn = atan2(x - CENTRE, middle - y) % (2 * pi)
                assert turn == pytest.approx(2 * pi * place / len(spots), abs=1e-9)


def reach(x, y, middle):
    return None if isnan(x) else 100 * hypot(x - CENTRE, y - middle) / RADIUS


@pytest.mark.parametrize("name", ["principles", "standards"])
def test_a_missing_figure_breaks_the_line(name):
    """The stroke has a gap where the marker is missing, and closes only where both ends are."""
    marked = CAST["some missing"]
    figure = drawn(CHARTS[name], marked)
    strokes = [line for line in lines_of(figure) if line.get_linewidth() == 1.8]
    lines = {tuple(map(tuple, line.get_xydata()[:-1])) for line in strokes}
    marks = {tuple(map(tuple, line.get_xydata())) for line in named(figure).values()}

    assert any(None in line.figures for line in (*principle_lines(marked), *domain_lines(marked)))
    assert {repr(line) for line in marks} <= {repr(line) for line in lines}


@pytest.mark.parametrize("marked", CAST.values(), ids=CAST)
def test_dots_show_every_score_and_its_rough_range(marked):
    lines = named(drawn(CHARTS["perspectives"], marked))
    rows = perspective_dots(marked)

    for row in rows:
        xs = lines[row.perspective].get_xdata()
        assert [across(x) for x in xs] == close([dot and dot.figure for dot in row.dots])
        ends = [
            end for dot in row.dots if dot and dot.low is not None for end in (dot.low, dot.high)
        ]
        if ends:
            xs = lines[f"{row.perspective}-range"].get_xdata()
            assert [across(x) for x in xs if not isnan(x)] == close(ends)
    lived = [one.views.practice for one in marked.principles.values()]
    ticks = [across(x) for x in lines["ticks"].get_xdata()][::3] if "ticks" in lines else []
    assert ticks == close([figure for figure in lived if figure is not None])


def across(x):
    return None if isnan(x) else 100 * (x - LEFT) / (RIGHT - LEFT)


def test_equal_figures_of_two_perspectives_stand_apart():
    lines = named(drawn(CHARTS["perspectives"], CAST["all 4"]))
    heights = [lines[side].get_ydata()[0] for side in ("giving", "receiving", "partner", "staff")]

    assert min(b - a for a, b in pairwise(heights)) >= 2


@pytest.mark.parametrize("marked", CAST.values(), ids=CAST)
def test_the_map_shows_the_point_or_none(marked):
    figure, here = drawn(CHARTS["map"], marked), place_of(marked)
    frame = [area for area in areas_of(figure) if len(area.get_xy()) == 5][-1].get_xy()
    top = min(y for _, y in frame)

    if here is None:
        assert named(figure) == {}
        return
    ((x, y),) = named(figure)["point"].get_xydata()
    assert 100 * (x - MAP_LEFT) / SIDE == pytest.approx(here[0])
    assert 100 * (1 - (y - top) / SIDE) == pytest.approx(here[1])


@pytest.mark.parametrize("lead", [20, 5, 45, 70])
def test_regions_are_those_of_the_profiles(lead):
    """Every place on the map lies in the region that the method names, and in no other."""
    thresholds = dataclasses.replace(INSTRUMENT.thresholds, profile_lead=lead)
    polygons = {region.profile: Path(region.corners) for region in regions(thresholds)}
    for formal in [x / 2 + 0.1 for x in range(0, 199, 3)]:
        for essence in [y / 2 + 0.15 for y in range(0, 199, 3)]:
            inside = [
                one for one, path in polygons.items() if path.contains_point((formal, essence))
            ]
            assert inside == [profile(formal, essence, thresholds)]


@pytest.mark.parametrize("marked", CAST.values(), ids=CAST)
def test_the_pyramid_has_bars_as_wide_as_there_is_of_a_layer(marked):
    figure = drawn(CHARTS["pyramid"], marked)
    rated = [layer for layer in layers(marked) if layer.rating is not None]
    areas = areas_of(figure)
    bars = [area for area in areas if area.get_facecolor()[3]]
    shapes = [area for area in areas if not area.get_facecolor()[3]]
    widths = [np.ptp(bar.get_xy()[:, 0]) for bar in reversed(bars)]
    assert widths == pytest.approx([bar_width(layer.rating) for layer in rated])
    assert bar_width(4) == 4 * bar_width(1) > 0
    assert [bool(shape.get_hatch()) for shape in reversed(shapes)] == [
        layer.rating is None for layer in layers(marked)
    ]
    bottoms = [shape.get_xy()[:, 1].max() for shape in reversed(shapes)]
    assert bottoms == sorted(bottoms, reverse=True)


@pytest.mark.parametrize("name", CHARTS)
def test_typed_text_is_never_mathematics(name):
    texts = drawn(CHARTS[name], CAST["odd words"]).findobj(Text)

    assert not any(text.get_parse_math() or text.get_usetex() for text in texts)
    assert any("$x^2$" in text.get_text() for text in texts)
    assert any("closed 20 November 2026" in text.get_text() for text in texts)
