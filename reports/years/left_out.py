"""Which statements could not be compared between two assessments, and why."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from questions.entries import Item
from reports.method.change import Changes
from reports.wording.change_said import (
    TOO_FEW_NOW,
    TOO_FEW_THEN,
    alike_items,
    codes_of,
    codes_with_figures,
    perspective_name,
    perspectives,
)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """``whose``: the perspective that it is left out for; empty where for everybody."""

    why: str
    statements: tuple[str, ...]
    whose: str = ""


def left_out(found: Changes) -> list[LeftOut]:
    """For everybody, one for each reason, then for single perspectives."""
    grouped: dict[str, list[str]] = defaultdict(list)
    for principle in found.after.instrument.principle:
        then, now = codes_of(found.before, principle), codes_of(found.after, principle)
        for code, item in {**then, **now}.items():
            if code in found.left_out:
                why = reason(found, then.get(code), now.get(code))
                grouped[why].append(found.after.text_for_all(item))
    everybody = [LeftOut(why, tuple(texts)) for why, texts in grouped.items()]
    return [*everybody, *for_some(found)]


def reason(found: Changes, then: Item | None, now: Item | None) -> str:
    if then is None:
        return _("asked only now")
    if now is None:
        return _("asked only then")
    if then.revision != now.revision:
        return _("worded anew between the two")
    if any(in_both(found, side, now.code) for side in perspectives(found)):
        return _("the only statement of its principle that has figures in both: it takes two")
    return _("no group of people gave enough answers in both")


def in_both(found: Changes, side: str, code: str) -> bool:
    return bool(found.before.cell(side, code) and found.after.cell(side, code))


def for_some(found: Changes) -> Iterator[LeftOut]:
    """Where a perspective's figure rests on fewer statements than another's could."""
    for side in perspectives(found):
        grouped: dict[str, list[str]] = defaultdict(list)
        for code in missing_for(found, side):
            text = found.after.text_for_all(found.after.instrument.item[code])
            grouped[withheld(found, side, code)].append(text)
        for why, texts in grouped.items():
            yield LeftOut(why, tuple(texts), perspective_name(found, side))


def missing_for(found: Changes, side: str) -> Iterator[str]:
    """Not compared for it, though its principle is, and somebody's figure has it."""
    for principle, one in found.principles.items():
        change = one.sides.get(side)
        for code in alike_items(found, principle) if change else ():
            if change and code not in change.items and code not in found.left_out:
                yield code


def withheld(found: Changes, side: str, code: str) -> str:
    then, now = (bool(codes_with_figures(one, side, [code])) for one in (found.before, found.after))
    if then:
        return TOO_FEW_NOW
    return TOO_FEW_THEN if now else _("too few answers in both")
