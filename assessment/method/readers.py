"""Reports read back, each by the method version that made it.

A closed report is read by its own version for ever: an older one's scores, levels and sentences
are taken from its file, because ``mark`` follows the newest rules. A new version is one more
``Reader``.
"""

from collections.abc import Callable
from dataclasses import dataclass

from assessment.method.document_reading import Part, read_results, top_of
from assessment.method.earlier import earlier_results, marked_as_told
from assessment.method.marks import Marked, mark
from assessment.method.results import Results
from questions import Instrument


@dataclass(frozen=True, slots=True)
class Reader:
    """What was released, from the table of a whole file; and what is said of it."""

    results: Callable[[Part, Instrument], Results]
    marked: Callable[[Part, Results], Marked]


def marked_again(_top: Part, results: Results) -> Marked:
    """Worked out again: it comes out as the file has it, because the rules are the same."""
    return mark(results)


READERS = {
    "1": Reader(results=earlier_results, marked=marked_as_told),
    "2": Reader(results=read_results, marked=marked_again),
}


def from_json(text: str, instrument: Instrument) -> Results:
    """The Results in a results.json of this instrument; DocumentError otherwise."""
    return READERS[instrument.method].results(top_of(text, instrument), instrument)


def marked_from_json(text: str, instrument: Instrument) -> Marked:
    """The same, and all that is said of them."""
    top, reader = top_of(text, instrument), READERS[instrument.method]
    return reader.marked(top, reader.results(top, instrument))
