"""The two radars of a report: the twelve principles, and the domains of standards."""

from collections.abc import Iterator

from assessment.method.marks import Marked, PrincipleMark
from assessment.method.numbers import Figure, beside
from reports.drawing.legend import LegendEntry
from reports.drawing.markers import LEVELS, VIEWS
from reports.drawing.parts import SheetPart, note
from reports.drawing.radar import STROKES, Radar, Spoke
from reports.wording.cautions_said import SPOKES
from reports.wording.plotted import Line, domain_lines, principle_lines
from reports.wording.principles_said import LIVED_VIEW, OTHERS_VIEW
from reports.wording.sides_said import side

VIEW_NAMES = {"lived": LIVED_VIEW, "others": OTHERS_VIEW}


def principle_radar(marked: Marked) -> Iterator[SheetPart]:
    """The lived-experience view against the others' view, and the level under each name."""
    lines = principle_lines(marked)
    yield Radar(
        thresholds=marked.results.instrument.thresholds,
        entries=tuple(entry(marked, line) for line in lines),
        spokes=tuple(
            Spoke(one.principle.name, level_words(one), LEVELS[one.level])
            for one in marked.principles.values()
        ),
        lines=lines,
    )
    yield note(SPOKES)


def level_words(one: PrincipleMark) -> str:
    """'Holding, borderline'."""
    return ", ".join(filter(None, (str(one.level), one.closeness)))


def standard_radar(marked: Marked) -> Iterator[SheetPart]:
    """The domains, with each domain's score under its name."""
    instrument, found = marked.results.instrument, marked.structure.domains
    yield Radar(
        thresholds=instrument.thresholds,
        entries=(),
        spokes=tuple(
            Spoke(one.name, score_of(found[one.code], instrument.thresholds.cuts))
            for one in instrument.domains
        ),
        lines=domain_lines(marked),
    )


def score_of(figure: Figure, cuts: tuple[float, float]) -> str:
    return "not enough rated" if figure is None else beside(figure, cuts)


def entry(marked: Marked, line: Line) -> LegendEntry:
    """'Lived-experience view: giving, receiving'."""
    sides = ", ".join(side(marked.results, code) for code in line.sides)
    words = f"{VIEW_NAMES[line.code]}: {sides}"
    return LegendEntry(words, VIEWS[line.code], stroke=True, dashes=STROKES.get(line.code))
