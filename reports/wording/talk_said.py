"""A talk kit: five questions drawn from one report, for people who give and who receive."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assessment.method.language import capital, listed, lower
from assessment.method.levels import Level
from assessment.method.marks import Marked, PrincipleMark
from assessment.method.numbers import at_least, beside
from reports.wording.board_said import MOST, Intent, borderline_among, planned, urgency
from reports.wording.plotted import principle_lines
from reports.wording.sides_said import sides

TITLE = "Questions to talk about"
FOR_WHOM = (
    "For a meeting of people who give and people who receive peer support here, without managers "
    "in the room unless everybody wants them. About an hour; take the questions that matter to you "
    "and leave the rest."
)
BEFORE_HEAD = "Before you begin"
BEFORE = (
    "Say what stays in the room and what may be told outside, and who will tell it.",
    "Nobody has to speak, to explain why, or to stay. There is a place to sit that is quiet.",
    "Figures are of groups. Please do not try to guess who answered what.",
    "Two people agree beforehand that they will look after anybody who is upset.",
)
QUESTIONS_HEAD = "Five questions"
HURTS_HEAD = "If it hurts"
HURTS = (
    "Stop. What somebody feels comes before the next question.",
    "Ask what would help: quiet, company, fresh air, somebody to go home with. Believe it.",
    "Whoever leaves is followed by one person, if they wish, and asked again the next day.",
    "End together: each says one thing they take with them, or nothing. Then have tea.",
)
NOW_HEAD = "If somebody needs to talk now"
AFTER_HEAD = "Afterwards"
AFTER = (
    "Write down what the room wants others to know, in its own words, and read it out once.",
    "Say by when you will hear what became of it, and from whom.",
)


@dataclass(frozen=True, slots=True)
class Question:
    """What the report says, and what to ask about it."""

    said: str
    asked: str


def questions(marked: Marked, plan: Sequence[Intent] = ()) -> tuple[Question, ...]:
    """Always five: what holds, two of what is at risk or unknown, who is missing, what next."""
    return (
        what_holds(marked),
        *in_between(marked),
        who_is_missing(),
        what_next(plan),
    )


def what_holds(marked: Marked) -> Question:
    marks = marked.at(Level.HOLDING)
    names = [lower(mark.principle.name) for mark in marks]
    if not names:
        return Question(
            "No principle reads as Holding.",
            "When did peer support here feel most like itself? What was different then?",
        )
    verb = "holds" if len(names) == 1 else "hold"
    return Question(
        f"{capital(listed(names[:MOST]))} {verb}.{borderline_among(marks[:MOST])}",
        "What do people do that keeps it so? What could spoil it without anybody meaning to?",
    )


def in_between(marked: Marked) -> Iterator[Question]:
    """The most at risk, then the widest gap; where one is missing, the next most at risk."""
    marks = sorted(marked.at(Level.AT_RISK, Level.UNDER_PRESSURE), key=urgency)
    found = [risk(mark) for mark in marks[:1]]
    found += [gap(marked, mark) for mark in widest(marked)]
    found += [risk(mark) for mark in marks[1:2]]
    found += [little_known(mark) for mark in marked.at(Level.NOT_ENOUGH)[:2]]
    found += [weaker(mark) for mark in marked.at(Level.WATCH, Level.UNDER_DEVELOPED)[:2]]
    yield from [*found, *STILL][:2]


def risk(mark: PrincipleMark) -> Question:
    return Question(
        f"{mark.principle.name}: {mark.standing}. {mark.reasons[0]}",
        "Does that fit what you know? What would an ordinary week look like if it were otherwise?",
    )


def widest(marked: Marked) -> list[PrincipleMark]:
    """The principle that staff and commissioners see rosiest, if it is far from the others."""
    least = marked.results.instrument.thresholds.gap
    found = [m for m in marked.principles.values() if at_least(m.views.gap or 0, least)]
    return sorted(found, key=lambda mark: -(mark.views.gap or 0))[:1]


def gap(marked: Marked, mark: PrincipleMark) -> Question:
    others = next(line for line in principle_lines(marked) if line.code == "others")
    who = capital(sides(marked.results, others.sides))
    wide = beside(mark.views.gap or 0, (marked.results.instrument.thresholds.gap,))
    return Question(
        f"{who} rate {lower(mark.principle.name)} {wide} higher than people "
        "with lived experience do.",
        "What do they not see? What would you like them to see for themselves, and how?",
    )


def little_known(mark: PrincipleMark) -> Question:
    return Question(
        f"Of {lower(mark.principle.name)} too little is known.",
        f"The principle means: {lower(mark.principle.meaning)} Where have you met that here?",
    )


def weaker(mark: PrincipleMark) -> Question:
    return Question(
        f"{mark.principle.name} reads as {mark.standing}.",
        "What would let it grow? Who here would enjoy beginning?",
    )


STILL = (
    Question(
        "Every principle holds.",
        "Which of them is most tiring to keep up? What would make it lighter?",
    ),
    Question(
        "What holds today was begun by somebody.",
        "Who began it, and what would you tell a group that wants to begin?",
    ),
)


def who_is_missing() -> Question:
    return Question(
        "People who left or who never came did not answer, nor did carers.",
        "Whom do you think of? How could they be asked kindly, and by whom?",
    )


def what_next(plan: Sequence[Intent]) -> Question:
    if not plan:
        return Question(
            "Nothing is planned yet.",
            "What one thing should stop, and what one thing should begin? What can this room do "
            "without asking anybody?",
        )
    told = "; ".join(line.rstrip(".") for line in planned(plan))
    return Question(
        f"Planned: {told}.",
        "Is it the right thing? Who should do it, and how will you know that it was done?",
    )
