"""Three slides for a meeting: what holds, the twelve, what to protect and what is planned."""

from collections.abc import Sequence

from assessment.method.marks import Marked
from assessment.method.numbers import Figure, one_decimal
from reports.documents.deck import NativeChart, Slide, Slides
from reports.wording import board_said
from reports.wording.board_said import BoardPage, Intent, board_page
from reports.wording.cautions_said import SPOKES
from reports.wording.documents_said import FIGURES_READ, LIVED_PRACTICE, LIVED_WARNING
from reports.wording.figures_said import in_whole
from reports.wording.plotted import Line, principle_lines
from reports.wording.principles_said import LIVED_VIEW, OTHERS_VIEW, principles_sentence

VIEWS = {"lived": LIVED_VIEW, "others": OTHERS_VIEW}


def report_slides(marked: Marked, intents: Sequence[Intent] = ()) -> Slides:
    about, board = marked.results.about, board_page(marked, intents)
    return Slides(
        title=f"{board.name}: {board_said.TITLE}",
        author=about.organisation,
        day=about.closed,
        slides=(standing_slide(board), twelve(marked, board), protecting(marked, board)),
    )


def standing_slide(board: BoardPage) -> Slide:
    lines = ((board.verdict, board.meaning), (f"{board_said.HOLDS}:", board.holds))
    told = ", ".join(f"{count} {level}" for level, count in board.tally)
    chart = NativeChart(
        kind="bars",
        labels=tuple(str(level) for level, _ in board.tally),
        series=((board_said.THE_TWELVE, tuple(float(count) for _, count in board.tally)),),
        most=len(board.twelve),
        words=f"{board_said.THE_TWELVE}: {told}.",
    )
    day = f", {board.day}" if board.day else ""
    return Slide(f"{board.name}{day}", lines, chart, board.what)


def twelve(marked: Marked, board: BoardPage) -> Slide:
    """The radar, and the sentence that says what it shows."""
    said, cuts = principles_sentence(marked), marked.results.instrument.thresholds.cuts

    def drawn(line: Line) -> tuple[str, tuple[float | None, ...]]:
        return VIEWS[line.code], tuple(one_decimal(figure, cuts) for figure in line.figures)

    lines = tuple(map(drawn, principle_lines(marked)))
    names = tuple(mark.principle.short_name for mark in marked.principles.values())
    radar = NativeChart("radar", names, lines, 100, said) if lines else None
    return Slide(
        board_said.THE_TWELVE, (("", said), *[("", SPOKES)] * bool(lines)), radar, board.not_heard
    )


def protecting(marked: Marked, board: BoardPage) -> Slide:
    risks = tuple((f"{one.name}:", f"{one.standing}. {one.why}") for one in board.protect)
    told = "; ".join(line.rstrip(".") for line in board.planned)
    planned = (f"{board_said.PLANNED}:", f"{told}.")
    lines = (*(risks or (("", board.protect_none),)), planned)
    chart = risk_chart(marked, board) if risks else None
    return Slide(board.protect_head, lines, chart, f"{board.comments} {board.meant}")


def risk_chart(marked: Marked, board: BoardPage) -> NativeChart:
    """How each is seen by people with lived experience."""
    views = {mark.principle.name: mark.views for mark in marked.principles.values()}
    names = tuple(one.name for one in board.protect)
    cuts = marked.results.instrument.thresholds.cuts
    practice: tuple[Figure, ...] = tuple(one_decimal(views[name].practice, cuts) for name in names)
    warning: tuple[Figure, ...] = tuple(one_decimal(views[name].warning, cuts) for name in names)
    told = "; ".join(
        f"{name}: {LIVED_PRACTICE} {in_whole(views[name].practice, cuts)}, "
        f"{LIVED_WARNING} {in_whole(views[name].warning, cuts)}"
        for name in names
    )
    return NativeChart(
        kind="bars",
        labels=names,
        series=((LIVED_PRACTICE, practice), (LIVED_WARNING, warning)),
        most=100,
        words=f"{told}. {FIGURES_READ}",
    )
