"""The pyramid: five layers, the base below, as strong as their tone is dark."""

from assessment.method.marks import Marked
from reports.drawing.lettering import wrapped
from reports.drawing.sheet import Sheet, origin
from reports.drawing.style import (
    BOLD,
    MARGIN,
    PLAIN,
    QUIET,
    RULE,
    TEAL,
    TONES,
    WIDTH,
    Fill,
    Letters,
)
from reports.wording.plotted import Layer, layers
from reports.wording.pyramid_said import top_heavy
from reports.wording.titles import OWN_RATING, TITLES

BASE, TIP, TALL = 84.0, 12.0, 14.0  # mm: widths at the bottom and the top, height of a layer
GAP = 1.2
WORDS = MARGIN + BASE + 8


def pyramid(marked: Marked) -> Sheet:
    sheet, found = Sheet(TITLES["pyramid"]), layers(marked)
    top = sheet.bottom + 2
    for place, layer in enumerate(reversed(found)):
        draw_layer(sheet, top + place * (TALL + GAP), place, len(found), layer)
    sheet.bottom = top + len(found) * (TALL + GAP) + 2
    said = top_heavy(marked).strip()
    if said:
        sheet.write(said)
    sheet.finish(origin(marked.results.about), OWN_RATING)
    return sheet


def draw_layer(sheet: Sheet, top: float, place: int, count: int, layer: Layer) -> None:
    """``place`` counts from the top. Its word stands beside it, so no tone is read alone."""
    middle = MARGIN + BASE / 2
    upper, lower = (half_width((place + end) / count) for end in (0, 1))
    corners = [
        (middle - upper, top),
        (middle + upper, top),
        (middle + lower, top + TALL),
        (middle - lower, top + TALL),
    ]
    if layer.rating is None:
        sheet.area(corners, Fill(edge=RULE, hatch="///"))
    else:
        sheet.area(corners, Fill(TONES[layer.rating]))
    sheet.area(corners, Fill(edge=TEAL, width=1, above=1))
    y = top + TALL / 2
    sheet.path([(middle + (upper + lower) / 2 + 1, y), (WORDS - 2, y)])
    write_layer(sheet, y, layer)


def half_width(share: float) -> float:
    return (TIP + (BASE - TIP) * share) / 2


def write_layer(sheet: Sheet, middle: float, layer: Layer) -> None:
    """The rating's word in bold, its layer above it."""
    lines = wrapped(layer.name, WIDTH - MARGIN - WORDS, PLAIN)
    y = middle - len(lines) * PLAIN.height / 2 + 1.1
    for line in lines:
        sheet.words(WORDS, y, line)
        y += PLAIN.height
    unrated = Letters(colour=QUIET)
    sheet.words(WORDS, y, layer.word, unrated if layer.rating is None else BOLD)
