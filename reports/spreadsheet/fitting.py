"""How wide and how high text needs to be.

A program that writes rows cannot measure letters, so heights are estimated here, a little
generously: a line too many is a gap, a line too few cuts a sentence off.
"""

from collections.abc import Sequence
from math import ceil
from string import ascii_uppercase
from unicodedata import east_asian_width

LINE = 12.75  # points; a line of 10 point Arial
HIGHEST = 400.0  # points; Excel allows 409
WIDEST = 240.0  # digits; Excel allows 255
LONG = 400  # letters; shorter texts fit into the highest row of any column we have
BREAK = 2.2  # digits; what a line loses on average because it breaks at a word
NO_CAPITALS = str.maketrans("", "", ascii_uppercase)
FIRST_WIDE = "\u2e80"  # below it hardly a letter is two digits wide


def units(text: str) -> float:
    """The width of a text in digits, the column's unit; CJK and emoji take two.

    Measured with Helvetica's metrics, which are Arial's: a letter of our texts is 0.80 of a digit
    (a tenth is added, because too many lines hurt less than one too few), a capital 1.19, W 1.70.
    """
    capitals = len(text) - len(text.translate(NO_CAPITALS))
    broad = text.count("W") + text.count("M")
    wide = 0 if text.isascii() or max(text) < FIRST_WIDE else sum(map(is_wide, text))
    return 0.88 * len(text) + 0.25 * capitals + 0.6 * broad + wide


def is_wide(sign: str) -> bool:
    return ord(sign) > 0xFFFF or east_asian_width(sign) in "WF"


def lines(text: str, width: float) -> int:
    """How many lines a text takes in a column of so many digits."""
    if "\n" in text:
        return sum(lines(part, width) for part in text.split("\n"))
    if 2 * len(text) <= width or (long := units(text)) <= width - 0.5:
        return 1
    return ceil(long / max(2.0, width - BREAK))


def row_height(values: Sequence[object], widths: Sequence[float]) -> float:
    """In points, for the longest text of a row."""
    most = 1
    for value, width in zip(values, widths, strict=True):
        if isinstance(value, str):
            most = max(most, lines(value, width))
    return min(409.0, most * LINE + 4)  # the most that Excel takes


def fitted(widths: Sequence[float], rows: Sequence[Sequence[object]]) -> list[float]:
    """Columns made wider where a text would not fit into the highest row allowed."""
    found = list(widths)
    for row in rows:
        for place, value in enumerate(row):
            if isinstance(value, str) and len(value) >= LONG:
                found[place] = max(found[place], needed(value, widths[place]))
    return found


def needed(text: str, width: float) -> float:
    most = int((HIGHEST - 4) / LINE)
    while width < WIDEST and lines(text, width - BREAK) > most:
        width *= 1.1
    return min(width, WIDEST)
