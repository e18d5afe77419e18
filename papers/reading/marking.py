"""A line of boxes to its answer, or to why a person must look at it.

What is read unasked must be plain: one box with a mark, all others clean, and no ink beside them. A
cautious reader asks too often; a bold one would put into the box what nobody said.
"""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import numpy.typing as npt

from assessment.method.responses import CHARACTERS
from papers.out.layouts import Box, Line
from papers.reading.straight import DOTS, Ink, StraightPage

# What a box's place stands for, as one character of an answer string.
ANSWER_OF: list[str] = [*"01234", CHARACTERS["DK"], CHARACTERS["NA"]]
BLANK = CHARACTERS[None]

# Shares of a box's inside, as if all of it were as dark as print; found by tests/paper.
CLEAN, MARKED, FILLED = 0.012, 0.06, 0.72
FAINTEST = 0.12  # of print: below it is shade, a crease or what shines through
INSIDE = 0.75  # mm from the box's edge to where ink counts
STROKE = 0.2  # of print: what counts as a stroke beside the boxes
STRAY, LEAST = 5.0, 1.5  # square millimetres of it, where a box is marked and where none is
TAIL = 6.0  # mm from a marked box that its own mark may reach
SEARCH, ALONE = 18, 11  # dots that a line may lie off its place, and a box off its line
COARSE = 12  # dots: what lies so near moves together
SIDE_MARGIN = 17.0  # mm: where the lines begin and end on the sheet
SHEET_WIDTH = 210.0


Offset = tuple[int, int]  # dots down and across
Places = npt.NDArray[np.int64]
Numbers = npt.NDArray[np.float64]


class Unsure(StrEnum):
    """Why a person is asked."""

    TWO = "more than one box is marked"
    FAINT = "a mark is faint"
    CROSSED = "a box is filled in all over"
    BESIDE = "there is ink beside the boxes"


@dataclass(frozen=True, slots=True)
class ReadLine:
    """``answer``: the likeliest, '.' for none; certain only where ``unsure`` is None."""

    code: str
    answer: str
    unsure: Unsure | None = None


def read_line(line: Line, page: StraightPage) -> ReadLine:
    places = offsets(line, page.ink)
    shares = [share_inside(box, page.soft, at) for box, at in zip(line.boxes, places, strict=True)]
    marked = [place for place, share in enumerate(shares) if share >= MARKED]
    faint = [place for place, share in enumerate(shares) if CLEAN <= share < MARKED]
    filled = [place for place in marked if shares[place] >= FILLED]
    plain = [place for place in marked if place not in filled]
    answer = likeliest(line, plain, marked, faint)
    if len(marked) > 1:
        return ReadLine(line.code, answer, Unsure.TWO)
    if faint:
        return ReadLine(line.code, answer, Unsure.FAINT)
    if filled:
        return ReadLine(line.code, answer, Unsure.CROSSED)
    if beside(line, page, places, marked) > (STRAY if marked else LEAST):
        return ReadLine(line.code, answer, Unsure.BESIDE)
    return ReadLine(line.code, answer)


def likeliest(line: Line, *choices: list[int]) -> str:
    """The first choice that is one box alone."""
    for places in choices:
        if len(places) == 1:
            return ANSWER_OF[line.boxes[places[0]].value]
    return BLANK


def dots(millimetres: float) -> int:
    return round(millimetres * DOTS)


def share_inside(box: Box, ink: Ink, moved: Offset) -> float:
    top, left = dots(box.y + INSIDE) + moved[0], dots(box.x + INSIDE) + moved[1]
    side = dots(box.side - 2 * INSIDE)
    inside = ink[top : top + side, left : left + side]
    return float(np.where(inside > FAINTEST, inside, 0.0).mean())


def offsets(line: Line, ink: Ink) -> list[Offset]:
    """How far each box lies from its place, down and across, by its printed frame.

    Paper bends, and a page is straightened as if it were flat. First all boxes of the line
    together, which marks cannot mislead; then each a little, near where the others are.
    """
    frames = [edges(box, ink) for box in line.boxes]
    middle = best(np.sum(frames, axis=0) / len(frames), (0, 0), pull=0.002, reach=SEARCH)
    return [best(frame, middle, pull=0.006, reach=ALONE) for frame in frames]


def best(scores: Ink, start: Offset, *, pull: float, reach: int) -> Offset:
    """The darkest frame within reach of ``start``; nearer ones win where it hardly matters."""
    number = np.arange(-SEARCH, SEARCH + 1)
    away = np.hypot((number - start[0])[:, None], (number - start[1])[None, :])
    wanted = np.where(away <= reach, scores - pull * away, -1.0)
    at = np.unravel_index(np.argmax(wanted), wanted.shape)
    return int(at[0]) - SEARCH, int(at[1]) - SEARCH


def edges(box: Box, ink: Ink) -> Ink:
    """How dark the frame of a box would be, for every offset."""
    side = dots(box.side)
    top, left = dots(box.y) - SEARCH, dots(box.x) - SEARCH
    length = side + 2 * SEARCH + 1
    around = np.minimum(ink[top : top + length, left : left + length], 1.0)
    number = 2 * SEARCH + 1
    along = np.cumsum(np.pad(around, ((0, 0), (1, 0))), axis=1)  # sums of rows, then of columns
    beneath = np.cumsum(np.pad(around, ((1, 0), (0, 0))), axis=0)
    rows = (along[:, side : side + number] - along[:, :number]) / side
    columns = (beneath[side : side + number, :] - beneath[:number, :]) / side
    frame = rows[:number] + rows[side : side + number]
    frame += columns[:, :number] + columns[:, side : side + number]
    result: Ink = frame / 4
    return result


def beside(line: Line, page: StraightPage, places: list[Offset], marked: list[int]) -> float:
    """Square millimetres of strokes where nothing is printed and no box is marked."""
    rows = np.arange(dots(line.top + 1.0), dots(line.bottom - 0.5))
    columns = np.arange(dots(SIDE_MARGIN), dots(SHEET_WIDTH - SIDE_MARGIN))
    moved = bent(line, places, rows, columns)
    seen = page.soft[rows[:, None] + moved[..., 0], columns[None, :] + moved[..., 1]] > STROKE
    free = ~page.near_print[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    for place in marked:
        box, tail = line.boxes[place], dots(TAIL)
        y, x, side = dots(box.y) - rows[0], dots(box.x) - columns[0], dots(box.side)
        free[max(0, y - tail) : y + side + tail, max(0, x - tail) : x + side + tail] = False
    return float((seen & free).sum()) / DOTS**2


def bent(line: Line, places: list[Offset], rows: Places, columns: Places) -> Places:
    """The offset of every dot between the boxes: a curve through theirs, as paper bends."""
    at = np.array([(box.y, box.x) for box in line.boxes]) / SHEET_WIDTH
    curve, *_rest = np.linalg.lstsq(basis(at[:, 0], at[:, 1]), np.array(places), rcond=None)
    y, x = (where[::COARSE] / DOTS / SHEET_WIDTH for where in (rows, columns))
    grid = np.stack(np.meshgrid(y, x, indexing="ij")).reshape(2, -1)
    moved = np.rint(basis(*grid) @ curve).clip(-2 * SEARCH, 2 * SEARCH).astype(np.int64)
    wide = moved.reshape(len(y), len(x), 2).repeat(COARSE, axis=0).repeat(COARSE, axis=1)
    result: Places = wide[: len(rows), : len(columns)]
    return result


def basis(y: Numbers, x: Numbers) -> Numbers:
    return np.stack([np.ones_like(x), x, x**2, y], axis=1)
