"""How many of the others show each level: a table, darker where more of them do."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from assessment.method.language import few
from assessment.method.levels import Level
from comparing.method.comparing import Comparison
from comparing.method.members import PRINCIPLES
from comparing.wording.comparison_sentences import levels_sentence, others_counted
from comparing.wording.figures_compared import rows_of
from comparing.wording.gaps import others_word, reasons
from reports.drawing.grid import Grid, draw_markers, draw_rules, draw_tones
from reports.drawing.legend import Entry, legend
from reports.drawing.lettering import wrapped
from reports.drawing.markers import LEVELS
from reports.drawing.parts import Paragraph, SheetPart, note
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

LEFT = 42.0  # mm, of the first column
COLUMN = (WIDTH - MARGIN - LEFT) / len(Level)
TALL = 9.0  # mm, of a row
COLUMNS = tuple(LEFT + place * COLUMN for place in range(len(Level) + 1))
ACROSS, DOWN = COLUMN / 2 - 0.7, TALL / 2 - 0.7  # mm, from a cell's middle to the own frame
OWN = Fill(edge=TEAL, width=2.2, above=2)


def level_counts(comparison: Comparison) -> Iterator[SheetPart]:
    rows = rows_of(comparison, PRINCIPLES)
    own = comparison.viewer.figures.levels if comparison.viewer else {}
    if not others_counted(rows):
        yield Paragraph(levels_sentence(comparison), after=2)
    if others_counted(rows) or own:
        yield LevelCounts(
            entries=tuple(count_entries(comparison, others_counted(rows))),
            rows=tuple(
                CountRow(row.name, counts_in_order(row.compared.counts), own.get(row.key[1]))
                for row in rows
            ),
        )
    if others_counted(rows):
        without = [row for row in rows if row.compared.counts is None]
        for why, names in reasons(comparison, without).items():
            who = others_word(comparison)
            yield note(f"The {who} are not counted on {few(names)}: {why}.")


def counts_in_order(counts: Mapping[str, int] | None) -> tuple[int, ...] | None:
    return None if counts is None else tuple(counts[level] for level in Level)


def count_entries(comparison: Comparison, of: int) -> Iterator[Entry]:
    if comparison.viewer and comparison.viewer.figures.levels:
        yield Entry("Your own level", None, fill=OWN)
    if of:
        words = f"Darker: more of the {of} {others_word(comparison)}"
        yield Entry(words, None, fill=Fill(TONES[2], RULE))


@dataclass(frozen=True, slots=True)
class CountRow:
    """``counts``: of each level, in the method's order; None where they are hidden."""

    name: str
    counts: tuple[int, ...] | None
    own: Level | None


@dataclass(frozen=True, slots=True)
class LevelCounts:
    entries: tuple[Entry, ...]
    rows: tuple[CountRow, ...]

    def draw(self, sheet: Sheet) -> None:
        legend(sheet, self.entries)
        top = sheet.bottom + level_heads(sheet, sheet.bottom) + 1.5
        grid = Grid(COLUMNS, tuple(top + place * TALL for place in range(len(self.rows) + 1)))
        draw_tones(sheet, grid, [tones(row.counts) for row in self.rows])
        draw_rules(sheet, grid, MARGIN)
        markers: dict[Level, list[Spot]] = {level: [] for level in Level}
        for place, row in enumerate(self.rows):
            row_name(sheet, row.name, top + (place + 0.5) * TALL, LEFT - MARGIN - 4)
            for level, spot in draw_count_row(sheet, grid, place, row):
                markers[level].append(spot)
        draw_markers(sheet, markers)
        sheet.bottom = top + len(self.rows) * TALL + 1


def draw_count_row(
    sheet: Sheet, grid: Grid, place: int, row: CountRow
) -> Iterator[tuple[Level, Spot]]:
    """Counts and the own level's frame; gives where markers stand, which are drawn together."""
    for column, level in enumerate(Level):
        x, y = grid.middle(place, column)
        count = row.counts[column] if row.counts else None
        write_count(sheet, x, y, count)
        if level is row.own:
            sheet.area(corners(x - ACROSS, y - DOWN, x + ACROSS, y + DOWN), OWN)
        if count:
            yield level, (x - 3, y)
        elif count is None and level is row.own:
            yield level, (x, y)


def level_heads(sheet: Sheet, top: float) -> float:
    """Each level's word and its marker; how tall they are, in mm."""
    words = {one: wrapped(one.replace("-", "- "), COLUMN - 1, NOTE) for one in Level}
    tall = max(map(len, words.values())) * NOTE.height
    for place, (level, lines) in enumerate(words.items()):
        x, y = LEFT + (place + 0.5) * COLUMN, top + tall - (len(lines) - 1) * NOTE.height
        for line in lines:
            sheet.words(x, y, line, NOTE, align="center")
            y += NOTE.height
        sheet.marks([(x, top + tall + 3.2)], LEVELS[level])
    return tall + 5.5


def tones(counts: tuple[int, ...] | None) -> list[str]:
    """By quarters of all who are counted, so light that words read on it."""
    if counts is None:
        return [PAPER] * len(Level)
    quarters, of = (TINT, TONES[1], TONES[2], TONES[2]), sum(counts)
    return [quarters[min(3, 4 * count // of)] if count else PAPER for count in counts]


def write_count(sheet: Sheet, x: float, y: float, count: int | None) -> None:
    baseline = y + 0.36 * PLAIN.size * POINT
    if count:
        sheet.words(x + 1, baseline, f"{count}")
    elif count is not None:
        sheet.words(x, baseline, "0", Letters(colour=QUIET), align="center")
