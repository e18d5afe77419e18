"""An organisation's programmes side by side as CSV: the same figures as on their page."""

from collections.abc import Iterator

from assessment.method.numbers import two_decimals
from reports.programmes.standing_beside import Beside, StandingTable
from reports.spreadsheet.csv_text import Value, written
from reports.wording.people_said import least_told


def programmes_csv(table: StandingTable) -> bytes:
    """A row a programme, by name; a column a principle, with its level in words."""
    heads = [
        *("programme", "assessment", "closed", "form", "questions", "k", "confidence"),
        *("profile", "marks", "ESSENCE", "FORMAL", "ROOTED", "present"),
        *(principle.code for principle in table.instrument.principles),
    ]
    return written(heads, (list(programme_row(one)) for one in table.programmes))


def programme_row(one: Beside) -> Iterator[Value]:
    marked, closed = one.marked, one.latest.closed
    about, found = marked.results.about, marked.structure
    yield from (one.latest.name, closed.name, closed.closed, str(about.length))
    yield from (
        marked.results.instrument.version,
        least_told(marked.results),
        str(marked.confidence),
    )
    yield from (str(found.profile), "; ".join(one.marks))
    yield from map(two_decimals, (found.essence, found.formal, found.rooted))
    yield "; ".join(one.present)
    yield from (mark.standing for mark in marked.principles.values())
