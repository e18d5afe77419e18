"""Which assessment something belongs to, and who answered in it."""

from assessment.method.language import capital, on_day
from assessment.method.results import About, Results


def whose(about: About) -> str:
    """Organisation, programme, setting and day, in one line."""
    parts = [about.organisation, about.programme, about.setting]
    closed = f"closed on {on_day(about.closed)}" if about.closed else ""
    return " · ".join(part for part in (*parts, closed) if part)


def name(results: Results, perspective: str) -> str:
    """At the head of a line."""
    return capital(results.name_of(perspective))
