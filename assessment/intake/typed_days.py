"""A day as people type it, as we print it, or as a spreadsheet hands it over."""

import re
from datetime import date, datetime

from organisations.text_rule import compared

YEARS = range(2000, 2101)  # as on a site
# ASCII: digits of other scripts would pass for a day that nobody here can read. A midnight after
# the day is what spreadsheets make of a date that they turn into text.
MIDNIGHT = r"([ t]0{1,2}:00(:00)?)?"
ISO = re.compile(rf"(?P<y>\d{{4}})-(?P<m>\d{{1,2}})-(?P<d>\d{{1,2}}){MIDNIGHT}", re.ASCII)
UK = re.compile(
    rf"(?P<d>\d{{1,2}})[/. -](?P<m>\d{{1,2}})[/. -](?P<y>\d{{4}}|\d\d){MIDNIGHT}", re.ASCII
)
# '20 November 2026', 'Friday, 20th Nov. 26', '20-Nov-2026'
IN_WORDS = re.compile(
    r"([a-z]+,? )?(?P<d>\d{1,2})(st|nd|rd|th)?[ -](of )?(?P<m>[a-z]{3,9})\.?,?[ -]"
    r"(?P<y>\d{4}|\d\d)",
    re.ASCII,
)
MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
HOW = "; write it as 20/11/2026 or 2026-11-20"
NO_SUCH_DAY = f": there is no such day{HOW}"


def day_typed(value: str | date) -> date:
    """ValueError with how such a sentence goes on, where it is none or not from 2000 to 2100."""
    day = parsed_day(value) if isinstance(value, str) else value
    if isinstance(day, datetime):
        day = day.date()
    if day.year not in YEARS:
        raise ValueError(f" from {YEARS[0]} to {YEARS[-1]}; look at the year again")
    return day


def parsed_day(text: str) -> date:
    plain = re.sub(r"(?<=\d)\. (?=\d)", ".", compared(text))  # '20. 11. 2026'
    found = ISO.fullmatch(plain) or UK.fullmatch(plain) or IN_WORDS.fullmatch(plain)
    month = month_of(found["m"]) if found else None
    if found is None or month is None:
        raise ValueError(HOW)
    # Two figures are this century's: nothing here is older.
    year = int(found["y"]) + (2000 if len(found["y"]) == 2 else 0)
    try:
        return date(year, month, int(found["d"]))
    except ValueError as error:
        raise ValueError(NO_SUCH_DAY) from error


def month_of(text: str) -> int | None:
    """By its number, its name or the beginning of it; None where it is no month's."""
    if text.isdigit():
        return int(text)
    named = (number for number, name in enumerate(MONTHS, start=1) if name.startswith(text))
    return next(named, None)
