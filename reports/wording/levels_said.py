"""Levels in words: how one stands, and those of several counted."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from assessment.method.language import capital, few, listed, lower
from assessment.method.levels import Level
from assessment.method.marks import READING_ORDER
from assessment.method.results import Results
from questions import Instrument

Levels = Mapping[str, Level]

RAISE = "Others can raise a mark; they can never clear one."
DECIDES = "What people with lived experience say decides."
NOTHING_KNOWN = (
    "Too few people with lived experience have answered to say. That is not a good result: ask "
    "those who are missing."
)
HEADINGS = {
    Level.HOLDING: "Holding",
    Level.AT_RISK: "At risk of professionalisation",
    Level.UNDER_PRESSURE: "Under pressure",
    Level.WATCH: "To watch",
    Level.UNDER_DEVELOPED: "To grow",
    Level.NOT_ENOUGH: "Not known yet",
}
# The charts' shapes as letters, for a line of words: always beside the word, never instead of it.
SYMBOLS = {
    Level.HOLDING: "\N{BLACK CIRCLE}",
    Level.AT_RISK: "\N{BLACK DIAMOND}",
    Level.UNDER_PRESSURE: "\N{BLACK UP-POINTING TRIANGLE}",
    Level.WATCH: "\N{WHITE CIRCLE}",
    Level.UNDER_DEVELOPED: "\N{FLOWER}",
    Level.NOT_ENOUGH: "\N{EN DASH}",
}


def beside_level(standing: str, level: Level | None) -> str:
    """Of a standing, what is said besides the level: 'not yet confirmed, borderline'."""
    return standing.removeprefix(str(level)).removeprefix(", ")


def none_at(level: Level) -> str:
    return f"No principle reads as {level} in these results."


def decides(results: Results) -> str:
    """Whose view does; of others only where any were asked."""
    asked = results.instrument.shape.others
    return f"{DECIDES} {RAISE}" if any(one in results.perspectives for one in asked) else DECIDES


def gloss(instrument: Instrument) -> str:
    """What the word professionalisation means here, and what it never says."""
    return (
        f"Professionalisation means {instrument.professionalisation}. It says nothing against peer "
        "supporters or against paying them."
    )


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
