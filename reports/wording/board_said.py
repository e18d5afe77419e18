"""What a board reads in two minutes: the same words on one sheet of A4, in Word, slides and pages.

What it leaves out is in the whole report.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from assessment.method.document import COMMENTS
from assessment.method.language import capital, counted, in_letters, listed, lower, on_day
from assessment.method.levels import Level
from assessment.method.marks import READING_ORDER, Marked, PrincipleMark
from reports.wording.about_said import UNNAMED, closed, names
from reports.wording.answered_said import NOBODY, who_answered
from reports.wording.cautions_said import blurred, unheard
from reports.wording.levels_said import NOTHING_KNOWN, beside_level, decides, gloss, none_at
from reports.wording.profile_said import marks_said, meaning_said, profile_sentence
from reports.wording.stated import stated

TITLE = "Peer support: what holds and what to protect"
HOLDS, PROTECT, ANSWERED, PLANNED = "What holds", "to protect", "Who answered", "What is planned"
THE_TWELVE = "The twelve principles"
HEADS = {
    "title": TITLE,
    "number": "No.",
    "twelve": THE_TWELVE,
    "holds": HOLDS,
    "answered": ANSWERED,
    "planned": PLANNED,
}
NOTHING_PLANNED = "Nothing is planned yet."
NOTHING_MARKED = (
    "No principle is at risk or under pressure. What holds needs room to stay as it is: ask before "
    "any change of rules, posts or money what it would do to it."
)
ELSEWHERE = "Every reason, figure and source stands in the whole report."
MOST = 3  # to protect, and planned: more are not remembered
LONGEST = 150  # characters of a line that somebody typed


@dataclass(frozen=True, slots=True)
class Stand:
    """One of the twelve: its number in B10's order, its level, and how sure that is."""

    number: int
    name: str
    level: Level
    standing: str

    @property
    def beside(self) -> str:
        """What stands beside the level: 'not yet confirmed, borderline'; mostly nothing."""
        return beside_level(self.standing, self.level)


@dataclass(frozen=True, slots=True)
class Risk:
    """Something to protect: what it is, where it stands, and why."""

    name: str
    standing: str
    why: str


@dataclass(frozen=True, slots=True)
class Intent:
    """An action that is planned or under way, as somebody typed it; '' and None where unsaid."""

    text: str
    owner: str
    due: date | None


@dataclass(frozen=True, slots=True)
class BoardPage:
    """Everything on the page, in the order in which it is read."""

    name: str
    day: str
    what: str
    verdict: str
    meaning: str
    tally: tuple[tuple[Level, int], ...]
    twelve: tuple[Stand, ...]
    holds: str
    protect_head: str
    protect: tuple[Risk, ...]
    protect_none: str
    answered: tuple[tuple[str, str], ...]
    not_heard: str
    planned: tuple[str, ...]
    meant: str
    comments: str


def board_page(marked: Marked, plan: Sequence[Intent] = ()) -> BoardPage:
    """``plan``: what is under way or planned, the nearest first."""
    results = marked.results
    risks = tuple(to_protect(marked))
    return BoardPage(
        name=board_name(marked),
        day=closed(results.about.closed) if results.about.closed else "",
        what=f"A self-assessment: {stated(results).whose_view}. {results.instrument.caution}",
        verdict=profile_sentence(marked),
        meaning=" ".join(filter(None, [meaning_said(marked), *marks_said(marked)])),
        tally=tuple((level, len(marked.at(level))) for level in READING_ORDER),
        twelve=tuple(stands(marked)),
        holds=holding(marked),
        protect_head=f"{counted_things(len(risks))} {PROTECT}",
        protect=risks,
        protect_none="" if risks else nothing_to_protect(marked),
        answered=tuple((one.name, one.count) for one in who_answered(marked)) or ((NOBODY, ""),),
        not_heard=" ".join(filter(None, [*unheard(results), blurred(results)])),
        planned=tuple(planned(plan)),
        meant=f"{gloss(results.instrument)} {decides(results)} {ELSEWHERE}",
        comments=COMMENTS,
    )


def board_name(marked: Marked) -> str:
    """'Northfield NHS Trust: Community peer support', and the name once where both are one."""
    return shortened(": ".join(names(marked.results.about)) or UNNAMED)


def stands(marked: Marked) -> Iterator[Stand]:
    for number, mark in enumerate(marked.principles.values(), 1):
        yield Stand(number, mark.principle.name, mark.level, mark.standing)


def holding(marked: Marked) -> str:
    """'Companionship and respect hold. Borderline: respect.' By name, since they come first."""
    marks = marked.at(Level.HOLDING)
    names = [lower(mark.principle.short_name) for mark in marks]
    if not names:
        return none_at(Level.HOLDING)
    if len(names) == len(marked.principles):
        said = f"All {in_letters(len(names))} principles hold."
    else:
        said = f"{capital(listed(names))} {'holds' if len(names) == 1 else 'hold'}."
    return said + borderline_among(marks)


def borderline_among(marks: Sequence[PrincipleMark]) -> str:
    """' Borderline: hopefulness and respect.'; nothing where each is clear."""
    close = [lower(mark.principle.short_name) for mark in marks if mark.borderline]
    return f" Borderline: {listed(close)}." if close else ""


def to_protect(marked: Marked) -> Iterable[Risk]:
    """The most at risk first: what is confirmed, seen from most sides, and furthest down."""
    found = marked.at(Level.AT_RISK, Level.UNDER_PRESSURE)
    for mark in sorted(found, key=urgency)[:MOST]:
        yield Risk(mark.principle.name, mark.standing, mark.reasons[0])


def urgency(mark: PrincipleMark) -> tuple[bool, bool, int, float]:
    practice = mark.views.practice
    return (
        mark.level is not Level.AT_RISK,
        not mark.confirmed,
        -len(mark.sources),
        100 if practice is None else practice,
    )


def counted_things(count: int) -> str:
    """'Three things'; 'What' where there is none."""
    if not count:
        return "What"
    return capital(counted(count, "thing"))


def nothing_to_protect(marked: Marked) -> str:
    return NOTHING_KNOWN if not marked.at(*set(Level) - {Level.NOT_ENOUGH}) else NOTHING_MARKED


def planned(plan: Sequence[Intent]) -> Iterator[str]:
    """Three, and how many more there are."""
    if not plan:
        yield NOTHING_PLANNED
    for one in plan[:MOST]:
        until = f"by {on_day(one.due)}" if one.due else ""
        yield ", ".join(filter(None, (shortened(one.text).rstrip("."), one.owner, until)))
    if len(plan) > MOST:
        yield f"And {counted(len(plan) - MOST, 'more action')} in the report."


def shortened(text: str) -> str:
    """A line that somebody typed, cut where it would take the page."""
    flat = " ".join(text.split())
    if len(flat) <= LONGEST:
        return flat
    return flat[:LONGEST].rsplit(" ", 1)[0].rstrip(",;:. ") + "…"
