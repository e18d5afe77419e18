"""The organisation's own part: saved entry by entry, and never over somebody else's words.

A save names the version it started from. Where another save came first it raises ``Conflict``
with what stands there now, so that the page can show both texts.

Where only groups rated there are no private answers, and nothing to protect: they may read their
report first and add to the own part afterwards. The report is then marked anew from its own cells.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from django.db import transaction
from django.db.models import QuerySet

from assessment.method.results import Mode
from assessment.models import Assessment, ClosedReport, State
from assessment.own_part import (
    EarlierEntry,
    FactCheck,
    OwnPartChange,
    OwnPartEntry,
    PyramidLayer,
    StandardRating,
)
from assessment.steps.own_part_released import mark_anew
from assessment.steps.setting_up import lock_assessment, require_state
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
        standards=codes_said(assessment.standard_ratings.exclude(rating="")),
        facts=codes_said(assessment.fact_checks.exclude(answer="")),
        layers=codes_said(assessment.pyramid_layers.exclude(rating="")),
    )


def codes_said(entries: QuerySet[Entry]) -> frozenset[str]:
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
    row = held_entry(StandardRating, assessment, code)
    given = {"rating": rating, "evidence": evidence, "agreed_by": agreed_by}
    return save_entry(row, given, version, who)


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
    row = held_entry(FactCheck, assessment, code)
    given = {"answer": answer, "date": on, "evidence": evidence, "agreed_by": agreed_by}
    return save_entry(row, given, version, who)


@transaction.atomic
def rate_layer(
    *, assessment: Assessment, code: str, rating: str, version: int, who: User
) -> PyramidLayer:
    return save_entry(held_entry(PyramidLayer, assessment, code), {"rating": rating}, version, who)


def held_entry(kind: type[Entry], assessment: Assessment, code: str) -> Entry:
    """The entry of a code, made where it is not there yet; locked, of an assessment not closed."""
    locked = lock_assessment(assessment)
    require_sayable(locked)
    rows = kind._default_manager  # noqa: SLF001 - Django's own name, documented
    rows.get_or_create(assessment=locked, code=code)
    # Of two saves the second waits here, and finds the version that the first has left.
    return rows.select_for_update().get(assessment=locked, code=code)


def require_sayable(assessment: Assessment) -> None:
    if not can_be_said(assessment):
        require_state(assessment, State.DRAFT, State.OPEN)


def can_be_said(assessment: Assessment) -> bool:
    """Whether the own part may still be added to. One query where it has closed."""
    return assessment.state != State.CLOSED or (
        not assessment.brought_in
        and ClosedReport.objects.filter(assessment=assessment).exists()
        and not assessment.perspectives.filter(mode=Mode.INDIVIDUAL).exists()
    )


def save_entry(row: Entry, given: Mapping[str, object], version: int, who: User) -> Entry:
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
    # What was said before waits no more.
    EarlierEntry.objects.filter(assessment=row.assessment_id, code=row.code).delete()  # type: ignore[attr-defined]
    OwnPartChange.objects.create(
        assessment_id=row.assessment_id,  # type: ignore[attr-defined]
        code=row.code,
        who=who,
        before={name: plain_value(value) for name, value in before.items()},
        after={name: plain_value(value) for name, value in given.items()},
    )
    mark_anew(row.assessment)  # type: ignore[attr-defined]
    return row


def plain_value(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value
