"""Letters: matplotlib's own font file, what it cannot draw, how wide words are, where they wrap.

Glyphs are looked up before anything is drawn, because matplotlib warns of each one it has not.
"""

import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from reports.drawing.style import POINT, Letters

if TYPE_CHECKING:
    from matplotlib.ft2font import FT2Font

FILES = {False: "DejaVuSans.ttf", True: "DejaVuSans-Bold.ttf"}
UNDRAWABLE = "\N{WHITE SQUARE}"
ELLIPSIS = "\N{HORIZONTAL ELLIPSIS}"
SLACK = 1.02  # a PNG sets each letter on a whole dot, so its lines are a little longer
LONGEST = 400  # characters of one typed text that are looked at; none so long is shown


def font_file(bold: bool) -> str:
    """By its path, so that a font of the same name on another machine changes nothing."""
    # matplotlib takes a second to import: only when something is drawn.
    from matplotlib import get_data_path  # noqa: PLC0415

    return f"{get_data_path()}/fonts/ttf/{FILES[bold]}"


def face(bold: bool) -> "FT2Font":
    """matplotlib keeps one for each thread."""
    from matplotlib.font_manager import get_font  # noqa: PLC0415 - as above

    return get_font(font_file(bold))


@cache  # two fonts, whose lists never change
def glyphs(bold: bool) -> frozenset[int]:
    return frozenset(face(bold).get_charmap())


def drawable(text: str, bold: bool = False) -> str:
    """One line; a letter the font has not as a square, other such signs (emoji) left out."""
    known = glyphs(bold)
    shown = (c if ord(c) in known else stand_in(c) for c in " ".join(text[:LONGEST].split()))
    return " ".join("".join(c for c in shown if c.isprintable()).split())


def stand_in(character: str) -> str:
    return UNDRAWABLE if unicodedata.category(character).startswith(("L", "N")) else ""


def width(text: str, letters: Letters) -> float:
    """In mm, of text that is drawable: the sum of its letters' advances, and a little."""
    return sum(advance(letter, letters.bold) for letter in text) * letters.size * POINT * SLACK


@cache  # each letter is asked of the font once: a chart measures thousands
def advance(letter: str, bold: bool) -> float:
    """As a share of the font's size."""
    sized = face(bold)
    sized.set_size(100, 72)
    return float(sized.load_char(ord(letter)).linearHoriAdvance) / 65536 / 100


def wrapped(text: str, room: float, letters: Letters, *, most: int = 2) -> list[str]:
    """At most ``most`` lines no wider than ``room`` mm; what does not fit ends in an ellipsis."""
    lines: list[str] = []
    words = drawable(text, letters.bold).split()
    while words and len(lines) < most:
        line, words = first_line(words, room, letters)
        lines.append(line)
    if words:
        lines[-1] = shortened(f"{lines[-1]} {words[0]}", room, letters)
    return lines


def first_line(words: list[str], room: float, letters: Letters) -> tuple[str, list[str]]:
    """What fits on a line, and the words left; a word wider than the line is cut."""
    count = 1
    while count < len(words) and width(" ".join(words[: count + 1]), letters) <= room:
        count += 1
    line = " ".join(words[:count])
    if width(line, letters) > room:
        line = shortened(line, room, letters)
    return line, words[count:]


def shortened(text: str, room: float, letters: Letters) -> str:
    kept = text
    while kept and width(kept + ELLIPSIS, letters) > room:
        kept = kept[:-1]
    return kept.rstrip(" ,;:" + ELLIPSIS) + ELLIPSIS
