"""The pyramid: a bar for each layer, the base below, as wide as there is of it, and behind them the
pyramid's own shape; as on the pages where it is rated.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from assessment.method.marks import Marked
from reports.drawing.lettering import wrapped
from reports.drawing.parts import Paragraph, SheetPart
from reports.drawing.sheet import Sheet, corners
from reports.drawing.style import (
    BOLD,
    MARGIN,
    PLAIN,
    QUIET,
    RULE,
    TEAL,
    WIDTH,
    Fill,
    Letters,
)
from reports.wording.plotted import RatedLayer, layers
from reports.wording.pyramid_said import top_heavy

BASE, TIP, TALL = 84.0, 12.0, 14.0  # mm: widths at the bottom and the top, height of a layer
GAP = 1.2  # mm, between layers
INSET, SLIVER = 2.6, 1.2  # mm: a bar within its layer, the width of one rated 0
LEFT_OF_WORDS = MARGIN + BASE + 8


def pyramid_parts(marked: Marked) -> Iterator[SheetPart]:
    yield Pyramid(layers(marked))
    if said := top_heavy(marked).strip():
        yield Paragraph(said)


@dataclass(frozen=True, slots=True)
class Pyramid:
    """From the base up."""

    layers: tuple[RatedLayer, ...]

    def draw(self, sheet: Sheet) -> None:
        top = sheet.bottom + 2
        for place, layer in enumerate(reversed(self.layers)):
            draw_layer(sheet, top + place * (TALL + GAP), place, len(self.layers), layer)
        sheet.bottom = top + len(self.layers) * (TALL + GAP) + 2


def draw_layer(sheet: Sheet, top: float, place: int, count: int, layer: RatedLayer) -> None:
    """``place`` counts from the top. Its word stands beside it, so no tone is read alone."""
    middle = MARGIN + BASE / 2
    upper, lower = (half_width((place + end) / count) for end in (0, 1))
    shape = [
        (middle - upper, top),
        (middle + upper, top),
        (middle + lower, top + TALL),
        (middle - lower, top + TALL),
    ]
    unrated = layer.rating is None
    sheet.area(shape, Fill(edge=RULE, hatch="///" if unrated else None))
    half = (upper + lower) / 2 if layer.rating is None else bar_width(layer.rating) / 2
    if not unrated:
        sheet.area(
            corners(middle - half, top + INSET, middle + half, top + TALL - INSET),
            Fill(TEAL, above=1),
        )
    y = top + TALL / 2
    sheet.path([(middle + half + 1, y), (LEFT_OF_WORDS - 2, y)])
    write_layer(sheet, y, layer)


def bar_width(rating: int) -> float:
    """Of nothing there is a sliver, so that it is seen to be next to nothing."""
    return max(SLIVER, BASE * rating / 4)


def half_width(share: float) -> float:
    return (TIP + (BASE - TIP) * share) / 2


def write_layer(sheet: Sheet, middle: float, layer: RatedLayer) -> None:
    """The rating's word in bold, its layer above it."""
    lines = wrapped(layer.name, WIDTH - MARGIN - LEFT_OF_WORDS, PLAIN)
    y = middle - len(lines) * PLAIN.height / 2 + 1.1
    for line in lines:
        sheet.words(LEFT_OF_WORDS, y, line)
        y += PLAIN.height
    unrated = Letters(colour=QUIET)
    sheet.words(LEFT_OF_WORDS, y, layer.word, unrated if layer.rating is None else BOLD)
