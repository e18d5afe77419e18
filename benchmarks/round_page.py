"""CPU time and queries of a member's page of a round of 1,000, in a site that is thrown away.

Run ``python benchmarks/round_page.py``. The issue asks for at most 8 queries and 250 ms of CPU once
a worker has shown the page before; by name it comes in pages of fifty members.
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

MEMBERS, ROUNDS = 1000, 15


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        os.environ["ESSENCE_VAR"] = folder
        import django  # noqa: PLC0415 - the settings read ESSENCE_VAR

        django.setup()
        measure()


def measure() -> None:
    from django.core.management import call_command  # noqa: PLC0415
    from django.test import Client  # noqa: PLC0415
    from django.urls import reverse  # noqa: PLC0415

    from comparing.method.members import Way  # noqa: PLC0415
    from tests.comparing.collaboration import make_together  # noqa: PLC0415

    call_command("migrate", verbosity=0)
    call_command("createcachetable")
    for way in Way:
        together = make_together(
            MEMBERS, way=way, closed=way is Way.ANONYMOUS, name=f"{way.value.title()} of"
        )
        client = Client(headers={"accept-encoding": "gzip"})
        client.force_login(together.owner())
        address = reverse("member_round", args=[together.organisations[0].pk, together.round.pk])
        first, _queries = looked(client, address)
        runs = [looked(client, address) for _ in range(ROUNDS)]
        warm = statistics.median(took for took, _queries in runs)
        print(
            f"{way.value:10} first {first:6.0f} ms, then {warm:6.1f} ms of CPU (at most 250), ",
            end="",
        )
        print(f"{runs[-1][1]} queries (at most 8)")


def looked(client, address: str) -> tuple[float, int]:
    from django.db import connection  # noqa: PLC0415
    from django.test.utils import CaptureQueriesContext  # noqa: PLC0415

    with CaptureQueriesContext(connection) as asked:
        began = time.process_time()
        response = client.get(address)
        took = 1000 * (time.process_time() - began)
    assert response.status_code == 200, response.status_code
    return took, len(asked)


if __name__ == "__main__":
    main()
