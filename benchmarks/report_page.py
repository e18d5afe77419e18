"""CPU time of a report page, and what it weighs, in a site of its own that is thrown away.

Run ``python benchmarks/report_page.py``. A report of six perspectives on the full form, the largest
there is: how many people answered changes nothing. The issue asks for at most 15 ms of CPU a
request with charts drawn once and kept, at most 6 queries, at most 150 KB transferred, charts and
stylesheet included, and at most 250 ms of CPU for the first view after closing, without charts. The
worker has shown another page before: closing is one.
"""

import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))
os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
os.environ["PRODUCTION"] = "0"

ROUNDS = 101


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        os.environ["ESSENCE_VAR"] = folder
        import django  # noqa: PLC0415 - the settings read ESSENCE_VAR

        django.setup()
        measure()


def measure() -> None:
    from django.core.management import call_command  # noqa: PLC0415
    from django.test import Client  # noqa: PLC0415

    from tests.cast import make_cast  # noqa: PLC0415
    from tests.reports.builder import closed_with, sample  # noqa: PLC0415

    call_command("migrate", verbosity=0)
    call_command("createcachetable")
    cast = make_cast()
    assessment = closed_with(cast, sample())
    address = f"/assessments/{assessment.pk}/report/"
    client = Client(headers={"accept-encoding": "gzip"})
    client.force_login(cast.editor)
    timed(client, f"/assessments/{assessment.pk}/")
    first, page = timed(client, address)
    later = [timed(client, address)[0] for _ in range(ROUNDS)]
    print(f"first view       {first:6.1f} ms of CPU (read, marked, rendered; at most 250)")
    print(f"median of {ROUNDS:4}   {statistics.median(later):6.1f} ms of CPU")
    weigh(client, address, page)


def timed(client, address: str):
    began = time.process_time()
    response = client.get(address)
    took = 1000 * (time.process_time() - began)
    assert response.status_code == 200, response.status_code
    return took, response.content


def weigh(client, address: str, page: bytes) -> None:
    """What travels when the page is opened: itself, its charts, the stylesheet as it stands."""
    from reports.one.charts import CHARTS  # noqa: PLC0415

    sheet = (ROOT / "static" / "essence.css").stat().st_size
    drawn = [timed(client, f"{address}{name}.svg") for name in CHARTS]
    kept = [timed(client, f"{address}{name}.svg") for name in CHARTS]
    pictures = sum(len(content) for _, content in kept)
    total = sum(map(len, (page,))) + sheet + pictures
    print(f"a chart          {sum(ms for ms, _ in drawn) / 5:6.1f} ms of CPU drawn, ", end="")
    print(f"{sum(ms for ms, _ in kept) / 5:.1f} ms kept")
    print(f"transferred      {total / 1000:6.1f} KB: page {len(page) / 1000:.1f}, ", end="")
    print(f"charts {pictures / 1000:.1f}, stylesheet {sheet / 1000:.1f} uncompressed")


if __name__ == "__main__":
    main()
