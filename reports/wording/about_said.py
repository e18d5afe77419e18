"""Which assessment something belongs to."""

from datetime import date

from assessment.method.language import on_day
from assessment.method.results import About

UNNAMED = "An organisation that gave no name"


def closed(day: date) -> str:
    """'closed 20 November 2026'."""
    return f"closed {on_day(day)}"


def names(about: About) -> tuple[str, ...]:
    """Organisation and programme; once where both have the same name, none that was not given."""
    given = filter(None, (about.organisation.strip(), about.programme.strip()))
    return tuple(dict.fromkeys(given))


def whose(about: About) -> str:
    """Organisation, programme, setting and day, in one line."""
    parts = [*names(about), about.setting]
    if about.closed:
        parts.append(closed(about.closed))
    return " · ".join(filter(None, parts))
