"""The first screen, and the pictures with the same as sentence and table."""

from collections.abc import Iterator
from dataclasses import dataclass

from assessment.method import Marked, PrincipleMark
from assessment.method.language import capital
from assessment.method.levels import Level
from assessment.method.marks import READING_ORDER
from assessment.method.results import Mode
from reports.drawing.chart import Picture
from reports.one.charts import CHARTS
from reports.wording.plotted import (
    Dot,
    RatedLayer,
    layers,
    others_seen,
    perspective_dots,
    without_dots,
)
from reports.wording.profile_said import (
    has_structure,
    marks_in_short,
    marks_said,
    meaning_said,
    profile_sentence,
)


def pictures(marked: Marked) -> dict[str, Picture]:
    """Those that show something; none is drawn for this."""
    return {name: design.of(marked) for name, design in CHARTS.items() if design.shows(marked)}


@dataclass(frozen=True, slots=True)
class First:
    """What a board member reads first."""

    profile: str
    meaning: str
    beside: tuple[tuple[str, str], ...]
    marks_said: tuple[str, ...]
    tally: tuple[tuple[str, int], ...]
    nothing_known: bool
    some_hidden: bool
    holding: int
    at_risk: tuple[tuple[str, tuple[PrincipleMark, ...]], ...]


def first_screen(marked: Marked) -> First:
    return First(
        profile=profile_sentence(marked),
        meaning=meaning_said(marked),
        beside=tuple(marks_in_short(marked)),
        marks_said=tuple(marks_said(marked)),
        tally=tuple((str(level), len(marked.at(level))) for level in READING_ORDER),
        nothing_known=len(marked.at(Level.NOT_ENOUGH)) == len(marked.principles),
        some_hidden=Mode.INDIVIDUAL in without_dots(marked),
        holding=len(marked.at(Level.HOLDING)),
        at_risk=tuple(at_risk(marked)),
    )


def at_risk(marked: Marked) -> Iterator[tuple[str, tuple[PrincipleMark, ...]]]:
    """How sure it is, and of which; what is confirmed first, and either may be missing."""
    for sure in (True, False):
        found = [mark for mark in marked.at(Level.AT_RISK) if mark.confirmed is sure]
        if found:
            yield capital(found[0].sureness), tuple(found)


def parts_shown(marked: Marked) -> dict[str, bool]:
    """Which columns and parts hold any figure, as templates name them."""
    scores = [score for mark in marked.principles.values() for score in mark.scores.values()]
    return {
        "others_seen": others_seen(marked),
        "ranges_told": any(score.low is not None for score in scores),
        "structured": has_structure(marked.structure),
    }


@dataclass(frozen=True, slots=True)
class Voices:
    """The dot plot as a table: perspectives across, principles down."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, tuple[tuple[str, Dot | None], ...]], ...]


def voices(marked: Marked) -> Voices:
    rows = perspective_dots(marked)
    heads = tuple(capital(marked.results.short_name_of(row.perspective)) for row in rows)
    found = []
    for n, mark in enumerate(marked.principles.values()):
        beside = tuple((head, row.dots[n]) for head, row in zip(heads, rows, strict=True))
        found.append((mark.principle.name, beside))
    return Voices(heads, tuple(found))


def pyramid(marked: Marked) -> Iterator[RatedLayer]:
    """From the top down, as it stands."""
    return reversed(layers(marked))
