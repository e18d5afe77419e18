"""A chart by its name, as bytes and words."""

from collections.abc import Iterator
from dataclasses import dataclass

from assessment.method.marks import Marked
from reports.charts.sentences import SENTENCES
from reports.charts.words import TITLES

CHARTS = tuple(TITLES)


@dataclass(frozen=True, slots=True)
class Chart:
    """``sentence`` is what it means: shown beside it, and its alt text."""

    name: str
    title: str
    sentence: str
    svg: bytes
    png: bytes


def draw_all(marked: Marked) -> Iterator[Chart]:
    """In the order of ``CHARTS``, one at a time, so that a progress bar can move."""
    return (draw(marked, name) for name in CHARTS)


def draw(marked: Marked, name: str) -> Chart:
    """One of ``CHARTS``; KeyError for any other name."""
    title, sentence = TITLES[name], SENTENCES[name](marked)
    # matplotlib takes a second to import: only when something is drawn.
    from reports.charts import output, pictures  # noqa: PLC0415

    figure = pictures.picture(marked, name).figure
    return Chart(
        name=name,
        title=title,
        sentence=sentence,
        svg=output.svg(figure, name, title, sentence),
        png=output.png(figure),
    )
