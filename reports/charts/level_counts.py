"""How many of the others show each level: a table, darker where more of them do."""

from collections.abc import Mapping, Sequence

from assessment.method.comparing import Comparison
from assessment.method.levels import Level
from assessment.method.members import PRINCIPLES
from reports.charts.comparison_figures import Row, rows_of
from reports.charts.comparison_gaps import others_word
from reports.charts.comparison_sentences import (
    COMPARISON_TITLES,
    counted,
    levels_sentence,
)
from reports.charts.legend import Entry, legend
from reports.charts.lettering import wrapped
from reports.charts.rows import row_name
from reports.charts.shapes import LEVELS
from reports.charts.sheet import Sheet, beside_whom, corners
from reports.charts.style import (
    FAINT,
    MARGIN,
    NOTE,
    PAPER,
    PLAIN,
    POINT,
    QUIET,
    RULE,
    TEAL,
    TINT,
    TONES,
    WIDTH,
    Fill,
    Letters,
    Pen,
)
from reports.charts.words import CAUTION, capital

LEFT = 42.0  # mm, of the first column
COLUMN = (WIDTH - MARGIN - LEFT) / len(Level)
TALL = 9.0
OWN = Fill(edge=TEAL, width=2.2, above=2)


def levels(comparison: Comparison) -> Sheet:
    sheet, rows = Sheet(COMPARISON_TITLES["levels"]), rows_of(comparison, PRINCIPLES)
    own = comparison.viewer.figures.levels if comparison.viewer else {}
    if not counted(rows):
        sheet.write(levels_sentence(comparison))
        sheet.bottom += 2
    if counted(rows) or own:
        table(sheet, comparison, rows, own)
    sheet.finish(beside_whom(comparison), capital(CAUTION))
    return sheet


def table(
    sheet: Sheet, comparison: Comparison, rows: Sequence[Row], own: Mapping[str, Level]
) -> None:
    entries = [Entry("Your own level", None, fill=OWN)] if own else []
    if counted(rows):
        words = f"Darker: more of the {counted(rows)} {others_word(comparison)}"
        entries.append(Entry(words, None, fill=Fill(TONES[2], RULE)))
    legend(sheet, entries)
    top = sheet.bottom + head(sheet, sheet.bottom) + 1.5
    for row in rows:
        draw_row(sheet, top, row, own.get(row.key[1]))
        top += TALL
    sheet.bottom = top + 1


def head(sheet: Sheet, top: float) -> float:
    """Each level's word and its shape; how tall they are, in mm."""
    words = {one: wrapped(one.replace("-", "- "), COLUMN - 1, NOTE) for one in Level}
    tall = max(map(len, words.values())) * NOTE.height
    for place, (level, lines) in enumerate(words.items()):
        x, y = LEFT + (place + 0.5) * COLUMN, top + tall - (len(lines) - 1) * NOTE.height
        for line in lines:
            sheet.words(x, y, line, NOTE, align="center")
            y += NOTE.height
        sheet.marks([(x, top + tall + 3.2)], LEVELS[level])
    return tall + 5.5


def draw_row(sheet: Sheet, top: float, row: Row, own: Level | None) -> None:
    middle, counts = top + TALL / 2, row.compared.counts
    sheet.path([(MARGIN, top), (LEFT, top)], Pen(FAINT, 0.6))
    row_name(sheet, row.name, middle, LEFT - MARGIN - 4)
    for place, level in enumerate(Level):
        left = LEFT + place * COLUMN
        box = corners(left, top, left + COLUMN, top + TALL)
        count = counts[level] if counts else None
        of = sum(counts.values()) if counts else 0
        sheet.area(box, Fill(tone(count, of), RULE, 0.5))
        cell(sheet, left, middle, level, count)
        if level is own:
            inner = corners(left + 0.7, top + 0.7, left + COLUMN - 0.7, top + TALL - 0.7)
            sheet.area(inner, OWN)
            if count is None:
                sheet.marks([(left + COLUMN / 2, middle)], LEVELS[level])


def tone(count: int | None, of: int) -> str:
    """By quarters of all who are counted, so light that words read on it."""
    if not count:
        return PAPER
    return (TINT, TONES[1], TONES[2], TONES[2])[min(3, 4 * count // of)]


def cell(sheet: Sheet, left: float, middle: float, level: Level, count: int | None) -> None:
    baseline = middle + 0.36 * PLAIN.size * POINT
    if count is None:
        return
    if count:
        sheet.marks([(left + COLUMN / 2 - 3, middle)], LEVELS[level])
        sheet.words(left + COLUMN / 2 + 1, baseline, f"{count}")
    else:
        sheet.words(left + COLUMN / 2, baseline, "0", Letters(colour=QUIET), align="center")
