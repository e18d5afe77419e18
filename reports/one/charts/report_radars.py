"""The two radars of a report: the twelve principles, and the seven domains of standards."""

from assessment.method.marks import Marked
from assessment.method.numbers import whole
from reports.drawing.circle import turns
from reports.drawing.legend import Entry
from reports.drawing.markers import LEVELS, VIEWS
from reports.drawing.radar import STROKES, label, radar
from reports.drawing.sheet import Sheet, origin
from reports.wording.plotted import Figure, Line, domain_lines, principle_lines
from reports.wording.titles import OWN_SCORES, SCORES, TITLES

VIEW_NAMES = {"lived": "Lived-experience view", "others": "Others' view"}


def principles(marked: Marked) -> Sheet:
    """The lived-experience view against the others' view, and the level under each name."""
    sheet, lines = Sheet(TITLES["principles"]), principle_lines(marked)
    marks = tuple(marked.principles.values())
    labels = [
        label(turn, one.principle.name, str(one.level), LEVELS[one.level])
        for turn, one in zip(turns(len(marks)), marks, strict=True)
    ]
    entries = [entry(marked, line) for line in lines]
    radar(sheet, marked.results.instrument.thresholds, entries, labels, lines)
    sheet.finish(origin(marked.results.about), SCORES)
    return sheet


def standards(marked: Marked) -> Sheet:
    """The seven domains, with each domain's score under its name."""
    sheet, lines = Sheet(TITLES["standards"]), domain_lines(marked)
    domains, found = marked.results.instrument.domains, marked.structure.domains
    labels = [
        label(turn, domain.name, score_of(found[domain.code]))
        for turn, domain in zip(turns(len(domains)), domains, strict=True)
    ]
    radar(sheet, marked.results.instrument.thresholds, [], labels, lines)
    sheet.finish(origin(marked.results.about), OWN_SCORES)
    return sheet


def score_of(figure: Figure) -> str:
    return "not enough rated" if figure is None else whole(figure)


def entry(marked: Marked, line: Line) -> Entry:
    """'Lived-experience view: giving, receiving'."""
    sides = ", ".join(marked.results.short_name_of(code).lower() for code in line.sides)
    words = f"{VIEW_NAMES[line.code]}: {sides}"
    return Entry(words, VIEWS[line.code], stroke=True, dashes=STROKES.get(line.code))
