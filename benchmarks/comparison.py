"""Comparing 1,000 members against numpy, and its workbook against bare openpyxl.

    .venv/bin/python -m benchmarks.comparison

All in one run, in turns in one process; the ratio of the medians is what counts. Making the
figures may take 5 times numpy's medians and quartiles of the same table with the reading of its
rows, the workbook 1.5 times the same cells written by bare openpyxl. The memory is a child
process's own, with everything in it: rows, figures and workbook, at most 300 MB.
"""

import gc
import io
import json
import random
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date

import numpy as np
from openpyxl import Workbook, load_workbook
from openpyxl.chart import BarChart, RadarChart, Reference

from assessment.method.levels import Level
from assessment.method.mechanisms import Status
from comparing.method.comparing import Comparison, compare
from comparing.method.members import ComparedMember, Figures, Sharing, from_row, keys_of, to_row
from comparing.workbook import comparison_workbook
from questions import load

MEMBERS, ROUNDS = 1000, 15
FIGURES_LIMIT, WORKBOOK_LIMIT, MEMORY_LIMIT = 5, 1.5, 300
KINDS = ("trust", "user-led", "voluntary")
INSTRUMENT = load()


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
        statuses={one.code: str(luck.choice(list(Status))) for one in INSTRUMENT.mechanisms},
    )


def figures(texts: list[str]) -> Comparison:
    """Half of them are named, so that the workbook is as large as it gets."""
    members = [
        ComparedMember(
            name=f"Organisation {number}",
            kind=KINDS[number % 3],
            sharing=Sharing.NAMED if number % 2 else Sharing.ANONYMOUS,
            figures=from_row(json.loads(text), INSTRUMENT),
        )
        for number, text in enumerate(texts)
    ]
    return compare(members, INSTRUMENT, viewer=members[0])


def bare_numpy(texts: list[str]) -> list[object]:
    """Median and quartiles of every column, of those that have the figure."""
    read = [json.loads(text) for text in texts]
    table = np.array(
        [[row[part][code] for part, code in keys_of(INSTRUMENT)] for row in read], float
    )
    return [np.quantile(column[~np.isnan(column)], (0.25, 0.5, 0.75)) for column in table.T]


def workbook(comparison: Comparison) -> bytes:
    return comparison_workbook(comparison, title="A collaboration", made=date(2026, 11, 26))


def copied(content: bytes) -> list[tuple]:
    """Each sheet as bare values: its name, rows of cells, and where its charts read from."""
    return [
        (
            sheet.title,
            list(sheet.iter_rows(values_only=True)),
            [
                (type(chart), chart.ser[0].cat.strRef.f, [one.val.numRef.f for one in chart.ser])
                for chart in sheet._charts  # noqa: SLF001 - openpyxl has no public list of them
            ],
        )
        for sheet in load_workbook(io.BytesIO(content))
    ]


def bare_openpyxl(sheets: list[tuple]) -> bytes:
    """The same cells and charts, as anyone would write them with openpyxl."""
    book = Workbook()
    book.remove(book.active)
    for name, values, charts in sheets:
        sheet = book.create_sheet(name)
        for row, of_row in enumerate(values, 1):
            for column, value in enumerate(of_row, 1):
                if value is not None:
                    sheet.cell(row, column, value)
        for kind, labels, lines in charts:
            add_chart(sheet, kind(), labels, lines)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def add_chart(sheet: object, chart: BarChart | RadarChart, labels: str, lines: list[str]) -> None:
    for line in lines:
        chart.add_data(Reference(range_string=line))
    chart.set_categories(Reference(range_string=labels))
    sheet.add_chart(chart, "F5")


def memory() -> float:
    """Of a process that does it all once, in MB."""
    run = [sys.executable, "-m", "benchmarks.comparison", "--once"]
    return float(subprocess.run(run, check=True, capture_output=True, text=True).stdout)


def once() -> None:
    workbook(figures(rows()))
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def milliseconds(function: Callable[..., object], *arguments: object) -> float:
    start = time.process_time()
    function(*arguments)
    return 1000 * (time.process_time() - start)


def main() -> int:
    texts = rows()
    comparison = figures(texts)
    sheets = copied(workbook(comparison))
    gc.freeze()  # what only the benchmark holds is not searched in anybody's time
    asked = {
        "figures of 1,000 members": (figures, texts),
        "bare numpy, the same table": (bare_numpy, texts),
        "workbook": (workbook, comparison),
        "bare openpyxl, the same cells": (bare_openpyxl, sheets),
    }
    runs = [[milliseconds(*one) for one in asked.values()] for _ in range(ROUNDS)]
    print(f"{'':34}{'median ms':>12}{'best ms':>12}")
    for name, times in zip(asked, zip(*runs, strict=True), strict=True):
        print(f"{name:34}{statistics.median(times):12.1f}{min(times):12.1f}")
    making = statistics.median(run[0] / run[1] for run in runs)
    writing = statistics.median(run[2] / run[3] for run in runs)
    peak = memory()
    print(f"figures / numpy: {making:.2f} (limit {FIGURES_LIMIT})")
    print(f"workbook / bare: {writing:.2f} (limit {WORKBOOK_LIMIT})")
    print(f"peak memory: {peak:.0f} MB (limit {MEMORY_LIMIT})")
    return int(making > FIGURES_LIMIT or writing > WORKBOOK_LIMIT or peak > MEMORY_LIMIT)


if __name__ == "__main__":
    sys.exit(once() if "--once" in sys.argv else main())
