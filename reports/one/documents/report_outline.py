"""The whole report as an outline: the board page first, then each principle with its reasons."""

from collections.abc import Iterator, Sequence

from assessment.method.language import bare, on_day
from assessment.method.marks import READING_ORDER, Marked, PrincipleMark
from assessment.method.mechanisms import MechanismMark
from assessment.method.results import Truth
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
from reports.wording.cautions_said import blurred
from reports.wording.figures_said import in_whole
from reports.wording.levels_said import HEADINGS, SYMBOLS
from reports.wording.mechanisms_said import mechanisms_sentence, mechanisms_told
from reports.wording.own_part_said import STRUCTURE_ALONE, rating_words
from reports.wording.plan_said import ABOUT_THE_WHOLE, fitting, kind_words
from reports.wording.plotted import others_seen, principle_lines
from reports.wording.profile_said import figures_named, has_structure
from reports.wording.sides_said import name
from reports.wording.standards_said import answered_standards, left_blank
from reports.wording.stated import stated


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
    yield Words(f"{board.comments} {board.meant}", "quiet")
    if not stated(marked.results).principles:
        return
    yield Heading(board_said.THE_TWELVE, 2, on_new_page=True)
    yield from chart(marked, "principles")
    twelve = ((str(s.number), s.name, f"{SYMBOLS[s.level]} {s.standing}") for s in board.twelve)
    yield Table(said.TWELVE_HEADS, tuple(twelve), (1, 5, 6))


def chart(marked: Marked, name: str) -> Iterator[Shown]:
    """Where it shows anything."""
    if CHARTS[name].shows(marked):
        yield Shown(CHARTS[name].of(marked))


def principle_blocks(marked: Marked) -> Iterator[Block]:
    """Nothing where nobody was asked."""
    if not stated(marked.results).principles:
        return
    for level in READING_ORDER:
        for place, mark in enumerate(marked.at(level)):
            if not place:
                yield Heading(HEADINGS[level], 2)
                yield Words(marked.results.instrument.meaning[level].meaning)
            yield from one_principle(marked, mark)
    if principle_lines(marked):
        yield Heading(said.FIGURES, 2)
        read = (said.FIGURES_READ, blurred(marked.results), said.HOW_MADE)
        yield Words(" ".join(filter(None, read)), "quiet")
        yield figures(marked)


def one_principle(marked: Marked, mark: PrincipleMark) -> Iterator[Block]:
    yield Heading(f"{mark.principle.name}: {mark.standing}", 3)
    yield points(*mark.reasons)
    if mark.clears:
        yield Words(said.CLEARS, "label")
        yield points(*mark.clears)
    actions = fitting(mark.actions, marked.results.about)
    if actions:
        yield Words(said.COULD, "label")
        yield Points(tuple((f"{kind_words(one.kind)}:", one.text) for one in actions))


def figures(marked: Marked) -> Table:
    """Others' where they have any."""
    others, cuts = others_seen(marked), marked.results.instrument.thresholds.cuts
    heads = (*said.FIGURE_HEADS, said.OTHERS_PRACTICE) if others else said.FIGURE_HEADS
    rows = []
    for mark in marked.principles.values():
        views = (mark.views.practice, mark.views.warning, mark.views.others)[: 2 + others]
        shown = (in_whole(one, cuts) for one in views)
        level = ", ".join(filter(None, (mark.level, mark.closeness)))
        rows.append((mark.principle.name, *shown, level))
    return Table((*heads, said.LEVEL), tuple(rows), (5, 2.6, 2.6, *[2.2] * others, 4))


def voice_blocks(marked: Marked) -> Iterator[Block]:
    if CHARTS["perspectives"].shows(marked):
        yield Heading(said.VOICES, 2)
        yield from chart(marked, "perspectives")
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
    if has_structure(marked.structure):
        yield Heading(said.STRUCTURE, 2)
        yield from chart(marked, "map")
        yield Points(tuple(structure_figures(marked)))
    if stated(marked.results).standards:
        yield from standard_blocks(marked)
    if told := mechanisms_told(marked):
        yield Heading(said.MECHANISMS, 2)
        yield Words(mechanisms_sentence(marked))
        facts = stated(marked.results).facts
        heads = (*said.MECHANISM_HEADS, said.MECHANISM_FACTS) if facts else said.MECHANISM_HEADS
        rows = tuple(mechanism_row(marked, one)[: len(heads)] for one in told)
        yield Table(heads, rows, (5, 2, *[7] * facts))
    if CHARTS["pyramid"].shows(marked):
        yield Heading(pyramid_said.TITLE, 2)
        yield from chart(marked, "pyramid")
        yield Words(attributions.PYRAMID, "quiet")


def structure_figures(marked: Marked) -> Iterator[tuple[str, str]]:
    cuts = marked.results.instrument.thresholds.cuts
    for what, figure in figures_named(marked.structure):
        if figure is not None:
            yield f"{what}:", in_whole(figure, cuts)


def standard_blocks(marked: Marked) -> Iterator[Block]:
    yield Heading(said.STANDARDS, 2)
    yield from chart(marked, "standards")
    yield Words(" ".join(filter(None, (STRUCTURE_ALONE, left_blank(marked)))))
    yield Table(said.STANDARD_HEADS, tuple(standard_rows(marked)), (1.6, 5, 4.5, 5))
    yield Words(attributions.STANDARDS, "quiet")


def standard_rows(marked: Marked) -> Iterator[tuple[str, ...]]:
    instrument, given = marked.results.instrument, marked.results.own_part.standards
    for standard in answered_standards(marked.results):
        found = given[standard.code]
        words = rating_words(instrument, found.rating, instrument.scales.standard.labels)
        yield standard.code, standard.name, words, found.evidence


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
