"""Those who share by name: a row a member, a column a principle, a shape a level."""

from assessment.method.language import capital
from comparing.charts.beside import beside_whom
from comparing.method.comparing import Comparison
from comparing.wording.comparison_sentences import COMPARISON_TITLES, named_sentence
from comparing.wording.figures_compared import by_name
from reports.drawing.heat import Line, table
from reports.drawing.sheet import Sheet
from reports.wording.titles import CAUTION


def named(comparison: Comparison) -> Sheet:
    sheet, viewer = Sheet(COMPARISON_TITLES["named"]), comparison.viewer
    lines = [
        Line(one.name, one.figures.levels, own=viewer is not None and one.name == viewer.name)
        for one in by_name(comparison.named)
    ]
    table(sheet, comparison.instrument, lines, named_sentence(comparison))
    sheet.finish(beside_whom(comparison), capital(CAUTION))
    return sheet
