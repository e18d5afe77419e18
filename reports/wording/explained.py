"""The method in plain words (explained-2.toml), with the instrument's own numbers put in."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import Any

from assessment.method.language import capital, in_letters, listed
from assessment.method.results import Results
from questions import Instrument, attributions
from questions.entries import Meaning, ReadHow, Scale, Source, StandardClass
from reports.wording.levels_said import RAISE
from reports.wording.own_part_said import STRUCTURE_ALONE
from reports.wording.people_said import least_told

Said = tuple[str, str, str]  # part, about, in words

METHOD = "The rules that this sheet tells in plain words."
CONVENTIONS = "The points at which one level turns into another are conventions, not findings."
READ = {
    ReadHow.WHOLE: "read whole",
    ReadHow.PART: "read in part",
    ReadHow.MEMORY: "from memory",
}
# How the words speak of where they stand, and how figures are rounded there.
WHOLE = "whole numbers, and one decimal within 1 of a cut that the figure is read by"
FILE = {"here": "this file", "places": f"one decimal in columns; in sentences {WHOLE}"}
PAGE = {"here": "this report", "places": WHOLE}

BLURRED = "Blurred a little, on purpose"

# By method version: an older report is explained by the rules that made it.
EXPLAINED = {"1": "explained-1.toml", "2": "explained-2.toml"}


@cache
def explained_toml(method: str) -> dict[str, Any]:
    """The file as it stands; it is part of the program, so it is read once."""
    path = Path(__file__).with_name(EXPLAINED[method])
    return tomllib.loads(path.read_text(encoding="utf-8"))


def sections(results: Results, where: Mapping[str, str]) -> Iterator[Said]:
    """What every level, profile, mark and confidence means follows the section that makes it.

    ``where``: ``FILE`` or ``PAGE``.
    """
    put_in = {**explained_figures(results), **where}
    words = meanings(results.instrument)
    found = explained_toml(results.instrument.method)["sections"]
    parts = [section["part"] for section in found]
    for number, section in enumerate(found, 1):
        part, about = (section[key].format_map(put_in) for key in ("part", "about"))
        yield part, about, section["words"].format_map(put_in)
        if section["part"] not in parts[number:]:
            for meaning in words.get(part[:2], ()):
                yield part, meaning.full_name or meaning.name, meaning.meaning


def words_of(results: Results, about: str) -> str:
    """What is said of one thing, in a file: 'Status'."""
    return next(words for _, found, words in sections(results, FILE) if found == about)


def why_blurred(results: Results) -> str:
    """Of a method that blurs: how, and what for; '' of an earlier one."""
    return next((said for _, about, said in sections(results, PAGE) if about == BLURRED), "")


def meanings(instrument: Instrument) -> dict[str, tuple[Meaning, ...]]:
    """By the first two characters of the section they belong to."""
    return {
        "6.": instrument.levels,
        "7.": (*instrument.profiles, *instrument.marks),
        "9.": instrument.confidences,
    }


def explained_figures(results: Results) -> dict[str, str]:
    """Every number and word that a file of ours has in braces."""
    instrument = results.instrument
    return {
        **numbers_of(instrument),
        "k_here": least_told(results),
        "practice": labels(instrument.scales.practice),
        "warning": labels(instrument.scales.warning),
        "perspectives": capital(listed([one.name for one in instrument.perspectives])),
        "support": listed(instrument.structure.support),
        "attribution": attributions.STANDARDS,
        "raise_only": RAISE,
        "structure_alone": STRUCTURE_ALONE,
    }


def numbers_of(instrument: Instrument) -> dict[str, str]:
    """Every threshold by its name, and how many there are of everything, in letters."""
    thresholds = asdict(instrument.thresholds)
    return counts_of(instrument) | {name: f"{value:g}" for name, value in thresholds.items()}


def counts_of(instrument: Instrument) -> dict[str, str]:
    shape = instrument.shape
    every = {
        "lived": shape.lived,
        "principles": shape.principles,
        "standards": shape.standards,
        "formal": shape.classes[StandardClass.FORMAL],
        "rooted": shape.classes[StandardClass.GROUNDING],
        "supporting": shape.support,
        "domains": shape.domains,
        "facts": shape.facts,
        "layers": shape.layers,
    }
    return {name: in_letters(len(codes)) for name, codes in every.items()}


def labels(scale: Scale) -> str:
    return ", ".join(f"{number} {label}" for number, label in enumerate(scale.labels))


def thresholds_told(instrument: Instrument) -> Iterator[tuple[str, str, float]]:
    """All that its method compares with: what each is about, what it does, its value."""
    for name, (about, words) in explained_toml(instrument.method)["thresholds"].items():
        said = words.format_map(counts_of(instrument))
        yield about, said, getattr(instrument.thresholds, name)


def threshold_words(name: str, instrument: Instrument) -> tuple[str, str]:
    about, words = explained_toml(instrument.method)["thresholds"][name]
    return about, words.format_map(counts_of(instrument))


def sources(instrument: Instrument) -> Iterator[tuple[Source, str]]:
    """Each as it is quoted, with how far it was read."""
    for source in instrument.sources:
        yield source, f"{source.citation} [{READ[source.read]}]"
