"""``comparison.json``: what a round publishes, or its members by name, for other programs.

Own figures have two decimals, half up; what may not be shown is null, and ``why`` says why.
``published_in`` reads an anonymous one back, so that it can be set beside any report.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from assessment.method.document_reading import WHO_READS_IT
from assessment.method.levels import Level
from assessment.method.mechanisms import Status
from assessment.method.numbers import two_decimals
from comparing.method.members import (
    ESSENCE,
    MECHANISMS,
    PARTS,
    PRINCIPLES,
    STRUCTURE,
    Figures,
    Way,
    keys_of,
)
from comparing.method.named import Named
from comparing.method.published import Essence, Published, published_keys
from comparing.method.told_figures import HELD, SHARES, STEP, Quantiles, Told, held
from comparing.method.worded import WORDS
from questions import Instrument
from questions.suggested import suggestions

Json = dict[str, Any]
COUNTED: Mapping[str, tuple[str, type[Level] | type[Status]]] = {
    PRINCIPLES: ("levels", Level),
    MECHANISMS: ("statuses", Status),
}


NOT_WHOLE = "it is not whole: download it again"
MOST = 100_000  # organisations: more there are not


class ComparisonError(ValueError):
    """A comparison.json that cannot be set beside a report; one sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Headed:
    """What a file says of itself: the round's name, its last day, and for whom it was written."""

    name: str = ""
    last_day: date | None = None
    viewer: str | None = None


def to_comparison_json(document: Json) -> str:
    return json.dumps(document, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def head_part(instrument: Instrument, way: Way, headed: Headed) -> Json:
    return {
        "method": instrument.method,
        "instrument": instrument.version,
        "round": str(way),
        "name": headed.name,
        "last_day": headed.last_day.isoformat() if headed.last_day else None,
        "viewer": headed.viewer,
    }


def published_document(
    published: Published, headed: Headed = Headed(), own: Figures | None = None
) -> Json:
    """``own``: of the member that it is written for; the rest is the same for every reader."""
    parts: dict[str, Json] = {PRINCIPLES: {}, STRUCTURE: {}, MECHANISMS: {}}
    for key, one in published.figures.items():
        part, code = key
        found = told_part(one, own.values[key] if own else None)
        if part in COUNTED:
            words = published.words.get(key)
            found[COUNTED[part][0]] = dict(words) if words else None
        parts[part][code] = found | {"why": one.why}
    parts[STRUCTURE]["ESSENCE"] = {
        "own": two_decimals(own.values[ESSENCE]) if own else None,
        "mean": published.essence.mean,
        "at_an_end": published.essence.at_an_end,
        "why": published.essence.why,
    }
    head = head_part(published.instrument, Way.ANONYMOUS, headed)
    return {**head, "members": published.members, **parts, "actions": dict(published.actions)}


def told_part(one: Told, own: float | None) -> Json:
    third, quantiles = one.third(own), one.quantiles
    return {
        "own": two_decimals(own),
        "n": one.n,
        "mean": one.mean and one.mean.value,
        "shown": one.mean and one.mean.shown,
        **{name: quantiles and getattr(quantiles, name).value for name in SHARES},
        "third": third and str(third),
    }


def named_document(found: Named, headed: Headed = Headed()) -> Json:
    """Of those who share by name, everything: figure by figure, member by member."""
    parts: dict[str, Json] = {part: {} for part in PARTS}
    for key in keys_of(found.instrument):
        parts[key[0]][key[1]] = {one.name: named_part(one.figures, key) for one in found.members}
    head = head_part(found.instrument, Way.BY_NAME, headed)
    planned = {one.name: sorted(one.planned) for one in found.members if one.planned}
    return {**head, "members": [one.name for one in found.members], **parts, "actions": planned}


def named_part(figures: Figures, key: tuple[str, str]) -> Json:
    words = {PRINCIPLES: "level", MECHANISMS: "status"}
    found: Json = {"value": two_decimals(figures.values[key])}
    return found | {words[key[0]]: str(figures.word(key))} if key[0] in words else found


# Read back


def read_comparison(text: str) -> Json:
    """ComparisonError where it is no comparison.json of an anonymous round."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ComparisonError("it is not JSON: choose the comparison.json of a round") from error
    if not isinstance(found, dict) or found.get("round") != Way.ANONYMOUS:
        raise ComparisonError("it is no comparison.json of an anonymous round")
    return found


def published_in(found: Mapping[str, Any], instrument: Instrument) -> Published:
    """What was published; own figures of whoever it was written for are left behind."""
    if found.get("method") != instrument.method:
        raise ComparisonError(f"it is not of method {instrument.method}: {WHO_READS_IT}")
    try:
        return published_read(found, instrument)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise ComparisonError(NOT_WHOLE) from error


def headed_in(found: Mapping[str, Any]) -> Headed:
    """Which round it is and its last day, for nobody in particular."""
    name, day = found.get("name"), found.get("last_day")
    if not isinstance(name, str) or not (day is None or isinstance(day, str)):
        raise ComparisonError(NOT_WHOLE)
    try:
        return Headed(name=name, last_day=date.fromisoformat(day) if day else None)
    except ValueError as error:
        raise ComparisonError(NOT_WHOLE) from error


def published_read(found: Mapping[str, Any], instrument: Instrument) -> Published:
    figures = {
        (part, code): told_read(found[part][code]) for part, code in published_keys(instrument)
    }
    essence = found[STRUCTURE]["ESSENCE"]
    return Published(
        instrument=instrument,
        members=whole_or_none(found["members"]),
        figures=figures,
        essence=Essence(score_or_none(essence["mean"]), whole_or_none(essence["at_an_end"])),
        words={
            key: words_read(words, of)
            for key in figures
            if key[0] in COUNTED
            for name, of in [COUNTED[key[0]]]
            if (words := found[key[0]][key[1]][name])
        },
        actions=actions_read(found["actions"], suggestions(instrument)),
    )


def told_read(part: Mapping[str, Any]) -> Told:
    """A figure that is held stays as it is when it is held again."""
    n, mean = whole_or_none(part["n"]), score_or_none(part["mean"])
    if n is None or mean is None:
        return Told()
    if not HELD / 50 < n <= MOST:  # of three or fewer both ends would meet
        raise ValueError(n)
    if part["median"] is None:
        return Told(n=n, mean=held(mean, n))
    at = {name: held(int(part[name]), n, STEP) for name in SHARES}
    return Told(n=n, mean=held(mean, n), quantiles=Quantiles(**at))


def words_read(words: Mapping[str, str], of: type[Level] | type[Status]) -> dict[str, str]:
    return {str(one): word_read(words[one]) for one in of}


def actions_read(words: Mapping[str, str], known: Mapping[str, object]) -> dict[str, str]:
    if unknown := words.keys() - known.keys():
        raise KeyError(unknown)
    return {action: word_read(word) for action, word in words.items()}


def word_read(word: str) -> str:
    if word not in WORDS:
        raise ValueError(word)
    return word


def score_or_none(found: object) -> int | None:
    score = whole_or_none(found)
    if score is not None and not 0 <= score <= 100:
        raise ValueError(score)
    return score


def whole_or_none(found: object) -> int | None:
    if found is None:
        return None
    if not isinstance(found, int) or isinstance(found, bool):
        raise TypeError(found)
    return found
