"""Invented respondents: what a programme is like, and the answers people give about it."""

import datetime
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
# The same group in the winter before: closer to some of its members than to others.
GROUP_EARLIER: Found = GROUP | {
    "solidarity": (66, 20, 0),
    "synergy": (50, 30, 0),
    "strengths": (50, 55, 0),
    "equality": (62, 45, 0),
    "stigma": (54, 22, 0),
    "respect": (30, 24, 0),
}
OUTSIDE = ("staff", "commissioner")
ODD: tuple[Answer, ...] = ("DK", "DK", "NA", None)

# The trust of the sample workbook and of the demo site: who answers, and what it says of itself.
PEOPLE = {"giving": 14, "receiving": 31, "staff": 17}
GROUPS = {
    "partner": (4, "the two user-led groups in the district", ""),
    "commissioner": (3, "the commissioning board and the council", ""),
    "panel": (
        7,
        "two who give, two who receive, one from a user group, a manager, a commissioner",
        "Two of us thought restraint should have been talked about for longer.",
    ),
}
STANDARDS = {
    "S01": (4, "Job description, band 3 and 4, agreed June 2026"),
    "S02": (3, "Trust competence framework for peer workers"),
    "S03": (4, "Twelve-day course with the university, 22 people in 2026"),
    "S04": (3, "Portfolio and a conversation at the end of the course"),
    "S05": (3, "Level 3 award, not required for a post"),
    "S06": (3, "Four learning days a year"),
    "S07": (2, "Two senior peer posts; most contracts end in March 2027"),
    "S08": (2, "Wards and community teams; no volunteers"),
    "S09": (1, ""),
    "S10": (1, "A stall on World Mental Health Day"),
    "S11": (1, "Peer workers meet once a quarter, in their own time"),
    "S12": (3, "Phones and laptops as for all staff"),
    "S13": (3, "Peer support lead, full time, since 2024"),
    "S14": (3, "Yearly evaluation by the trust's research team"),
    "S15": (2, "Open days twice a year"),
    "S16": (2, "Half of the teams had a preparation session"),
    "S17": (0, ""),
    "S18": (2, "Partnership board, three times in 2026"),
    "S19": (1, "Talked about at the quality committee"),
    "S20": (2, "Funded from year to year"),
    "S21": (3, "The medical director sponsors the programme"),
    "S22": (4, "Code of conduct, reviewed May 2026"),
    "S23": ("DK", "No equality data kept"),
    "S24": (2, "Two of nine supervisors trained"),
    "S25": (1, "One of five trainers has lived experience"),
}
DAY = datetime.date(2026, 10, 28)
FACTS = {
    "F01": ("no", DAY, "Preparation register"),
    "F02": ("yes", DAY, "Mandatory training matrix: restraint is on it for ward posts"),
    "F03": ("no", DAY, "Peer support operational policy, section 6"),
    "F04": ("no", DAY, "Rota audit, third quarter"),
    "F05": ("no", DAY, "Banding review 2025"),
    "F06": ("DK", None, "Asked both user groups; no answer yet"),
    "F07": ("yes", DAY, "The budget sits with the service manager"),
    "F08": ("no", DAY, "Last four job adverts"),
    "F09": ("no", DAY, "Supervision register"),
    "F10": ("no", DAY, "Every team has two peer workers"),
    "F11": ("DK", None, ""),
    "F12": ("DK", None, "Differs between teams; being looked into"),
    "F13": ("no", DAY, "Tuesday group in two of four localities"),
    "F14": ("no", DAY, "Open access to the Tuesday group"),
    "F15": ("no", DAY, "Two of eleven are employed by a user-led group"),
    "F16": ("no", DAY, "Establishment list, September 2026"),
}
PYRAMID = {"L1": 1, "L2": 1, "L3": 1, "L4": 2, "L5": 4}


def lifelike_answers(
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
        answers[item.code] = lifelike_answer(chance, centre, group=group)
    return answers


def lifelike_answer(chance: random.Random, centre: float, *, group: bool) -> Answer:
    """A group talks until somebody knows; people who answer alone sometimes do not."""
    odd, spread = chance.random(), 8 if group else 20
    if odd < 0.06 and not group:
        return ODD[int(odd / 0.015)]
    return min(4, max(0, round(chance.gauss(centre, spread) / 25)))
