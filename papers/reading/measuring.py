"""What a line's boxes, their edges and their words have on them, in numbers."""

from dataclasses import dataclass

import numpy as np

from papers.out.layouts import Box, Line
from papers.reading.placing import SHEET_WIDTH, Offset, Span, dots, inside, offsets
from papers.reading.straight import DOTS, Ink, StraightPage

# Shares of a box's inside, as if all of it were as dark as print; found by tests/papers.
CLEAN, MARKED = 0.012, 0.06
FAINTEST = 0.12  # of print: below it is shade, a crease or what shines through
DARKEST, PAPER = 95, 30  # hundredths of a box's inside: a stroke's darkest, and the paper beside it
STROKE = 0.2  # of print: what counts as a stroke, at most
DARK = 0.3  # of print: what counts on words
LIGHTEST, BLACKEST = 5, 95  # hundredths of a box's inside: halfway between them a stroke begins
WORDS, LONGEST = 2.0, 32.0  # mm from a box to where its words begin, and that they are long
EDGE = 1.2  # mm around a box
BESIDE_MARGIN = 11.0  # mm: where a mark beside the first or last box may begin and end


@dataclass(frozen=True, slots=True)
class Measured:
    """A line's boxes. ``covered``: shares of their insides. ``passes``: strokes across them.
    ``contrasts``: of the darkest to the paper in each. ``levels``: of paper. ``words``,
    ``edges``: square millimetres of ink there."""

    line: Line
    places: list[Offset]
    shares: list[float]
    covered: list[float]
    passes: list[float]
    contrasts: list[float]
    levels: list[float]
    words: list[float]
    edges: list[float]

    def marked(self) -> list[int]:
        return [place for place, share in enumerate(self.shares) if share >= MARKED]


def measure(line: Line, page: StraightPage) -> Measured:
    places = offsets(line, page.ink)
    boxes = list(zip(line.boxes, places, strict=True))
    insides = [inside(box, page.soft, at) for box, at in boxes]
    levels = [float(np.percentile(one, PAPER)) for one in insides]
    darkest = [float(np.percentile(one, DARKEST)) for one in insides]
    return Measured(
        line=line,
        places=places,
        shares=[float(np.where(one > FAINTEST, one, 0.0).mean()) for one in insides],
        covered=[float((one > STROKE).mean()) for one in insides],
        passes=[passes(box, page.ink, at) for box, at in boxes],
        contrasts=[dark - level for dark, level in zip(darkest, levels, strict=True)],
        levels=levels,
        words=[on_words(line, box, page.soft, at) for box, at in boxes],
        edges=[at_edge(box, page.soft, at) for box, at in boxes],
    )


def on_words(line: Line, box: Box, ink: Ink, moved: Offset) -> float:
    left = box.x + box.side + WORDS
    right = [one.x - 1 for one in line.boxes if one.x > left and abs(one.y - box.y) < box.side]
    end = min([*right, left + LONGEST, SHEET_WIDTH - BESIDE_MARGIN])
    seen = within(ink, moved, (box.y, box.y + box.side), (left, end))
    return float((seen > DARK).sum()) / DOTS**2


def at_edge(box: Box, ink: Ink, moved: Offset) -> float:
    """By its darkness: a frame lies on one row of dots or between two, and is as much ink."""
    across, down = ((at - EDGE, at + box.side + EDGE) for at in (box.x, box.y))
    around, amid = within(ink, moved, down, across), inside(box, ink, moved)
    return float(around[around > FAINTEST].sum() - amid[amid > FAINTEST].sum()) / DOTS**2


def within(ink: Ink, moved: Offset, down: Span, across: Span) -> Ink:
    top, bottom = (dots(at) + moved[0] for at in down)
    left, right = (dots(at) + moved[1] for at in across)
    return ink[top:bottom, left:right]


def passes(box: Box, ink: Ink, moved: Offset) -> float:
    """How many strokes are met on the way across a box, or down, on the average."""
    amid = inside(box, ink, moved)
    light, dark = np.percentile(amid, [LIGHTEST, BLACKEST])
    stroke = np.pad(amid > (light + dark) / 2, ((1, 0), (1, 0))).astype(np.int8)
    met = [(np.diff(stroke, axis=axis) > 0).sum() / len(amid) for axis in (0, 1)]
    return float(max(met))
