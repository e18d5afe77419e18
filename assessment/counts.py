"""How many have answered while it is open: all that anybody sees (method.md section 3)."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import IntegerField
from django.db.models.functions import Coalesce, Length
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from assessment.answering import item_codes
from assessment.method.results import Mode
from assessment.models import Assessment, Perspective


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
    """Every perspective's count. One query that reads how long each box is, not what is in it."""
    width = len(item_codes(assessment))
    perspectives = assessment.perspectives.order_by("pk").annotate(
        characters=Coalesce(Length("ballots__joined"), 0, output_field=IntegerField())
    )
    return [count(p, p.characters // width, assessment.k) for p in perspectives]


def count(perspective: Perspective, sent: int, k: int) -> Count:
    if perspective.mode == Mode.GROUP:
        return Count(perspective, str(sent), enough=sent > 0)
    return Count(perspective, shown(sent, k), enough=sent >= k)


def responses_so_far(assessment: Assessment) -> Mapping[str, str]:
    """Perspective code to 'fewer than 5', or the number rounded down to a multiple of 5.

    A group's ratings are no secret: they are counted as they are.
    """
    return {found.code: found.words for found in counts(assessment)}


def shown(number: int, k: int) -> str:
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
