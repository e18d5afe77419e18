"""The standards as the organisation rates them, and what they add up to."""

from collections.abc import Iterator, Sequence

from openpyxl.worksheet.pagebreak import Break

from assessment.method import Marked
from assessment.method.language import counted, in_letters, listed
from assessment.method.numbers import one_decimal
from assessment.method.results import StandardRating
from questions import attributions
from questions.entries import Certainty, Standard
from reports.spreadsheet.looks import Look
from reports.spreadsheet.native_radar import (
    Listing,
    NativeLine,
    Spot,
    described,
    place,
    radar,
    write_listing,
)
from reports.spreadsheet.writing import Column, Page, Printed, Row, Written, write_row
from reports.wording.about_said import whose
from reports.wording.own_part_said import STRUCTURE_ALONE, rating_words
from reports.wording.plotted import domain_lines, domains_drawn
from reports.wording.profile_said import FIGURES, has_structure
from reports.wording.standards_said import answered_standards, left_blank

COLUMNS = (
    Column("Code", 11, Look.STRONG),
    Column("Standard", 28),
    Column("Class", 14),
    Column("Domain", 21),
    Column("Rating", 9, Look.COUNT),
    Column("In words", 46),
    Column("Evidence", 34),
    Column("Its place among the Pillars", 15),
)
RATED = f"Rated by the organisation itself, 0 to 4. {STRUCTURE_ALONE}"
WIDTHS = [column.width for column in COLUMNS[:3]]
CERTAINTY = {
    Certainty.READ: "Read in a published list",
    Certainty.RECALLED: "From memory",
    Certainty.UNCERTAIN: "Less certain",
}


BELOW = (
    "Below the table, on the screen: what the standards add up to, and the domains with their "
    "radar. On paper they stand in the report to print."
)


def standards_page(marked: Marked) -> Page:
    every = in_letters(len(marked.results.instrument.standards))
    return Page(
        name="Standards",
        title=f"The {every} standards",
        notes=(
            whose(marked.results.about),
            attributions.STANDARDS,
            RATED,
            *filter(None, [left_blank(marked)]),
            BELOW,
        ),
        columns=COLUMNS,
        rows=[standard_row(marked, standard) for standard in answered_standards(marked.results)],
        printed=Printed.TABLE,
        below=lambda written: scores(written, marked),
    )


def standard_row(marked: Marked, standard: Standard) -> Row:
    instrument = marked.results.instrument
    domains = {domain.code: domain.name for domain in instrument.domains}
    found = marked.results.own_part.standards.get(standard.code, StandardRating())
    rating = found.rating if isinstance(found.rating, int) else None
    words = rating_words(instrument, found.rating, instrument.scales.standard.labels)
    return (
        standard.code,
        standard.name,
        str(standard.standard_class).capitalize(),
        domains[standard.domain],
        rating,
        words if rating is None else f"{words}. {standard.anchors[rating]}",
        found.evidence,
        CERTAINTY[standard.certainty],
    )


def scores(written: Written, marked: Marked) -> None:
    """Below the table: the four scores, and the domains with their radar; what there is of them."""
    row = written.last + 2
    added, any_there = list(score_rows(marked)), bool(domain_lines(marked))
    if added or any_there:
        written.sheet.row_breaks.append(Break(id=row - 1))
    where = Spot(5, row, 16.5, 11.2)
    if added:
        row = block(written, row, "What the standards add up to, 0 to 100", added)
    if any_there:
        domains(written, row, where, marked)


def block(written: Written, row: int, title: str, rows: Sequence[Row]) -> int:
    """A short list of code, name and figure; returns the row after it and a gap."""
    written.cells.write(row, 1, title, Look.PART)
    for values in rows:
        row += 1
        write_row(written.cells, row, values, (Look.STRONG, Look.WORDS, Look.FIGURE), WIDTHS)
    return row + 2


def score_rows(marked: Marked) -> Iterator[Row]:
    found, cuts = marked.structure, marked.results.instrument.thresholds.cuts
    if not has_structure(found):
        return
    support = listed(marked.results.instrument.structure.support)
    figures = {
        "FORMAL": (FIGURES["FORMAL"], found.formal),
        "ROOTED": (FIGURES["ROOTED"], found.rooted),
        "SUPPORT": (f"{FIGURES['SUPPORT']}: {support}", found.support),
        "ESSENCE": (FIGURES["ESSENCE"], found.essence),
    }
    for code, (what, figure) in figures.items():
        if figure is not None:
            yield code, what, one_decimal(figure, cuts)


def domains(written: Written, row: int, where: Spot, marked: Marked) -> None:
    """With their radar; of a group that rated a few standards only those that have a score."""
    cells, found, whole = written.cells, marked.structure.domains, domains_drawn(marked)
    every = marked.results.instrument.domains
    shown = [one for one in every if whole or found[one.code] is not None]
    labels = [domain.short_name for domain in shown]
    cuts = marked.results.instrument.thresholds.cuts
    figures = [one_decimal(found[domain.code], cuts) for domain in shown]
    line = NativeLine("Own rating", figures, solid=True)
    listing = Listing(
        sheet=written.sheet,
        cells=cells,
        column=2,
        row=row + 1,
        head="Domain",
        labels=labels,
        lines=[line],
    )
    name = f"The {counted(len(every), 'domain')}" if whole else "Domains of standards"
    cells.write(row, 1, f"{name}, 0 to 100", Look.PART)
    cells.write(row + 1, 1, "Code", Look.HEAD)
    write_listing(listing)
    for number, domain in enumerate(shown, row + 2):
        cells.write(number, 1, domain.code, Look.STRONG)
    if whole:
        words = described(f"{name.lower()} of the standards", labels, [line])
        place(written.sheet, radar(listing), where, words)
