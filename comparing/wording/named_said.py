"""Those who share by name, in plain sentences: no mean, no rank, and no order but that of names."""

from collections.abc import Iterator, Mapping, Sequence
from operator import itemgetter

from assessment.method.language import few
from assessment.method.mechanisms import Status
from comparing.method.members import MECHANISMS, ComparedMember, Key, known_values
from comparing.method.seen import SeenByName
from comparing.wording.figures_compared import names_of
from reports.wording.figures_said import in_whole
from reports.wording.levels_said import levels_said


def levels_sentence(seen: SeenByName) -> str:
    levels = [one.figures.levels for one in seen.named.members]
    if not levels:
        return "Nobody shares in this round."
    who = "member shares by name" if len(levels) == 1 else "members share by name"
    return levels_said(levels, seen.instrument, who)


def dots_sentence(seen: SeenByName, part: str) -> str:
    """Where members lie widest apart, and where closest: what there is to talk about."""
    names = {key: short for key, (_, short) in names_of(seen.instrument).items() if key[0] == part}
    ranges = [(high - low, name, low, high) for name, low, high in spans_of(seen, names)]
    if not ranges:
        return "Fewer than two members have a figure, so there is nothing to compare."
    ends = max(ranges, key=itemgetter(0)), min(ranges, key=itemgetter(0))
    widest, closest = (ranging(one, seen.instrument.thresholds.cuts) for one in ends)
    count = len(seen.named.members)
    said = f"Of {count} members by name, those who have a figure lie widest apart on {widest}"
    return f"{said} and closest on {closest}." if len(ranges) > 1 else f"{said}."


def ranging(found: tuple[float, str, float, float], cuts: tuple[float, float]) -> str:
    _, name, low, high = found
    return f"{name} ({in_whole(low, cuts)} to {in_whole(high, cuts)})"


def spans_of(seen: SeenByName, names: Mapping[Key, str]) -> Iterator[tuple[str, float, float]]:
    for key, name in names.items():
        values = known_values(seen.named.members, key)
        if len(values) > 1:
            yield name, min(values), max(values)


def present_most(seen: SeenByName) -> list[tuple[str, list[str]]]:
    """Mechanisms that are Present in any member, and in which; those of most members first."""
    found = [
        (names_of(seen.instrument)[MECHANISMS, one.code][0], showing(seen.named.members, one.code))
        for one in seen.instrument.mechanisms
    ]
    return sorted([one for one in found if one[1]], key=lambda one: -len(one[1]))


def showing(members: Sequence[ComparedMember], code: str) -> list[str]:
    return [one.name for one in members if one.figures.statuses[code] is Status.PRESENT]


def presence_sentence(seen: SeenByName) -> str:
    """'Present most often: staff policies imported (4 of 6).'"""
    found = present_most(seen)
    if not found:
        return "No mechanism is Present in any of them."
    most = len(found[0][1])
    names = [name for name, members in found if len(members) == most]
    return f"Present most often: {few(names, 'mechanisms')} ({most} of {len(seen.named.members)})."
