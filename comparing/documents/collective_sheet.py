"""One page for commissioners: what an anonymous round says of all of its members together."""

from collections.abc import Iterator

from assessment.method.language import on_day
from assessment.method.levels import Level
from assessment.method.mechanisms import Status
from comparing.method.seen import SeenPublished
from comparing.wording.published_said import (
    mechanisms_sentence,
    presence,
    principles_sentence,
    structure_sentence,
)
from reports.documents.outline import Block, Heading, Outline, Words, points
from reports.wording.cautions_said import COMMENTS_STAY
from reports.wording.levels_said import gloss

ASK = (
    "What would help all of them, and cannot be done by one alone?",
    "Which contract, policy or form stands behind what most find hard?",
    "Who of those who give and receive peer support is asked before it is changed?",
)


def collective_sheet(seen: SeenPublished) -> Outline:
    """``seen`` without anybody's own figures; where too few share it says that alone."""
    title = f"{seen.title}: what its members find together"
    return Outline(title, seen.title, None, tuple(sheet_blocks(seen, title)))


def sheet_blocks(seen: SeenPublished, title: str) -> Iterator[Block]:
    members = seen.published.members
    yield Heading(title, 1)
    until = f" Shown until {on_day(seen.last_day)}." if seen.last_day else ""
    if members is None:
        yield Words(f"Too few share for anything to be said.{until}")
        return
    who = f"Of {members} organisations, each counted once. None can be told from these figures."
    yield Words(f"{who}{until}", "quiet")
    hard = [s for level in (Level.AT_RISK, Level.UNDER_PRESSURE) for s in presence(seen, level)]
    for head, sentences in (
        ("What many find hard", hard),
        ("What holds", [*presence(seen, Level.HOLDING)]),
        ("What presses on peer support", [*presence(seen, Status.PRESENT)]),
    ):
        if sentences:
            yield Heading(head, 2)
            yield points(*sentences)
    yield Heading("In figures, 0 to 100", 2)
    yield points(principles_sentence(seen), structure_sentence(seen), mechanisms_sentence(seen))
    yield Heading("Questions to take along", 2)
    yield points(*ASK)
    yield Words(f"{gloss(seen.instrument)} {seen.instrument.caution} {COMMENTS_STAY}", "quiet")
