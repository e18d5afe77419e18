"""The first sheet: what a board member reads, what is Holding first, and the radar at its foot."""

from collections.abc import Iterator

from assessment.method import Marked
from assessment.method.language import capital, counted, on_day
from assessment.method.levels import Level
from questions import Kind
from reports.one.workbook.summary_radar import picture
from reports.spreadsheet.looks import Look
from reports.spreadsheet.sheet_cells import bullets
from reports.spreadsheet.writing import Column, Page, Printed, Row
from reports.wording.answered_said import NOBODY, who_answered
from reports.wording.cautions_said import blurred, unheard
from reports.wording.levels_said import HEADINGS, gloss, none_at
from reports.wording.plotted import principle_lines
from reports.wording.profile_said import levels_counted, meaning_said
from reports.wording.sides_said import name

COLUMNS = (
    Column("Part", 18, Look.STRONG),
    Column("About", 33),
    Column("Finding", 31),
    Column("In words", 92),
)
NOT_STATED = "not stated"
LEVELS = "What each level means is on the sheet How each number was made."
POINTER = f"A picture of the twelve principles stands below this list. {LEVELS}"
PARTS = HEADINGS | {Level.AT_RISK: "Marked", Level.UNDER_PRESSURE: "Marked"}


def summary_page(marked: Marked) -> Page:
    drawn = bool(principle_lines(marked))
    rows = [
        *assessment_rows(marked),
        *who_rows(marked),
        *whole_rows(marked),
        *different_rows(marked),
        *principle_rows(marked),
    ]
    return Page(
        name="Summary",
        title="Peer support here",
        notes=(
            marked.results.instrument.caution,
            *filter(None, [blurred(marked.results)]),
            POINTER if drawn else LEVELS,
        ),
        columns=COLUMNS,
        rows=rows,
        levels=(3, 3),
        filters=False,
        printed=Printed.TABLE,  # the board page has the same radar
        below=(lambda written: picture(written, marked)) if drawn else None,
    )


def assessment_rows(marked: Marked) -> Iterator[Row]:
    about = marked.results.about
    part = "Assessment"
    yield part, "Organisation", about.organisation, None
    yield part, "Programme", about.programme or NOT_STATED, None
    yield part, "Setting", about.setting or NOT_STATED, None
    yield (
        part,
        "Closed on",
        on_day(about.closed) if about.closed else NOT_STATED,
        "Figures of groups only: no one answer can be read here.",
    )
    if marked.results.perspectives:
        yield part, "Length", capital(str(about.length)), length_asked(marked)


def length_asked(marked: Marked) -> str:
    """'Short length: two practice statements and one warning sign a principle.'"""
    length = marked.results.about.length
    asked = marked.results.instrument.shape.of_each(length)
    practice = counted(asked[Kind.PRACTICE], "practice statement")
    warning = counted(asked[Kind.WARNING], "warning sign")
    return f"{capital(str(length))} length: {practice} and {warning} a principle."


def who_rows(marked: Marked) -> Iterator[Row]:
    for one in who_answered(marked):
        yield "Who answered", one.name, one.count, one.told
    if not marked.results.perspectives:
        yield "Who answered", "Nobody", None, NOBODY
    for sentence in unheard(marked.results):
        yield "Who answered", "Not heard", None, sentence


def whole_rows(marked: Marked) -> Iterator[Row]:
    instrument, structure = marked.results.instrument, marked.structure
    said = f"{levels_counted(marked)} {meaning_said(marked)}".strip()
    yield "The whole", "Profile", str(structure.profile), said
    for mark in structure.marks:
        yield "The whole", "Beside the profile", str(mark), instrument.meaning[mark].meaning
    confidence = str(marked.confidence)
    yield "The whole", "Confidence", confidence, instrument.meaning[confidence].meaning
    yield "The whole", HEADINGS[Level.AT_RISK], "What it means", gloss(instrument)


def different_rows(marked: Marked) -> Iterator[Row]:
    """What groups saw differently, as they wrote it."""
    for code, released in marked.results.perspectives.items():
        for group in released.groups:
            if group.different_view.strip():
                side = name(marked.results, code)
                yield "A different view", side, "In their own words", group.different_view


def principle_rows(marked: Marked) -> Iterator[Row]:
    """Nothing where nobody was asked."""
    if not marked.results.perspectives:
        return
    if not marked.at(Level.HOLDING):
        yield "Holding", "None so far", None, none_at(Level.HOLDING)
    for mark in marked.in_reading_order():
        yield PARTS[mark.level], mark.principle.name, mark.standing, bullets(mark.reasons)
