"""Figures beside the others': what the spread shows of principles, domains and mechanisms."""

from collections.abc import Iterator, Sequence
from string import ascii_uppercase

from assessment.method.mechanisms import Status
from comparing.method.comparing import Compared, Comparison
from comparing.method.members import DOMAINS, MECHANISMS, PRINCIPLES, STRUCTURE, ComparedMember
from comparing.wording.figures_compared import Row, named_others, rows_of
from comparing.wording.gaps import has_too_few, missing, others_word
from reports.drawing.legend import Entry
from reports.drawing.markers import NAMED, OWN
from reports.drawing.parts import MarkKey, Paragraph, SheetPart, note
from reports.drawing.spread import (
    BAND,
    LETTERED,
    MEAN,
    PLAIN_ROW,
    WORDY_ROW,
    Section,
    SpreadPlot,
    SpreadRow,
)
from reports.drawing.style import NOTE


def principles_spread(comparison: Comparison) -> Iterator[SheetPart]:
    yield from spread(comparison, "principles", {"": rows_of(comparison, PRINCIPLES)})


def domains_spread(comparison: Comparison) -> Iterator[SheetPart]:
    parts = {
        "Standards by domain, as each rates itself": rows_of(comparison, DOMAINS),
        "Structure and essence": rows_of(comparison, STRUCTURE),
    }
    yield from spread(comparison, "figures", parts)


def mechanisms_spread(comparison: Comparison) -> Iterator[SheetPart]:
    yield Paragraph("The higher, the more warning signs of it.", NOTE, after=1)
    yield from spread(comparison, "mechanisms", {"": rows_of(comparison, MECHANISMS)})


def spread(
    comparison: Comparison, things: str, parts: dict[str, tuple[Row, ...]]
) -> Iterator[SheetPart]:
    """``parts``: rows by their heading."""
    named = named_others(comparison)
    rows = [row for part in parts.values() for row in part]
    yield SpreadPlot(
        thresholds=comparison.instrument.thresholds,
        entries=tuple(spread_entries(comparison, rows, named)),
        sections=tuple(
            Section(
                part[0].key[0], heading, tuple(spread_row(comparison, row, named) for row in part)
            )
            for heading, part in parts.items()
        ),
    )
    yield from map(note, missing(comparison, rows, things))
    if 0 < len(named) <= LETTERED:
        letters = zip(ascii_uppercase, (one.name for one in named), strict=False)
        yield MarkKey(tuple(letters), columns=2)


def spread_row(comparison: Comparison, row: Row, named: Sequence[ComparedMember]) -> SpreadRow:
    one = row.compared
    too_few = has_too_few(comparison, row)
    return SpreadRow(
        code=row.key[1],
        name=row.name,
        own=one.own,
        mean=one.mean,
        median=one.median,
        middle=None if one.q1 is None or one.q3 is None else (one.q1, one.q3),
        named=tuple(member.figures.values[row.key] for member in named),
        counted=tuple(counted_lines(one, row.key[0])),
        missing=f"too few {others_word(comparison)}" if too_few else "not shown",
        least=WORDY_ROW if row.key[0] == MECHANISMS else PLAIN_ROW,
    )


def counted_lines(one: Compared, part: str) -> Iterator[str]:
    """'15', or '9 named'; under it how many show what of a mechanism."""
    yield f"{one.others} named" if one.named_alone else f"{one.others}"
    if part == MECHANISMS and one.counts is not None:
        for status in (Status.PRESENT, Status.SIGNS):
            yield f"{one.counts[status]} {status}"


def spread_entries(
    comparison: Comparison, rows: Sequence[Row], named: Sequence[ComparedMember]
) -> Iterator[Entry]:
    found = [row.compared for row in rows]
    if any(one.own is not None for one in found):
        yield Entry("Your own", OWN, stroke=True)
    if any(one.median is not None for one in found):
        yield Entry(f"Middle half of the {others_word(comparison)}", None, fill=BAND)
        yield Entry("Median", None, upright=True)
    if any(one.mean is not None and one.median is None for one in found):
        few = comparison.instrument.thresholds.spread_others
        words = f"Mean, where fewer than {few} are counted"
        yield Entry(words, None, upright=True, dashes=MEAN.dashes)
    if named:
        beside = "each with its letter" if len(named) <= LETTERED else f"{len(named)} of them"
        yield Entry(f"Those who share by name, {beside}", NAMED)
