"""Those who share by name: a row a member, a column a principle, a marker a level."""

from collections.abc import Iterator

from comparing.method.comparing import Comparison
from comparing.wording.comparison_sentences import named_sentence
from comparing.wording.figures_compared import by_name
from reports.drawing.heat import HeatRow, HeatTable
from reports.drawing.parts import Paragraph, SheetPart


def named_heat(comparison: Comparison) -> Iterator[SheetPart]:
    if not comparison.named:
        yield Paragraph(named_sentence(comparison))
        return
    principles, viewer = comparison.instrument.principles, comparison.viewer
    yield HeatTable(
        heads=tuple(one.short_name for one in principles),
        rows=tuple(
            HeatRow(
                name=one.name,
                levels=tuple(one.figures.levels[principle.code] for principle in principles),
                own=viewer is not None and one.name == viewer.name,
            )
            for one in by_name(comparison.named)
        ),
    )
