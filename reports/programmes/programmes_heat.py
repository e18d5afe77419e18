"""A trust's programmes: a row a programme, a column a principle, a shape a level."""

from collections.abc import Sequence

from assessment.method.language import capital, on_day
from assessment.method.marks import Marked
from reports.drawing.chart import Picture
from reports.drawing.heat import Line, table
from reports.drawing.lettering import wrapped
from reports.drawing.sheet import ROOM, Sheet
from reports.drawing.style import NOTE
from reports.wording.titles import CAUTION


def programmes(rows: Sequence[tuple[str, Marked]], picture: Picture) -> Sheet:
    sheet = Sheet(picture.title)
    lines = [
        Line(name, {code: one.level for code, one in marked.principles.items()})
        for name, marked in rows
    ]
    if rows:
        table(sheet, rows[0][1].results.instrument, lines, picture.sentence)
    else:
        sheet.write(picture.sentence)
    sheet.finish(source_of(rows), capital(CAUTION))
    return sheet


def source_of(rows: Sequence[tuple[str, Marked]]) -> str:
    """'Northfield NHS Trust, closed 3 May to 20 November 2026'."""
    abouts = [marked.results.about for _, marked in rows]
    names = [
        line for about in abouts[:1] for line in wrapped(about.organisation, ROOM, NOTE, most=1)
    ]
    days = sorted(about.closed for about in abouts if about.closed)
    if days and days[0] != days[-1]:
        names.append(f"closed between {on_day(days[0])} and {on_day(days[-1])}")
    elif days:
        names.append(f"closed {on_day(days[0])}")
    return ", ".join(names)
