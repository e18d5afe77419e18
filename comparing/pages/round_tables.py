"""A comparison as tables: a row a figure, and what may not be shown, with the reason."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assessment.method.language import capital, listed
from comparing.method.comparing import Compared, Comparison
from comparing.method.counting import WORDS
from comparing.method.members import DOMAINS, MECHANISMS, PARTS, PRINCIPLES, STRUCTURE, Key
from comparing.wording.figures_compared import Row, rows_of
from organisations.models import OrganisationKind


@dataclass(frozen=True, slots=True)
class ComparedLine:
    """A figure; ``says`` is one's own level or status. ``counts``: of each word, how many."""

    name: str
    says: str
    compared: Compared
    counts: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class ComparedTable:
    """``words``: the levels or statuses that are counted; empty where no row may tell them.

    Where no row has a mean, a third or a spread, there is no column for it. ``reasons``: what may
    not be shown, and why; once for all the rows it holds for.
    """

    lines: tuple[ComparedLine, ...]
    words: tuple[str, ...]
    has_mean: bool
    has_third: bool
    has_spread: bool
    reasons: tuple[str, ...]


def tables(comparison: Comparison) -> dict[str, ComparedTable]:
    """By the name of the chart that shows the same."""
    return {
        "principles": compared_table(comparison, PRINCIPLES),
        "domains": compared_table(comparison, DOMAINS, STRUCTURE),
        "mechanisms": compared_table(comparison, MECHANISMS),
    }


def compared_table(comparison: Comparison, *parts: str) -> ComparedTable:
    rows = rows_of(comparison, *parts)
    words = WORDS[parts[0]][1] if parts[0] in WORDS else ()
    return ComparedTable(
        lines=tuple(compared_line(comparison, row) for row in rows),
        words=tuple(map(str, words)) if any(row.compared.counts for row in rows) else (),
        has_mean=any(row.is_shown for row in rows),
        has_third=any(row.compared.third for row in rows),
        has_spread=any(row.compared.median is not None for row in rows),
        reasons=tuple(reasons_of_rows(comparison, rows)),
    )


def compared_line(comparison: Comparison, row: Row) -> ComparedLine:
    counts = row.compared.counts or {}
    return ComparedLine(
        name=row.name,
        says=own_word(comparison, row.key),
        compared=row.compared,
        counts=tuple((str(word), count) for word, count in counts.items()),
    )


def own_word(comparison: Comparison, key: Key) -> str:
    part, code = key
    if comparison.viewer is None or part not in WORDS:
        return ""
    return str(WORDS[part][2](comparison.viewer.figures)[code])


def reasons_of_rows(comparison: Comparison, rows: Sequence[Row]) -> Iterator[str]:
    """'Median and quartiles need 12 others, there are 11: respect and equality.'"""
    found: dict[str, list[str]] = {}
    for row in rows:
        for reason in filter(None, row.compared.why.split("; ")):
            found.setdefault(reason, []).append(row.short)
    for reason, names in found.items():
        told = reason if comparison.viewer else reason.replace(" others", " organisations")
        yield capital(told) + ("." if len(names) == len(rows) else f": {listed(names)}.")


@dataclass(frozen=True, slots=True)
class Split:
    """Figures by kind of organisation: in each row, one for each kind or None."""

    kinds: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Compared | None, ...]], ...]


def split_by_kind(comparison: Comparison) -> Split:
    rows = [row for row in rows_of(comparison, *PARTS) if row.compared.kinds]
    kinds = sorted({kind for row in rows for kind in row.compared.kinds})
    return Split(
        kinds=tuple(map(kind_name, kinds)),
        rows=tuple((row.name, tuple(map(row.compared.kinds.get, kinds))) for row in rows),
    )


def kind_name(kind: str) -> str:
    return capital(str(OrganisationKind(kind).label))
