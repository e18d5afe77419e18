"""Those who share by name: a heat table of levels in words, and every figure of theirs."""

from collections import Counter
from collections.abc import Iterator, Sequence

from assessment.method.language import capital
from assessment.method.levels import Level
from assessment.method.numbers import one_decimal
from comparing.method.comparing import Comparison
from comparing.method.members import DOMAINS, MECHANISMS, PRINCIPLES, STRUCTURE, ComparedMember, Key
from comparing.workbook.compared_words import STRUCTURES, sentence_page
from questions import Instrument
from reports.spreadsheet.fitting import LINE
from reports.spreadsheet.looks import Look
from reports.spreadsheet.writing import Column, Page, Written

NAME, TITLE = "Named members", "Members who share by name"
NOBODY = (
    "Nobody shares by name in this round, so no organisation's own figures are shown. Sharing "
    "anonymously is an equal way to take part."
)
FIRST = 3  # the column of the first principle
FIGURES = (
    "0 to 100; what is missing may not leave or was not answered. M1 to M9 are the scores of the "
    "mechanisms, A to G the domains of the standards."
)
ORDER = "By name. The order says nothing else, and there is no rank."


def named_page(comparison: Comparison, line: str) -> Page:
    named = comparison.named
    if not named:
        return sentence_page(NAME, TITLE, (line,), NOBODY)
    principles = comparison.instrument.principles
    return Page(
        name=NAME,
        title=TITLE,
        notes=(line, f"The level of each principle. {ORDER}", *levels_seen(named)),
        columns=[*who_columns(), *(Column(one.short_name, 15.5) for one in principles)],
        rows=[
            (*name_and_kind(member), *(str(member.figures.levels[one.code]) for one in principles))
            for member in named
        ],
        levels=(FIRST, FIRST + len(principles) - 1),
        below=heighten,
    )


def heighten(written: Written) -> None:
    """Room for two lines in every row: the shape that stands after a level's word is not text."""
    for row in range(written.head + 1, written.last + 1):
        written.cells.heights[row] = max(written.cells.heights.get(row, 0), 2 * LINE + 4)


def who_columns() -> Iterator[Column]:
    yield Column("Organisation", 28, Look.STRONG)
    yield Column("Kind", 13)


def name_and_kind(member: ComparedMember) -> tuple[str, str]:
    return member.name, capital(member.kind)


def levels_seen(named: Sequence[ComparedMember]) -> Iterator[str]:
    """What the table means, Holding first."""
    seen = Counter(level for member in named for level in member.figures.levels.values())
    told = [f"{level} {seen[level]}" for level in Level if seen[level]]
    yield f"Among {sum(seen.values())} levels: {', '.join(told)}."


def figures_page(comparison: Comparison, line: str) -> Page:
    """One row a member, one narrow column a figure."""
    heads = heads_of(comparison.instrument)
    return Page(
        name="Named figures",
        title="Named members' figures",
        notes=(line, f"{FIGURES} {ORDER}"),
        columns=[
            *who_columns(),
            *(Column(head, 6.5, Look.NARROW, upright=True) for head in heads.values()),
        ],
        rows=[
            (*name_and_kind(member), *(one_decimal(member.figures.values[key]) for key in heads))
            for member in comparison.named
        ],
        keep=2,
        filters=False,
        pages=2,
        notes_at=3,
        paper=84,
    )


def heads_of(instrument: Instrument) -> dict[Key, str]:
    """Short enough to stand upright."""
    return {
        **{(PRINCIPLES, code): one.short_name for code, one in instrument.principle.items()},
        **{(DOMAINS, one.code): f"{one.code} {one.short_name}" for one in instrument.domains},
        **{(STRUCTURE, code): code for code in STRUCTURES},
        **{(MECHANISMS, one.code): one.code for one in instrument.mechanisms},
    }
