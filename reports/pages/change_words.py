"""What section 10 of the method says of two rounds, in words.

Only what it calls changed is said to have risen or fallen, and nothing is called better or worse.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from assessment.method.change import LEAST_ITEMS, Change, Changes, Verdict, practice_items
from assessment.method.numbers import whole
from assessment.method.results import Results
from questions.entries import Item, Principle
from reports.charts.words import capital

NOT_COMPARABLE = "not comparable"


@dataclass(frozen=True, slots=True)
class Compared:
    """One perspective's view of one principle: ``words`` say then, now and the verdict.

    ``head`` is the perspective's short name, ``who`` its name inside a sentence. ``over``: how many
    of the statements asked it rests on, where not on all.
    """

    principle: str
    head: str
    who: str
    verdict: str
    words: str
    over: str = ""


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """A principle as every perspective sees it, in the order of ``shown_perspectives``."""

    principle: Principle
    sides: tuple[Compared, ...]


def rows(found: Changes) -> Iterator[ComparedRow]:
    for principle in found.after.instrument.principles:
        sides = (compared(found, principle, side) for side in shown_perspectives(found))
        yield ComparedRow(principle, tuple(sides))


def perspectives(found: Changes) -> list[str]:
    """Of either round, in the instrument's order."""
    return in_order(found, {*found.before.perspectives, *found.after.perspectives})


def shown_perspectives(found: Changes) -> list[str]:
    """Those that answered in both; of either, where none did.

    Who answered only once is said at the head of the page, and not twelve times in a table.
    """
    both = set(found.before.perspectives) & set(found.after.perspectives)
    return in_order(found, both) if both else perspectives(found)


def in_order(found: Changes, codes: Collection[str]) -> list[str]:
    return [one.code for one in found.after.instrument.perspectives if one.code in codes]


def name_of(found: Changes, perspective: str) -> str:
    return capital(found.after.short_name_of(perspective))


def compared(found: Changes, principle: Principle, side: str) -> Compared:
    change = found.principles[principle.code].sides.get(side)
    names = (principle.name, name_of(found, side), found.after.name_of(side))
    if change is None:
        words = _("not comparable: %(why)s") % {"why": why_not(found, principle.code, side)}
        return Compared(*names, NOT_COMPARABLE, words)
    over = over_words(found, principle.code, change)
    return Compared(*names, str(change.verdict), said(change), over)


def said(change: Change) -> str:
    """'rose from 41 to 58', 'possible change: 41 then, 56 now', 'no clear change: ...'."""
    figures = {"then": whole(change.before.value), "now": whole(change.after.value)}
    if change.verdict is Verdict.CHANGED:
        rose, fell = _("rose from %(then)s to %(now)s"), _("fell from %(then)s to %(now)s")
        return (rose if change.difference > 0 else fell) % figures
    if change.verdict is Verdict.POSSIBLE:
        return _("possible change: %(then)s then, %(now)s now") % figures
    return _("no clear change: %(then)s then, %(now)s now") % figures


def over_words(found: Changes, principle: str, change: Change) -> str:
    """'over 2 of 4 statements' where either round asked more than are compared."""
    asked = {*codes_of(found.before, principle), *codes_of(found.after, principle)}
    if len(change.items) == len(asked):
        return ""
    counts = {"items": len(change.items), "asked": len(asked)}
    return _("over %(items)d of %(asked)d statements") % counts


def why_not(found: Changes, principle: str, side: str) -> str:
    """The first reason that fits, why fewer than two statements can be compared."""
    for results, words in (
        (found.before, _("no answers then")),
        (found.after, _("no answers now")),
    ):
        if side not in results.perspectives:
            return words
    alike = alike_items(found, principle)
    if len(alike) < LEAST_ITEMS:
        return _("fewer than two statements were the same in both")
    then, now = (shown(one, side, alike) for one in (found.before, found.after))
    if len(then) < LEAST_ITEMS:
        return _("too few answers then")
    if len(now) < LEAST_ITEMS:
        return _("too few answers now")
    return _("fewer than two statements have enough answers in both")


def codes_of(results: Results, principle: str) -> dict[str, Item]:
    """The practice statements of a principle that a round asked."""
    whose = {item.code for item in results.instrument.principle[principle].items}
    return {item.code: item for item in practice_items(results) if item.code in whose}


def alike_items(found: Changes, principle: str) -> list[str]:
    """Asked in both, of the same revision."""
    then, now = codes_of(found.before, principle), codes_of(found.after, principle)
    return [code for code in now if code in then and then[code].revision == now[code].revision]


def shown(results: Results, side: str, codes: list[str]) -> list[str]:
    """Those that have a figure."""
    return [code for code in codes if results.cell(side, code)]
