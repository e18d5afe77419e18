"""The own part from a steering group's spreadsheet: what nobody has said yet is said, and what is
said otherwise on the site waits beside it (``EarlierEntry``). Nobody's words are written over.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from assessment.method.responses import Answer
from assessment.method.results import FactCheck as FactSaid
from assessment.method.results import OwnPart
from assessment.models import Assessment
from assessment.own_part import EarlierEntry, FactCheck, OwnPartEntry, PyramidLayer, StandardRating
from assessment.steps.own_part import held_entry, plain_value, save_entry
from organisations.models import User

Given = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Taken:
    """How many entries are said now, and how many wait because the site says otherwise."""

    said: int
    waiting: int


@transaction.atomic
def take_own_part(*, assessment: Assessment, own_part: OwnPart, who: User) -> Taken:
    """Everything or nothing; the same file a second time changes nothing."""
    said = waiting = 0
    for kind, code, given in filled(own_part):
        row = held_entry(kind, assessment, code)
        if all(getattr(row, name) == value for name, value in given.items()):
            continue
        if row.version == 0:
            save_entry(row, given, 0, who)
            said += 1
        else:
            let_wait(assessment, code, given)
            waiting += 1
    return Taken(said, waiting)


def let_wait(assessment: Assessment, code: str, given: Given) -> None:
    EarlierEntry.objects.update_or_create(
        assessment=assessment,
        code=code,
        defaults={
            "said": as_waiting(given),
            "said_on": timezone.localdate(),
            "said_in": _("a spreadsheet"),
        },
    )


def as_waiting(given: Given) -> dict[str, Any]:
    """Who agreed is in no file."""
    return {"agreed_by": "", **{name: plain_value(value) for name, value in given.items()}}


def filled(own_part: OwnPart) -> Iterator[tuple[type[OwnPartEntry], str, Given]]:
    """What the sheets say, by the fields of the entries; a blank fact reads as don't know."""
    for code, standard in own_part.standards.items():
        if standard.rating is not None or standard.evidence:
            given = {"rating": as_stored(standard.rating), "evidence": standard.evidence}
            yield StandardRating, code, given
    for code, fact in own_part.facts.items():
        if fact != FactSaid():
            answered = {"answer": fact.answer.value, "date": fact.date, "evidence": fact.evidence}
            yield FactCheck, code, answered
    for code, rating in own_part.pyramid.items():
        if rating is not None:
            yield PyramidLayer, code, {"rating": as_stored(rating)}


def as_stored(rating: Answer) -> str:
    return "" if rating is None else str(rating)
