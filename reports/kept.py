"""The marks of closed reports, worked out once and kept in the memory of each worker.

A closed report never changes. Whatever is kept can be lost at any time: it is made again and comes
out the same.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from assessment.instruments import instrument_of
from assessment.method import Marked, marked_from_json
from assessment.models import ClosedReport

MARKED_KEPT = 32  # about half a megabyte each


@dataclass(frozen=True, slots=True)
class Kept:
    """What a closed report says, with the comments that may be shown and how many slips were
    printed, by perspective."""

    marked: Marked
    comments: tuple[tuple[str, tuple[str, ...]], ...]
    slips: tuple[tuple[str, int], ...] = ()


def kept_of(report: ClosedReport) -> Kept:
    """At most one query, and none where this worker has read the report before."""
    return read_kept(report.pk, report.created)


@lru_cache(MARKED_KEPT)
def read_kept(number: int, _created: datetime) -> Kept:
    """``_created`` tells a report from an earlier one that had its number."""
    row = ClosedReport.objects.select_related("assessment").get(pk=number)
    comments = tuple((code, tuple(said)) for code, said in row.comments.items())
    return Kept(marked_of(row), comments, tuple(row.slips.items()))


def marked_together(numbers: Sequence[int]) -> list[Marked]:
    """Of several reports, in this order: one query for any number, and none of them is kept."""
    rows = ClosedReport.objects.select_related("assessment").defer("comments").in_bulk(numbers)
    return [marked_of(rows[number]) for number in numbers]


def marked_of(row: ClosedReport) -> Marked:
    return marked_from_json(row.results, instrument_of(row.assessment))
