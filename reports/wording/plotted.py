"""The figures each chart plots, as plain values: what a chart shows can be checked without it."""

from collections.abc import Iterable
from dataclasses import dataclass

from assessment.method.language import lower
from assessment.method.marks import Marked, PrincipleMark
from assessment.method.numbers import Figure
from assessment.method.results import Mode
from assessment.method.scores import has_practice
from questions import Shape
from questions.entries import Layer
from reports.wording.own_part_said import rating_words
from reports.wording.sides_said import in_order


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a radar, one figure a spoke; a missing figure is a gap. ``sides`` made it."""

    code: str
    sides: tuple[str, ...]
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Dot:
    """A perspective's P of one principle and its rough range, where it has one."""

    figure: float
    low: Figure
    high: Figure


@dataclass(frozen=True, slots=True)
class Dots:
    """A perspective's dots, one a principle in B10's order."""

    perspective: str
    dots: tuple[Dot | None, ...]


@dataclass(frozen=True, slots=True)
class RatedLayer:
    """A layer of the pyramid: ``rating`` 0-4, or None and ``word`` says why."""

    code: str
    name: str
    rating: int | None
    word: str


def principle_lines(marked: Marked) -> tuple[Line, ...]:
    """The lived-experience view and the others' view on practice: those that have a figure."""
    marks, shape = tuple(marked.principles.values()), marked.results.instrument.shape
    lived = Line("lived", lived_sides(marks, shape), tuple(one.views.practice for one in marks))
    others = Line(
        "others", sides_with_practice(marks, shape.others), tuple(one.views.others for one in marks)
    )
    return tuple(line for line in (lived, others) if any_figure(line.figures))


def others_seen(marked: Marked) -> bool:
    """Whether staff or commissioners have a figure anywhere."""
    return any(one.views.others is not None for one in marked.principles.values())


def domain_lines(marked: Marked) -> tuple[Line, ...]:
    """The domains of standards, in the instrument's order."""
    figures = tuple(marked.structure.domains[d.code] for d in marked.results.instrument.domains)
    return (Line("standards", (), figures),) if any_figure(figures) else ()


def domains_drawn(marked: Marked) -> bool:
    """A group that rated a few standards is shown no spokes of what it left out (section 7)."""
    return marked.structure.formal is not None and bool(domain_lines(marked))


def perspective_dots(marked: Marked) -> tuple[Dots, ...]:
    """Every perspective with a P anywhere, in the instrument's order."""
    results, marks = marked.results, marked.principles.values()

    def dots(code: str) -> Dots:
        return Dots(code, tuple(dot(one, code) for one in marks))

    rows = map(dots, in_order(results.instrument, results.perspectives))
    return tuple(row for row in rows if any(one is not None for one in row.dots))


def dot(one: PrincipleMark, perspective: str) -> Dot | None:
    score = one.scores[perspective]
    return None if score.practice is None else Dot(score.practice, score.low, score.high)


def without_dots(marked: Marked) -> dict[Mode, tuple[str, ...]]:
    """The perspectives that answered and have no P at all, by the way they answered."""
    results, shown = marked.results, {row.perspective for row in perspective_dots(marked)}
    hidden = in_order(results.instrument, results.perspectives.keys() - shown)

    def answered_by(mode: Mode) -> tuple[str, ...]:
        return tuple(code for code in hidden if results.perspectives[code].mode is mode)

    found = {mode: answered_by(mode) for mode in Mode}
    return {mode: codes for mode, codes in found.items() if codes}


def layers(marked: Marked) -> tuple[RatedLayer, ...]:
    """From the base up."""
    return tuple(layer(marked, one) for one in marked.results.instrument.layers)


def layer(marked: Marked, one: Layer) -> RatedLayer:
    instrument, rating = marked.results.instrument, marked.results.own_part.pyramid.get(one.code)
    words = rating_words(instrument, rating, instrument.scales.pyramid.labels)
    if isinstance(rating, int):
        return RatedLayer(one.code, one.name, rating, words)
    return RatedLayer(one.code, one.name, None, lower(words))


def lived_sides(marks: Iterable[PrincipleMark], shape: Shape) -> tuple[str, ...]:
    """Who the lived-experience view is made of; the panel only where it stands in for them."""
    marks = tuple(marks)
    sides = sides_with_practice(marks, shape.lived)
    stands_in = any(
        one.views.practice is not None and not sides_with_practice((one,), shape.lived)
        for one in marks
    )
    return (*sides, shape.panel) if stands_in else sides


def sides_with_practice(
    marks: Iterable[PrincipleMark], candidates: Iterable[str]
) -> tuple[str, ...]:
    scores = [one.scores for one in marks]
    return tuple(code for code in candidates if any(has_practice(one, code) for one in scores))


def any_figure(figures: Iterable[Figure]) -> bool:
    return any(figure is not None for figure in figures)
