"""Rows under a scale of 0 to 100: where a figure stands, names at the left, labels kept apart."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from questions import Thresholds
from reports.drawing.lettering import wrapped
from reports.drawing.sheet import Sheet
from reports.drawing.style import ASIDE, FAINT, MARGIN, PLAIN, WIDTH, Letters, Pen


@dataclass(frozen=True, slots=True)
class Scale:
    """mm, of 0 and of 100."""

    left: float
    right: float

    def at(self, figure: float) -> float:
        return self.left + (self.right - self.left) * figure / 100


def draw_scale(
    sheet: Sheet, scale: Scale, top: float, bottom: float, thresholds: Thresholds
) -> None:
    """Thin lines at 0, the cuts and 100; figures and words above and figures below."""
    cuts = (0.0, thresholds.low, thresholds.high, 100.0)
    rule(sheet, bottom)
    for cut in cuts:
        x = scale.at(cut)
        sheet.path([(x, top), (x, bottom)], Pen(width=0.8))
        for y in (top - 1.2, bottom + 3.6):
            sheet.words(x, y, f"{cut:g}", ASIDE, align="center")
    for word, (start, end) in zip(("low", "mid", "high"), pairwise(cuts), strict=True):
        sheet.words(scale.at((start + end) / 2), top - 1.2, word, ASIDE, align="center")


def rule(sheet: Sheet, y: float) -> None:
    sheet.path([(MARGIN, y), (WIDTH - MARGIN, y)], Pen(FAINT, 0.6))


def row_name(
    sheet: Sheet, name: str, middle: float, room: float, letters: Letters = PLAIN, *, most: int = 2
) -> None:
    """At the left, wrapped within ``room`` mm and centred on ``middle``."""
    lines = wrapped(name, room, letters, most=most)
    y = middle - (len(lines) - 1) * letters.height / 2 + 1.1
    for line in lines:
        sheet.words(MARGIN, y, line, letters)
        y += letters.height


def kept_apart(places: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """Each place moved as little as may be, so that all are ``gap`` apart, within low and high.

    In their order; by pooling those that would touch (isotonic regression of place less its turn).
    """
    turns = sorted(range(len(places)), key=lambda at: (places[at], at))
    pools: list[tuple[float, int]] = []  # mean, how many
    for turn, at in enumerate(turns):
        mean, count = places[at] - turn * gap, 1
        while pools and pools[-1][0] > mean:
            before, many = pools.pop()
            mean, count = (before * many + mean * count) / (many + count), many + count
        pools.append((mean, count))
    most = high - (len(places) - 1) * gap
    moved = [max(low, min(most, mean)) for mean, count in pools for _ in range(count)]
    found = [0.0] * len(places)
    for turn, at in enumerate(turns):
        found[at] = moved[turn] + turn * gap
    return found
