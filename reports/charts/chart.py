"""A chart by its name, as bytes and words."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assessment.method.marks import Marked
from reports.charts.sentences import SENTENCES
from reports.charts.words import TITLES

if TYPE_CHECKING:
    from matplotlib.figure import Figure

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
    from reports.charts.pictures import picture  # noqa: PLC0415

    return printed(name, title, sentence, picture(marked, name).figure)


def printed(name: str, title: str, sentence: str, figure: "Figure") -> Chart:
    """A drawn figure as bytes."""
    from reports.charts import output  # noqa: PLC0415

    return Chart(
        name=name,
        title=title,
        sentence=sentence,
        svg=output.svg(figure, name, title, sentence),
        png=output.png(figure),
    )
