"""A page in a picture as a straight page of ink: how dark each place is, 0 paper to 1 print.

Light differs from place to place of a photograph, so paper is what is bright nearby, and black is
the print of the page itself. ``DOTS`` of ours are a millimetre of the sheet.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt
import pypdfium2
from PIL import Image

from papers.out.layouts import SHEET, Look, layout_of
from papers.reading.drawn_apart import POINTS_A_MM
from papers.reading.finding import FoundPage

Ink = npt.NDArray[np.float32]  # rows and columns of dots
Numbers = npt.NDArray[Any]
Where = npt.NDArray[np.bool_]
Steps = npt.NDArray[np.uint8]
DOTS = 6
SIZE = (round(SHEET[0] * DOTS), round(SHEET[1] * DOTS))
FEWER, WIDEST = 3, 15  # dots in one, and of those as wide as no box or stroke is: 7.5 mm
BLACK, WHITE, GREY = 25, 230, 0.01  # what lies between them is grey, and the least share of it
AROUND = 4  # dots that print may lie beside its place, at most


@dataclass(frozen=True, slots=True)
class StraightPage:
    """``grey``: as it looks, to be shown. ``soft``: its ink without the camera's noise.
    ``from_print``: how many dots each lies from where print may be; ``AROUND`` + 1 and farther.
    ``has_grey``: it is not black and white alone."""

    grey: Image.Image
    ink: Ink
    soft: Ink
    from_print: Steps
    has_grey: bool = True


def straight_page(page: FoundPage, look: Look) -> StraightPage:
    black, from_print = blank_page(look, page.mark.page)
    grey = straightened(page)
    ink = ink_of(grey, black)
    return StraightPage(grey, ink, softened(ink), from_print, has_grey(page.picture.grey))


def has_grey(picture: Image.Image) -> bool:
    """Even a page without a mark has some at the edges of its print."""
    dots_of = picture.histogram()
    return sum(dots_of[BLACK:WHITE]) > GREY * sum(dots_of)


def softened(ink: Ink) -> Ink:
    """Each dot as the mean of the nine around it."""
    wide = np.pad(ink, 1, mode="edge")
    rows = wide[:-2] + wide[1:-1] + wide[2:]
    result: Ink = (rows[:, :-2] + rows[:, 1:-1] + rows[:, 2:]) / 9
    return result


def straightened(page: FoundPage) -> Image.Image:
    """Grey, upright, ``SIZE``."""
    a, b, c, d, e, f, g, h = page.to_picture
    coefficients = (a / DOTS, b / DOTS, c, d / DOTS, e / DOTS, f, g / DOTS, h / DOTS)
    return page.picture.grey.transform(
        SIZE, Image.Transform.PERSPECTIVE, coefficients, Image.Resampling.BILINEAR
    )


def ink_of(straight: Image.Image, black: Where) -> Ink:
    """``black``: where the page's own print is black, which says how dark that is here."""
    grey = np.asarray(straight, dtype=np.float32)
    paper = paper_of(grey)
    dark = paper - grey
    full = max(float(np.percentile(dark[black], 70)), 20.0)  # no page is without print
    result: Ink = np.clip(dark / full, 0.0, 1.0)
    return result


def paper_of(grey: Ink) -> Ink:
    """The paper's own light: of all squares ``WIDEST`` wide around a dot, the one least bright at
    its brightest. What is narrower vanishes, a blot too; the edge of a shadow stays."""
    height, width = grey.shape
    rows, columns = height // FEWER, width // FEWER
    small = grey[: rows * FEWER, : columns * FEWER]
    small = small.reshape(rows, FEWER, columns, FEWER).mean(axis=(1, 3))
    for axis in (0, 1):
        small = widest(small, axis, np.maximum, WIDEST)
    for axis in (0, 1):
        small = widest(small, axis, np.minimum, WIDEST)
    smooth = Image.fromarray(small).resize((width, height), Image.Resampling.BILINEAR)
    return np.asarray(smooth)


def widest(grey: Numbers, axis: int, of: np.ufunc, places: int) -> Numbers:
    """The greatest, or least, of so many places around each along one axis; an odd number."""
    reach = places // 2
    sides = [(reach, reach) if one == axis else (0, 0) for one in range(2)]
    found = np.moveaxis(np.pad(grey, sides, mode="edge"), axis, 0)
    have = 1
    while have < places:  # twice as many each time, and the rest overlap
        step = min(have, places - have)
        found = of(found[:-step], found[step:])
        have += step
    result: Numbers = np.moveaxis(found, 0, axis)
    return result


@lru_cache(maxsize=16)  # 4 MB each: as many as a questionnaire in usual print has pages
def blank_page(look: Look, page: int) -> tuple[Where, Steps]:
    """Of a page nobody has filled in: where it is black, and how far each dot is from print."""
    with pypdfium2.PdfDocument(layout_of(look).blank) as document:
        drawn = document[page].render(scale=DOTS / POINTS_A_MM, grayscale=True).to_pil()
    wide = dark = np.asarray(drawn.convert("L").resize(SIZE))
    steps = np.zeros(dark.shape, dtype=np.uint8)
    for _step in range(AROUND + 1):
        steps += wide >= 200
        for axis in (0, 1):  # by axes: Pillow's filter of a square took 0.8 s a page
            wide = widest(wide, axis, np.minimum, 3)
    return dark < 80, steps
