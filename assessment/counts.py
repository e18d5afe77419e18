"""How many have answered while it is open: all that anybody sees (docs/method.md section 3).

Of individuals it is worked out once a day, from the day after it opened on, at the first need after
``HOUR``, and stored as it is told: so that nobody who looks again and again sees an answer arrive.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Exists, FilteredRelation, IntegerField, OuterRef, Q, QuerySet
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce, Length
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from assessment.asked import individuals_of
from assessment.ballots import Kind
from assessment.day_of_count import day_of_count
from assessment.method.bands import people_band
from assessment.method.doors import Door
from assessment.method.results import Mode
from assessment.models import Assessment, Perspective, State
from assessment.next_steps import ShownSoFar
from assessment.own_part import FactCheck, PyramidLayer, StandardRating
from assessment.sealing import sealed_width
from assessment.steps.answering import fills, is_full, item_codes


@dataclass(frozen=True, slots=True)
class Count:
    """A perspective and its count in words; ``enough``: its figures would be shown if it closed.

    ``enough`` says no more than the words: below k, or not. ``own_part``: whether anything is said
    in the own part of its assessment.
    """

    perspective: Perspective
    words: str
    enough: bool
    own_part: bool = False

    @property
    def is_group(self) -> bool:
        return self.perspective.mode == Mode.GROUP

    @property
    def is_unprinted(self) -> bool:
        """Answered by slips, of which there is none yet."""
        by_slips = not self.is_group and self.perspective.door == Door.EACH
        return by_slips and not self.perspective.printed

    @property
    def code(self) -> str:
        return self.perspective.code


FEW = 10  # from here on bands tell how many; below, only whether it is enough


def counts(assessment: Assessment) -> list[Count]:
    """Every perspective's count."""
    return counts_of([assessment])[assessment.pk]


def counts_of(assessments: Iterable[Assessment]) -> dict[UUID, list[Count]]:
    """One query for any number of them, that reads how long each box is, not what is in it; and
    one a day that stores what is told of it."""
    held = {one.pk: one for one in assessments}
    found: dict[UUID, list[Count]] = {pk: [] for pk in held}
    today = day_of_count(timezone.localtime())
    newly_told = []
    for perspective in with_lengths(held):
        assessment = perspective.assessment = held[perspective.assessment_id]
        sent = perspective.characters // sealed_width(len(item_codes(assessment)))
        if is_due(assessment, perspective, today):
            perspective.told, perspective.told_on = told_of(assessment, perspective, sent), today
            perspective.door_full = fills(perspective) and is_full(perspective, sent)
            newly_told.append(perspective)
        one = count(assessment, perspective, sent)
        found[assessment.pk].append(replace(one, own_part=perspective.own_part))
    if newly_told:
        Perspective.objects.bulk_update(newly_told, ["told", "told_on", "door_full"])
    return found


def with_lengths(assessments: Iterable[UUID]) -> QuerySet[Any]:
    answers = FilteredRelation("ballots", condition=Q(ballots__kind=Kind.ANSWERS))
    length = Coalesce(Length("answers__sealed"), 0, output_field=IntegerField())
    perspectives = Perspective.objects.filter(assessment__in=assessments).order_by("pk")
    counted = perspectives.annotate(answers=answers).annotate(characters=length)
    return counted.annotate(own_part=said_anything())


def said_anything() -> Combinable:
    """Of the own part: in the same query, because lists ask it of every assessment."""
    this = OuterRef("assessment")
    return (
        Exists(StandardRating.objects.exclude(rating="").filter(assessment=this))
        | Exists(FactCheck.objects.exclude(answer="").filter(assessment=this))
        | Exists(PyramidLayer.objects.exclude(rating="").filter(assessment=this))
    )


def is_due(assessment: Assessment, perspective: Perspective, today: date) -> bool:
    """Groups are counted as they are; what is being set up, or closed, has nobody to count."""
    if assessment.state != State.OPEN or perspective.mode == Mode.GROUP:
        return False
    return perspective.told_on is None or perspective.told_on < today


def told_of(assessment: Assessment, perspective: Perspective, sent: int) -> int:
    """What is told of so many: 0 below k, k where it is only 'enough', else the band's floor."""
    how = individuals_of(assessment, perspective)
    k = how.k if how else 0
    if sent < k:
        return 0
    return people_band(sent, k) if sent >= max(k, FEW) else k


def shown_so_far(assessments: Iterable[Assessment]) -> dict[UUID, ShownSoFar]:
    """Of those that are open: in how many perspectives a result would be shown."""
    found = counts_of(one for one in assessments if one.state == State.OPEN)
    return {pk: shown_of(asked) for pk, asked in found.items()}


def shown_of(asked: Sequence[Count]) -> ShownSoFar:
    return ShownSoFar(
        sum(one.enough for one in asked),
        len(asked),
        own_part=any(one.own_part for one in asked),
        printed=not any(one.is_unprinted for one in asked),
    )


def count(assessment: Assessment, perspective: Perspective, sent: int) -> Count:
    """A group's ratings are no secret: they are counted as they are."""
    how = individuals_of(assessment, perspective)
    if how is None:
        return Count(perspective, str(sent), enough=sent > 0)
    told = perspective.told
    return Count(perspective, count_shown(told, how.k), enough=told >= how.k)


def count_shown(told: int, k: int) -> str:
    """'not enough yet' below k, 'enough' from k, and from 10 people on the floor of their band."""
    if told < k:
        return _("not enough yet")
    return str(people_band(told, k)) if told >= max(k, FEW) else _("enough")


def counted_in_words(found: Count) -> str:
    """'2 group ratings', 'not enough yet', 'enough', '15 people, or a few more'."""
    if found.is_group:
        number = int(found.words)
        return ngettext("%(n)d group rating", "%(n)d group ratings", number) % {"n": number}
    if not found.words.isdecimal():
        return found.words
    return _("%(count)s people, or a few more") % {"count": found.words}
