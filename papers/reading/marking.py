"""A page's lines of boxes to their answers, or to why a person must look at one.

What is read unasked must be plain: one box with a mark, all others clean, and no ink beside them. A
cautious reader asks too often; a bold one would put into the box what nobody said. The page itself
says what is usual on it: six boxes of seven are empty, one hand made its marks, and most of its
words have none.
"""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import numpy.typing as npt

from assessment.method.responses import CHARACTERS
from papers.out.layouts import Box, Line
from papers.reading.straight import AROUND, DOTS, Ink, StraightPage

# What a box's place stands for, as one character of an answer string.
ANSWER_OF: list[str] = [*"01234", CHARACTERS["DK"], CHARACTERS["NA"]]
BLANK = CHARACTERS[None]

# Shares of a box's inside, as if all of it were as dark as print; found by tests/papers.
CLEAN, MARKED, FILLED = 0.012, 0.06, 0.62
FAINTEST = 0.12  # of print: below it is shade, a crease or what shines through
INSIDE = 0.75  # mm from the box's edge to where ink counts
DARKEST, PAPER = 95, 30  # hundredths of a box's inside: a stroke's darkest, and the paper beside it
USUAL, SLIGHT = 2.5, 0.01  # how many times an empty box's contrast, and how much more, is a mark
TINTED = 0.06  # of print: more than the page's other boxes have all over
LIGHTER = 0.45  # of the page's usual mark: what is lighter may be rubbed out or shine through
STROKE = 0.2  # of print: what counts as a stroke beside the boxes, at most
SHADE, UNSEEN = 0.25, 0.08  # of a mark: a stroke as of its hand; the same where none is seen
STRAY, LEAST = 2.0, 0.5  # square millimetres of it, where a box is marked and where none is
CLOSEST = 3  # dots from print where it may be seen, if most lines have not more of it than
ASTRAY = 0.3  # so many square millimetres, which is print beside its place
TAIL, WORDS = 6.0, 2.0  # mm from a marked box that its own mark may reach, and over its words
SEARCH, ALONE = 18, 11  # dots that a line may lie off its place, and a box off its line
COARSE = 12  # dots: what lies so near moves together
STIFF = 0.08  # how little a line bends from its first boxes to its last
SIDE_MARGIN = 17.0  # mm: where the lines begin and end on the sheet
BESIDE_MARGIN = 11.0  # mm: where a mark beside the first or last box may begin and end
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


@dataclass(frozen=True, slots=True)
class Measured:
    """A line's boxes. ``contrasts``: of the darkest to the paper in each. ``levels``: of paper."""

    line: Line
    places: list[Offset]
    shares: list[float]
    contrasts: list[float]
    levels: list[float]

    def marked(self) -> list[int]:
        return [place for place, share in enumerate(self.shares) if share >= MARKED]


@dataclass(frozen=True, slots=True)
class UsualOnPage:
    """``empty``, ``level``: the most that an empty box has. ``light``: the least that a mark has.
    ``stroke``: what is one beside the boxes."""

    empty: float
    level: float
    light: float
    stroke: float


def read_lines(lines: list[Line], page: StraightPage) -> list[tuple[Line, ReadLine]]:
    """The statements' lines of one page."""
    measured = [measure(line, page) for line in lines]
    if not measured:
        return []
    usual = usual_of(measured)
    strokes = np.stack([beside(one, page, usual.stroke) for one in measured])
    astray = np.median(strokes - strokes[:, -1:], axis=0)  # none at the last
    around = int(np.argmax(astray < ASTRAY))
    return [
        (one.line, read_line(one, usual, float(of_line[around])))
        for one, of_line in zip(measured, strokes, strict=True)
    ]


def measure(line: Line, page: StraightPage) -> Measured:
    places = offsets(line, page.ink)
    insides = [inside(box, page.soft, at) for box, at in zip(line.boxes, places, strict=True)]
    levels = [float(np.percentile(one, PAPER)) for one in insides]
    darkest = [float(np.percentile(one, DARKEST)) for one in insides]
    return Measured(
        line=line,
        places=places,
        shares=[float(np.where(one > FAINTEST, one, 0.0).mean()) for one in insides],
        contrasts=[dark - level for dark, level in zip(darkest, levels, strict=True)],
        levels=levels,
    )


def usual_of(measured: list[Measured]) -> UsualOnPage:
    contrasts = np.array([one.contrasts for one in measured])
    marks = contrasts[np.array([one.shares for one in measured]) >= MARKED]
    mark = float(np.median(marks)) if marks.size else 0.0
    empty = USUAL * float(np.median(contrasts)) + SLIGHT
    return UsualOnPage(
        empty=empty,
        level=TINTED + float(np.median([one.levels for one in measured])),
        light=LIGHTER * mark,
        stroke=min(STROKE, max(empty, SHADE * mark or UNSEEN)),
    )


def read_line(seen: Measured, usual: UsualOnPage, strokes: float) -> ReadLine:
    """``strokes``: square millimetres of them beside the boxes."""
    marked, code = seen.marked(), seen.line.code
    faint = [place for place in range(len(seen.shares)) if is_faint(seen, place, usual)]
    filled = [place for place in marked if seen.shares[place] >= FILLED]
    plain = [place for place in marked if place not in filled]
    answer = likeliest(seen.line, plain, marked, faint)
    if len(marked) > 1:
        return ReadLine(code, answer, Unsure.TWO)
    if faint:
        return ReadLine(code, answer, Unsure.FAINT)
    if filled:
        return ReadLine(code, answer, Unsure.CROSSED)
    if strokes > (STRAY if marked else LEAST):
        return ReadLine(code, answer, Unsure.BESIDE)
    return ReadLine(code, answer)


def is_faint(seen: Measured, place: int, usual: UsualOnPage) -> bool:
    """Of a mark: lighter than the page's others. Of any other box: not as empty as they are."""
    share, contrast = seen.shares[place], seen.contrasts[place]
    if share >= MARKED:
        return contrast < usual.light and share < FILLED
    return share >= CLEAN or contrast > usual.empty or seen.levels[place] > usual.level


def likeliest(line: Line, *choices: list[int]) -> str:
    """The first choice that is one box alone."""
    for places in choices:
        if len(places) == 1:
            return ANSWER_OF[line.boxes[places[0]].value]
    return BLANK


def dots(millimetres: float) -> int:
    return round(millimetres * DOTS)


def inside(box: Box, ink: Ink, moved: Offset) -> Ink:
    top, left = dots(box.y + INSIDE) + moved[0], dots(box.x + INSIDE) + moved[1]
    side = dots(box.side - 2 * INSIDE)
    return ink[top : top + side, left : left + side]


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


def beside(seen_line: Measured, page: StraightPage, stroke: float) -> Numbers:
    """Square millimetres of strokes, from ``CLOSEST`` dots from print on, one more, one more."""
    line = seen_line.line
    rows = np.arange(dots(line.top + 1.0), dots(line.bottom - 0.5))
    columns = np.arange(dots(BESIDE_MARGIN), dots(SHEET_WIDTH - BESIDE_MARGIN))
    moved = bent(line, seen_line.places, rows, columns)
    seen = page.soft[rows[:, None] + moved[..., 0], columns[None, :] + moved[..., 1]] > stroke
    for place in seen_line.marked():
        box, tail = line.boxes[place], dots(TAIL)
        y, x, side = dots(box.y) - rows[0], dots(box.x) - columns[0], dots(box.side)
        words = seen[max(0, y) : y + side, x + side + dots(WORDS) :].copy()
        seen[max(0, y - tail) : y + side + tail, max(0, x - tail) : x + side + tail] = False
        seen[max(0, y) : y + side, x + side + dots(WORDS) :] = words
    steps = page.from_print[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    found = np.bincount(steps[seen], minlength=AROUND + 2)
    result: Numbers = found[::-1].cumsum()[::-1][CLOSEST + 1 :] / DOTS**2
    return result


def bent(line: Line, places: list[Offset], rows: Places, columns: Places) -> Places:
    """The offset of every dot between the boxes: a curve through theirs, as paper bends."""
    at = np.array([(box.y, box.x) for box in line.boxes]) / SHEET_WIDTH
    flat = np.array([[0.0, 0.0, 0.0, STIFF]])  # two rows of boxes say little of the words above
    known = np.concatenate([basis(at[:, 0], at[:, 1]), flat])
    curve, *_rest = np.linalg.lstsq(known, np.array([*places, (0, 0)]), rcond=None)
    y, x = (where[::COARSE] / DOTS / SHEET_WIDTH for where in (rows, columns))
    grid = np.stack(np.meshgrid(y, x, indexing="ij")).reshape(2, -1)
    moved = np.rint(basis(*grid) @ curve).clip(-2 * SEARCH, 2 * SEARCH).astype(np.int64)
    wide = moved.reshape(len(y), len(x), 2).repeat(COARSE, axis=0).repeat(COARSE, axis=1)
    result: Places = wide[: len(rows), : len(columns)]
    return result


def basis(y: Numbers, x: Numbers) -> Numbers:
    return np.stack([np.ones_like(x), x, x**2, y], axis=1)
