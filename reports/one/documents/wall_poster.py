"""A poster for the group's wall, on A4 or A3."""

from pathlib import Path

from assessment.method.levels import Level
from assessment.method.marks import READING_ORDER, Marked
from assessment.paper.typesetting import pdf
from reports import documents
from reports.wording import poster_said
from reports.wording.board_said import board_page
from reports.wording.levels_said import HEADINGS, SYMBOLS, none_at

POSTER = Path(documents.__file__).with_name("poster.typ")


def poster_pdf(marked: Marked, paper: str) -> bytes:
    """``paper``: 'a4' or 'a3'."""
    about, board = marked.results.about, board_page(marked)
    data = {
        "title": f"{board.name}: {poster_said.TITLE}",
        "author": about.organisation,
        "paper": paper,
        "name": board.name,
        "about": ", ".join(filter(None, (poster_said.TITLE, board.day))),
        "groups": [group(marked, level) for level in READING_ORDER if shown(marked, level)],
        "own": poster_said.OWN_SENTENCE,
        "foot": f"{board.what} {board.comments} {board.meant}",
    }
    return pdf(POSTER, data, day=about.closed)


def shown(marked: Marked, level: Level) -> bool:
    """What holds is always said, also that nothing does yet."""
    return level is Level.HOLDING or bool(marked.at(level))


def group(marked: Marked, level: Level) -> dict[str, object]:
    found = marked.at(level)
    names = [", ".join(filter(None, (one.principle.name, one.closeness))) for one in found]
    return {
        "symbol": SYMBOLS[level],
        "head": HEADINGS[level],
        "names": names or [none_at(level)],
        "meaning": marked.results.instrument.meaning[level].meaning if names else "",
    }
