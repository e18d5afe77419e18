"""The method in plain words (explained.toml), with the instrument's own numbers put in."""

import tomllib
from collections.abc import Iterator
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import Any

from assessment.method.language import capital, listed
from assessment.method.results import About
from questions import Instrument
from questions.entries import Meaning, Scale

Said = tuple[str, str, str]  # part, about, in words


# By method version: an older report is explained by the rules that made it.
EXPLAINED = {"1": "explained.toml"}


@cache
def told(method: str) -> dict[str, Any]:
    """The file as it stands; it is part of the program, so it is read once."""
    path = Path(__file__).with_name(EXPLAINED[method])
    return tomllib.loads(path.read_text(encoding="utf-8"))


def sections(instrument: Instrument, about: About) -> Iterator[Said]:
    """What every level, profile, mark and confidence means follows the section that makes it."""
    numbers = figures_of(instrument, about)
    words = meanings(instrument)
    found = told(instrument.method)["sections"]
    parts = [section["part"] for section in found]
    for number, section in enumerate(found, 1):
        part = section["part"]
        yield part, section["about"], section["words"].format_map(numbers)
        if part not in parts[number:]:
            for meaning in words.get(part[:2], ()):
                yield part, meaning.full_name or meaning.name, meaning.meaning


def meanings(instrument: Instrument) -> dict[str, tuple[Meaning, ...]]:
    """By the first two characters of the section they belong to."""
    return {
        "6.": instrument.levels,
        "7.": (*instrument.profiles, *instrument.marks),
        "9.": instrument.confidences,
    }


def figures_of(instrument: Instrument, about: About) -> dict[str, str]:
    """Every number and word that explained.toml has in braces."""
    thresholds, scales = instrument.thresholds, instrument.scales
    return {
        **numbers_of(instrument),
        "k_here": f"{about.k}",
        "range_people": f"{max(thresholds.spread_people, about.k)}",
        "practice": labels(scales.practice),
        "warning": labels(scales.warning),
        "perspectives": capital(listed([one.name for one in instrument.perspectives])),
        "support": listed(instrument.structure.support),
    }


def numbers_of(instrument: Instrument) -> dict[str, str]:
    """Every threshold by its name."""
    return {name: f"{value:g}" for name, value in asdict(instrument.thresholds).items()}


def labels(scale: Scale) -> str:
    return ", ".join(f"{number} {label}" for number, label in enumerate(scale.labels))


def thresholds_told(instrument: Instrument) -> Iterator[tuple[str, str, float]]:
    """All that its method compares with: what each is about, what it does, its value."""
    for name, (about, words) in told(instrument.method)["thresholds"].items():
        yield about, words, getattr(instrument.thresholds, name)


def threshold_words(name: str, instrument: Instrument) -> tuple[str, str]:
    about, words = told(instrument.method)["thresholds"][name]
    return about, words
