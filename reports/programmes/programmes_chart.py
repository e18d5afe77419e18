"""A trust's programmes side by side, for its own people: a row a programme, a column a principle.

Its charts are made of each programme's name and its marks, in the order to show them in.
"""

from collections.abc import Iterator, Sequence

from assessment.method.language import capital, on_day
from assessment.method.marks import Marked
from questions.entries import Principle
from reports.drawing.chart import Design, chart_list
from reports.drawing.heat import HeatRow, HeatTable
from reports.drawing.parts import Foot, Paragraph, SheetPart
from reports.wording.about_said import closed
from reports.wording.cautions_said import CAUTION
from reports.wording.levels_said import levels_said

Rows = Sequence[tuple[str, Marked]]


def programmes_sentence(rows: Rows) -> str:
    if not rows:
        return "No programme has a closed assessment yet."
    levels = [marked.levels for _, marked in rows]
    who = "programme" if len(rows) == 1 else "programmes"
    return levels_said(levels, rows[0][1].results.instrument, who)


def programmes_heat(rows: Rows) -> Iterator[SheetPart]:
    if not rows:
        yield Paragraph(programmes_sentence(rows))
        return
    principles = rows[0][1].results.instrument.principles
    yield HeatTable(
        heads=tuple(one.short_name for one in principles),
        rows=tuple(heat_row(name, marked, principles) for name, marked in rows),
    )


def heat_row(name: str, marked: Marked, principles: Sequence[Principle]) -> HeatRow:
    marks = [marked.principles[one.code] for one in principles]
    return HeatRow(
        name,
        tuple(one.level for one in marks),
        close=tuple(column for column, one in enumerate(marks) if one.borderline),
    )


def programmes_foot(rows: Rows) -> Foot:
    """'Northfield NHS Trust, closed between 3 May 2026 and 20 November 2026'."""
    abouts = [marked.results.about for _, marked in rows]
    days = sorted(about.closed for about in abouts if about.closed)
    when = closed(days[0]) if days else ""
    if days and days[0] != days[-1]:
        when = f"closed between {on_day(days[0])} and {on_day(days[-1])}"
    return Foot(tuple((one.organisation, 1.0) for one in abouts[:1]), when, capital(CAUTION))


PROGRAMMES_CHARTS = chart_list(
    Design(
        name="programmes",
        title="Levels of the twelve principles by programme",
        sentence=programmes_sentence,
        parts=programmes_heat,
        foot=programmes_foot,
    ),
)
