"""What a document says, from its head to its foot, before anything is set: plain values.

``word`` and ``bound`` write the same outline, so Word and PDF cannot say different things.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from reports.drawing.chart import Picture

Tone = Literal["plain", "strong", "label", "quiet"]  # a label stays with what follows it


@dataclass(frozen=True, slots=True)
class Heading:
    """``depth`` 1 is the document's own; its parts are 2, theirs 3."""

    text: str
    depth: int
    on_new_page: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph."""

    text: str
    tone: Tone = "plain"


@dataclass(frozen=True, slots=True)
class Points:
    """A list, each line of which may begin with a few words in bold."""

    lines: tuple[tuple[str, str], ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Every row as long as the head; ``shares`` of the width, in any unit."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    shares: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """A chart under the sentence that says what it shows, which is its alternative text too."""

    picture: Picture


Block = Heading | Words | Points | Table | Shown


@dataclass(frozen=True, slots=True)
class Outline:
    """``day``: when what it tells was closed; files say that they were made then."""

    title: str
    author: str
    day: date | None
    blocks: tuple[Block, ...]


def points(*lines: str, numbered: bool = False) -> Points:
    """Without bold beginnings."""
    return Points(tuple(("", line) for line in lines), numbered)
