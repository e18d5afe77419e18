"""The board page as the first sheet: the twelve beside their radar, on one printed page."""

from collections.abc import Iterator, Sequence

from assessment.method import Marked
from assessment.method.numbers import one_decimal
from reports.spreadsheet.looks import Look
from reports.spreadsheet.native_radar import Listing, NativeLine, Spot, described, place, radar
from reports.spreadsheet.writing import Column, Page, Row, Written
from reports.wording import board_said
from reports.wording.board_said import BoardPage, Intent, board_page
from reports.wording.levels_said import tally
from reports.wording.plotted import Line, principle_lines
from reports.wording.principles_said import LIVED_VIEW, OTHERS_VIEW

ABOUT = 2  # the column whose names the radar takes; its figures follow
RADAR = (15.5, 14.0)  # cm
BESIDE = 74  # digits' width of it
VIEWS = {
    "lived": Column(LIVED_VIEW, 18, Look.NARROW),
    "others": Column(OTHERS_VIEW, 10, Look.NARROW),
}


def board_first(marked: Marked, intents: Sequence[Intent] = ()) -> Page:
    """A view that has no figure has no column."""
    board, lines = board_page(marked, intents), principle_lines(marked)
    columns = (
        Column("Part", 24, Look.STRONG),
        Column("About", 32),
        *(VIEWS[line.code] for line in lines),
        Column("In words", 66),
    )
    return Page(
        name="Board page",
        title=board.name,
        notes=(board.verdict, *lines_above(board)),
        columns=columns,
        rows=[*twelve_rows(marked, board, lines), *rest(board, len(lines))],
        levels=(len(columns), len(columns)),
        filters=False,
        one_sheet=True,
        paper=sum(column.width for column in columns) + BESIDE * bool(lines),
        below=lambda written: draw_radar(written, marked, lines),
    )


def lines_above(board: BoardPage) -> Iterator[str]:
    counted = [level for level, count in board.tally for _ in range(count)]
    yield f"{tally(counted, [level for level, _ in board.tally])}. {board.meaning}".strip()
    yield ", ".join(filter(None, (board_said.TITLE, board.day))) + f". {board.what}"
    yield board.meant


def twelve_rows(marked: Marked, board: BoardPage, lines: Sequence[Line]) -> Iterator[Row]:
    views = [line_figures(marked, line) for line in lines]
    for number, (stand, name) in enumerate(zip(board.twelve, names(marked), strict=True)):
        seen = (view[number] for view in views)
        yield board_said.THE_TWELVE, name, *seen, stand.standing


def names(marked: Marked) -> list[str]:
    return [mark.principle.short_name for mark in marked.principles.values()]


def line_figures(marked: Marked, line: Line) -> list[float | None]:
    cuts = marked.results.instrument.thresholds.cuts
    return [one_decimal(figure, cuts) for figure in line.figures]


def rest(board: BoardPage, views: int) -> Iterator[Row]:
    nothing = (None,) * views
    yield board_said.HOLDS, None, *nothing, board.holds
    for risk in board.protect:
        yield board.protect_head, risk.name, *nothing, f"{risk.why} {risk.standing}."
    if board.protect_none:
        yield board.protect_head, None, *nothing, board.protect_none
    for who, count in board.answered:
        yield board_said.ANSWERED, who, *nothing, count or None
    if board.not_heard:
        yield board_said.ANSWERED, None, *nothing, board.not_heard
    for line in board.planned:
        yield board_said.PLANNED, None, *nothing, line
    yield "Comments", None, *nothing, board.comments


def draw_radar(written: Written, marked: Marked, lines: Sequence[Line]) -> None:
    """Of the table's own first rows, beside them."""
    if not lines:
        return
    native = [
        NativeLine(VIEWS[line.code].head, line_figures(marked, line), solid=line.code == "lived")
        for line in lines
    ]
    listing = Listing(
        sheet=written.sheet,
        cells=written.cells,
        column=ABOUT,
        row=written.head,
        head="About",
        labels=names(marked),
        lines=native,
    )
    words = described("the twelve principles of peer support", names(marked), native)
    beside = Spot(ABOUT + len(lines) + 2, written.head, *RADAR)
    place(written.sheet, radar(listing), beside, words)
