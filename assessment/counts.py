"""How many have answered while it is open: all that anybody sees (docs/method.md section 3)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import IntegerField
from django.db.models.functions import Coalesce, Length
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from assessment.asked import individuals_of
from assessment.method.bands import people_band
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


FEW = 10  # from here on bands tell how many; below, only whether it is enough


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
        assessment = perspective.assessment = held[perspective.assessment_id]
        sent = perspective.characters // len(item_codes(assessment))
        found[assessment.pk].append(count(assessment, perspective, sent))
    return found


def shown_so_far(assessments: Iterable[Assessment]) -> dict[UUID, ShownSoFar]:
    """Of those that are open: in how many perspectives a result would be shown."""
    found = counts_of(one for one in assessments if one.state == State.OPEN)
    return {pk: shown_of(asked) for pk, asked in found.items()}


def shown_of(asked: Sequence[Count]) -> ShownSoFar:
    return ShownSoFar(sum(one.enough for one in asked), len(asked))


def count(assessment: Assessment, perspective: Perspective, sent: int) -> Count:
    """A group's ratings are no secret: they are counted as they are."""
    how = individuals_of(assessment, perspective)
    if how is None:
        return Count(perspective, str(sent), enough=sent > 0)
    return Count(perspective, count_shown(sent, how.k), enough=sent >= how.k)


def count_shown(number: int, k: int) -> str:
    """'not enough yet' below k, 'enough' from k, and from 10 people on the floor of their band."""
    if number < k:
        return _("not enough yet")
    return str(people_band(number, k)) if number >= max(k, FEW) else _("enough")


def in_words(found: Count) -> str:
    """'2 group ratings', 'not enough yet', 'enough', '15 people, or a few more'."""
    if found.is_group:
        number = int(found.words)
        return ngettext("%(n)d group rating", "%(n)d group ratings", number) % {"n": number}
    if not found.words.isdecimal():
        return found.words
    return _("%(count)s people, or a few more") % {"count": found.words}
