"""How far open assessments have come, for any number of them in one query."""

from collections import defaultdict
from collections.abc import Iterable
from uuid import UUID

from django.db.models import IntegerField
from django.db.models.functions import Coalesce, Length

from assessment.answering import item_codes
from assessment.method.results import Mode
from assessment.models import Assessment, Perspective, State
from assessment.next_steps import Standing


def standings(assessments: Iterable[Assessment]) -> dict[UUID, Standing]:
    """Of those that are open: in how many perspectives a result would be shown.

    Reads the length of each box of answers, never what is in it.
    """
    held = {a.pk: a for a in assessments if a.state == State.OPEN}
    perspectives = Perspective.objects.filter(assessment__in=held).annotate(
        characters=Coalesce(Length("ballots__joined"), 0, output_field=IntegerField())
    )
    reached: dict[UUID, list[bool]] = defaultdict(list)
    for perspective in perspectives:
        assessment = held[perspective.assessment_id]
        sent = perspective.characters // len(item_codes(assessment))
        fewest = 1 if perspective.mode == Mode.GROUP else assessment.k
        reached[assessment.pk].append(sent >= fewest)
    return {pk: Standing(sum(shown), len(shown)) for pk, shown in reached.items()}
