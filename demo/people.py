"""Invented respondents: what a programme is like, and the answers people give about it."""

import random

from assessment.method.responses import Answer
from questions import Instrument, Kind

# Principle: what lived experience finds on its practice and warning axes, 0-100, and how much
# higher staff and commissioners rate the practice.
Found = dict[str, tuple[float, float, float]]
TRUST: Found = {
    "mutuality": (71, 24, 4),
    "solidarity": (44, 44, 17),
    "synergy": (47, 27, 12),
    "sharing": (53, 55, 26),
    "companionship": (74, 26, 2),
    "hopefulness": (69, 22, 9),
    "strengths": (57, 48, 12),
    "equality": (34, 64, 38),
    "being-yourself": (56, 45, 14),
    "independence": (29, 68, 33),
    "stigma": (52, 31, 14),
    "respect": (33, 27, 24),
}
# A small group that runs itself: warm, free and short of structure.
GROUP: Found = {
    "mutuality": (88, 8, 0),
    "solidarity": (84, 12, 0),
    "synergy": (72, 15, 0),
    "sharing": (82, 20, 0),
    "companionship": (94, 5, 0),
    "hopefulness": (80, 12, 0),
    "strengths": (70, 12, 0),
    "equality": (86, 10, 0),
    "being-yourself": (92, 8, 0),
    "independence": (80, 30, 0),
    "stigma": (66, 20, 0),
    "respect": (58, 22, 0),
}
OUTSIDE = ("staff", "commissioner")
ODD: tuple[Answer, ...] = ("DK", "DK", "NA", None)


def answers_of(
    chance: random.Random,
    instrument: Instrument,
    perspective: str,
    *,
    group: bool,
    found: Found = TRUST,
) -> dict[str, Answer]:
    """One respondent: a mood of their own around what the perspective finds."""
    mood = chance.gauss(0, 5 if group else 9)
    answers = {}
    for item in instrument.all_items:
        practice, warning, lead = found[item.code.rsplit("-", 1)[0]]
        outside = perspective in OUTSIDE
        centre = (
            practice + lead * outside + mood
            if item.kind is Kind.PRACTICE
            else warning - 14 * outside - mood
        )
        answers[item.code] = answer(chance, centre, spread=8 if group else 20)
    return answers


def answer(chance: random.Random, centre: float, spread: float) -> Answer:
    odd = chance.random()
    if odd < 0.06:
        return ODD[int(odd / 0.015)]
    return min(4, max(0, round(chance.gauss(centre, spread) / 25)))
