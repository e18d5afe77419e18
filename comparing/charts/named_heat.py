"""Those who share by name: a row a member, a column a principle, a marker a level."""

from collections.abc import Iterator

from comparing.method.members import ComparedMember
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
        rows=tuple(heat_row(seen, one) for one in seen.named.members),
    )


def heat_row(seen: SeenByName, one: ComparedMember) -> HeatRow:
    codes, close = tuple(seen.instrument.principle), one.figures.close
    return HeatRow(
        name=one.name,
        levels=tuple(one.figures.levels[code] for code in codes),
        own=seen.is_own(one),
        close=tuple(place for place, code in enumerate(codes) if code in close),
    )
