"""What an anonymous round publishes, and the reader's own beside it, sheet by sheet."""

from collections.abc import Iterator, Sequence

from assessment.method.language import capital, listed
from assessment.method.levels import Level
from assessment.method.mechanisms import Status
from assessment.method.numbers import one_decimal
from comparing.method.members import ESSENCE, MECHANISMS, PRINCIPLES, STRUCTURE
from comparing.method.seen import SeenPublished
from comparing.method.told_figures import TOO_FEW, Held, Third
from comparing.wording.figures_compared import Row, essence_name, rows_of
from comparing.wording.published_said import (
    mechanisms_sentence,
    presence,
    principles_sentence,
    structure_sentence,
)
from comparing.workbook.title_line import reader_of
from reports.spreadsheet.looks import Look
from reports.spreadsheet.sheet_cells import Value
from reports.spreadsheet.writing import Column, Page
from reports.spreadsheet.writing import Row as SheetRow

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
        notes=(seen.instrument.caution, line, POINTER),
        columns=SUMMARY,
        rows=list(summary_rows(seen)),
        filters=False,
    )


def summary_rows(seen: SeenPublished) -> Iterator[SheetRow]:
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
    return Page(
        name="Principles",
        title="The twelve principles compared",
        notes=(line, FIGURES, f"{WORDS} {principles_sentence(seen)}"),
        columns=[
            Column("Principle", 19, Look.STRONG),
            *[Column("Own level", 18.5)] * bool(own),
            *figure_columns(seen),
            *(Column(word, 15) for word in Level),
        ],
        rows=[
            [
                row.name,
                *([str(own.word(row.key))] if own else []),
                *figure_cells(seen, row),
                *word_cells(seen, row, tuple(Level)),
            ]
            for row in rows_of(seen, PRINCIPLES)
        ],
        levels=(2, 2) if own else None,
        filters=False,
        pages=2,
    )


def published_structure_page(seen: SeenPublished, line: str) -> Page:
    essence = seen.published.essence
    rows: list[SheetRow] = [
        [row.name, *figure_cells(seen, row), None] for row in rows_of(seen, STRUCTURE)
    ]
    own = [one_decimal(seen.own_value(ESSENCE)), None] if seen.own else []
    mean = TOO_FEW if essence.mean is None else str(essence.mean)
    rows.append([essence_name(), *own, None, mean, *[None] * 5, essence.at_an_end])
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
    return Page(
        name="Mechanisms",
        title="Mechanisms of professionalisation compared",
        notes=(line, f"{FIGURES} The higher, the more warning signs.", mechanisms_sentence(seen)),
        columns=[
            Column("Mechanism", 34, Look.STRONG),
            *[Column("Own status", 14)] * bool(own),
            *figure_columns(seen),
            *(Column(word, 15) for word in Status),
        ],
        rows=[
            [
                row.name,
                *([str(own.word(row.key))] if own else []),
                *figure_cells(seen, row),
                *word_cells(seen, row, tuple(Status)),
            ]
            for row in rows_of(seen, MECHANISMS)
        ],
        filters=False,
        pages=2,
    )


def figure_columns(seen: SeenPublished) -> Iterator[Column]:
    """Own figure and third only where somebody looks."""
    if seen.own:
        yield Column("Own", 7.5, Look.NARROW)
        yield Column("Own lies in the", 15)
    yield Column("How many", 8, Look.COUNT)
    yield Column("Mean", 12)
    for head in (
        "Lower quartile",
        "Median",
        "Upper quartile",
        "One third below",
        "Two thirds below",
    ):
        yield Column(head, 12)


def figure_cells(seen: SeenPublished, row: Row) -> Iterator[Value]:
    """A figure that stands at an end is words, so none is read as exact."""
    if seen.own:
        yield one_decimal(row.own)
        yield third_words(row.third)
    at = row.told.quantiles
    yield row.told.n
    yield TOO_FEW if row.told.mean is None else in_cell(row.told.mean)
    for one in (at.q1, at.median, at.q3, at.third1, at.third2) if at else [None] * 5:
        yield None if one is None else in_cell(one)


def in_cell(held: Held) -> Value:
    return held.shown


def word_cells(
    seen: SeenPublished, row: Row, words: Sequence[Level | Status]
) -> Iterator[str | None]:
    told = seen.published.words.get(row.key)
    return (told[word] if told else None for word in words)


def third_words(third: Third | None) -> str | None:
    if third is Third.CANNOT_TELL:
        return "Cannot tell"
    return f"{capital(third)} third" if third else None
