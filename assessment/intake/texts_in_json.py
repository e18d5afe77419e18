"""Texts in a results.json, by the one rule for texts: a file can be made by anybody.

An escape in JSON can be half a character or turn a line round, which no page can show as it is.
"""

import json
from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from organisations.text_rule import LONGEST_TEXT, code_point, unwritable


def text_fault(text: str) -> str:
    """Why a text in it may not be kept; empty where all may, and where it is no JSON at all."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return ""  # whoever reads it says so
    for said in texts_in(found):
        if character := unwritable(said, lines=True):
            words = _("a text in it has a character that cannot be kept (%(name)s)")
            return words % {"name": code_point(character)}
        if len(said) > LONGEST_TEXT:
            return _("a text in it has more than %(most)d characters") % {"most": LONGEST_TEXT}
    return ""


def texts_in(found: Any) -> Iterator[str]:
    """Names of its tables too: what is said of a fault names them."""
    waiting = [found]  # no recursion: JSON may be as deep as Python can go
    while waiting:
        match waiting.pop():
            case str() as said:
                yield said
            case dict() as table:
                waiting.extend((*table, *table.values()))
            case list() as entries:
                waiting.extend(entries)
