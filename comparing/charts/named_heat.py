"""Those who share by name: a row a member, a column a principle, a marker a level."""

from collections.abc import Iterator

from comparing.method.seen import SeenByName
from reports.drawing.heat import HeatRow, HeatTable
from reports.drawing.parts import Paragraph, SheetPart


def named_heat(seen: SeenByName) -> Iterator[SheetPart]:
    if not seen.named.members:
        yield Paragraph("Nobody shares in this round.")
        return
    principles = seen.instrument.principles
    yield HeatTable(
        heads=tuple(one.short_name for one in principles),
        rows=tuple(
            HeatRow(
                name=one.name,
                levels=tuple(one.figures.levels[principle.code] for principle in principles),
                own=seen.is_own(one),
                close=tuple(
                    place for place, p in enumerate(principles) if p.code in one.figures.close
                ),
            )
            for one in seen.named.members
        ),
    )
