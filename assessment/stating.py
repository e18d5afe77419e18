"""The organisation's own statement: saved entry by entry, and never over somebody else's words.

A save names the version it started from. Where another save came first it raises ``Conflict``
with what stands there now, so that the page can show both texts.
"""

from collections.abc import Mapping
from datetime import date
from typing import TypeVar

from django.db import transaction

from assessment.models import (
    Assessment,
    FactCheck,
    PyramidLayer,
    StandardRating,
    State,
    StatementChange,
    StatementEntry,
)
from organisations.refusal import Conflict
from assessment.setting_up import lock, require_state
from organisations.models import User

Entry = TypeVar("Entry", bound=StatementEntry)


@transaction.atomic
def rate_standard(
    *,
    assessment: Assessment,
    code: str,
    rating: str,
    evidence: str,
    agreed_by: str,
    version: int,
    who: User,
) -> StandardRating:
    row = held(StandardRating, assessment, code)
    given = {"rating": rating, "evidence": evidence, "agreed_by": agreed_by}
    return save(row, given, version, who)


@transaction.atomic
def check_fact(
    *,
    assessment: Assessment,
    code: str,
    answer: str,
    on: date | None,
    evidence: str,
    agreed_by: str,
    version: int,
    who: User,
) -> FactCheck:
    row = held(FactCheck, assessment, code)
    given = {"answer": answer, "date": on, "evidence": evidence, "agreed_by": agreed_by}
    return save(row, given, version, who)


@transaction.atomic
def rate_layer(
    *, assessment: Assessment, code: str, rating: str, version: int, who: User
) -> PyramidLayer:
    return save(held(PyramidLayer, assessment, code), {"rating": rating}, version, who)


def held(kind: type[Entry], assessment: Assessment, code: str) -> Entry:
    """The entry of a code, made where it is not there yet; locked, of an assessment not closed."""
    locked = lock(assessment)
    require_state(locked, State.DRAFT, State.OPEN)
    kind._default_manager.get_or_create(assessment=locked, code=code)
    return kind._default_manager.select_for_update().get(assessment=locked, code=code)


def save(row: Entry, given: Mapping[str, object], version: int, who: User) -> Entry:
    before = {name: getattr(row, name) for name in given}
    if before == given:
        return row
    if row.version != version:
        raise Conflict(row)
    for name, value in given.items():
        setattr(row, name, value)
    row.version += 1
    row.changed_by = who
    row.save()
    StatementChange.objects.create(
        assessment_id=row.assessment_id,  # type: ignore[attr-defined]
        code=row.code,
        who=who,
        before={name: plain(value) for name, value in before.items()},
        after={name: plain(value) for name, value in given.items()},
    )
    return row


def plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value
