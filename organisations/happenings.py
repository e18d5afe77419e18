"""What happened to a programme: dated events, drawn on its line over time.

A tender, a new policy, a merger: nothing here is about a person. Verbs are keyword-only, each one
transaction.
"""

from datetime import date

from django.db import transaction

from organisations.models import Programme, ProgrammeEvent, User
from organisations.parties.log import record


@transaction.atomic
def add_event(*, programme: Programme, day: date, text: str, who: User) -> ProgrammeEvent:
    """What stands there word for word on that day is not added again: two clicks, one row."""
    # The second of two clicks waits here, and finds what the first has added.
    locked = Programme.objects.select_for_update().get(pk=programme.pk)
    event, new = ProgrammeEvent.objects.get_or_create(programme=locked, day=day, text=text)
    if new:
        what = f"added to what happened in {programme.name}: {event}"
        record(party=programme.organisation, who=who, what=what)
    return event


@transaction.atomic
def remove_event(*, event: ProgrammeEvent, who: User) -> None:
    programme = event.programme
    what = f"took away from what happened in {programme.name}: {event}"
    record(party=programme.organisation, who=who, what=what)
    event.delete()
