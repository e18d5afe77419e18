"""A chart: how one is made of any report, what it says before it is drawn, and its bytes."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from reports.drawing.parts import Foot, SheetPart
from reports.drawing.sheet import Sheet

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Picture:
    """Everything that a chart shows, as plain values; nothing is drawn yet.

    ``sentence`` is what it means: shown beside it, and its alt text.
    """

    name: str
    title: str
    sentence: str
    parts: tuple[SheetPart, ...]
    foot: Foot

    def sheet(self) -> Sheet:
        """With everything in its place; needs matplotlib, which knows how wide letters are."""
        sheet = Sheet(self.title)
        for part in (*self.parts, self.foot):
            part.draw(sheet)
        return sheet


def always(_told: object) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Design(Generic[T]):
    """A chart that can be made of every ``T``: an entry in the list of its subject's charts.

    ``shows``: whether it would show anything; where it would not, it is offered nowhere.
    """

    name: str
    title: str
    sentence: Callable[[T], str]
    parts: Callable[[T], Iterable[SheetPart]]
    foot: Callable[[T], Foot]
    shows: Callable[[T], bool] = always

    def of(self, told: T) -> Picture:
        parts = tuple(self.parts(told))
        return Picture(self.name, self.title, self.sentence(told), parts, self.foot(told))


def chart_list(*designs: Design[T]) -> dict[str, Design[T]]:
    """In this order, which is that of the files."""
    return {design.name: design for design in designs}


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture, drawn."""

    name: str
    title: str
    sentence: str
    svg: bytes
    png: bytes


class Drawn(Protocol):
    """A picture's bytes: drawn for this, or kept from before."""

    @property
    def svg(self) -> bytes: ...
    @property
    def png(self) -> bytes: ...


Draw = Callable[[Picture], Drawn]


def printed(picture: Picture) -> Chart:
    # matplotlib takes a second to import: only when something is drawn.
    from reports.drawing import artists, output  # noqa: PLC0415

    figure = artists.figure_of(picture.sheet())
    svg = output.svg(figure, picture.name, picture.title, picture.sentence)
    return Chart(picture.name, picture.title, picture.sentence, svg, output.png(svg))
