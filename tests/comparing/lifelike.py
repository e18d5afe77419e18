"""Members whose figures look like those of real organisations; nothing is asked for them."""

import random
from dataclasses import replace

from assessment.method.levels import Level
from assessment.method.mechanisms import Status
from comparing.method.members import (
    ESSENCE,
    MECHANISMS,
    PRINCIPLES,
    ComparedMember,
    Figures,
    keys_of,
)
from comparing.method.named import named
from comparing.method.published import publish
from comparing.method.seen import SeenByName, SeenPublished
from tests.assessment.method.build import INSTRUMENT

TITLE = "Common Thread: Autumn"
ACTIONS = ("M2:0", "M3:1")


def lifelike(seed, *, lacking=()):
    """Scores around a lean of its own; levels and statuses by the scores alone."""
    chance = random.Random(seed)
    lean = chance.gauss(55, 12)
    values = {
        key: None if key[1] in lacking else min(98.0, max(2.0, round(chance.gauss(lean, 11), 2)))
        for key in keys_of(INSTRUMENT)
    }
    known = [values[key] for key in values if key[0] == PRINCIPLES and values[key] is not None]
    values[ESSENCE] = sum(known) / len(known) if len(known) >= 8 else None
    return Figures(
        values=values,
        levels={code: level_of(values[PRINCIPLES, code]) for code in INSTRUMENT.principle},
        statuses={
            one.code: status_of(values[MECHANISMS, one.code]) for one in INSTRUMENT.mechanisms
        },
    )


def level_of(value):
    if value is None:
        return Level.NOT_ENOUGH
    cuts = {Level.AT_RISK: 40, Level.UNDER_PRESSURE: 50, Level.WATCH: 62.5}
    return next((level for level, cut in cuts.items() if value < cut), Level.HOLDING)


def status_of(value):
    if value is None:
        return Status.NOT_KNOWN
    return (
        Status.PRESENT if value >= 62.5 else Status.SIGNS if value >= 37.5 else Status.NOT_EVIDENT
    )


def members(count, **of):
    return [
        ComparedMember(
            organisation=f"Member number {place}",
            programme="Wards" if place % 2 else "",
            figures=lifelike(place, **of),
            planned=frozenset(ACTIONS[: place % 3]),
        )
        for place in range(count)
    ]


def published_seen(count, *, own=0, **of):
    """As the member at the place ``own`` sees it, or nobody's own."""
    found = members(count, **of)
    return SeenPublished(
        title=TITLE,
        published=publish(found, INSTRUMENT, ACTIONS),
        own=None if own is None else found[own],
    )


def named_seen(count, *, viewer="Member number 0", **of):
    return SeenByName(title=TITLE, named=named(members(count, **of), INSTRUMENT), viewer=viewer)


ODD = "O'Brien & <Söhne> $x_1$ " + "W" * 60

# By case: enough for everything, for means alone, for nothing; nobody's own; odd words.
PUBLISHED = {
    "sixteen": published_seen(16, own=3),
    "seven": published_seen(7, own=0, lacking=("respect",)),
    "too few": published_seen(4),
    "nobody's own": published_seen(13, own=None),
    "odd words": replace(published_seen(8), title=ODD),
}
NAMED = {
    "six": named_seen(6),
    "forty": named_seen(45),
    "nobody": named_seen(0),
    "odd words": SeenByName(
        title=ODD,
        named=named([replace(one, organisation=ODD) for one in members(3)], INSTRUMENT),
        viewer=ODD,
    ),
}
