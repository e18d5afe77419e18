"""Closing 100,000 sealed responses against opening them with PyNaCl and one pass of numpy.

Run ``python -m benchmarks.closing``. Both in one process, in turns, in CPU time; at most 3 times,
and below 400 MB for the whole process (issue 10). ``PEOPLE`` makes it smaller.
"""

import os
import resource
import statistics
import sys
import tempfile
import time
from pathlib import Path

os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
os.environ["DATABASE_URL"] = ""
os.environ["ESSENCE_VAR"] = VAR = tempfile.mkdtemp(prefix="essence-benchmark-")
(Path(VAR) / "static").mkdir()

import django  # noqa: E402

django.setup()

import numpy as np  # noqa: E402
from django.core.management import call_command  # noqa: E402
from nacl.public import PrivateKey, SealedBox  # noqa: E402

from assessment import keys  # noqa: E402
from assessment.ballots import Ballots, Kind  # noqa: E402
from assessment.models import Assessment  # noqa: E402
from assessment.sealing import sealed_width  # noqa: E402
from assessment.steps import closing  # noqa: E402
from tests.assessment.answered import open_assessment  # noqa: E402
from tests.cast import make_cast  # noqa: E402

PEOPLE, ROUNDS, ITEMS = int(os.environ.get("PEOPLE", "100000")), 3, 72


def main() -> None:
    call_command("migrate", verbosity=0)
    cast = make_cast()
    times: dict[str, list[float]] = {"ours": [], "bare": []}
    for _ in range(ROUNDS):
        assessment = open_assessment(cast, length="full", receiving="individual")
        joined = filled(assessment)
        private = keys.private_key(assessment.pk, assessment.public_key)
        times["bare"].append(taken(lambda box=joined, key=private: bare(box, key)))
        del joined
        times["ours"].append(
            taken(lambda one=assessment: closing.close(assessment=one, who=cast.owner))
        )
    ours, plain = (statistics.median(times[name]) for name in ("ours", "bare"))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"closing {PEOPLE:,} sealed responses  {ours:6.2f} s, medians of {ROUNDS}, CPU time")
    print(f"PyNaCl and numpy                  {plain:6.2f} s")
    print(f"ratio                             {ours / plain:6.2f}    (at most 3)")
    print(f"memory at its highest             {memory:6.0f} MB (at most 400)")


def filled(assessment: Assessment) -> bytes:
    """So many people's answers in the box, sealed as sending seals them."""
    box = SealedBox(PrivateKey(keys.key_file(assessment.pk).read_bytes()).public_key)
    answers = np.random.default_rng(1).choice(list(b"01234DN."), (PEOPLE, ITEMS)).astype(np.uint8)
    joined = b"".join(sorted(box.encrypt(row.tobytes()) for row in answers))
    perspective = assessment.perspectives.get(code="receiving")
    Ballots.objects.create(perspective=perspective, kind=Kind.ANSWERS, sealed=joined)
    return joined


def bare(joined: bytes, private: PrivateKey) -> object:
    box, width = SealedBox(private), sealed_width(ITEMS)
    opened = [box.decrypt(joined[at : at + width]) for at in range(0, len(joined), width)]
    rows = np.frombuffer(b"".join(opened), dtype=np.uint8).reshape(-1, ITEMS)
    answers = (rows >= ord("0")) & (rows <= ord("4"))
    return answers.sum(axis=0), (rows * answers).sum(axis=0)


def taken(run) -> float:
    start = time.process_time()
    run()
    return time.process_time() - start


if __name__ == "__main__":
    sys.exit(main())
