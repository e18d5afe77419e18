"""A marked report as files in a folder: all of them, or none."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from assessment.method import Marked, to_json
from reports.charts import CHARTS, draw_all
from reports.workbook import report_workbook

FILES = 2 + 2 * len(CHARTS)


def write_report(marked: Marked, folder: Path) -> Iterator[Path]:
    """Write results.json, report.xlsx and every chart; yields each file's path as it is made.

    The files are made beside the folder and moved in at the end, so a run that fails leaves what
    was there before. OSError where the folder cannot be written.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    work = Path(tempfile.mkdtemp(prefix=".report-", dir=folder.parent))
    try:
        made = []
        for name, content in contents(marked):
            (work / name).write_bytes(content)
            made.append(name)
            yield folder / name
        folder.mkdir(exist_ok=True)
        for name in made:
            (work / name).replace(folder / name)
    finally:
        shutil.rmtree(work, ignore_errors=True)


def contents(marked: Marked) -> Iterator[tuple[str, bytes]]:
    yield "results.json", to_json(marked).encode()
    yield "report.xlsx", report_workbook(marked)
    for chart in draw_all(marked):
        yield f"{chart.name}.svg", chart.svg
        yield f"{chart.name}.png", chart.png
