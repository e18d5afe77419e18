"""What stands in the four codes of a page: which page of which questionnaire, and of nobody.

Sixteen characters, so that the QR code is of the smallest kind and reads from a bad photograph.
None of them tells one copy of a page from another.
"""

from dataclasses import dataclass, replace
from hashlib import sha256
from uuid import UUID

import segno

KIND = "E"
# Without letters that look like figures; all of them are in a QR code's own short alphabet.
LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
OF_ASSESSMENT, OF_LAYOUT = 7, 3
CORNERS = "ABCD"  # top left, top right, bottom left, bottom right
PAGE_DIGITS = 2
LENGTH = len(KIND) + OF_ASSESSMENT + 2 + OF_LAYOUT + PAGE_DIGITS + 1


@dataclass(frozen=True, slots=True)
class PageMark:
    """``assessment``: its public number. ``perspective``: its place in the instrument, one digit.
    ``look``: length, words and size in one letter. ``layout``: a digest of where the boxes are.
    ``page``: 0 before the statements, then 1, 2, 3."""

    assessment: str
    perspective: int
    look: str
    layout: str
    page: int
    corner: str = CORNERS[0]

    def text(self) -> str:
        page = f"{self.page:0{PAGE_DIGITS}}"
        return "".join(
            (KIND, self.assessment, str(self.perspective), self.look, self.layout, page)
        ) + (self.corner)

    def at(self, page: int, corner: str) -> "PageMark":
        return replace(self, page=page, corner=corner)


def read_mark(text: str) -> PageMark | None:
    """None of a code that is another's."""
    known = set(text) <= set(LETTERS) and text[:1] == KIND and text[-1:] in set(CORNERS)
    if len(text) != LENGTH or not known:
        return None
    rest = text[len(KIND) :]
    assessment, rest = rest[:OF_ASSESSMENT], rest[OF_ASSESSMENT:]
    perspective, look, layout = rest[0], rest[1], rest[2 : 2 + OF_LAYOUT]
    page, corner = rest[2 + OF_LAYOUT : -1], rest[-1]
    if not (perspective + page).isdecimal():
        return None
    return PageMark(assessment, int(perspective), look, layout, int(page), corner)


def public_number(assessment: UUID) -> str:
    """Of an assessment, on paper: it leads nowhere, it only tells one pile from another."""
    return digest(assessment.bytes, OF_ASSESSMENT)


def digest(data: bytes, letters: int) -> str:
    number = int.from_bytes(sha256(data).digest())
    made = ""
    for _letter in range(letters):
        number, at = divmod(number, len(LETTERS))
        made += LETTERS[at]
    return made


def drawn(text: str) -> str:
    """As an SVG without its quiet zone, which the page leaves free."""
    code = segno.make(text, error="q", micro=False)
    svg: str = code.svg_inline(border=0, dark="#000", omitsize=True)
    return svg
