"""How each number was made: the method in plain words, every threshold, the sources."""

from collections.abc import Iterator

from assessment.method import Marked
from reports.wording import explained

MakingPart = tuple[str, list[tuple[str, str]]]


def parts(marked: Marked) -> list[MakingPart]:
    """Section by section, each a list of what it is about and what it says."""
    told = explained.sections(marked.results, explained.PAGE)
    found: dict[str, list[tuple[str, str]]] = {}
    for part, about, words in told:
        found.setdefault(part, []).append((about, words))
    return list(found.items())


def thresholds(marked: Marked) -> Iterator[tuple[str, str, str]]:
    """Name, what it does, and its value as it is written."""
    for about, words, value in explained.thresholds_told(marked.results.instrument):
        yield about, words, f"{value:g}"


def versions(marked: Marked) -> tuple[str, str]:
    """Of the method and of the instrument."""
    instrument = marked.results.instrument
    return instrument.method, instrument.version
