"""A round of 1,000 members against numpy, and its workbook against bare openpyxl.

    .venv/bin/python -m benchmarks.comparison

All in one run, in turns in one process; the ratio of the medians is what counts. Publishing, with
ten earlier rounds in the ledger, may take 5 times numpy's medians and quartiles of the same table
with the reading of its rows, the workbook by name 1.5 times the same cells written by bare
openpyxl. The memory is a child process's own, with everything in it, at most 300 MB.
"""

import gc
import io
import json
import random
import resource
import statistics
import subprocess
import sys
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any

import numpy as np
from openpyxl import Workbook, load_workbook

from assessment.method.levels import Level
from assessment.method.mechanisms import Status
from benchmarks.timing import milliseconds
from comparing.method.counted_once import How, Ledger, Traced, Use
from comparing.method.members import ComparedMember, Figures, Key, Way, from_row, keys_of, to_row
from comparing.method.named import named
from comparing.method.published import Published, publish, published_keys
from comparing.method.seen import SeenByName
from comparing.workbook import round_workbook
from questions import load
from questions.suggested import suggestions

MEMBERS, EARLIER, ROUNDS = 1000, 10, 15
FIGURES_LIMIT, WORKBOOK_LIMIT, MEMORY_LIMIT = 5, 1.5, 300
DAY = date(2026, 11, 26)
INSTRUMENT = load()
ACTIONS = tuple(suggestions(INSTRUMENT))


def rows() -> list[str]:
    """As the database keeps the figures of 1,000 members; some are missing."""
    luck = random.Random(1)
    return [json.dumps(to_row(made(luck))) for _ in range(MEMBERS)]


def made(luck: random.Random) -> Figures:
    return Figures(
        values={
            key: None if luck.random() < 0.05 else luck.uniform(2.5, 97.5)
            for key in keys_of(INSTRUMENT)
        },
        levels={code: luck.choice(list(Level)) for code in INSTRUMENT.principle},
        statuses={one.code: luck.choice(list(Status)) for one in INSTRUMENT.mechanisms},
    )


def traced(number: int, year: int) -> Traced:
    name = f"{number} {year}"
    closed = DAY - timedelta(days=366 * year)
    return Traced(organisation=f"{number}", assessment=name, cells=name, closed=closed)


def entries() -> list[Use]:
    """Of ten earlier rounds of the same organisations, a year apart."""
    return [
        Use(traced(number, year), How.COUNTED)
        for year in range(1, EARLIER + 1)
        for number in range(MEMBERS)
    ]


def members_of(texts: list[str]) -> list[ComparedMember]:
    return [
        ComparedMember(
            organisation=f"Organisation {number}",
            figures=from_row(json.loads(text), INSTRUMENT),
            planned=frozenset(ACTIONS[number % 7 :: 7]),
        )
        for number, text in enumerate(texts)
    ]


def published(texts: list[str], before: list[Use]) -> Published:
    """Rows read, each asked whether it has counted, all of them published."""
    ledger = Ledger(before)
    assert not any(ledger.bars(traced(n, 0), Way.ANONYMOUS) for n in range(len(texts)))
    return publish(members_of(texts), INSTRUMENT, ACTIONS)


def values_of(row: dict[str, Any], keys: list[Key]) -> Iterator[float | None]:
    return (row[part][code] for part, code in keys)


def bare_numpy(texts: list[str]) -> list[object]:
    """Median and quartiles of every column, of those that have the figure."""
    read = [json.loads(text) for text in texts]
    keys = published_keys(INSTRUMENT)
    table = np.array([list(values_of(row, keys)) for row in read], float)
    return [np.quantile(column[~np.isnan(column)], (0.25, 0.5, 0.75)) for column in table.T]


def by_name(texts: list[str]) -> SeenByName:
    return SeenByName(title="A round", named=named(members_of(texts), INSTRUMENT))


def copied(content: bytes) -> list[tuple]:
    """Each sheet as bare values: its name and its rows of cells."""
    return [
        (sheet.title, list(sheet.iter_rows(values_only=True)))
        for sheet in load_workbook(io.BytesIO(content))
    ]


def bare_openpyxl(sheets: list[tuple]) -> bytes:
    """The same cells, as anyone would write them with openpyxl."""
    book = Workbook()
    book.remove(book.active)
    for name, values in sheets:
        sheet = book.create_sheet(name)
        for row, of_row in enumerate(values, 1):
            for column, value in enumerate(of_row, 1):
                if value is not None:
                    sheet.cell(row, column, value)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def memory() -> float:
    """Of a process that does it all once, in MB."""
    run = [sys.executable, "-m", "benchmarks.comparison", "--once"]
    return float(subprocess.run(run, check=True, capture_output=True, text=True).stdout)


def once() -> None:
    texts = rows()
    published(texts, entries())
    round_workbook(by_name(texts))
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def times_of(asked: Iterable[tuple]) -> list[float]:
    return [milliseconds(*one) for one in asked]


def main() -> int:
    texts, before = rows(), entries()
    seen = by_name(texts)
    sheets = copied(round_workbook(seen))
    gc.freeze()  # what only the benchmark holds is not searched in anybody's time
    asked = {
        "a round of 1,000, ten before it": (published, texts, before),
        "bare numpy, the same table": (bare_numpy, texts),
        "workbook by name": (round_workbook, seen),
        "bare openpyxl, the same cells": (bare_openpyxl, sheets),
    }
    runs = [times_of(asked.values()) for _ in range(ROUNDS)]
    print(f"{'':34}{'median ms':>12}{'best ms':>12}")
    for name, times in zip(asked, zip(*runs, strict=True), strict=True):
        print(f"{name:34}{statistics.median(times):12.1f}{min(times):12.1f}")
    making = statistics.median(run[0] / run[1] for run in runs)
    writing = statistics.median(run[2] / run[3] for run in runs)
    peak = memory()
    print(f"round / numpy: {making:.2f} (limit {FIGURES_LIMIT})")
    print(f"workbook / bare: {writing:.2f} (limit {WORKBOOK_LIMIT})")
    print(f"peak memory: {peak:.0f} MB (limit {MEMORY_LIMIT})")
    return int(making > FIGURES_LIMIT or writing > WORKBOOK_LIMIT or peak > MEMORY_LIMIT)


if __name__ == "__main__":
    sys.exit(once() if "--once" in sys.argv else main())
