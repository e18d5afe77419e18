"""Own beside what is published, and members by name: what the spread shows of each figure."""

from collections.abc import Iterator, Sequence
from string import ascii_uppercase

from assessment.method.mechanisms import Status
from comparing.method.members import ESSENCE, MECHANISMS, PRINCIPLES, STRUCTURE, ComparedMember
from comparing.method.seen import SeenByName, SeenPublished
from comparing.wording.figures_compared import FigureRow, essence_name, names_of, rows_of
from comparing.wording.published_said import missing
from reports.drawing.legend import LegendEntry
from reports.drawing.markers import NAMED, OWN
from reports.drawing.parts import MarkKey, Paragraph, SheetPart, note
from reports.drawing.spread import (
    BAND,
    LETTERED,
    PLAIN_ROW,
    WORDY_ROW,
    Section,
    SpreadPlot,
    SpreadRow,
)
from reports.drawing.style import NOTE

TOO_FEW = "too few"


def principles_spread(seen: SeenPublished) -> Iterator[SheetPart]:
    yield from spread_parts(seen, "principles", rows_of(seen, PRINCIPLES))


def structure_spread(seen: SeenPublished) -> Iterator[SheetPart]:
    yield from spread_parts(seen, "figures", rows_of(seen, STRUCTURE), (essence_row(seen),))


def mechanisms_spread(seen: SeenPublished) -> Iterator[SheetPart]:
    yield Paragraph("The higher, the more warning signs of it.", NOTE, after=1)
    yield from spread_parts(seen, "mechanisms", rows_of(seen, MECHANISMS))


def spread_parts(
    seen: SeenPublished, things: str, rows: Sequence[FigureRow], more: tuple[SpreadRow, ...] = ()
) -> Iterator[SheetPart]:
    drawn = (*(spread_row(seen, row) for row in rows), *more)
    yield SpreadPlot(
        thresholds=seen.instrument.thresholds,
        entries=tuple(spread_entries(drawn)),
        sections=(Section(things, "", drawn),),
    )
    yield from map(note, missing(seen, rows, things))


def spread_row(seen: SeenPublished, row: FigureRow) -> SpreadRow:
    one, at = row.told, row.told.quantiles
    counted = tuple(counted_lines(seen, row))
    return SpreadRow(
        code=row.key[1],
        name=row.name,
        own=row.own,
        mean=one.mean.value if one.mean else None,
        middle=(at.q1.value, at.q3.value) if at else None,
        named=(),
        counted=counted,
        missing=TOO_FEW,
        least=WORDY_ROW if row.key[0] == MECHANISMS or len(counted) > 1 else PLAIN_ROW,
    )


def essence_row(seen: SeenPublished) -> SpreadRow:
    return SpreadRow(
        code=ESSENCE[1],
        name=essence_name(),
        own=seen.own_value(ESSENCE),
        mean=seen.published.essence.mean,
        middle=None,
        named=(),
        counted=(),
        missing=TOO_FEW,
    )


def counted_lines(seen: SeenPublished, row: FigureRow) -> Iterator[str]:
    """'15'; under it how many show what of a mechanism, and an end where the mean stands there."""
    if row.told.n is None:
        return
    yield f"{row.told.n}"
    if row.told.mean and row.told.mean.at_an_end:
        yield row.told.mean.shown
    words = seen.published.words.get(row.key)
    if row.key[0] == MECHANISMS and words:
        yield f"Present: {words[Status.PRESENT]}"


def spread_entries(rows: Sequence[SpreadRow]) -> Iterator[LegendEntry]:
    if any(row.own is not None for row in rows):
        yield LegendEntry("Your own", OWN, stroke=True)
    if any(row.middle for row in rows):
        yield LegendEntry("Middle half of all who share", None, fill=BAND)
    if any(row.mean is not None for row in rows):
        yield LegendEntry("Mean of all who share", None, upright=True)


# By name


def named_dots(seen: SeenByName, part: str) -> Iterator[SheetPart]:
    others = others_of(seen)
    if not seen.named.members:
        yield Paragraph("Nobody shares in this round.")
        return
    yield SpreadPlot(
        thresholds=seen.instrument.thresholds,
        entries=tuple(named_entries(seen, len(others))),
        sections=(Section(part, "", tuple(dots_rows(seen, part))),),
    )
    if 0 < len(others) <= LETTERED:
        letters = zip(ascii_uppercase, (one.name for one in others), strict=False)
        yield MarkKey(tuple(letters), columns=2)


def dots_rows(seen: SeenByName, part: str) -> Iterator[SpreadRow]:
    """The first of one's own programmes is joined; all others are dots."""
    own, others = own_of(seen), others_of(seen)
    for key, (name, _) in names_of(seen.instrument).items():
        if key[0] != part:
            continue
        values = [one.figures.values[key] for one in others]
        having = sum(one.figures.values[key] is not None for one in seen.named.members)
        yield SpreadRow(
            code=key[1],
            name=name,
            own=own.figures.values[key] if own else None,
            mean=None,
            middle=None,
            named=tuple(values),
            counted=(f"{having}",),
            missing="",
        )


def own_of(seen: SeenByName) -> ComparedMember | None:
    return next((one for one in seen.named.members if seen.is_own(one)), None)


def others_of(seen: SeenByName) -> list[ComparedMember]:
    own = own_of(seen)
    return [one for one in seen.named.members if one is not own]


def named_entries(seen: SeenByName, others: int) -> Iterator[LegendEntry]:
    if any(map(seen.is_own, seen.named.members)):
        yield LegendEntry("Your own", OWN, stroke=True)
    if others:
        beside = "each with its letter" if others <= LETTERED else f"{others} of them"
        yield LegendEntry(f"Members by name, {beside}", NAMED)
