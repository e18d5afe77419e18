"""What is made of closed reports once and kept: their marks, the charts drawn of them.

A closed report never changes, so neither needs to be made twice. Marks stay in the memory of each
worker; charts, which take a fifth of a second each, in the site's cache, where every worker and
every start finds them. Both can be lost at any time: they are made again and come out the same.
"""

import gzip
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache, lru_cache
from hashlib import sha256
from pathlib import Path

from django.core.cache import cache as site_cache

from assessment.method import Marked, from_json, mark
from assessment.models import ClosedReport
from reports import charts
from reports.instruments import chosen_instrument

MARKED_KEPT = 32  # about half a megabyte each
DAYS_KEPT = 30


@dataclass(frozen=True, slots=True)
class Kept:
    """What a closed report says, and the comments that may be shown, by perspective."""

    marked: Marked
    comments: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class KeptChart:
    """``svg`` is compressed as it travels; gunzip it for those who do not take gzip."""

    svg: bytes
    png: bytes


def kept_of(report: ClosedReport) -> Kept:
    """At most one query, and none where this worker has read the report before."""
    return read(report.pk, report.created)


@lru_cache(MARKED_KEPT)
def read(number: int, _created: datetime) -> Kept:
    """``_created`` tells a report from an earlier one that had its number."""
    row = ClosedReport.objects.select_related("assessment").get(pk=number)
    comments = tuple((code, tuple(said)) for code, said in row.comments.items())
    return Kept(marked_of(row), comments)


def marked_together(numbers: Sequence[int]) -> list[Marked]:
    """Of several reports, in this order: one query for any number, and none of them is kept."""
    rows = ClosedReport.objects.select_related("assessment").defer("comments").in_bulk(numbers)
    return [marked_of(rows[number]) for number in numbers]


def marked_of(row: ClosedReport) -> Marked:
    return mark(from_json(row.results, chosen_instrument(row.assessment.instrument)))


def chart_of(report: ClosedReport, name: str) -> KeptChart:
    """One of ``charts.CHARTS``."""
    of = f"{report.pk}:{report.created:%Y%m%d%H%M%S%f}:{name}"
    return kept_chart(of, lambda: charts.draw(kept_of(report).marked, name))


def kept_chart(of: str, draw: Callable[[], charts.Chart]) -> KeptChart:
    """``of`` says all that the chart shows, so that another chart never stands for it.

    Drawn only where the cache does not have it; outside any transaction, because drawing takes
    long.
    """
    key = f"chart:{sha256(of.encode()).hexdigest()}:{drawn_by()}"
    found = site_cache.get(key)
    if found is None:
        chart = draw()
        found = (gzip.compress(chart.svg, mtime=0), chart.png)
        site_cache.set(key, found, DAYS_KEPT * 24 * 60 * 60)
    return KeptChart(*found)


@cache
def drawn_by() -> str:
    """A digest of what draws, so that a new version of the program draws anew."""
    found = sha256()
    for path in sorted(Path(charts.__file__).parent.glob("*.py")):
        found.update(path.read_bytes())
    return found.hexdigest()[:16]
