"""How each number was made: comparing in plain words, and its thresholds."""

import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from comparing.method.seen import SeenRound
from questions import Instrument
from reports.one.workbook.how_made_sheet import COLUMNS
from reports.spreadsheet.writing import Page, Row
from reports.wording.explained import METHOD, numbers_of, threshold_words

THRESHOLDS = (
    "low",
    "high",
    "share_people",
    "share_principles",
    "mean_members",
    "word_members",
    "quantile_members",
    "essence_needs",
)
SOURCES = "They are listed in each organisation's own report, on the sheet of this name."
SAID = (
    "The points at which one level turns into another, and how many organisations a figure needs,"
    " are conventions, not findings."
)


def method_page(seen: SeenRound, line: str) -> Page:
    instrument = seen.instrument
    return Page(
        name="How each number was made",
        title="How each number was made",
        notes=(line, SAID),
        columns=COLUMNS,
        rows=[
            *method_version_rows(instrument),
            *section_rows(instrument),
            *level_meaning_rows(instrument),
            *comparison_threshold_rows(instrument),
        ],
        filters=False,
    )


@cache
def method_toml() -> dict[str, Any]:
    """The file as it stands; it is part of the program, so it is read once."""
    path = Path(__file__).with_name("explained.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))


def method_version_rows(instrument: Instrument) -> Iterator[Row]:
    yield "Versions", "Method", METHOD, instrument.method
    yield "Versions", "Instrument", f"{instrument.title}. {instrument.about}", instrument.version
    yield "Versions", "Sources", SOURCES, None


def section_rows(instrument: Instrument) -> Iterator[Row]:
    numbers = numbers_of(instrument)
    for section in method_toml()["sections"]:
        yield section["part"], section["about"], section["words"].format_map(numbers), None


def level_meaning_rows(instrument: Instrument) -> Iterator[Row]:
    for level in instrument.levels:
        yield "Levels", level.full_name or level.name, level.meaning, None


def comparison_threshold_rows(instrument: Instrument) -> Iterator[Row]:
    for name in THRESHOLDS:
        yield "Thresholds", *threshold_words(name, instrument), getattr(instrument.thresholds, name)
