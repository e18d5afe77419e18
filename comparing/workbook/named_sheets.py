"""Those who share by name: a heat table of levels in words, and every figure of theirs."""

from collections.abc import Iterable, Iterator

from assessment.method.numbers import one_decimal
from comparing.method.members import DOMAINS, MECHANISMS, PRINCIPLES, STRUCTURE, ComparedMember, Key
from comparing.method.seen import SeenByName
from comparing.wording.named_said import dots_sentence, levels_sentence, present_most
from questions import Instrument
from questions.entries import Mechanism, Principle
from reports.spreadsheet.fitting import LINE
from reports.spreadsheet.looks import Look
from reports.spreadsheet.writing import Column, Page, Row, Written
from reports.wording.cautions_said import COMMENTS_STAY

NARROW = 6.5  # digits: a figure such as 100.0
FIRST = 2  # the column of the first principle
FIGURES = (
    "0 to 100; what is missing may not leave or was not answered. M1 to M9 are the scores of the "
    "mechanisms, A to G the domains of the standards."
)
ORDER = "By name. The order says nothing else, and there is no rank."
BY_NAME = (
    "Everyone who shares in this round sees everyone else who does, by name. Whoever takes back "
    "what it shared is no longer shown from that moment; a file that was downloaded, like this "
    "one, cannot be called back."
)
SUMMARY = (Column("About", 30, Look.STRONG), Column("Finding", 31), Column("In words", 92))


def named_summary_page(seen: SeenByName, line: str) -> Page:
    return Page(
        name="Summary",
        title="Peer support compared by name",
        notes=(seen.instrument.caution, line, BY_NAME, COMMENTS_STAY),
        columns=SUMMARY,
        rows=list(named_summary_rows(seen)),
        filters=False,
    )


def named_summary_rows(seen: SeenByName) -> Iterator[Row]:
    count = len(seen.named.members)
    yield "Who shares", f"{count} member{'s' * (count != 1)}", levels_sentence(seen)
    yield "Where members differ", "Principles", dots_sentence(seen, PRINCIPLES)
    yield "Where members differ", "Mechanisms", dots_sentence(seen, MECHANISMS)
    for name, members in present_most(seen):
        yield "Present", name, ", ".join(members)


def named_levels_page(seen: SeenByName, line: str) -> Page:
    principles = seen.instrument.principles
    return Page(
        name="Levels",
        title="Members and their levels",
        notes=(line, f"The level of each principle. {ORDER}", levels_sentence(seen)),
        columns=[
            Column("Member", 34, Look.STRONG),
            *(Column(one.short_name, 15.5) for one in principles),
        ],
        rows=[levels_row(one, principles) for one in seen.named.members],
        levels=(FIRST, FIRST + len(principles) - 1),
        below=heighten,
    )


def heighten(written: Written) -> None:
    """Room for two lines in every row: the shape that stands after a level's word is not text."""
    for row in range(written.head + 1, written.last + 1):
        written.cells.heights[row] = max(written.cells.heights.get(row, 0), 2 * LINE + 4)


def named_figures_page(seen: SeenByName, line: str) -> Page:
    """One row a member, one narrow column a figure."""
    heads = heads_of(seen.instrument)
    return Page(
        name="Figures",
        title="Members' figures",
        notes=(line, f"{FIGURES} {ORDER}"),
        columns=[
            Column("Member", 34, Look.STRONG),
            *(Column(head, NARROW, Look.NARROW, upright=True) for head in heads.values()),
        ],
        rows=[named_row(one, heads, seen.instrument.thresholds.cuts) for one in seen.named.members],
        filters=False,
        notes_at=2,
        pages=2,
        paper=len(heads) // 2 * NARROW,
    )


def named_row(member: ComparedMember, heads: dict[Key, str], cuts: tuple[float, float]) -> Row:
    return (member.name, *(one_decimal(member.figures.values[key], cuts) for key in heads))


def named_mechanisms_page(seen: SeenByName, line: str) -> Page:
    mechanisms = seen.instrument.mechanisms
    return Page(
        name="Mechanisms",
        title="Members and mechanisms of professionalisation",
        notes=(line, f"The status of each mechanism. {ORDER}"),
        columns=[
            Column("Member", 34, Look.STRONG),
            *(Column(f"{one.code} {one.name}", 15.5) for one in mechanisms),
        ],
        rows=[statuses_row(one, mechanisms) for one in seen.named.members],
    )


def heads_of(instrument: Instrument) -> dict[Key, str]:
    """Short enough to stand upright."""
    return {
        **{(PRINCIPLES, code): one.short_name for code, one in instrument.principle.items()},
        **{(DOMAINS, one.code): f"{one.code} {one.short_name}" for one in instrument.domains},
        **{(STRUCTURE, code): code for code in ("FORMAL", "ROOTED", "ESSENCE")},
        **{(MECHANISMS, one.code): one.code for one in instrument.mechanisms},
    }


def levels_row(one: ComparedMember, principles: Iterable[Principle]) -> Row:
    return (one.name, *(one.figures.says((PRINCIPLES, p.code)) for p in principles))


def statuses_row(one: ComparedMember, mechanisms: Iterable[Mechanism]) -> Row:
    return (one.name, *(str(one.figures.statuses[m.code]) for m in mechanisms))
