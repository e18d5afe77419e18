"""How spreadsheets write a character that XML does not hold: '_x000D_' for a carriage return.

Whoever typed such letters themselves would see another character, so they are written with their
first one escaped: '_x0041_' as '_x005F_x0041_' (ECMA-376, ST_Xstring).
"""

import re

# Four figures of hex between '_x' and '_'; one that stands before such is what has to be escaped.
ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
LITERAL = re.compile("_(?=x[0-9A-Fa-f]{4}_)")


def unescaped(text: str) -> str:
    """What a spreadsheet shows of what its file holds."""
    return ESCAPED.sub(as_character, text) if "_x" in text else text


def as_character(found: re.Match[str]) -> str:
    return chr(int(found[1], 16))


def escaped(text: str) -> str:
    """What its file must hold so that a spreadsheet shows the text."""
    return LITERAL.sub("_x005F_", text) if "_x" in text else text
