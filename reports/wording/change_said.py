"""What section 10 of docs/method.md says of two assessments, in words.

Only what it calls changed is said to have risen or fallen, and nothing is called better or worse.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from assessment.method.language import capital
from assessment.method.numbers import at_least, beside
from assessment.method.results import Results
from questions import Thresholds
from questions.entries import Item, Principle
from reports.method.change import LEAST_ITEMS, Change, Changes, Verdict, practice_items
from reports.wording.sides_said import in_order

NOT_COMPARABLE = "not comparable"
TOO_FEW_THEN, TOO_FEW_NOW = "too few answers then", "too few answers now"


@dataclass(frozen=True, slots=True)
class Compared:
    """One perspective's view of one principle: ``words`` say then, now and the verdict.

    ``head`` is the perspective's short name, ``who`` its name inside a sentence. ``over``: how many
    of the statements asked it rests on, where not on all. ``smallest``: what the two could have
    shown, where nothing is clear.
    """

    principle: str
    head: str
    who: str
    verdict: str
    words: str
    over: str = ""
    smallest: str = ""


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """A principle as every perspective sees it, in the order of ``shown_perspectives``."""

    principle: Principle
    sides: tuple[Compared, ...]


def change_rows(found: Changes) -> Iterator[ComparedRow]:
    for principle in found.after.instrument.principles:
        sides = (compared_side(found, principle, side) for side in shown_perspectives(found))
        yield ComparedRow(principle, tuple(sides))


def perspectives(found: Changes) -> list[str]:
    """Of either, in the instrument's order."""
    return in_order(found.after.instrument, {*found.before.perspectives, *found.after.perspectives})


def shown_perspectives(found: Changes) -> list[str]:
    """Those that answered in both; of either, where none did.

    Who answered only once is said at the head of the page, and not twelve times in a table.
    """
    both = set(found.before.perspectives) & set(found.after.perspectives)
    return in_order(found.after.instrument, both) if both else perspectives(found)


def perspective_name(found: Changes, perspective: str) -> str:
    return capital(found.after.short_name_of(perspective))


def compared_side(found: Changes, principle: Principle, side: str) -> Compared:
    change = found.principles[principle.code].sides.get(side)
    names = (principle.name, perspective_name(found, side), found.after.name_of(side))
    if change is None:
        words = f"{NOT_COMPARABLE}: {why_not(found, principle.code, side)}"
        return Compared(*names, NOT_COMPARABLE, words)
    thresholds = found.after.instrument.thresholds
    return Compared(
        *names,
        str(change.verdict),
        said(change, thresholds),
        over_words(found, principle.code, change),
        smallest_words(found, side, change),
    )


def said(change: Change, thresholds: Thresholds) -> str:
    """'rose from 41 to 58', 'possible change: 41 then, 56 now', 'no clear change: ...'."""
    if change.verdict is Verdict.CHANGED:
        return f"{moved(change, thresholds)}{apart(change, thresholds)}"
    then, now = then_and_now(change, thresholds)
    return f"{change.verdict}: {then} then, {now} now{apart(change, thresholds)}"


def apart(change: Change, thresholds: Thresholds) -> str:
    """', 9.8 apart' near a cut that it is read by, where the figures as shown would say 10."""
    cuts = (thresholds.changed, thresholds.possible_change)
    read_by = cuts[:1] if change.verdict is Verdict.CHANGED else cuts
    moved_by = beside(abs(change.difference), read_by)
    then, now = map(float, then_and_now(change, thresholds))
    told = "." not in moved_by or at_least(0, abs(abs(now - then) - float(moved_by)))
    return "" if told else f", {moved_by} apart"


def smallest_words(found: Changes, side: str, change: Change) -> str:
    """How small a change these two could have shown, beside no clear change.

    Nothing between two groups: what they agreed is exact, and another group might agree otherwise.
    """
    both = (found.before.perspectives[side], found.after.perspectives[side])
    if change.verdict is not Verdict.NO_CLEAR or not any(one.individuals for one in both):
        return ""
    if change.smallest is None:
        possible = found.after.instrument.thresholds.possible_change
        return f"these two could have shown a possible change of {possible:g} only"
    return f"these two could have shown a change of {change.smallest} or more"


def then_and_now(change: Change, thresholds: Thresholds) -> tuple[str, str]:
    cuts = thresholds.cuts
    return beside(change.before.value, cuts), beside(change.after.value, cuts)


def moved(change: Change, thresholds: Thresholds) -> str:
    """'rose from 41 to 58'; only where it may be called a change."""
    return f"{way(change)} {from_to(change, thresholds)}"


def way(change: Change) -> str:
    return "rose" if change.difference > 0 else "fell"


def from_to(change: Change, thresholds: Thresholds) -> str:
    then, now = then_and_now(change, thresholds)
    return f"from {then} to {now}"


def over_words(found: Changes, principle: str, change: Change) -> str:
    """'over 2 of 4 statements' where either asked more than are compared."""
    asked = {*codes_of(found.before, principle), *codes_of(found.after, principle)}
    if len(change.items) == len(asked):
        return ""
    return f"over {len(change.items)} of {len(asked)} statements"


def why_not(found: Changes, principle: str, side: str) -> str:
    """The first reason that fits, why fewer than two statements can be compared."""
    for results, words in (
        (found.before, "no answers then"),
        (found.after, "no answers now"),
    ):
        if side not in results.perspectives:
            return words
    alike = alike_items(found, principle)
    if len(alike) < LEAST_ITEMS:
        return "fewer than two statements were the same in both"
    then, now = (codes_with_figures(one, side, alike) for one in (found.before, found.after))
    if len(then) < LEAST_ITEMS:
        return TOO_FEW_THEN
    if len(now) < LEAST_ITEMS:
        return TOO_FEW_NOW
    return "fewer than two statements have enough answers in both"


def codes_of(results: Results, principle: str) -> dict[str, Item]:
    """The practice statements of a principle that an assessment asked."""
    whose = {item.code for item in results.instrument.principle[principle].items}
    return {item.code: item for item in practice_items(results) if item.code in whose}


def alike_items(found: Changes, principle: str) -> list[str]:
    """Asked in both, of the same revision."""
    then, now = codes_of(found.before, principle), codes_of(found.after, principle)
    return [code for code in now if code in then and then[code].revision == now[code].revision]


def codes_with_figures(results: Results, side: str, codes: list[str]) -> list[str]:
    """Those that have a figure."""
    return [code for code in codes if results.cell(side, code)]
