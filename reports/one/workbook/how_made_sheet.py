"""How each number was made: the method in plain words, every threshold, versions, sources."""

from collections.abc import Iterator

from assessment.method import Marked
from questions.entries import ReadHow
from reports.spreadsheet.looks import Look
from reports.spreadsheet.writing import Column, Page, Row
from reports.wording.about_said import whose
from reports.wording.explained import sections, thresholds_told

COLUMNS = (
    Column("Part", 26, Look.STRONG),
    Column("About", 32, Look.STRONG),
    Column("In words", 86),
    Column("Number", 10, Look.LOOSE),
)
READ = {
    ReadHow.WHOLE: "read whole",
    ReadHow.PART: "read in part",
    ReadHow.MEMORY: "from memory",
}


def making_page(marked: Marked) -> Page:
    return Page(
        name="How each number was made",
        title="How each number was made",
        notes=(
            whose(marked.results.about),
            "The points at which one level turns into another are conventions, not findings.",
        ),
        columns=COLUMNS,
        rows=[
            *version_rows(marked),
            *((*said, None) for said in sections(marked.results.instrument, marked.results.about)),
            *threshold_rows(marked),
            *source_rows(marked),
        ],
        filters=False,
    )


def version_rows(marked: Marked) -> Iterator[Row]:
    instrument, about = marked.results.instrument, marked.results.about
    yield "Versions", "Method", "The rules that this sheet tells in plain words.", instrument.method
    yield "Versions", "Instrument", f"{instrument.title}. {instrument.about}", instrument.version
    length = f"The {about.length} form; figures of fewer people than this are withheld here."
    yield "Versions", "This assessment", length, about.k


def threshold_rows(marked: Marked) -> Iterator[Row]:
    instrument = marked.results.instrument
    said = "Every number compared with. They are conventions, not findings."
    yield "Thresholds", "Conventions", said, None
    for told in thresholds_told(instrument):
        yield "Thresholds", *told


def source_rows(marked: Marked) -> Iterator[Row]:
    for source in marked.results.instrument.sources:
        yield "Sources", source.code, f"{source.citation} [{READ[source.read]}]", None
