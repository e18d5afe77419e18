"""What an anonymous round publishes, and the reader's own beside it, sheet by sheet."""

from collections.abc import Iterator, Sequence

from assessment.method.language import capital, listed
from assessment.method.levels import Level
from assessment.method.mechanisms import Status
from assessment.method.numbers import one_decimal
from comparing.method.members import ESSENCE, MECHANISMS, PRINCIPLES, STRUCTURE
from comparing.method.seen import SeenPublished
from comparing.method.told_figures import TOO_FEW, Held, Third
from comparing.wording.figures_compared import FigureRow, essence_name, rows_of
from comparing.wording.published_said import (
    mechanisms_sentence,
    presence,
    principles_sentence,
    structure_sentence,
)
from comparing.workbook.title_line import reader_of
from reports.spreadsheet.looks import Look
from reports.spreadsheet.sheet_cells import Value
from reports.spreadsheet.writing import Column, Page, Row
from reports.wording.cautions_said import COMMENTS_STAY

PART_NAMES = {
    PRINCIPLES: "Principles",
    STRUCTURE: "Structure and essence",
    MECHANISMS: "Mechanisms",
}
SUMMARY = (
    Column("Part", 24, Look.STRONG),
    Column("About", 30),
    Column("Finding", 31),
    Column("In words", 92),
)
POINTER = (
    "How each figure is made, and what sharing protects, is on the sheet How each number was made."
)
IS = (
    "A way to find what to talk about: what people with lived experience of each organisation say "
    "of the twelve principles, beside what they say in others. Each organisation counts once."
)
IS_NOT = (
    "Organisations are not put in an order, and none of them can be told from these figures. "
    "Somebody is always in the lower third, even where all do well. A figure that may not be shown "
    "is missing and never 0."
)
FIGURES = (
    "0 to 100, the mean of all who share. A figure at an end is shown as 'or "
    "lower' or 'or higher', so that a mean near an end does not tell each."
)
WORDS = "How many show each, in words, from none to all; Not enough evidence and Not known too."


def published_summary_page(seen: SeenPublished, line: str) -> Page:
    return Page(
        name="Summary",
        title="Peer support compared",
        notes=(seen.instrument.caution, line, POINTER, COMMENTS_STAY),
        columns=SUMMARY,
        rows=list(summary_rows(seen)),
        filters=False,
    )


def summary_rows(seen: SeenPublished) -> Iterator[Row]:
    part, viewer, members = "This comparison", reader_of(seen), seen.published.members
    if viewer:
        yield part, "Whose view", viewer, "Its own figures stand beside what everybody reads."
    else:
        yield part, "Whose view", "The collaboration as a whole", "Nobody's own figures are here."
    yield part, "Who shares", f"{members} organisations" if members else capital(TOO_FEW), None
    yield part, "What it is", "Something to talk about", IS
    yield part, "What it is not", "Never a rank or a league table", IS_NOT
    yield PART_NAMES[PRINCIPLES], "Over all who share", None, principles_sentence(seen)
    yield PART_NAMES[STRUCTURE], "Over all who share", None, structure_sentence(seen)
    yield PART_NAMES[MECHANISMS], "Over all who share", None, mechanisms_sentence(seen)
    for word in (Level.HOLDING, Level.UNDER_PRESSURE, Level.AT_RISK):
        for said in presence(seen, word):
            yield PART_NAMES[PRINCIPLES], f"Where many are {word}", None, said
    for third in Third if viewer else ():
        names = [row.short for row in rows_of(seen, PRINCIPLES) if row.third is third]
        if names:
            yield PART_NAMES[PRINCIPLES], "Own lies in the", third_words(third), listed(names)


def published_principles_page(seen: SeenPublished, line: str) -> Page:
    own = seen.own_figures
    figures = [
        Column("Principle", 19, Look.STRONG),
        *[Column("Own level", 18.5)] * bool(own),
        *figure_columns(seen),
    ]
    pages = pages_of(seen)
    return Page(
        name="Principles",
        title="Principles",
        notes=(line, FIGURES, *words_read(seen), principles_sentence(seen)),
        columns=[*figures, *word_columns(seen, figures, tuple(Level))],
        notes_at=pages,
        paper=room_beside(figures) if pages == 2 else None,
        rows=[
            [
                row.name,
                *([own.says(row.key)] if own else []),
                *figure_cells(seen, row),
                *word_cells(seen, row, tuple(Level)),
            ]
            for row in rows_of(seen, PRINCIPLES)
        ],
        levels=(2, 2) if own else None,
        filters=False,
        pages=pages,
    )


def published_structure_page(seen: SeenPublished, line: str) -> Page:
    essence = seen.published.essence
    rows: list[Row] = [
        [row.name, *figure_cells(seen, row), None] for row in rows_of(seen, STRUCTURE)
    ]
    cuts = seen.instrument.thresholds.cuts
    own = [one_decimal(seen.own_value(ESSENCE), cuts)] if seen.own else []
    mean = TOO_FEW if essence.mean is None else essence.mean
    no_quantiles = [None] * len(QUANTILES) * has_quantiles(seen)
    no_third = [None] * (has_quantiles(seen) and seen.own is not None)
    rows.append([essence_name(), *own, *no_third, None, mean, *no_quantiles, essence.at_an_end])
    return Page(
        name="Structure",
        title="Structure and essence compared",
        notes=(line, FIGURES, structure_sentence(seen)),
        columns=[
            Column("Figure", 34, Look.STRONG),
            *figure_columns(seen),
            Column("Principle means at an end", 12, Look.COUNT),
        ],
        rows=rows,
        filters=False,
    )


def published_mechanisms_page(seen: SeenPublished, line: str) -> Page:
    own = seen.own_figures
    figures = [
        Column("Mechanism", 34, Look.STRONG),
        *[Column("Own status", 14)] * bool(own),
        *figure_columns(seen),
    ]
    pages = pages_of(seen)
    return Page(
        name="Mechanisms",
        title="Mechanisms",
        notes=(line, FIGURES, *words_read(seen), mechanisms_sentence(seen)),
        columns=[*figures, *word_columns(seen, figures, tuple(Status))],
        notes_at=pages,
        paper=room_beside(figures) if pages == 2 else None,
        rows=[
            [
                row.name,
                *([own.says(row.key)] if own else []),
                *figure_cells(seen, row),
                *word_cells(seen, row, tuple(Status)),
            ]
            for row in rows_of(seen, MECHANISMS)
        ],
        filters=False,
        pages=pages,
    )


def pages_of(seen: SeenPublished) -> int:
    """Of paper side by side: where there are quantiles, words have one of their own."""
    return 2 if has_quantiles(seen) else 1


def words_read(seen: SeenPublished) -> Iterator[str]:
    """How the words are to be read, where there are any."""
    if seen.published.words:
        yield WORDS


QUANTILES = {
    "Lower quartile": "q1",
    "Median": "median",
    "Upper quartile": "q3",
    "One third below": "third1",
    "Two thirds below": "third2",
}


def has_quantiles(seen: SeenPublished) -> bool:
    return any(one.quantiles for one in seen.published.figures.values())


def figure_columns(seen: SeenPublished) -> Iterator[Column]:
    """Own figure and third only where somebody looks, and only what is told of anything."""
    if seen.own:
        yield Column("Own", 7.5, Look.NARROW)
        if has_quantiles(seen):
            yield Column("Own lies in the", 15)
    wide = 12 if seen.own else 14.5  # as wide together as the words of levels need
    yield Column("How many", 8, Look.COUNT)
    yield Column("Mean", wide, Look.COUNT)
    if has_quantiles(seen):
        yield from (Column(head, wide, Look.COUNT) for head in QUANTILES)


def word_columns(
    seen: SeenPublished, figures: Sequence[Column], words: Sequence[Level | Status]
) -> Iterator[Column]:
    """As wide together as the figures, so that on paper words have a page of their own."""
    width = max(15, round((room_beside(figures) + 1) / len(words), 1))
    if seen.published.words:
        yield from (Column(word, width) for word in words)


def room_beside(figures: Sequence[Column]) -> float:
    """The room beside the names, which stand on both pages of paper."""
    return sum(column.width for column in figures[1:])


def figure_cells(seen: SeenPublished, row: FigureRow) -> Iterator[Value]:
    if seen.own:
        yield one_decimal(row.own, seen.instrument.thresholds.cuts)
        if has_quantiles(seen):
            yield third_words(row.third)
    at = row.told.quantiles
    yield row.told.n
    yield TOO_FEW if row.told.mean is None else in_cell(row.told.mean)
    if has_quantiles(seen):
        yield from (in_cell(getattr(at, name)) if at else None for name in QUANTILES.values())


def in_cell(held: Held) -> Value:
    """A figure that stands at an end is words, so that none is read as exact."""
    return held.shown if held.at_an_end else held.value


def word_cells(
    seen: SeenPublished, row: FigureRow, words: Sequence[Level | Status]
) -> Iterator[str | None]:
    told = seen.published.words.get(row.key)
    if seen.published.words:
        yield from (told[word] if told else None for word in words)


def third_words(third: Third | None) -> str | None:
    if third is Third.CANNOT_TELL:
        return "Cannot tell"
    return f"{capital(third)} third" if third else None
