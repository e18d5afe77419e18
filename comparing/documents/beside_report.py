"""A report with a published round beside it: the whole report, and then the two together."""

from collections.abc import Iterator
from dataclasses import replace

from assessment.method.language import on_day
from comparing.charts.catalogue import PUBLISHED_CHARTS
from comparing.method.members import MECHANISMS, PRINCIPLES, STRUCTURE
from comparing.method.seen import SeenPublished
from comparing.wording.figures_compared import FigureRow, rows_of
from comparing.wording.published_said import essence_sentence
from questions import Instrument
from reports.documents.outline import Block, Heading, Outline, Shown, Table, Words
from reports.wording.figures_said import in_whole

HEADS = ("About", "Own", "Mean of all", "Of how many")
NOT_RANKED = (
    "The report's own figures, beside what a round of other organisations published once. It is no "
    "rank: they asked other people, in other places, and a small difference is no difference."
)
PARTS = (
    (PRINCIPLES, "The twelve principles, 0 to 100"),
    (STRUCTURE, "Structure and essence, 0 to 100"),
    (MECHANISMS, "What presses on it: a higher figure means more warning signs"),
)


def beside_outline(report: Outline, seen: SeenPublished) -> Outline:
    """``seen`` with the report's own figures."""
    return replace(report, blocks=(*report.blocks, *beside_blocks(seen)))


def beside_blocks(seen: SeenPublished) -> Iterator[Block]:
    yield Heading(f"Beside {seen.title}", 2, on_new_page=True)
    yield Words(beside_lead(seen))
    yield Words(NOT_RANKED, "quiet")
    for part, title in PARTS:
        yield Heading(title, 3)
        yield Shown(PUBLISHED_CHARTS[part].of(seen))
        rows = tuple(row_said(row, seen.instrument) for row in rows_of(seen, part))
        yield Table(HEADS, rows, (5, 1.5, 2.5, 2))
        if part == STRUCTURE:
            yield Words(essence_sentence(seen))


def beside_lead(seen: SeenPublished) -> str:
    """'14 organisations, each counted once. Shown until 30 November 2027.'"""
    until = f" Shown until {on_day(seen.last_day)}." if seen.last_day else ""
    return f"{seen.published.members} organisations, each counted once.{until}"


def row_said(row: FigureRow, instrument: Instrument) -> tuple[str, ...]:
    mean = row.told.mean.shown if row.told.mean else "too few"
    own = in_whole(row.own, instrument.thresholds.cuts)
    return row.name, own, mean, str(row.told.n or "too few")
