"""Charts that are drawn once and kept in the site's cache, for every worker and every start.

Each takes a fifth of a second. Of all that is kept this alone outlives a process, in which neither
code nor instruments change; so its key is the digest of all that the bytes are made from: the
picture's own values, which hold every figure and word, the code that draws, and the libraries.
"""

import gzip
import inspect
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from django.core.cache import cache as site_cache

from reports.drawing.chart import Chart, Picture, printed

DAYS_KEPT = 30  # what nobody has looked at for a month leaves the cache
HOUSE = Path(__file__).parents[1]
# All that a drawing runs, besides the parts that a subject's own package defines (a test looks).
DRAWING_CODE = (
    *("reports/drawing", "reports/wording"),
    *("reports/method", "assessment/method", "questions"),
)
LIBRARIES = ("matplotlib", "typst")


@dataclass(frozen=True, slots=True)
class KeptChart:
    """``packed``: the SVG, compressed as it travels."""

    packed: bytes
    png: bytes

    @property
    def svg(self) -> bytes:
        return gzip.decompress(self.packed)


def kept_chart(picture: Picture) -> KeptChart:
    """Drawn only where the cache does not have it; outside any transaction: drawing takes long."""
    key = f"chart:{picture_digest(picture)}"
    found = site_cache.get(key)
    if found is None:
        chart = packed(printed(picture))
        found = (chart.packed, chart.png)
        site_cache.set(key, found, DAYS_KEPT * 24 * 60 * 60)
    return KeptChart(*found)


def packed(chart: Chart) -> KeptChart:
    return KeptChart(gzip.compress(chart.svg, mtime=0), chart.png)


def picture_digest(picture: Picture) -> str:
    """``repr`` is whole and always the same: parts are frozen, of tuples, texts and numbers."""
    folders = {HOUSE / name for name in DRAWING_CODE}
    folders |= {Path(inspect.getfile(type(part))).parent for part in picture.parts}
    code = [code_digest(folder) for folder in sorted(folders)]
    return sha256(repr((picture, code, libraries())).encode()).hexdigest()


# Both change only with a new process, so each asks once.
@cache
def libraries() -> list[str]:
    return [version(name) for name in LIBRARIES]


@cache  # as above
def code_digest(folder: Path) -> str:
    found = sha256()
    for path in sorted(folder.rglob("*.py")):
        found.update(path.read_bytes())
    return found.hexdigest()
