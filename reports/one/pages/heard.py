"""Who answered, and what groups saw differently: never a number that ``Results`` does not hold."""

from collections.abc import Iterator
from dataclasses import dataclass

from assessment.method import Marked
from assessment.method.language import capital
from assessment.method.results import Mode
from questions import Instrument
from reports.one.workbook.summary_sheet import who_rows


@dataclass(frozen=True, slots=True)
class Heard:
    """A perspective: how many are behind what is shown of it, and how they answered."""

    name: str
    count: str
    told: str


def heard(marked: Marked) -> Iterator[Heard]:
    """The words are the spreadsheet's."""
    if marked.results.perspectives:
        for _part, name, count, told in who_rows(marked):
            yield Heard(str(name), str(count), str(told))


@dataclass(frozen=True, slots=True)
class Said:
    """Words of a perspective, as they were written."""

    name: str
    texts: tuple[str, ...]


def different_views(marked: Marked) -> Iterator[Said]:
    """Where a group could not agree, in its own words."""
    for code, released in marked.results.perspectives.items():
        texts = tuple(g.different_view for g in released.groups if g.different_view.strip())
        if texts and released.mode is Mode.GROUP:
            yield Said(capital(marked.results.name_of(code)), texts)


def comments(marked: Marked, kept: tuple[tuple[str, tuple[str, ...]], ...]) -> Iterator[Said]:
    """In the instrument's order of perspectives; which may be shown was settled at closing."""
    found, instrument = dict(kept), marked.results.instrument
    for code in in_order(instrument):
        if found.get(code):
            yield Said(capital(marked.results.name_of(code)), found[code])


def in_order(instrument: Instrument) -> Iterator[str]:
    return (one.code for one in instrument.perspectives)
