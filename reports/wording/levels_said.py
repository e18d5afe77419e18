"""Levels in words: how one stands, and those of several counted."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from assessment.method.language import capital, few, listed, lower
from assessment.method.levels import Level
from assessment.method.marks import READING_ORDER
from questions import Instrument


def standing_words(*, confirmed: bool | None) -> str | None:
    """How an At risk mark stands; nothing for other levels."""
    if confirmed is None:
        return None
    return (
        "Confirmed: seen from two or more sides" if confirmed else "Provisional: not yet confirmed"
    )


Levels = Mapping[str, Level]


def tally(found: Iterable[str], order: Iterable[str]) -> str:
    """'3 Holding, 2 Watch and 7 At risk'."""
    counts = Counter(found)
    return listed([f"{counts[word]} {word}" for word in order if counts[word]])


def levels_said(levels: Sequence[Levels], instrument: Instrument, who: str) -> str:
    """'6 programmes. Their levels: 20 Holding ... Most often At risk: equality (4 of 6).'"""
    all_levels = [level for one in levels for level in one.values()]
    whose = "Its" if len(levels) == 1 else "Their"
    return " ".join(
        [
            f"{len(levels)} {who}.",
            f"{whose} levels: {tally(all_levels, READING_ORDER)}.",
            *filter(None, [most_at_risk(levels, instrument)]),
        ]
    )


def most_at_risk(levels: Sequence[Levels], instrument: Instrument) -> str:
    at_risk = Counter(
        code for one in levels for code, level in one.items() if level is Level.AT_RISK
    )
    if not at_risk:
        return ""
    most = max(at_risk.values())
    names = [lower(one.short_name) for one in instrument.principles if at_risk[one.code] == most]
    if len(levels) == 1:
        return capital(f"at risk: {few(names)}.")
    return capital(f"most often At risk: {few(names)} ({most} of {len(levels)}).")
