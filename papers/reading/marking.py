"""A page's lines of boxes to their answers, or to why a person must look at one.

What is read unasked must be plain: one box with a mark, all others clean, and no ink beside them. A
cautious reader asks too often; a bold one would put into the box what nobody said. The page itself
says what is usual on it: six boxes of seven are empty, one hand made its marks, and most of its
words have none.
"""

from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np

from assessment.method.responses import CHARACTERS
from papers.out.layouts import Line
from papers.reading.measuring import BESIDE_MARGIN, CLEAN, MARKED, STROKE, WORDS, Measured, measure
from papers.reading.placing import SHEET_WIDTH, Numbers, bent, dots
from papers.reading.straight import AROUND, DOTS, StraightPage

# What a box's place stands for, as one character of an answer string.
ANSWER_OF: list[str] = [*"01234", CHARACTERS["DK"], CHARACTERS["NA"]]
BLANK = CHARACTERS[None]

COVERED, FEW = 0.35, 3  # of a box's inside that a mark covers, wherever few marks say so
CROSSED = 0.65  # of the way from there to all of it: what covers more may strike out
PASSES = 2.1  # strokes met on the way across a box: a ring or a cross has two, a scribble more
ON_WORDS, ON_WORDS_ALONE = 3.5, 1.5  # more square mm on words than other lines have on the same
AT_EDGE = 0.5  # more square mm at an edge of a box than other lines have there
COMPARED = 3  # lines, at least, that say what is usual
USUAL, SLIGHT = 2.5, 0.01  # how many times an empty box's contrast, and how much more, is a mark
TINTED = 0.06  # of print: more than the page's other boxes have all over
LIGHTER = 0.45  # of the page's usual mark: what is lighter may be rubbed out or shine through
SHADE, UNSEEN = 0.25, 0.08  # of a mark: a stroke as of its hand; the same where none is seen
STRAY, LEAST = 2.0, 0.5  # square millimetres of it, where a box is marked and where none is
CLOSEST = 3  # dots from print where it may be seen, if most lines have not more of it than
ASTRAY = 0.3  # so many square millimetres, which is print beside its place
TAIL = 6.0  # mm from a marked box that its own mark may reach
SIDE_MARGIN = 17.0  # mm: where the lines begin and end on the sheet


class Unsure(StrEnum):
    """Why a person is asked."""

    TWO = "more than one box is marked"
    FAINT = "a mark is faint"
    CROSSED = "a box is filled in or scribbled over"
    BESIDE = "there is ink beside the boxes"
    LOST = "the scan may have lost its mark"


@dataclass(frozen=True, slots=True)
class ReadLine:
    """``answer``: the likeliest, '.' for none; certain only where ``unsure`` is None."""

    code: str
    answer: str
    unsure: Unsure | None = None


@dataclass(frozen=True, slots=True)
class UsualOnPage:
    """``empty``, ``level``: the most that an empty box has. ``light``: the least that a mark has,
    ``crossed``: the most that it covers. ``stroke``: what is one beside the boxes."""

    empty: float
    level: float
    light: float
    crossed: float
    stroke: float


@dataclass(frozen=True, slots=True)
class Beside:
    """Square mm of strokes beside a line's boxes, and more than is usual on their words and at
    their edges."""

    strokes: float
    words: Numbers
    edges: Numbers

    def is_inked(self, *, alone: bool) -> bool:
        """``alone``: no box is marked. What is marked may reach out of its box."""
        if alone and self.edges.max() > AT_EDGE:
            return True
        most, on_words = (LEAST, ON_WORDS_ALONE) if alone else (STRAY, ON_WORDS)
        # a line through both is too little for either
        return self.strokes / most + max(0.0, float(self.words.max())) / on_words > 1

    def is_pale(self) -> bool:
        """Even its print is lighter than in other lines: a mark may be too light to be seen."""
        return bool(np.median(self.words) < -ON_WORDS)


def read_lines(lines: list[Line], page: StraightPage) -> list[tuple[Line, ReadLine]]:
    """The statements' lines of one page."""
    measured = [measure(line, page) for line in lines]
    if not measured:
        return []
    usual = usual_of(measured)
    strokes = np.stack([beside(one, page, usual) for one in measured])
    astray = np.median(strokes - strokes[:, -1:], axis=0)  # none at the last
    around = int(np.argmax(astray < ASTRAY))
    words = more_than_usual([one.words for one in measured])
    edges = more_than_usual([one.edges for one in measured])
    read = [
        read_line(one, usual, Beside(*places))
        for one, *places in zip(measured, strokes[:, around], words, edges, strict=True)
    ]
    read = asked_if_empty(read) if may_have_lost(read, page) else read
    return [(one.line, of_line) for one, of_line in zip(measured, read, strict=True)]


def may_have_lost(read: list[ReadLine], page: StraightPage) -> bool:
    """A scan in black and white, or one where no mark is plain and yet there is something: nobody
    can say whether a line was left out there or its pencil vanished."""
    plain = any(one.unsure is None and one.answer != BLANK for one in read)
    return not page.has_grey or (not plain and any(one.unsure for one in read))


def asked_if_empty(read: list[ReadLine]) -> list[ReadLine]:
    return [
        replace(one, unsure=one.unsure or Unsure.LOST) if one.answer == BLANK else one
        for one in read
    ]


def usual_of(measured: list[Measured]) -> UsualOnPage:
    contrasts = np.array([one.contrasts for one in measured])
    is_mark = np.array([one.shares for one in measured]) >= MARKED
    marks, covered = contrasts[is_mark], np.array([one.covered for one in measured])[is_mark]
    usually = float(np.median([*covered, *[COVERED] * FEW]))
    mark = float(np.median(marks)) if marks.size else 0.0
    empty = USUAL * float(np.median(contrasts)) + SLIGHT
    return UsualOnPage(
        empty=empty,
        level=TINTED + float(np.median([one.levels for one in measured])),
        light=LIGHTER * mark,
        crossed=usually + CROSSED * (1 - usually),
        stroke=min(STROKE, max(empty, SHADE * mark or UNSEEN)),
    )


def more_than_usual(of_lines: list[list[float]]) -> Numbers:
    """A page prints the same at the same place of each line; what is there beside it is ink."""
    ink = np.array(of_lines)
    usual = np.median(ink, axis=0) if len(of_lines) >= COMPARED else ink
    result: Numbers = ink - usual
    return result


def read_line(seen: Measured, usual: UsualOnPage, beside: Beside) -> ReadLine:
    marked, code = seen.marked(), seen.line.code
    faint = [place for place in range(len(seen.shares)) if is_faint(seen, place, usual)]
    crossed = [place for place in marked if is_crossed(seen, place, usual)]
    plain = [place for place in marked if place not in crossed]
    answer = likeliest(seen.line, plain, marked, faint)
    if len(marked) > 1:
        return ReadLine(code, answer, Unsure.TWO)
    if crossed:
        return ReadLine(code, answer, Unsure.CROSSED)
    if faint or beside.is_pale():
        return ReadLine(code, answer, Unsure.FAINT)
    if beside.is_inked(alone=not marked):
        return ReadLine(code, answer, Unsure.BESIDE)
    return ReadLine(code, answer)


def is_crossed(seen: Measured, place: int, usual: UsualOnPage) -> bool:
    """Filled in or scribbled over: to answer so or to take an answer back, who knows."""
    return seen.covered[place] > usual.crossed or seen.passes[place] > PASSES


def is_faint(seen: Measured, place: int, usual: UsualOnPage) -> bool:
    """Of a mark: lighter than the page's others. Of any other box: not as empty as they are."""
    share, contrast = seen.shares[place], seen.contrasts[place]
    if share >= MARKED:
        return contrast < usual.light
    return share >= CLEAN or contrast > usual.empty or seen.levels[place] > usual.level


def likeliest(line: Line, *choices: list[int]) -> str:
    """The first choice that is one box alone."""
    for places in choices:
        if len(places) == 1:
            return ANSWER_OF[line.boxes[places[0]].value]
    return BLANK


def beside(seen_line: Measured, page: StraightPage, usual: UsualOnPage) -> Numbers:
    """Square millimetres of strokes, from ``CLOSEST`` dots from print on, one more, one more.

    Where a box is marked, of those as dark as marks: what the same hand wrote, and no crease.
    """
    line = seen_line.line
    stroke = max(usual.stroke, usual.light) if seen_line.marked() else usual.stroke
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
