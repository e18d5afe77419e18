"""The whole report as an outline: the board page first, then each principle with its reasons."""

from collections.abc import Iterable, Iterator, Sequence

from assessment.method.language import bare, on_day
from assessment.method.marks import READING_ORDER, Marked, PrincipleMark
from assessment.method.mechanisms import MechanismMark, Status
from assessment.method.results import StandardRating, Truth
from questions import attributions
from reports.documents.outline import (
    Block,
    Heading,
    Outline,
    Points,
    Shown,
    Table,
    Words,
    points,
)
from reports.one.charts import CHARTS
from reports.one.workbook.actions_sheet import Planned
from reports.wording import board_said, pyramid_said
from reports.wording import documents_said as said
from reports.wording.board_said import BoardPage, Intent, board_page
from reports.wording.documents_said import cuts_of, figure_said
from reports.wording.levels_said import HEADINGS, SYMBOLS
from reports.wording.own_part_said import STRUCTURE_ALONE, rating_words
from reports.wording.plan_said import ABOUT_THE_WHOLE, kind_words
from reports.wording.plotted import layers, perspective_dots
from reports.wording.sides_said import name


def report_outline(
    marked: Marked, intents: Sequence[Intent] = (), plan: Sequence[Planned] = ()
) -> Outline:
    """``intents`` is what the board page tells of ``plan``."""
    about, board = marked.results.about, board_page(marked, intents)
    return Outline(
        title=f"{board.name}: {board_said.TITLE}",
        author=about.organisation,
        day=about.closed,
        blocks=(
            *board_blocks(marked, board),
            *principle_blocks(marked),
            *voice_blocks(marked),
            *own_part_blocks(marked),
            *plan_blocks(plan),
        ),
    )


def board_blocks(marked: Marked, board: BoardPage) -> Iterator[Block]:
    yield Heading(board.name, 1)
    day = f", {board.day}" if board.day else ""
    yield Words(f"{board_said.TITLE}{day}. {board.what}", "quiet")
    yield Words(board.verdict, "strong")
    yield Words(board.meaning)
    levels = tuple(f"{SYMBOLS[level]} {level}" for level, _ in board.tally)
    yield Table(levels, (tuple(str(count) for _, count in board.tally),), (1,) * len(levels))
    yield Heading(board_said.HOLDS, 2)
    yield Words(board.holds)
    yield Heading(board.protect_head, 2)
    if board.protect:
        lines = ((f"{one.name}:", f"{one.standing}. {one.why}") for one in board.protect)
        yield Points(tuple(lines), numbered=True)
    else:
        yield Words(board.protect_none)
    yield Heading(board_said.ANSWERED, 2)
    yield points(*(f"{who}: {count}" if count else who for who, count in board.answered))
    yield Words(board.not_heard, "quiet")
    yield Heading(board_said.PLANNED, 2)
    yield points(*board.planned)
    yield Words(board.meant, "quiet")
    yield Heading(board_said.THE_TWELVE, 2, on_new_page=True)
    yield chart(marked, "principles")
    twelve = ((str(s.number), s.name, f"{SYMBOLS[s.level]} {s.standing}") for s in board.twelve)
    yield Table(said.TWELVE_HEADS, tuple(twelve), (1, 5, 6))


def chart(marked: Marked, name: str) -> Shown:
    return Shown(CHARTS[name].of(marked))


def principle_blocks(marked: Marked) -> Iterator[Block]:
    for level in READING_ORDER:
        for place, mark in enumerate(marked.at(level)):
            if not place:
                yield Heading(HEADINGS[level], 2)
                yield Words(marked.results.instrument.meaning[level].meaning)
            yield from one_principle(mark)
    yield Heading(said.FIGURES, 2)
    yield Words(said.FIGURES_READ, "quiet")
    rows = tuple(figure_row(mark, cuts_of(marked)) for mark in marked.principles.values())
    yield Table(said.FIGURE_HEADS, rows, (5, 2.6, 2.6, 2.2, 4))


def one_principle(mark: PrincipleMark) -> Iterator[Block]:
    borderline = f" ({said.BORDERLINE})" if mark.borderline else ""
    yield Heading(f"{mark.principle.name}: {mark.standing}{borderline}", 3)
    yield points(*mark.reasons)
    if mark.clears:
        yield Words(said.CLEARS, "label")
        yield points(*mark.clears)
    if mark.actions:
        yield Words(said.COULD, "label")
        yield Points(tuple((f"{kind_words(one.kind)}:", one.text) for one in mark.actions))


def figure_row(mark: PrincipleMark, cuts: Sequence[float]) -> tuple[str, ...]:
    views = mark.views
    figures = (figure_said(one, cuts) for one in (views.practice, views.warning, views.others))
    return mark.principle.name, *figures, str(mark.level)


def voice_blocks(marked: Marked) -> Iterator[Block]:
    if len(perspective_dots(marked)) > 1:
        yield Heading(said.VOICES, 2)
        yield chart(marked, "perspectives")
    views = tuple(different_views(marked))
    if views:
        yield Heading(said.VIEWS, 3)
        yield Points(views)


def different_views(marked: Marked) -> Iterator[tuple[str, str]]:
    for code, released in marked.results.perspectives.items():
        for group in released.groups:
            if group.different_view.strip():
                yield f"{name(marked.results, code)}:", group.different_view


def own_part_blocks(marked: Marked) -> Iterator[Block]:
    """Only what was rated."""
    own_part = marked.results.own_part
    if any(isinstance(one.rating, int) for one in own_part.standards.values()):
        yield from standard_blocks(marked)
    if any(one.answer is not Truth.DK for one in own_part.facts.values()):
        yield Heading(said.MECHANISMS, 2)
        rows = tuple(mechanism_row(marked, one) for one in by_status(marked))
        yield Table(said.MECHANISM_HEADS, rows, (5, 2, 7))
    if any(layer.rating is not None for layer in layers(marked)):
        yield Heading(pyramid_said.TITLE, 2)
        yield chart(marked, "pyramid")
        yield Words(attributions.PYRAMID, "quiet")


def standard_blocks(marked: Marked) -> Iterator[Block]:
    yield Heading(said.STRUCTURE, 2)
    yield chart(marked, "map")
    yield Heading(said.STANDARDS, 2)
    yield chart(marked, "standards")
    yield Words(STRUCTURE_ALONE)
    yield Table(said.STANDARD_HEADS, tuple(standard_rows(marked)), (1.6, 5, 4.5, 5))
    yield Words(attributions.STANDARDS, "quiet")


def standard_rows(marked: Marked) -> Iterator[tuple[str, ...]]:
    instrument, given = marked.results.instrument, marked.results.own_part.standards
    for standard in instrument.standards:
        found = given.get(standard.code, StandardRating())
        words = rating_words(instrument, found.rating, instrument.scales.standard.labels)
        yield standard.code, standard.name, words, found.evidence


def by_status(marked: Marked) -> Iterable[MechanismMark]:
    """Those that are present first."""
    order = (Status.PRESENT, Status.SIGNS, Status.NOT_KNOWN, Status.NOT_EVIDENT)
    return sorted(marked.mechanisms.values(), key=lambda mark: order.index(mark.status))


def mechanism_row(marked: Marked, mark: MechanismMark) -> tuple[str, ...]:
    facts = marked.results.instrument.fact
    true_here = [
        f"{code} {bare(facts[code].text)}."
        for code, check in mark.facts.items()
        if check.answer is Truth.YES
    ]
    return mark.mechanism.name, str(mark.status), " ".join(true_here) or said.NOTHING


def plan_blocks(plan: Sequence[Planned]) -> Iterator[Block]:
    if plan:
        yield Heading(said.PLAN, 2)
        yield Table(said.PLAN_HEADS, tuple(map(plan_row, plan)), (3, 6, 2, 2, 2))


def plan_row(one: Planned) -> tuple[str, ...]:
    due = on_day(one.due) if one.due else said.NOTHING
    text = f"{kind_words(one.kind)}: {one.text}"
    return one.about or ABOUT_THE_WHOLE, text, one.owner or said.NOTHING, due, one.status
