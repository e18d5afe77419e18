"""A cast of programmes over time: two assessments and many, alike and changed, and bad cases."""

import datetime
from collections.abc import Mapping
from dataclasses import replace

from assessment.method.results import Results
from questions import Kind, Length
from questions.entries import Item
from reports.wording.timeline import DatedResults, Event, OverTime
from tests.reports.one.charts.cast import (
    EVERYBODY,
    NORTHFIELD,
    ODD,
    Rate,
    always,
    assessed,
    lifelike,
    some_missing,
)

FEW = {**EVERYBODY, "receiving": 60}  # who give too few to be sure of what they say
FIRST = datetime.date(2024, 11, 20)
MANY = {"giving": 40, "receiving": 60, "partner": 1, "staff": 35, "commissioner": 1, "panel": 1}


def moved(by: Mapping[str, float]) -> Rate:
    """Lifelike, and so much more of some principles, as far as the scale goes."""

    def rate(side: str, item: Item, person: int):
        found = lifelike(side, item, person)
        more = by.get(item.code.rsplit("-", 1)[0], 0)
        if not isinstance(found, int) or item.kind is Kind.WARNING:
            return found
        return max(0, min(4, found + int(more) + (person % 10 < 10 * (more % 1))))

    return rate


def assessment_at(place: int, results: Results, name: str = "") -> DatedResults:
    closed = FIRST + datetime.timedelta(days=360 * place)
    about = replace(results.about, closed=closed)
    return DatedResults(name or f"Round {place + 1}", closed, replace(results, about=about))


def results(rate: Rate = lifelike, people: Mapping[str, int] = MANY, **of) -> Results:
    return assessed(rate, people, **of).results


def day(year: int, month: int, number: int = 1) -> datetime.date:
    return datetime.date(year, month, number)


THEN = results()
NOW = results(moved({"equality": 1.5, "sharing": 1, "respect": -1, "synergy": 0.3}))
LATER = results(moved({"equality": 2, "sharing": 1.5, "respect": -2, "hopefulness": 0.6}))
EVENTS = (
    Event(day(2025, 3), "The service was put out to tender"),
    Event(day(2025, 4, 10), "Two user-led groups merged"),
    Event(day(2026, 2), "A new policy on recording in clinical notes began across the whole trust"),
)
ACTIONS = (Event(day(2025, 9), "Peer supporters choose their own supervisor"),)
SHORT = replace(NORTHFIELD, length=Length.SHORT)


def tell(*found: Results, **of) -> OverTime:
    assessments = tuple(assessment_at(place, one) for place, one in enumerate(found))
    return OverTime(assessments, **of)


ODDLY = assessed(some_missing, MANY, about=ODD).results
STORIES = {
    "three": tell(THEN, NOW, LATER, events=EVENTS, actions=ACTIONS),
    "two": tell(THEN, NOW),
    "no change": tell(THEN, THEN),
    "few people": tell(results(people=FEW), results(moved({"sharing": 1}), FEW)),
    "only staff": tell(results(people={"staff": 12}), results(people={"staff": 14})),
    "nothing shared": tell(results(people={"giving": 12}), results(people={"receiving": 12})),
    "only a panel": tell(results(people={"panel": 1}), results(always(4), {"panel": 1})),
    "all ends": tell(results(always(0)), results(always(4))),
    "short then": tell(results(about=SHORT), NOW),
    "some missing": tell(results(some_missing), NOW, LATER),
    "ten": tell(
        *(results(moved({"sharing": step / 4})) for step in range(10)),
        events=tuple(Event(day(2025 + n // 6, n % 6 + 1), f"Event {n}") for n in range(24)),
        actions=tuple(Event(day(2027, 1, n + 1), f"Action {n}") for n in range(9)),
    ),
    "one day": OverTime(
        tuple(DatedResults(name, FIRST, one) for name, one in (("Then", THEN), ("Now", NOW))),
        events=(Event(FIRST, "Everything on one day"),),
    ),
    "odd words": tell(
        ODDLY,
        ODDLY,
        events=(Event(day(2025, 1), ODD.organisation), Event(day(2020, 1), "Long before")),
        actions=(Event(day(2025, 1), ODD.organisation),),
    ),
}
