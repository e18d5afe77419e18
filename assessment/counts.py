"""How many have answered while it is open: all that anybody sees (docs/method.md section 3)."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import IntegerField
from django.db.models.functions import Coalesce, Length
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from assessment.method.results import Mode
from assessment.models import Assessment, Perspective, State
from assessment.next_steps import ShownSoFar
from assessment.steps.answering import item_codes


@dataclass(frozen=True, slots=True)
class Count:
    """A perspective and its count in words; ``enough``: its figures would be shown if it closed.

    ``enough`` says no more than the words: below k, or not.
    """

    perspective: Perspective
    words: str
    enough: bool

    @property
    def is_group(self) -> bool:
        return self.perspective.mode == Mode.GROUP

    @property
    def code(self) -> str:
        return self.perspective.code


def counts(assessment: Assessment) -> list[Count]:
    """Every perspective's count."""
    return counts_of([assessment])[assessment.pk]


def counts_of(assessments: Iterable[Assessment]) -> dict[UUID, list[Count]]:
    """One query for any number of them, that reads how long each box is, not what is in it."""
    held = {one.pk: one for one in assessments}
    perspectives = Perspective.objects.filter(assessment__in=held).order_by("pk")
    found: dict[UUID, list[Count]] = {pk: [] for pk in held}
    for perspective in perspectives.annotate(
        characters=Coalesce(Length("ballots__joined"), 0, output_field=IntegerField())
    ):
        assessment = held[perspective.assessment_id]
        sent = perspective.characters // len(item_codes(assessment))
        found[assessment.pk].append(count(perspective, sent, assessment.k))
    return found


def shown_so_far(assessments: Iterable[Assessment]) -> dict[UUID, ShownSoFar]:
    """Of those that are open: in how many perspectives a result would be shown."""
    found = counts_of(one for one in assessments if one.state == State.OPEN)
    return {
        pk: ShownSoFar(sum(one.enough for one in asked), len(asked)) for pk, asked in found.items()
    }


def count(perspective: Perspective, sent: int, k: int) -> Count:
    """A group's ratings are no secret: they are counted as they are."""
    if perspective.mode == Mode.GROUP:
        return Count(perspective, str(sent), enough=sent > 0)
    return Count(perspective, count_shown(sent, k), enough=sent >= k)


def count_shown(number: int, k: int) -> str:
    """Never below k, and in steps of five, so that one more answer is not seen arriving."""
    if number < k:
        return ngettext("fewer than %(k)d", "fewer than %(k)d", k) % {"k": k}
    return str(max(k, number // 5 * 5))


def in_words(found: Count) -> str:
    """'2 group ratings', 'fewer than 5 people', '15 people or a few more'."""
    if found.is_group:
        number = int(found.words)
        return ngettext("%(n)d group rating", "%(n)d group ratings", number) % {"n": number}
    if not found.enough:
        return _("%(count)s people") % {"count": found.words}
    return _("%(count)s people, or a few more") % {"count": found.words}
