"""A chart as bytes and words, and what a page knows of one before it is drawn."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matplotlib.figure import Figure


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart by its name; ``sentence`` is what it means: shown beside it, and its alt text."""

    name: str
    title: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture, drawn."""

    name: str
    title: str
    sentence: str
    svg: bytes
    png: bytes


def printed(picture: Picture, figure: "Figure") -> Chart:
    """A drawn figure as bytes."""
    # matplotlib takes a second to import: only when something is drawn.
    from reports.drawing import output  # noqa: PLC0415

    return Chart(
        name=picture.name,
        title=picture.title,
        sentence=picture.sentence,
        svg=output.svg(figure, picture.name, picture.title, picture.sentence),
        png=output.png(figure),
    )
