"""How names, lists and days are put into a sentence."""

from collections.abc import Sequence
from datetime import date


def listed(names: Sequence[str]) -> str:
    """'a, b and c'; 'a and b, and c' where a name has an 'and' of its own."""
    last = ", and " if len(names) > 1 and any(" and " in name for name in names) else " and "
    return last.join(filter(None, [", ".join(names[:-1]), *names[-1:]]))


def few(names: Sequence[str], things: str = "principles") -> str:
    """Up to three names, otherwise how many."""
    return listed(names) if len(names) <= 3 else f"{len(names)} {things}"


def on_day(day: date) -> str:
    """'20 November 2026'."""
    return f"{day.day} {day:%B %Y}"


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def lower(text: str) -> str:
    """As inside a sentence; an abbreviation keeps its capitals."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


LETTERS = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    "twenty",
)  # fmt: skip


def in_letters(count: int) -> str:
    """'fourteen'; from 21 on as a number, which reads better."""
    return LETTERS[count] if count < len(LETTERS) else str(count)


def counted(count: int, thing: str) -> str:
    """'two warning signs', 'one warning sign'."""
    return f"{in_letters(count)} {thing}{'' if count == 1 else 's'}"


def bare(statement: str) -> str:
    """A statement inside a longer line: without its full stop."""
    return statement.rstrip(". ")
