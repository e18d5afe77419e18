"""How each number was made: the method in plain words, every threshold, the sources."""

from collections.abc import Iterator
from itertools import groupby

from assessment.method import Marked
from questions.entries import Source
from reports.one.workbook.how_made_sheet import READ
from reports.wording.explained import sections, thresholds_told

# Parts that speak of the spreadsheet: pages round to whole numbers, and say so themselves.
OF_THE_SPREADSHEET = ("Rounding", "10 and 11. Not in this sheet")

Part = tuple[str, list[tuple[str, str]]]


def parts(marked: Marked) -> list[Part]:
    """Section by section, each a list of what it is about and what it says."""
    told = sections(marked.results.instrument, marked.results.about)
    return [
        (part, [(about, words.replace("this file", "this report")) for _, about, words in said])
        for part, said in groupby(told, key=lambda one: one[0])
        if part not in OF_THE_SPREADSHEET
    ]


def thresholds(marked: Marked) -> Iterator[tuple[str, str, str]]:
    """Name, what it does, and its value; every one that the method compares with."""
    for about, words, value in thresholds_told(marked.results.instrument):
        yield about, words, f"{value:g}"


def sources(marked: Marked) -> Iterator[tuple[Source, str]]:
    """Each with how far it was read."""
    return ((one, READ[one.read]) for one in marked.results.instrument.sources)


def versions(marked: Marked) -> tuple[str, str]:
    """Of the method and of the instrument."""
    instrument = marked.results.instrument
    return instrument.method, instrument.version
