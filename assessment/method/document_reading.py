"""Reading ``results.json`` back: only what was released, checked before it is believed.

``assessment.method.readers`` says which method version is read by what.
"""

import json
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, NoReturn, TypeVar

from assessment.method.bands import numbers_told_as
from assessment.method.cells import cell_of_groups, held
from assessment.method.doors import Door, least_k
from assessment.method.numbers import half_up
from assessment.method.responses import Answer
from assessment.method.results import (
    About,
    Cell,
    FactCheck,
    GroupRating,
    Individuals,
    Mode,
    OwnPart,
    Panel,
    Released,
    Results,
    Spread,
    StandardRating,
    Truth,
    Withheld,
)
from questions import Instrument, Length, Thresholds

LONGEST_SHOWN = 100  # characters of what a file holds, where it is told
T = TypeVar("T")
CellKind = TypeVar("CellKind", bound=Cell)
WHO_READS_IT = "the version of Essence that made the file reads it"


class DocumentError(ValueError):
    """A results.json that cannot be read; one sentence that names the place."""


def read_results(top: "Part", instrument: Instrument) -> Results:
    """The Results in a results.json of method 2."""
    about = read_about(top)
    return Results(
        instrument=instrument,
        about=about,
        own_part=read_own_part(top, instrument),
        perspectives={
            code: read_released(top, code, instrument, about)
            for code in top.part("perspectives").keys_among(instrument.perspective)
        },
    )


def top_of(text: str, instrument: Instrument) -> "Part":
    """The table of a whole file of this instrument and its method; DocumentError otherwise."""
    top = table_of(text)
    top.must_be("method", instrument.method, WHO_READS_IT)
    top.must_be("instrument", instrument.version, WHO_READS_IT)
    return top


def table_of(text: str) -> "Part":
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise DocumentError(f"this is not JSON: {error}") from error
    return Part(found, "results.json")


def instrument_named_in(text: str) -> str:
    """The version of the instrument that a file rests on."""
    return table_of(text).text("instrument")


def short(found: object) -> str:
    """As it may stand in a sentence: a file can hold a megabyte there."""
    shown = repr(found)
    return shown if len(shown) <= LONGEST_SHOWN else f"{shown[:LONGEST_SHOWN]}..."


class Part:
    """A table of the file and where it stands; every look-up checks and names the place."""

    def __init__(self, found: object, where: str) -> None:
        if not isinstance(found, dict):
            raise DocumentError(f"{where}: a table is expected")
        self.found: dict[str, Any] = found
        self.where = where

    def fail(self, key: str, why: str) -> NoReturn:
        raise DocumentError(f"{self.where}, {key}: {why}")

    def get(self, key: str) -> Any:
        if key not in self.found:
            self.fail(key, "it is missing")
        return self.found[key]

    def part(self, key: str) -> "Part":
        return Part(self.get(key), f"{self.where}, {key}")

    def parts(self, key: str) -> list["Part"]:
        entries = self.get(key)
        if not isinstance(entries, list):
            self.fail(key, "a list is expected")
        return [Part(entry, f"{self.where}, {key} {n}") for n, entry in enumerate(entries, 1)]

    def must_be(self, key: str, value: str, otherwise: str) -> None:
        if self.get(key) != value:
            self.fail(
                key, f"it is {short(self.get(key))}, and only '{value}' is understood; {otherwise}"
            )

    def keys_among(self, known: Mapping[str, object]) -> list[str]:
        for key in self.found:
            if key not in known:
                self.fail(key, f"it is not one of {', '.join(known)}")
        return [key for key in known if key in self.found]

    def text(self, key: str) -> str:
        value = self.get(key)
        return value if isinstance(value, str) else self.fail(key, "a text is expected")

    def texts(self, key: str) -> tuple[str, ...]:
        """The list under a key, of texts alone."""
        found = self.get(key)
        if not isinstance(found, list) or not all(isinstance(one, str) for one in found):
            self.fail(key, "a list of texts is expected")
        return tuple(found)

    def truth(self, key: str) -> bool:
        value = self.get(key)
        return value if isinstance(value, bool) else self.fail(key, "true or false is expected")

    def whole(self, key: str, least: int = 0) -> int:
        value = self.get(key)
        if type(value) is not int or value < least:
            self.fail(key, f"a whole number, {least} or more, is expected")
        return value

    def number(self, key: str, low: float = 0, high: float = 100) -> float:
        value = self.get(key)
        if type(value) not in (int, float) or not low <= value <= high:
            self.fail(key, f"a number from {low:g} to {high:g} is expected")
        return float(value)

    def maybe(self, key: str, read: Callable[[str], T]) -> T | None:
        return None if self.get(key) is None else read(key)

    def day(self, key: str) -> date:
        try:
            return date.fromisoformat(self.text(key))
        except ValueError:
            self.fail(key, "a date like 2026-11-20 is expected")

    def rating(self, key: str) -> Answer:
        value: Answer = self.get(key)
        allowed = value in ("DK", "NA", None) or (type(value) is int and 0 <= value <= 4)
        return value if allowed else self.fail(key, "0 to 4, DK, NA or null is expected")

    def choice(self, key: str, choices: Callable[[str], Any]) -> Any:
        try:
            return choices(self.text(key))
        except ValueError as error:
            self.fail(key, str(error))


def read_about(top: Part) -> About:
    return About(
        organisation=top.text("organisation"),
        programme=top.text("programme"),
        setting=top.text("setting"),
        closed=top.maybe("closed", top.day),
        length=top.choice("form", Length),
        mutual=top.truth("mutual"),
        panel=top.maybe("panel", lambda key: read_panel(top.part(key))),
    )


def read_panel(part: Part) -> Panel:
    return Panel(part.maybe("people", part.whole), part.maybe("lived_experience", part.whole))


def read_own_part(top: Part, instrument: Instrument) -> OwnPart:
    standards, facts, pyramid = (top.part(key) for key in ("standards", "facts", "pyramid"))
    layers = {layer.code: layer for layer in instrument.layers}
    return OwnPart(
        standards={
            code: read_standard(standards.part(code))
            for code in standards.keys_among(instrument.standard)
        },
        facts={code: read_fact(facts.part(code)) for code in facts.keys_among(instrument.fact)},
        pyramid={code: pyramid.rating(code) for code in pyramid.keys_among(layers)},
    )


def read_standard(part: Part) -> StandardRating:
    return StandardRating(part.rating("rating"), part.text("evidence"))


def read_fact(part: Part) -> FactCheck:
    answer, day = part.choice("answer", Truth), part.maybe("date", part.day)
    return FactCheck(answer, day, part.text("evidence"))


def read_released(top: Part, code: str, instrument: Instrument, about: About) -> Released:
    described, cells = top.part("perspectives").part(code), top.part("cells").part(code)
    individuals = read_individuals(described, instrument)
    thresholds = instrument.thresholds
    scores = {
        principle: top.part("principles").part(principle).part("perspectives").part(code)
        for principle in instrument.principle
    }
    return Released(
        individuals=individuals,
        responded=read_responded(described, individuals) if individuals else None,
        spread=read_spread(described, thresholds, individuals) if individuals else None,
        cells={
            item.code: read_cell(cells.part(item.code), individuals, thresholds)
            for item in instrument.items(about.length)
        },
        not_known=frozenset(p for p, score in scores.items() if score.truth("not_known")),
        groups=read_groups(top, code, instrument),
    )


def read_groups(top: Part, code: str, instrument: Instrument) -> tuple[GroupRating, ...]:
    listed = top.part("groups")
    groups = listed.parts(code) if code in listed.keys_among(instrument.perspective) else []
    return tuple(
        GroupRating(g.maybe("people", g.whole), g.text("from"), g.text("different_view"))
        for g in groups
    )


def read_individuals(part: Part, instrument: Instrument) -> Individuals | None:
    if part.choice("kind", Mode) is Mode.GROUP:
        return None
    door: Door = part.choice("door", Door)
    k = part.whole("k", least_k(door, instrument.thresholds))
    return Individuals(door, k, part.maybe("size", part.whole))


def read_responded(part: Part, individuals: Individuals) -> int | None:
    return part.maybe("responded", lambda key: read_people(part, key, individuals))


def read_people(part: Part, key: str, individuals: Individuals) -> int:
    """How many, as it is told of people who answered alone."""
    told = part.whole(key, individuals.k)
    if not numbers_told_as(told, individuals.k):
        part.fail(
            key, f"{told} is never told of how many: it begins no band, and k is {individuals.k}"
        )
    return told


def read_spread(part: Part, thresholds: Thresholds, individuals: Individuals) -> Spread | None:
    if part.get("m") is None:
        return None
    part.whole("m", thresholds.spread_people)
    return Spread(read_people(part, "m", individuals), part.whole("sd", thresholds.spread_floor))


def read_cell(
    part: Part, individuals: Individuals | None, thresholds: Thresholds
) -> Cell | Withheld:
    """Only one that some answers could have released, of individuals with some step of chance."""
    if "withheld" in part.found:
        return Withheld(part.text("withheld"))
    if individuals is None:
        return read_group_cell(part)
    n, value = read_people(part, "n", individuals), part.number("value", 1, 99)
    if not value.is_integer():
        part.fail("value", "a whole number is expected: of people who answered alone")
    cell = held(n, int(value), thresholds, few=n < thresholds.few_people)
    possible = any(is_mean_of(value, people) for people in numbers_told_as(n, individuals.k))
    return as_written(part, cell, possible=possible or cell.shown != str(cell.value))


def read_group_cell(part: Part) -> Cell:
    n, value = part.whole("n", 1), part.number("value")
    cell = cell_of_groups(n, round(value * n / 25))
    assert isinstance(cell, Cell)
    return as_written(part, cell, possible=True)


def is_mean_of(value: float, people: int) -> bool:
    """Whether so many answers from 0 to 4 can have this mean, as a whole number of 100."""
    nearest = round(value * people / 25)
    return any(
        half_up(25 * total / people, 0) == value for total in (nearest - 1, nearest, nearest + 1)
    )


def as_written(part: Part, cell: CellKind, *, possible: bool) -> CellKind:
    if not possible or cell.value != part.number("value"):
        part.fail("value", f"no answers of {cell.n} people or groups can have this mean")
    if cell.shown != part.text("shown"):
        part.fail(
            "shown", f"it is '{part.text('shown')}', and this value is shown as '{cell.shown}'"
        )
    return cell
