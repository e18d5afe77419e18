"""Putting right what was written wrongly, while people answer already.

Whom to ask, the welcome and how many people there are. Each change is kept and shown with what
stood there before. Never the door, the fewest people or the day: those were promised. A size moves
nothing that is released but how wide a rough range is, which rests on the last one alone.
"""

from collections.abc import Mapping

from django.db import transaction
from django.utils.translation import gettext as _

from assessment.method.doors import Door
from assessment.method.results import Mode
from assessment.models import Assessment, AssessmentChange, Perspective, State
from assessment.notices import default_welcome, whom_to_ask
from assessment.steps.setting_up import lock_assessment, require_state
from organisations.models import User
from organisations.parties.log import record
from organisations.refusal import Refusal

CONTACT, WELCOME = "contact", "welcome"


@transaction.atomic
def mend(
    *, assessment: Assessment, contact: str, welcome: str, sizes: Mapping[str, int], who: User
) -> None:
    """All of it, or nothing: a size can be refused."""
    mend_sizes(assessment=assessment, sizes=sizes, who=who)
    mend_words(assessment=assessment, contact=contact, welcome=welcome, who=who)


@transaction.atomic
def mend_words(*, assessment: Assessment, contact: str, welcome: str, who: User) -> None:
    """An empty welcome is ours. Our own notice names the contact, and goes with it."""
    locked = lock_assessment(assessment)
    require_state(locked, State.OPEN)
    before, asked = {CONTACT: locked.contact, WELCOME: locked.welcome}, whom_to_ask(locked)
    locked.contact, locked.welcome = contact, welcome or default_welcome(locked)
    if locked.our_notice:
        locked.privacy_notice = locked.privacy_notice.replace(asked, whom_to_ask(locked))
    locked.save(update_fields=["contact", "welcome", "privacy_notice"])
    for what in (CONTACT, WELCOME):
        keep_change(locked, what, before[what], getattr(locked, what), who)
    assessment.refresh_from_db()


@transaction.atomic
def mend_sizes(*, assessment: Assessment, sizes: Mapping[str, int], who: User) -> None:
    """By perspective of individuals; those that are left out stay."""
    locked = lock_assessment(assessment)
    require_state(locked, State.OPEN)
    alone = locked.perspectives.select_for_update().filter(mode=Mode.INDIVIDUAL)
    for perspective in alone.filter(code__in=sizes).order_by("pk"):
        size = sizes[perspective.code]
        if size == perspective.size:
            continue
        before = perspective.size
        perspective.size = size
        widen(perspective)
        perspective.save(update_fields=["size", "places", "widened"])
        keep_change(locked, perspective.code, str(before or ""), str(size), who)


def widen(perspective: Perspective) -> None:
    """A shared link takes more where there are more people than was said, and that once.

    Whoever could set again and again where it is full would see each answer arrive.
    """
    if perspective.door != Door.OPEN or perspective.places is None:
        return
    places = 2 * (perspective.size or 0)
    if places <= perspective.places:
        return
    if perspective.widened:
        raise Refusal(
            _(
                "Its shared link was made wider once already. Whoever could do it again and again "
                "would see each answer arrive, so the number stays."
            )
        )
    perspective.places, perspective.widened = places, True


def keep_change(assessment: Assessment, what: str, before: str, after: str, who: User) -> None:
    if before == after:
        return
    AssessmentChange.objects.create(
        assessment=assessment, what=what, before=before, after=after, who=who
    )
    said = "the number of people" if what not in (CONTACT, WELCOME) else f"the {what}"
    changed = f"changed {said} of {assessment.name} while it was open"
    record(party=assessment.programme.organisation, who=who, what=changed)
