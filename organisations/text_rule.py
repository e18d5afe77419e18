"""What any text that somebody types may hold: one rule, for pages and for files alike.

Control characters and halves of a pair are kept by no database, XML or spreadsheet. What turns the
direction of writing by force makes one name look like another. Joiners and direction marks stay:
names in Persian, Hindi or Hebrew need them. What is only a place where a line may break is dropped:
nobody sees it, and two names that look alike would be two.
"""

import unicodedata

LONGEST_TEXT = 5_000  # characters, about two pages
LONGEST_NAME = 200  # of an organisation, a programme, a person
LINES = "\n\t"  # of longer texts: people type both
CONTROL = {"Cc", "Cs", "Zl", "Zp"}
# Embeddings, overrides and their end (U+202A to U+202E), isolates and theirs (U+2066 to U+2069).
TURNING = {chr(code) for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))}
# Soft hyphen, space of no width, word joiner, byte-order mark: they come along with pasted text.
UNSEEN = dict.fromkeys((0x00AD, 0x200B, 0x2060, 0xFEFF))
# Line ends as Windows, old Macs and Word write them: vertical tab, line and paragraph separator.
BREAKS = dict.fromkeys((0x000B, 0x000D, 0x2028, 0x2029), "\n")
# What word processors make of an apostrophe, and of a hyphen (U+2010 to U+2014, minus).
ALIKE = {
    **dict.fromkeys((0x2018, 0x2019, 0x02BC, 0xFF07), "'"),
    **dict.fromkeys((*range(0x2010, 0x2015), 0x2212), "-"),
}


def seen(text: str) -> str:
    """One form of each letter, and nothing that nobody sees."""
    if text.isascii():  # nearly always, and quickly told
        return text
    return unicodedata.normalize("NFC", text.translate(UNSEEN))


def kept(text: str) -> str:
    """As a text of several lines is kept: with one kind of line end."""
    return seen(text).replace("\r\n", "\n").translate(BREAKS)


def kept_name(text: str) -> str:
    """As a name is kept: on one line, with single spaces."""
    return " ".join(kept(text).split())


def compared(text: str) -> str:
    """What tells two names apart: not case, spaces, or the kind of apostrophe, hyphen, letter."""
    alike = kept_name(text).translate(ALIKE).casefold()
    return alike if alike.isascii() else unicodedata.normalize("NFC", alike)


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
