"""The nine ways in which peer support becomes a staff service, and what is seen of each here."""

from collections.abc import Iterator

from assessment.method import Marked
from assessment.method.mechanisms import MechanismMark, Status
from reports.spreadsheet.looks import Look
from reports.spreadsheet.writing import Column, Page, Row
from reports.wording.phrases import action_words, bare, bullets, figure, notes, truth_words

COLUMNS = (
    Column("Code", 7, Look.STRONG),
    Column("Mechanism", 21, Look.STRONG),
    Column("What it means", 28),
    Column("Status", 13, Look.STRONG),
    Column("Score", 8, Look.FIGURE),
    Column("Its warning signs, with the lived-experience figure", 32),
    Column("Its facts, with the organisation's answer", 32),
    Column("Principles", 20),
    Column("Suggested actions", 40),
)
ACTIVE = (Status.PRESENT, Status.SIGNS)


def mechanisms_page(marked: Marked) -> Page:
    cuts = marked.results.instrument.thresholds
    return Page(
        name="Mechanisms",
        title="Mechanisms of professionalisation",
        notes=notes(
            marked,
            f"Present: a fact of it is true here, or its score is {cuts.high:g} or more. Signs: "
            f"{cuts.low:g} or more. Not evident: below, and every fact that applies is answered as "
            "not true. Otherwise not known.",
        ),
        columns=COLUMNS,
        rows=[row(marked, mark) for mark in marked.mechanisms.values()],
        keep=2,
    )


def row(marked: Marked, mark: MechanismMark) -> Row:
    mechanism, names = mark.mechanism, marked.results.instrument.principle
    return (
        mechanism.code,
        mechanism.name,
        mechanism.meaning,
        str(mark.status),
        figure(mark.score),
        bullets(sign_lines(marked, mark)),
        bullets(fact_lines(marked, mark)),
        bullets(names[code].name for code in mechanism.principles),
        action_words(mechanism.actions) if mark.status in ACTIVE else "None suggested.",
    )


def sign_lines(marked: Marked, mark: MechanismMark) -> Iterator[str]:
    for code, value in mark.items.items():
        shown = figure(value)
        text = bare(marked.results.instrument.item[code].text)
        yield f"{text}: {'no figure' if shown is None else f'{shown:.1f}'}"


def fact_lines(marked: Marked, mark: MechanismMark) -> Iterator[str]:
    instrument = marked.results.instrument
    for code, check in mark.facts.items():
        answer = truth_words(instrument.scales, check)
        yield f"{code} {bare(instrument.fact[code].text)}: {answer}"
