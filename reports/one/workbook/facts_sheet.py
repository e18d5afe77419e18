"""The independence facts, as the organisation answered them."""

from assessment.method import Marked
from assessment.method.results import FactCheck
from questions.entries import Fact
from reports.spreadsheet.looks import Look
from reports.spreadsheet.writing import Column, Page, Row
from reports.wording.about_said import whose
from reports.wording.own_part_said import truth_words

COLUMNS = (
    Column("Code", 8, Look.STRONG),
    Column("Statement", 44),
    Column("Answer", 17, Look.STRONG),
    Column("Date", 13, Look.DATE),
    Column("Evidence", 34),
    Column("Mechanism", 24),
    Column("Why it matters", 40),
)
OWN_PART = (
    "Said in the organisation's own part. Where one is true, its mechanism is present and its "
    "principles are at least under pressure."
)


def facts_page(marked: Marked) -> Page:
    return Page(
        name="Facts",
        title="Independence facts",
        notes=(
            whose(marked.results.about),
            OWN_PART,
        ),
        columns=COLUMNS,
        rows=[fact_row(marked, fact) for fact in marked.results.instrument.facts],
    )


def fact_row(marked: Marked, fact: Fact) -> Row:
    results = marked.results
    check = results.own_part.facts.get(fact.code, FactCheck())
    mechanism = marked.mechanisms[fact.mechanism].mechanism
    return (
        fact.code,
        fact.text,
        truth_words(results.instrument.scales, check),
        check.date,
        check.evidence,
        f"{mechanism.code} {mechanism.name}",
        fact.why,
    )
