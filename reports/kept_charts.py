"""Charts that are drawn once and kept in the site's cache.

Each takes a fifth of a second. Every worker and every start finds them there; they can be lost at
any time: they are drawn again and come out the same.
"""

import gzip
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

from django.core.cache import cache as site_cache

from reports import drawing
from reports.drawing.chart import Chart

DAYS_KEPT = 30


@dataclass(frozen=True, slots=True)
class KeptChart:
    """``svg`` is compressed as it travels; gunzip it for those who do not take gzip."""

    svg: bytes
    png: bytes


def kept_chart(of: str, draw: Callable[[], Chart]) -> KeptChart:
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
    for path in sorted(Path(drawing.__file__).parent.parent.rglob("*.py")):
        found.update(path.read_bytes())
    return found.hexdigest()[:16]
