"""Releasing cells from 10,000 responses against a bare numpy pass over the same bytes.

Run ``python -m benchmarks.cells``. The chance steps come from the operating system, as when an
assessment closes. Both are timed in turns in one process, in CPU time, which other work on the
machine does not lengthen; the ratio of the medians is what counts (at most 3).
"""

import random
import statistics
import time
from collections.abc import Callable

import numpy as np

from assessment.method import release
from assessment.method.blur import from_system
from assessment.method.responses import Responses
from assessment.method.results import About, Answered, Individuals, OwnPart
from questions import Length, load

PEOPLE = 10_000
ROUNDS = 61


def main() -> None:
    instrument = load()
    width = len(instrument.items(Length.FULL))
    characters = random.Random(1).choices("01234DN.", [3, 3, 3, 3, 3, 1, 1, 1], k=PEOPLE * width)
    joined = "".join(characters).encode()
    asked = Answered(responses=Responses(width, joined), individuals=Individuals())
    answered = {"receiving": asked}

    def ours() -> object:
        return release(
            instrument,
            about=About(organisation="A"),
            own_part=OwnPart(),
            answered=answered,
            steps=from_system,
        )

    def bare() -> object:
        rows = np.frombuffer(joined, dtype=np.uint8).reshape(-1, width)
        answers = (rows >= ord("0")) & (rows <= ord("4"))
        return answers.sum(axis=0), (rows * answers).sum(axis=0)

    times: dict[Callable[[], object], list[float]] = {ours: [], bare: []}
    for _ in range(ROUNDS):
        for run, taken in times.items():
            start = time.process_time()
            run()
            taken.append(time.process_time() - start)
    our_time, bare_time = (statistics.median(taken) for taken in times.values())
    print(f"release of {PEOPLE:,} responses  {our_time * 1e3:6.2f} ms")
    print(f"bare numpy pass           {bare_time * 1e3:6.2f} ms")
    print(f"ratio                     {our_time / bare_time:6.2f}   (at most 3)")


if __name__ == "__main__":
    main()
