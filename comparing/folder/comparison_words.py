"""A round of a folder in a few sentences, for whoever compares. Never a rank."""

from collections.abc import Iterator

from assessment.method.language import few
from comparing.folder.round_folder import FolderRound, same_results
from comparing.method.counted_once import How
from comparing.method.members import MECHANISMS, PRINCIPLES, STRUCTURE
from comparing.method.seen import SeenByName, SeenRound
from comparing.method.told_figures import Third
from comparing.round_publications import something_shown
from comparing.wording.figures_compared import rows_of
from comparing.wording.named_said import dots_sentence, levels_sentence, presence_sentence
from comparing.wording.published_said import (
    PLACES,
    mechanisms_sentence,
    principles_sentence,
    structure_sentence,
)
from reports.terminal import wrapped

WHY = {
    How.COUNTED: "it was counted in an anonymous round before, and counts once",
    How.NAMED: "it was shared by name before, so it cannot hide in an anonymous round",
}


def comparison_words(found: FolderRound, seen: SeenRound) -> str:
    lines = [seen.instrument.caution, "", *who_shares(found), "", *round_told(seen)]
    return "\n".join(map(wrapped, lines)) + "\n"


def who_shares(found: FolderRound) -> Iterator[str]:
    count, compared = len(found.shares), something_shown(found.whole)
    done = "compared" if compared else "there"
    yield f"{count} assessment{'s' * (count != 1)} {done}."
    if found.silent:
        yield f"Nothing is shared by: {', '.join(found.silent)}."
    if not compared:
        yield "Too few for an anonymous round: nothing is published and nothing counts."
    for first, second in same_results(found.shares):
        yield f"- {first} and {second} have the same results: is one of them a copy of the other?"
    for one in found.left_out:
        yield f"- {one.share.line.name} is left out: {WHY[one.why]}."


def round_told(seen: SeenRound) -> Iterator[str]:
    if isinstance(seen, SeenByName):
        yield levels_sentence(seen)
        yield dots_sentence(seen, PRINCIPLES)
        yield presence_sentence(seen)
        return
    if not something_shown(seen):
        return
    yield principles_sentence(seen)
    yield structure_sentence(seen)
    yield mechanisms_sentence(seen)
    if seen.own:
        yield from thirds_said(seen.own.organisation, seen)


def thirds_said(viewer: str, seen: SeenRound) -> Iterator[str]:
    """Where the reader's own figures lie among all; nothing where no third is told."""
    if isinstance(seen, SeenByName):
        return
    rows = [row for row in rows_of(seen, PRINCIPLES, STRUCTURE, MECHANISMS) if row.third]
    if not rows:
        return
    yield ""
    yield f"{viewer}, in all figures:"
    for third in Third:
        if names := [row.short for row in rows if row.third is third]:
            yield f"- {PLACES[third]}: {few(names, 'figures')}"
    if any(row.key[0] == MECHANISMS for row in rows):
        yield "For mechanisms a lower figure is the better one."
