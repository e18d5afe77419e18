"""CPU time of a report page, and what it weighs, in a site of its own that is thrown away.

Run ``python -m benchmarks.report_page``. A report of six perspectives on the full form, the largest
there is: how many people answered changes nothing. The issue asks for at most 15 ms of CPU a
request with charts drawn once and kept, at most 6 queries, at most 150 KB transferred, charts and
stylesheet included, and at most 250 ms of CPU for the first view after closing, without charts. The
worker has shown another page before: closing is one.
"""

import statistics

from benchmarks import own_site  # first: settings are read once

# isort: split

from django.conf import settings
from django.test import Client

from benchmarks.timing import timed
from reports.one.charts import CHARTS
from tests.cast import make_cast
from tests.reports.builder import closed_with, sample

ROUNDS = 101


def main() -> None:
    own_site.make_tables()
    cast = make_cast()
    assessment = closed_with(cast, sample())
    address = f"/assessments/{assessment.pk}/report/"
    client = Client(headers={"accept-encoding": "gzip"})
    client.force_login(cast.editor)
    got(client, f"/assessments/{assessment.pk}/")
    first, page = got(client, address)
    later = [got(client, address)[0] for _ in range(ROUNDS)]
    print(f"first view       {first:6.1f} ms of CPU (read, marked, rendered; at most 250)")
    print(f"median of {ROUNDS:4}   {statistics.median(later):6.1f} ms of CPU")
    weigh(client, address, page)


def got(client: Client, address: str) -> tuple[float, bytes]:
    """Milliseconds, and the page."""
    took, response = timed(client.get, address)
    assert response.status_code == 200, response.status_code
    return took, response.content


def weigh(client, address: str, page: bytes) -> None:
    """What travels when the page is opened: itself, its charts, the stylesheet as it stands."""
    sheet = (settings.BASE_DIR / "static" / "essence.css").stat().st_size
    drawn = [got(client, f"{address}{name}.svg") for name in CHARTS]
    kept = [got(client, f"{address}{name}.svg") for name in CHARTS]
    pictures = sum(len(content) for _, content in kept)
    total = len(page) + sheet + pictures
    first = statistics.fmean(took for took, _ in drawn)
    later = statistics.fmean(took for took, _ in kept)
    print(f"a chart          {first:6.1f} ms of CPU drawn, {later:.1f} ms kept")
    print(f"transferred      {total / 1000:6.1f} KB: page {len(page) / 1000:.1f}, ", end="")
    print(f"charts {pictures / 1000:.1f}, stylesheet {sheet / 1000:.1f} uncompressed")


if __name__ == "__main__":
    main()
