"""Reading a drawn figure back."""

from itertools import combinations

import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.lines import Line2D
from matplotlib.patches import Polygon
from matplotlib.text import Text

from reports.drawing.artists import figure_of
from reports.drawing.style import SMALL


def drawn(design, of):
    """A chart as matplotlib's figure, not yet printed."""
    return figure_of(design.of(of).sheet())


def words_stand_apart(figure):
    """None smaller than the least, none off the sheet, none on another."""
    canvas = FigureCanvasAgg(figure)
    texts = figure.findobj(lambda artist: isinstance(artist, Text) and artist.get_text())
    boxes = [(text.get_text(), text.get_window_extent(canvas.get_renderer())) for text in texts]
    wide, tall = canvas.get_width_height()

    assert min(text.get_fontsize() for text in texts) >= SMALL
    for words, box in boxes:
        assert box.x0 >= 0, words
        assert box.x1 <= wide, words
        assert box.y0 >= 0, words
        assert box.y1 <= tall, words
    for (words, box), (other, beside) in combinations(boxes, 2):
        width = min(box.x1, beside.x1) - max(box.x0, beside.x0)
        height = min(box.y1, beside.y1) - max(box.y0, beside.y0)
        assert min(width, height) < 3, (words, other)  # dots of 1/200 inch: descenders may touch


def close(figures):
    return [None if figure is None else pytest.approx(figure) for figure in figures]


def lines_of(figure):
    return figure.findobj(Line2D)


def areas_of(figure):
    return figure.findobj(Polygon)


def named(figure):
    return {line.get_gid(): line for line in lines_of(figure) if line.get_gid()}


def words_of(figure):
    return [text.get_text() for text in figure.findobj(Text) if text.get_text()]
