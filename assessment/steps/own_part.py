"""The organisation's own part: saved entry by entry, and never over somebody else's words.

A save names the version it started from. Where another save came first it raises ``Conflict``
with what stands there now, so that the page can show both texts.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from django.db import transaction
from django.db.models import QuerySet

from assessment.models import (
    Assessment,
    FactCheck,
    OwnPartChange,
    OwnPartEntry,
    PyramidLayer,
    StandardRating,
    State,
)
from assessment.steps.setting_up import lock, require_state
from organisations.models import User
from organisations.refusal import Conflict

Entry = TypeVar("Entry", bound=OwnPartEntry)


@dataclass(frozen=True, slots=True)
class HowFar:
    """The codes that have a rating or an answer, 'don't know' and 'does not apply' included."""

    standards: frozenset[str]
    facts: frozenset[str]
    layers: frozenset[str]


def how_far(assessment: Assessment) -> HowFar:
    """Three queries."""
    return HowFar(
        standards=said(assessment.standard_ratings.exclude(rating="")),
        facts=said(assessment.fact_checks.exclude(answer="")),
        layers=said(assessment.pyramid_layers.exclude(rating="")),
    )


def said(entries: QuerySet[Entry]) -> frozenset[str]:
    return frozenset(entries.values_list("code", flat=True))


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
    rows = kind._default_manager  # noqa: SLF001 - Django's own name, documented
    rows.get_or_create(assessment=locked, code=code)
    return rows.select_for_update().get(assessment=locked, code=code)


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
    OwnPartChange.objects.create(
        assessment_id=row.assessment_id,  # type: ignore[attr-defined]
        code=row.code,
        who=who,
        before={name: plain(value) for name, value in before.items()},
        after={name: plain(value) for name, value in given.items()},
    )
    return row


def plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value
