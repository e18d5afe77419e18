"""The talk kit: five questions from the report, and what to do if it hurts."""

from collections.abc import Iterator, Sequence

from assessment.method.document import COMMENTS
from assessment.method.marks import Marked
from reports.documents.outline import Block, Heading, Outline, Points, Words, points
from reports.wording import talk_said
from reports.wording.board_said import BoardPage, Intent, board_page

Support = Sequence[tuple[str, str]]  # whom to ring, and their number


def talk_outline(marked: Marked, intents: Sequence[Intent], support: Support) -> Outline:
    about, board = marked.results.about, board_page(marked, intents)
    return Outline(
        title=f"{board.name}: {talk_said.TITLE}",
        author=about.organisation,
        day=about.closed,
        blocks=tuple(talk_blocks(marked, board, intents, support)),
    )


def talk_blocks(
    marked: Marked, board: BoardPage, intents: Sequence[Intent], support: Support
) -> Iterator[Block]:
    yield Heading(talk_said.TITLE, 1)
    day = f", {board.day}" if board.day else ""
    yield Words(f"{board.name}{day}. {board.what}", "quiet")
    yield Words(talk_said.FOR_WHOM)
    yield Words(COMMENTS, "quiet")
    yield Heading(talk_said.BEFORE_HEAD, 2)
    yield points(*talk_said.BEFORE)
    yield Heading(talk_said.QUESTIONS_HEAD, 2)
    asked = talk_said.questions(marked, intents)
    yield Points(tuple((one.said, one.asked) for one in asked), numbered=True)
    yield Heading(talk_said.HURTS_HEAD, 2)
    yield points(*talk_said.HURTS)
    yield Words(talk_said.NOW_HEAD, "label")
    yield Points(tuple((f"{number}:", whom) for whom, number in support))
    yield Heading(talk_said.AFTER_HEAD, 2)
    yield points(*talk_said.AFTER)
