"""What slides say, before anything is written: a title, a few lines, a chart and its words."""

from dataclasses import dataclass
from datetime import date

from assessment.method.numbers import Figure

Lines = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class NativeChart:
    """A figure for each label in each series; None is a gap. ``words``: what it shows."""

    kind: str
    labels: tuple[str, ...]
    series: tuple[tuple[str, tuple[Figure, ...]], ...]
    most: float
    words: str


@dataclass(frozen=True, slots=True)
class Slide:
    """Each line may begin with a few words in bold; ``aside`` stands small below."""

    title: str
    lines: Lines
    chart: NativeChart | None
    aside: str = ""


@dataclass(frozen=True, slots=True)
class Slides:
    title: str
    author: str
    day: date | None
    slides: tuple[Slide, ...]
