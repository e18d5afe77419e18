"""Where the boxes of a line are on a straight page: paper bends, and is straightened as if flat."""

import numpy as np
import numpy.typing as npt

from papers.out.layouts import Box, Line
from papers.reading.straight import DOTS, Ink

INSIDE = 0.75  # mm from the box's edge to where ink counts
SEARCH, ALONE = 18, 11  # dots that a line may lie off its place, and a box off its line
COARSE = 12  # dots: what lies so near moves together
STIFF = 0.08  # how little a line bends from its first boxes to its last
SHEET_WIDTH = 210.0

Offset = tuple[int, int]  # dots down and across
Span = tuple[float, float]  # mm, from and to
Places = npt.NDArray[np.int64]
Numbers = npt.NDArray[np.float64]


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
