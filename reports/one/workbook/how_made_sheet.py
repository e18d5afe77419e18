"""How each number was made: the method in plain words, every threshold, versions, sources."""

from collections.abc import Iterator

from assessment.method import Marked
from assessment.method.language import capital
from reports.spreadsheet.looks import Look
from reports.spreadsheet.writing import Column, Page, Printed, Row
from reports.wording.about_said import whose
from reports.wording.explained import CONVENTIONS, FILE, METHOD, sections, sources, thresholds_told
from reports.wording.people_said import least_told, withheld

COLUMNS = (
    Column("Part", 26, Look.STRONG),
    Column("About", 32, Look.STRONG),
    Column("In words", 86),
    Column("Number", 10, Look.LOOSE),
)


def making_page(marked: Marked) -> Page:
    return Page(
        name="How each number was made",
        title="How each number was made",
        notes=(
            whose(marked.results.about),
            CONVENTIONS,
        ),
        columns=COLUMNS,
        rows=[
            *version_rows(marked),
            *((*said, None) for said in sections(marked.results, FILE)),
            *threshold_rows(marked),
            *source_rows(marked),
        ],
        filters=False,
        printed=Printed.NOTES,
    )


def version_rows(marked: Marked) -> Iterator[Row]:
    instrument, about = marked.results.instrument, marked.results.about
    yield "Versions", "Method", METHOD, instrument.method
    yield "Versions", "Instrument", f"{instrument.title}. {instrument.about}", instrument.version
    length, hidden = f"{capital(str(about.length))} length.", withheld(marked.results)
    k = least_told(marked.results) if hidden else None
    yield "Versions", "This assessment", f"{length} {hidden}".strip(), k


def threshold_rows(marked: Marked) -> Iterator[Row]:
    yield "Thresholds", "Conventions", f"Every number compared with. {CONVENTIONS}", None
    for said in thresholds_told(marked.results.instrument):
        yield "Thresholds", *said


def source_rows(marked: Marked) -> Iterator[Row]:
    for source, quoted in sources(marked.results.instrument):
        yield "Sources", source.code, quoted, None
