"""How each number was made: the method in plain words, every threshold, the sources."""

from collections.abc import Iterator
from itertools import groupby

from assessment.method import Marked
from reports.wording import explained

MakingPart = tuple[str, list[tuple[str, str]]]


def parts(marked: Marked) -> list[MakingPart]:
    """Section by section, each a list of what it is about and what it says."""
    told = explained.sections(marked.results, explained.PAGE)
    return [
        (part, [(about, words) for _, about, words in said])
        for part, said in groupby(told, key=lambda one: one[0])
    ]


def thresholds(marked: Marked) -> Iterator[tuple[str, str, str]]:
    """Name, what it does, and its value as it is written."""
    for about, words, value in explained.thresholds_told(marked.results.instrument):
        yield about, words, f"{value:g}"


def versions(marked: Marked) -> tuple[str, str]:
    """Of the method and of the instrument."""
    instrument = marked.results.instrument
    return instrument.method, instrument.version
