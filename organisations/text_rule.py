"""What any text that somebody types may hold: one rule, for pages and for files alike.

Control characters and halves of a pair are kept by no database, XML or spreadsheet. What turns the
direction of writing by force makes one name look like another. Joiners and direction marks stay:
names in Persian, Hindi or Hebrew need them.
"""

import unicodedata

LONGEST_TEXT = 5_000  # characters, about two pages
LINES = "\n\t"  # of longer texts: people type both
CONTROL = {"Cc", "Cs", "Zl", "Zp"}
# Embeddings, overrides and their end (U+202A to U+202E), isolates and theirs (U+2066 to U+2069).
TURNING = {chr(code) for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))}


def unwritable(text: str, *, lines: bool = False) -> str:
    """The first character that may not be kept; empty where there is none.

    ``lines``: of a text that may have several.
    """
    allowed = LINES if lines else ""
    return next((one for one in text if one not in allowed and is_unwritable(one)), "")


def is_unwritable(character: str) -> bool:
    return character in TURNING or unicodedata.category(character) in CONTROL


def code_point(character: str) -> str:
    """As Unicode counts it: whoever reads of it cannot see it."""
    return f"U+{ord(character):04X}"
