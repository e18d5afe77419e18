"""What each chart of one programme over time means, in plain sentences (its alt text too).

A number that moved is no change: only what section 10 of docs/method.md calls changed is said to
have risen or fallen, and nothing is ever called better or worse.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from assessment.method.language import listed, lower, on_day
from questions import Thresholds
from reports.method.change import Change, Changes, Verdict, changes
from reports.wording.change_said import from_to, moved, way
from reports.wording.sides_said import side
from reports.wording.timeline import DatedResults, OverTime

NOTHING_COMPARED = "Nothing can be compared: too few of the same statements have answers in both."
SHOWN = 6  # changes named one by one; more are counted


def then_and_now_sentence(story: OverTime) -> str:
    found = last_changes(story)
    return f"{when(story.last_two)} {said_of(found, lived_sides(found))}"


def change_sentence(story: OverTime) -> str:
    found = last_changes(story)
    sides = [one.code for one in found.after.instrument.perspectives]
    return f"{when(story.last_two)} {said_of(found, sides)}"


def line_sentence(story: OverTime) -> str:
    """Section 10 of the first and the last; what lies between is for the eye."""
    first, last = story.assessments[0], story.assessments[-1]
    found = changes(first.results, last.results)
    said = said_of(found, lived_sides(found))
    between = f"The first beside the last of {len(story.assessments)} self-assessments. "
    return (
        f"{when((first, last))} {between if story.assessments[2:] else ''}{said}{happened(story)}"
    )


def last_changes(story: OverTime) -> Changes:
    before, after = story.last_two
    return changes(before.results, after.results)


def happened(story: OverTime) -> str:
    events, actions = len(story.within(story.events)), len(story.within(story.actions))
    said = [
        f"{events} dated event{'s' * (events != 1)}" if events else "",
        f"{actions} action{'s' * (actions != 1)} taken" if actions else "",
    ]
    return f" Marked: {listed(list(filter(None, said)))}." if any(said) else ""


def when(assessments: tuple[DatedResults, DatedResults]) -> str:
    before, after = assessments
    return f"{on_day(before.closed)} to {on_day(after.closed)}."


def lived_sides(found: Changes) -> tuple[str, ...]:
    """Whose changes the lived-experience view is made of; the panel's where it stands in."""
    sides = [side for one in found.principles.values() for side in one.compared]
    shape = found.after.instrument.shape
    return shape.lived if any(side in shape.lived for side in sides) else (shape.panel,)


def said_of(found: Changes, sides: Sequence[str]) -> str:
    """'Changed: sharing (receiving) rose from 41 to 58. No clear change in 11 of 12 figures.'"""
    every = list(moves(found, sides))
    if not every:
        return NOTHING_COMPARED
    parts = [
        changed(found, called(Verdict.CHANGED, every)),
        possible(found, called(Verdict.POSSIBLE, every)),
        no_clear(called(Verdict.NO_CLEAR, every), every),
    ]
    return " ".join(f"{part}." for part in parts if part)


Move = tuple[str, str, Change]  # principle, perspective


def moves(found: Changes, sides: Sequence[str]) -> Iterator[Move]:
    for code, one in found.principles.items():
        for perspective in sides:
            change = one.sides.get(perspective)
            if change is not None:
                yield code, perspective, change


def called(verdict: Verdict, every: Sequence[Move]) -> list[Move]:
    return [move for move in every if move[2].verdict is verdict]


def changed(found: Changes, every: Sequence[Move]) -> str:
    if len(every) > SHOWN:
        counts = Counter(way(change) for _, _, change in every)
        said = [f"{count} figure{'s' * (count != 1)} {word}" for word, count in counts.items()]
        return f"Changed: {listed(said)}"
    said = [f"{subject(found, move)} {moved(move[2], thresholds_of(found))}" for move in every]
    return f"Changed: {', '.join(said)}" if said else ""


def possible(found: Changes, every: Sequence[Move]) -> str:
    if len(every) > SHOWN:
        return f"Possible change in {len(every)} figures"
    said = [f"{subject(found, move)} {from_to(move[2], thresholds_of(found))}" for move in every]
    return f"Possible change: {', '.join(said)}" if said else ""


def no_clear(unmoved: Sequence[Move], every: Sequence[Move]) -> str:
    if not unmoved:
        return ""
    of = "any figure" if len(unmoved) == len(every) else f"{len(unmoved)} of {len(every)} figures"
    return f"No clear change in {of}{visible(unmoved)}"


def visible(unmoved: Sequence[Move]) -> str:
    """', where one of 9 or more could have been seen'; nothing between groups, which are exact."""
    least = sorted(change.smallest for _, _, change in unmoved if change.smallest is not None)
    if not least:
        return ""
    span = f"{least[0]}" if least[0] == least[-1] else f"{least[0]} to {least[-1]}"
    return f", where one of {span} or more could have been seen"


def thresholds_of(found: Changes) -> Thresholds:
    return found.after.instrument.thresholds


def subject(found: Changes, move: Move) -> str:
    """'sharing (receiving)'."""
    name = lower(found.after.instrument.principle[move[0]].short_name)
    return f"{name} ({side(found.after, move[1])})"
