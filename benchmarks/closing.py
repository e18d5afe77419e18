"""Closing 100,000 sealed responses against opening them with PyNaCl and one pass of numpy.

Run ``python -m benchmarks.closing``. Both in one process, in turns, in CPU time; at most 3 times,
and below 400 MB for the whole process (issue 10). ``PEOPLE`` makes it smaller.
"""

import os
import resource
import statistics
import sys
from functools import partial

from benchmarks import own_site  # first: settings are read once

# isort: split

import numpy as np
from nacl.public import PrivateKey, SealedBox

from assessment import keys
from assessment.ballots import Ballots, Kind
from assessment.models import Assessment
from assessment.sealing import sealed_width
from assessment.steps import closing
from benchmarks.timing import milliseconds
from tests.assessment.answered import open_assessment
from tests.cast import make_cast

PEOPLE, ROUNDS, ITEMS = int(os.environ.get("PEOPLE", "100000")), 3, 72


def main() -> None:
    own_site.make_tables()
    cast = make_cast()
    times: dict[str, list[float]] = {"ours": [], "bare": []}
    for _ in range(ROUNDS):
        assessment = open_assessment(cast, length="full", receiving="individual")
        joined = filled(assessment)
        private = keys.private_key(assessment.pk, assessment.public_key)
        times["bare"].append(milliseconds(bare, joined, private))
        del joined
        close = partial(closing.close, assessment=assessment, who=cast.owner)
        times["ours"].append(milliseconds(close))
    ours, plain = (statistics.median(times[name]) / 1000 for name in ("ours", "bare"))
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


if __name__ == "__main__":
    sys.exit(main())
