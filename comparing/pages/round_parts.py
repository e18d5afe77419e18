"""The parts that a member's page and the collaboration's page of a round have in common."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.http import HttpRequest

from comparing.charts.catalogue import COMPARISON_CHARTS
from comparing.method.comparing import Comparison
from comparing.pages.chosen_actions import doing, nothing_doing
from comparing.pages.named_table import heat
from comparing.pages.round_first import first
from comparing.pages.round_tables import split_by_kind, tables
from comparing.round_publications import ROUND_PUBLICATIONS
from comparing.workbook.kinds_sheet import none_shown
from comparing.workbook.method_sheet import section_rows
from questions import Instrument
from reports.sending import file_links


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart: what it means, and where it is."""

    title: str
    sentence: str
    svg: str
    png: str


def parts(
    request: HttpRequest, comparison: Comparison, address: Callable[[str], str]
) -> dict[str, Any]:
    """``address`` is a file's, by its name.

    ``?open=all`` opens everything that is folded, to print it.
    """
    instrument = comparison.instrument
    return {
        "comparison": comparison,
        "instrument": instrument,
        "opened": request.GET.get("open") == "all",
        "own": comparison.viewer is not None,
        "first": first(comparison),
        "tables": tables(comparison),
        "split": split_by_kind(comparison),
        "heat": heat(comparison),
        "no_split": none_shown(comparison),
        "doing": doing(comparison),
        "nothing_doing": nothing_doing(comparison),
        "pictures": {name: picture(comparison, name, address) for name in COMPARISON_CHARTS},
        "making": list(making(instrument)),
        "versions": (instrument.method, instrument.version),
        "files": file_links(ROUND_PUBLICATIONS, address),
    }


def picture(comparison: Comparison, name: str, address: Callable[[str], str]) -> Picture:
    """Not drawn for this."""
    design = COMPARISON_CHARTS[name]
    sentence = design.sentence(comparison)
    return Picture(design.title, sentence, address(f"{name}.svg"), address(f"{name}.png"))


def making(instrument: Instrument) -> Iterator[tuple[str, list[tuple[object, object]]]]:
    """Part by part, what it is about and what it says: the workbook's words."""
    for part, rows in groupby(section_rows(instrument), key=lambda row: row[0]):
        yield str(part), [(row[1], row[2]) for row in rows]
