"""How those who answered are named, and in which order."""

from collections.abc import Collection, Iterable

from assessment.method.language import capital, listed
from assessment.method.results import Results
from questions import Instrument


def in_order(instrument: Instrument, codes: Collection[str]) -> list[str]:
    """Those perspectives, in the instrument's order."""
    return [one.code for one in instrument.perspectives if one.code in codes]


def name(results: Results, perspective: str) -> str:
    """At the head of a line: 'People who receive peer support'."""
    return capital(results.name_of(perspective))


def side(results: Results, perspective: str) -> str:
    """In brackets behind a figure: 'receiving'."""
    return results.short_name_of(perspective).lower()


def sides(results: Results, perspectives: Iterable[str]) -> str:
    """'giving, receiving and staff'."""
    return listed([side(results, code) for code in perspectives])
