"""Which assessment something belongs to."""

from datetime import date

from assessment.method.language import on_day
from assessment.method.results import About


def closed(day: date) -> str:
    """'closed 20 November 2026'."""
    return f"closed {on_day(day)}"


def whose(about: About) -> str:
    """Organisation, programme, setting and day, in one line."""
    parts = [about.organisation, about.programme, about.setting]
    if about.closed:
        parts.append(closed(about.closed))
    return " · ".join(filter(None, parts))
