"""Those who share by name: a heat table of levels in words, and every figure of theirs."""

from collections import Counter
from collections.abc import Iterator, Sequence

from assessment.method.comparing import Comparison
from assessment.method.levels import Level
from assessment.method.members import MECHANISMS, PRINCIPLES, Key, Member, keys_of
from reports.workbook.comparison.words import names_of, sentence_page
from reports.workbook.looks import Look
from reports.workbook.phrases import capital, figure
from reports.workbook.writing import Column, Page

NAME, TITLE = "Named members", "Members who share by name"
NOBODY = (
    "Nobody shares by name in this round, so no organisation's own figures are shown. Sharing "
    "anonymously is an equal way to take part."
)
FIRST = 3  # the column of the first principle
ORDER = "By name. The order says nothing else, and there is no rank."


def named_page(comparison: Comparison, line: str) -> Page:
    named = by_name(comparison)
    if not named:
        return sentence_page(NAME, TITLE, (line,), NOBODY)
    principles = comparison.instrument.principles
    return Page(
        name=NAME,
        title=TITLE,
        notes=(line, f"The level of each principle. {ORDER}", *levels_seen(named)),
        columns=[*who_columns(), *(Column(one.short_name, 14.5) for one in principles)],
        rows=[
            (*who(member), *(str(member.figures.levels[one.code]) for one in principles))
            for member in named
        ],
        levels=(FIRST, FIRST + len(principles) - 1),
    )


def by_name(comparison: Comparison) -> list[Member]:
    return sorted(comparison.named, key=lambda member: (member.name.casefold(), member.name))


def who_columns() -> Iterator[Column]:
    yield Column("Organisation", 28, Look.STRONG)
    yield Column("Kind", 13)


def who(member: Member) -> tuple[str, str]:
    return member.name, capital(member.kind)


def levels_seen(named: Sequence[Member]) -> Iterator[str]:
    """What the table means, Holding first."""
    seen = Counter(level for member in named for level in member.figures.levels.values())
    told = [f"{level} {seen[level]}" for level in Level if seen[level]]
    yield f"Among {sum(seen.values())} levels: {', '.join(told)}."


def figures_page(comparison: Comparison, line: str) -> Page:
    """One row a member, one narrow column a figure."""
    keys = list(keys_of(comparison.instrument))
    return Page(
        name="Named figures",
        title="Figures of members who share by name",
        notes=(line, f"0 to 100; what is missing may not leave or was not answered. {ORDER}"),
        columns=[*who_columns(), *figure_columns(comparison, keys)],
        rows=[
            (*who(member), *(figure(member.figures.values[key]) for key in keys))
            for member in by_name(comparison)
        ],
        filters=False,
    )


def figure_columns(comparison: Comparison, keys: Sequence[Key]) -> Iterator[Column]:
    names = names_of(comparison.instrument)
    for key in keys:
        part, code = key
        head = names[key] if part == PRINCIPLES else f"{code} {names[key]}"
        yield Column(head if part != MECHANISMS else code, 6.5, Look.NARROW, upright=True)
