"""A poster of what people said and what becomes of it, with the way to the whole page."""

from collections.abc import Iterable
from pathlib import Path

from assessment.method.document import COMMENTS
from assessment.method.language import counted
from assessment.method.marks import Marked
from assessment.paper.address_codes import qr_of
from assessment.paper.typesetting import pdf
from reports import documents
from reports.wording import said_and_done
from reports.wording.board_said import board_page, shortened
from reports.wording.said_and_done import Pair, worth_telling

POSTER = Path(documents.__file__).with_name("changed.typ")
MOST = 6  # pairs: more cannot be read from where people stand
QR_WORDS = "QR code of the address below"
READ_ALL = "Read all of it, without a name or signing in:"
NO_ADDRESS = "All of it stands on a page: ask whoever put this up to show it to you."


def changed_poster_pdf(marked: Marked, pairs: tuple[Pair, ...], address: str, paper: str) -> bytes:
    """``paper``: 'a4' or 'a3'; ``address``: empty where nobody else could open it."""
    about, board = marked.results.about, board_page(marked)
    told = worth_telling(pairs)
    shown = answered_first(told)[:MOST]
    data = {
        "title": f"{board.name}: {said_and_done.TITLE}",
        "author": about.organisation,
        "paper": paper,
        "head": said_and_done.TITLE,
        "about": ", ".join(filter(None, (board.name, board.day))),
        "pairs": [pair_data(pair) for pair in shown],
        "more": more_there_are(len(told) - len(shown)),
        "qr": qr_of(address) if address else "",
        "alt": QR_WORDS,
        "read": READ_ALL if address else NO_ADDRESS,
        "address": address,
        "foot": f"{board.what} {COMMENTS}",
    }
    return pdf(POSTER, data, day=about.closed)


def answered_first(pairs: Iterable[Pair]) -> list[Pair]:
    return sorted(pairs, key=lambda pair: not pair.answers)


def pair_data(pair: Pair) -> dict[str, object]:
    said = pair.said
    answers = pair.answers or (("", said_and_done.UNANSWERED),)
    return {
        "symbol": said.symbol,
        "head": said.name,
        "said": f"{said_and_done.YOU_SAID}: {said.in_words}",
        "answers": [(label, shortened(text)) for label, text in answers],
    }


def more_there_are(count: int) -> str:
    """What the poster leaves out, so that nobody takes it for all."""
    return f"The page tells of {counted(count, 'more thing')} that people said." if count else ""
