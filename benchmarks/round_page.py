"""CPU time and queries of a member's page of a round of 1,000, in a site that is thrown away.

Run ``python -m benchmarks.round_page``. The issue asks for at most 8 queries and 250 ms of CPU once
a worker has shown the page before; by name it comes in pages of fifty members.
"""

import statistics

from benchmarks import own_site  # first: settings are read once

# isort: split

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from benchmarks.timing import timed
from comparing.method.members import Way
from tests.comparing.collaboration import make_together

MEMBERS, ROUNDS = 1000, 15


def main() -> None:
    own_site.make_tables()
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


def looked(client: Client, address: str) -> tuple[float, int]:
    """Milliseconds, and queries."""
    with CaptureQueriesContext(connection) as asked:
        took, response = timed(client.get, address)
    assert response.status_code == 200, response.status_code
    return took, len(asked)


if __name__ == "__main__":
    main()
