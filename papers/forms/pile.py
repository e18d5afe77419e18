"""What was read from pictures, until somebody has looked at it: it travels in their page, signed.

Nothing of it is kept on the server, so the page holds it: the answers and the small pictures of all
questionnaires that are still to be looked at, the one in hand first.
"""

import base64
import secrets
from dataclasses import asdict, dataclass, field
from typing import Any

from django.core import signing

from papers.reading.piles import Piles, ReadSheet

# Bytes of small pictures that one page carries: with their letters under the site's limit for a
# form, DATA_UPLOAD_MAX_MEMORY_SIZE. Seven to ten questionnaires of usual photographs.
MOST_PICTURES = 640_000


@dataclass(frozen=True, slots=True)
class Unsure:
    """``picture``: a JPEG in base64."""

    code: str
    likely: str
    why: str
    picture: str


@dataclass(frozen=True, slots=True)
class SheetInHand:
    """``token``: with it the sheet counts once. ``answers``: item code to its character.
    ``empty``: where pages lay without a mark; ``like``: where the same answers lay before."""

    token: str
    places: list[str]
    answers: dict[str, str]
    unsure: list[Unsure]
    words: list[str]
    slips: list[str]
    is_guess: bool
    empty: list[str] = field(default_factory=list)
    like: str = ""


@dataclass(slots=True)
class Pile:
    """``told``: what could not be taken, and why."""

    sheets: list[SheetInHand] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    put_in: int = 0
    left_out: int = 0

    def packed(self, salt: str) -> str:
        return signing.dumps(asdict(self), salt=salt, compress=True)


def unpacked(packed: str, salt: str) -> Pile | None:
    """None where this site has not packed it, for this person and these sheets."""
    try:
        content: dict[str, Any] = signing.loads(packed, salt=salt)
    except signing.BadSignature:
        return None
    return Pile([sheet_again(one) for one in content.pop("sheets")], **content)


def sheet_again(content: dict[str, Any]) -> SheetInHand:
    unsure = [Unsure(**line) for line in content.pop("unsure")]
    return SheetInHand(unsure=unsure, **content)


def pile_of(read: Piles) -> Pile:
    """What can be looked at, and a sentence for each sheet that cannot."""
    pile, left = Pile(told=list(read.told)), MOST_PICTURES
    for sheet in read.sheets:
        if is_hardly_read(sheet):
            pile.told.append(
                f"{sheet.place()}: more than half of this questionnaire is unsure. Photograph it "
                "again, flat, from straight above and in good light, or type it in."
            )
        elif (left := left - bytes_of(sheet)) < 0:
            pile.told.append(
                f"{sheet.place()}: this questionnaire is one too many for one page. Send it, and "
                "what comes after it, again when these are in."
            )
            break
        else:
            pile.sheets.append(in_hand(sheet))
    return pile


def is_hardly_read(sheet: ReadSheet) -> bool:
    return 2 * len(sheet.asked()) > len(sheet.answers())


def bytes_of(sheet: ReadSheet) -> int:
    return sum(len(one.picture) for one in sheet.asked()) + sum(map(len, sheet.words()))


def in_hand(sheet: ReadSheet) -> SheetInHand:
    return SheetInHand(
        token=secrets.token_hex(),
        places=[page.place for page in sheet.pages],
        answers=sheet.answers(),
        unsure=[
            Unsure(one.code, one.likely, str(one.why), letters(one.picture))
            for one in sheet.asked()
        ],
        words=[letters(one) for one in sheet.words()],
        slips=sheet.slips(),
        is_guess=sheet.is_guess(),
        empty=sheet.empty(),
        like=sheet.like,
    )


def letters(picture: bytes) -> str:
    return base64.b64encode(picture).decode()
