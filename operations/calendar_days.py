"""An organisation's days as a calendar file (RFC 5545): closing days, and what is due.

Whole days without times or alarms; a calendar that reads the file again finds the same days by
their ``UID`` and doubles nothing.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

FOLDED_AT = 75  # octets of a line, of which a folded one begins with a blank


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """``uid`` is the same each time, ``words`` what the calendar shows."""

    uid: str
    day: date
    words: str


def calendar(name: str, days: Iterable[CalendarDay], made: datetime) -> bytes:
    """``made``, in UTC, is when each entry was last known to be so."""
    lines = [
        *("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Essence//days//EN"),
        f"X-WR-CALNAME:{escaped(name)}",
        *(line for one in days for line in event(one, made)),
        "END:VCALENDAR",
    ]
    return b"".join(folded(line) for line in lines)


def event(one: CalendarDay, made: datetime) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{one.uid}"
    yield f"DTSTAMP:{made:%Y%m%dT%H%M%SZ}"
    yield f"DTSTART;VALUE=DATE:{one.day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{one.day + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{escaped(one.words)}"
    yield "TRANSP:TRANSPARENT"  # nobody is busy all that day
    yield "END:VEVENT"


def escaped(text: str) -> str:
    for mark in "\\;,":
        text = text.replace(mark, f"\\{mark}")
    return " ".join(text.split())


def folded(line: str) -> bytes:
    """No character is cut in two."""
    rows, row = [], b""
    for character in line:
        coded = character.encode()
        if len(row) + len(coded) > FOLDED_AT:
            rows.append(row)
            row = b" "
        row += coded
    return b"\r\n".join([*rows, row]) + b"\r\n"
