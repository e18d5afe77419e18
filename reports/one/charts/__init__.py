"""The charts of one report: pure functions of what was released, that return bytes.

A new chart: its figures in ``wording.plotted``, its title in ``wording.titles.TITLES``, its
sentence in ``wording.chart_sentences.SENTENCES``, its picture in a module of its own, named in
``report_pictures.PICTURES``.
"""

from collections.abc import Iterator

from assessment.method.marks import Marked
from reports.drawing.chart import Chart, Picture, printed
from reports.wording.chart_sentences import SENTENCES
from reports.wording.titles import TITLES

CHARTS = tuple(TITLES)


def picture_of(marked: Marked, name: str) -> Picture:
    """One of ``CHARTS``, in words; KeyError for any other name. Nothing is drawn for this."""
    return Picture(name, TITLES[name], SENTENCES[name](marked))


def draw_all(marked: Marked) -> Iterator[Chart]:
    """In the order of ``CHARTS``, one at a time, so that a progress bar can move."""
    return (draw(marked, name) for name in CHARTS)


def draw(marked: Marked, name: str) -> Chart:
    """One of ``CHARTS``; KeyError for any other name."""
    found = picture_of(marked, name)
    # matplotlib takes a second to import: only when something is drawn.
    from reports.one.charts.report_pictures import picture  # noqa: PLC0415

    return printed(found, picture(marked, name).figure)
