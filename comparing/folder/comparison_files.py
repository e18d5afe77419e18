"""A comparison as files in a folder: for other programs, as a spreadsheet, as pictures."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.utils import timezone

from comparing.charts.catalogue import COMPARISON_CHARTS
from comparing.method.comparing import Comparison
from comparing.method.comparison_document import to_comparison_json
from comparing.method.traces import Trace
from comparing.workbook import comparison_csv, comparison_workbook, named_csv
from reports.drawing.chart import printed
from reports.folders import write_together

FILES = 4 + 2 * len(COMPARISON_CHARTS)


@dataclass(frozen=True, slots=True)
class Made:
    """``version`` and those ``earlier`` as they go into the file (``sealed_versions``)."""

    comparison: Comparison
    version: Trace
    earlier: tuple[Trace, ...]


def write_comparison(made: Made, folder: Path) -> Iterator[Path]:
    """comparison.json, its spreadsheets and every chart; as ``reports.folders.write_together``."""
    return write_together(comparison_contents(made), folder)


def comparison_contents(made: Made) -> Iterator[tuple[str, bytes]]:
    comparison = made.comparison
    text = to_comparison_json(comparison, made.version, made.earlier)
    yield "comparison.json", text.encode()
    title, today = title_of(comparison), timezone.localdate()
    yield "comparison.xlsx", comparison_workbook(comparison, title=title, made=today)
    yield "comparison.csv", comparison_csv(comparison)
    yield "named.csv", named_csv(comparison)
    for name, design in COMPARISON_CHARTS.items():
        chart = printed(design.of(comparison))
        yield f"{name}.svg", chart.svg
        yield f"{name}.png", chart.png


def title_of(comparison: Comparison) -> str:
    if comparison.viewer is None:
        return "The organisations of a collaboration"
    return f"{comparison.viewer.name} beside the others"
