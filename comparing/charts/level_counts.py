"""How many of the others show each level: a table, darker where more of them do."""

from collections.abc import Iterator, Mapping, Sequence

from assessment.method.language import capital, few
from assessment.method.levels import Level
from comparing.charts.beside import beside_whom
from comparing.method.comparing import Comparison
from comparing.method.members import PRINCIPLES
from comparing.wording.comparison_sentences import COMPARISON_TITLES, counted, levels_sentence
from comparing.wording.figures_compared import Row, rows_of
from comparing.wording.gaps import others_word, reasons
from reports.drawing.grid import Grid, draw_markers, draw_rules, draw_tones
from reports.drawing.legend import Entry, legend
from reports.drawing.lettering import wrapped
from reports.drawing.markers import LEVELS
from reports.drawing.rows import row_name
from reports.drawing.sheet import Sheet, Spot, corners
from reports.drawing.style import (
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
)
from reports.wording.titles import CAUTION

LEFT = 42.0  # mm, of the first column
COLUMN = (WIDTH - MARGIN - LEFT) / len(Level)
TALL = 9.0
COLUMNS = tuple(LEFT + place * COLUMN for place in range(len(Level) + 1))
ACROSS, DOWN = COLUMN / 2 - 0.7, TALL / 2 - 0.7  # mm, from a cell's middle to the own frame
OWN = Fill(edge=TEAL, width=2.2, above=2)


def levels(comparison: Comparison) -> Sheet:
    sheet, rows = Sheet(COMPARISON_TITLES["levels"]), rows_of(comparison, PRINCIPLES)
    own = comparison.viewer.figures.levels if comparison.viewer else {}
    if not counted(rows):
        sheet.write(levels_sentence(comparison))
        sheet.bottom += 2
    if counted(rows) or own:
        table(sheet, comparison, rows, own)
    if counted(rows):
        notes(sheet, comparison, [row for row in rows if row.compared.counts is None])
    sheet.finish(beside_whom(comparison), capital(CAUTION))
    return sheet


def notes(sheet: Sheet, comparison: Comparison, without: Sequence[Row]) -> None:
    """Where counts are hidden among rows that have them."""
    for why, names in reasons(comparison, without).items():
        who = others_word(comparison)
        sheet.write(f"The {who} are not counted on {few(names)}: {why}.", NOTE)


def table(
    sheet: Sheet, comparison: Comparison, rows: Sequence[Row], own: Mapping[str, Level]
) -> None:
    entries = [Entry("Your own level", None, fill=OWN)] if own else []
    if counted(rows):
        words = f"Darker: more of the {counted(rows)} {others_word(comparison)}"
        entries.append(Entry(words, None, fill=Fill(TONES[2], RULE)))
    legend(sheet, entries)
    top = sheet.bottom + head(sheet, sheet.bottom) + 1.5
    grid = Grid(COLUMNS, tuple(top + place * TALL for place in range(len(rows) + 1)))
    draw_tones(sheet, grid, [tones(row.compared.counts) for row in rows])
    draw_rules(sheet, grid, MARGIN)
    shapes: dict[Level, list[Spot]] = {level: [] for level in Level}
    for place, row in enumerate(rows):
        row_name(sheet, row.name, top + (place + 0.5) * TALL, LEFT - MARGIN - 4)
        for level, spot in draw_row(sheet, grid, place, row, own.get(row.key[1])):
            shapes[level].append(spot)
    draw_markers(sheet, shapes)
    sheet.bottom = top + len(rows) * TALL + 1


def draw_row(
    sheet: Sheet, grid: Grid, place: int, row: Row, own: Level | None
) -> Iterator[tuple[Level, Spot]]:
    """Counts and the own level's frame; gives where shapes stand, which are drawn together."""
    for column, level in enumerate(Level):
        x, y = grid.middle(place, column)
        count = row.compared.counts[level] if row.compared.counts else None
        write_count(sheet, x, y, count)
        if level is own:
            sheet.area(corners(x - ACROSS, y - DOWN, x + ACROSS, y + DOWN), OWN)
        if count:
            yield level, (x - 3, y)
        elif count is None and level is own:
            yield level, (x, y)


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


def tones(counts: Mapping[str, int] | None) -> list[str]:
    """By quarters of all who are counted, so light that words read on it."""
    if counts is None:
        return [PAPER] * len(Level)
    of = sum(counts.values())
    return [
        (TINT, TONES[1], TONES[2], TONES[2])[min(3, 4 * counts[level] // of)]
        if counts[level]
        else PAPER
        for level in Level
    ]


def write_count(sheet: Sheet, x: float, y: float, count: int | None) -> None:
    baseline = y + 0.36 * PLAIN.size * POINT
    if count:
        sheet.words(x + 1, baseline, f"{count}")
    elif count is not None:
        sheet.words(x, baseline, "0", Letters(colour=QUIET), align="center")
