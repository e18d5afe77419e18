"""Which pages are in a picture, and where: by the codes in their corners.

Each code has four corners of its own, so two codes are eight points that a page's places must fall
on. Whatever way the sheet lay, the points turn and straighten it.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import zxingcpp

from papers.out.layouts import CODE_EDGE, CODE_SIDE, SHEET
from papers.out.page_marks import CORNERS, PageMark, read_mark
from papers.reading.photographs import Picture

Points = npt.NDArray[np.float64]  # a row a point, x and y
FEWEST_CODES = 2
QR = zxingcpp.barcode_formats_from_str("QRCode")
SLIP = re.compile(r"/([0-9A-Za-z]{12})/?$")  # what a slip's own code ends with


@dataclass(frozen=True, slots=True)
class FoundPage:
    """``to_picture``: eight numbers that lead from millimetres on the sheet to its dots."""

    mark: PageMark
    picture: Picture
    to_picture: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class InPicture:
    """``slips``: codes of slips that lay beside. ``half``: pages of which one code was found.
    ``twice``: pages of which there are two copies, whose codes cannot be told apart."""

    pages: list[FoundPage]
    slips: list[str]
    half: list[PageMark]
    twice: list[PageMark]


def found_in(picture: Picture) -> InPicture:
    seen: dict[PageMark, list[tuple[PageMark, Points]]] = defaultdict(list)
    slips = []
    for text, points in codes_in(picture):
        mark, slip = read_mark(text), SLIP.search(text)
        if mark is not None:
            seen[mark.at(mark.page, CORNERS[0])].append((mark, points))
        elif slip is not None:
            slips.append(slip[1].upper())
    found = InPicture([], slips, [], [])
    for mark, codes in sorted(seen.items(), key=lambda one: one[0].page):
        corners = {one.corner for one, _points in codes}
        if len(corners) < len(codes):
            found.twice.append(mark)
        elif len(corners) < FEWEST_CODES:
            found.half.append(mark)
        else:
            found.pages.append(FoundPage(mark, picture, leading(codes)))
    return found


def codes_in(picture: Picture) -> Iterator[tuple[str, Points]]:
    grey = np.asarray(picture.grey)
    for code in zxingcpp.read_barcodes(grey, formats=QR):
        at = code.position
        corners = (at.top_left, at.top_right, at.bottom_right, at.bottom_left)
        yield code.text, np.array([(corner.x, corner.y) for corner in corners], dtype=float)


def leading(codes: list[tuple[PageMark, Points]]) -> tuple[float, ...]:
    """The plane's way from the sheet to the picture, by least squares over all the points."""
    sheet = np.concatenate([on_sheet(mark.corner) for mark, _points in codes])
    dots = np.concatenate([points for _mark, points in codes])
    return projective(sheet, dots)


def on_sheet(corner: str) -> Points:
    """The four corners of one code, in the order of ``codes_in``."""
    width, height = SHEET
    right, low = CORNERS.index(corner) % 2, CORNERS.index(corner) // 2
    x = width - CODE_EDGE - CODE_SIDE if right else CODE_EDGE
    y = height - CODE_EDGE - CODE_SIDE if low else CODE_EDGE
    ends = ((0, 0), (CODE_SIDE, 0), (CODE_SIDE, CODE_SIDE), (0, CODE_SIDE))
    return np.array([(x + dx, y + dy) for dx, dy in ends])


def projective(start: Points, end: Points) -> tuple[float, ...]:
    """a to h of u = (ax + by + c) / (gx + hy + 1), v = (dx + ey + f) / (gx + hy + 1)."""
    scale = np.abs(start).max()  # numbers of one size, or the sums lose their last figures
    x, y = (start / scale).T
    u, v = end.T
    one, zero = np.ones_like(x), np.zeros_like(x)
    across = np.stack([x, y, one, zero, zero, zero, -u * x, -u * y], axis=1)
    down = np.stack([zero, zero, zero, x, y, one, -v * x, -v * y], axis=1)
    solved, *_rest = np.linalg.lstsq(
        np.concatenate([across, down]), np.concatenate([u, v]), rcond=None
    )
    a, b, c, d, e, f, g, h = (float(number) for number in solved)
    return (a / scale, b / scale, c, d / scale, e / scale, f, g / scale, h / scale)
