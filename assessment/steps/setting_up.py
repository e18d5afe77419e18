"""Setting an assessment up and opening it; nothing here touches an answer.

Each step of setting up is a verb of its own, possible while it is a draft. Once it is open only the
closing date may still move.
"""

import secrets
from collections.abc import Mapping
from datetime import date

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from assessment import keys
from assessment.asked import HowAsked, smallest_k
from assessment.day_of_count import day_of_count
from assessment.instruments import find, instrument_of
from assessment.keeping import require_may_keep
from assessment.method.doors import Door
from assessment.method.results import Mode
from assessment.models import Assessment, Link, Perspective, State
from assessment.notices import default_notice, default_welcome
from organisations.models import Programme, User
from organisations.parties.log import record
from organisations.refusal import Refusal

# Said by forms beside their fields too.
DAY_HAS_PASSED = gettext_lazy("This day has passed: choose today or a later day.")
HOW_MANY_SLIPS = gettext_lazy("Say how many people there are: each of them gets a slip.")

# Without letters and digits that look alike when written on a poster.
LINK_CHARACTERS = "abcdefghjkmnpqrstuvwxyz23456789"
LINK_LENGTH = 10  # of 31 characters: eight hundred million million codes, short enough to type


@transaction.atomic
def create(
    *,
    programme: Programme,
    who: User,
    name: str,
    instrument: str,
    length: str = "full",
    mutual: bool = False,
    together: bool = False,
    trial: bool = False,
) -> Assessment:
    """``trial``: it never counts. It is said here or while it is set up, never once it is open:
    then it would depend on who has answered, or be asked for what they said."""
    require_not_archived(programme)
    assessment = Assessment.objects.create(
        programme=programme,
        name=name,
        instrument=instrument,
        length=length,
        k=smallest_k(find(instrument)),
        mutual=mutual,
        together=together,
        trial=trial,
    )
    record(party=programme.organisation, who=who, what=f"set up {name}")
    return assessment


@transaction.atomic
def change_basics(
    *, assessment: Assessment, name: str, length: str, mutual: bool, trial: bool = False
) -> None:
    """A mutual group has no perspective of its own for giving: it goes, if it was chosen."""
    locked = lock_assessment(assessment)
    require_state(locked, State.DRAFT)
    locked.name, locked.length, locked.mutual, locked.trial = name, length, mutual, trial
    locked.save(update_fields=["name", "length", "mutual", "trial"])
    if mutual:
        locked.perspectives.filter(code=instrument_of(locked).shape.giving).delete()


@transaction.atomic
def choose_perspectives(*, assessment: Assessment, chosen: Mapping[str, HowAsked]) -> None:
    """Who is asked and how, by perspective. Only while being set up."""
    locked = lock_assessment(assessment)
    require_state(locked, State.DRAFT)
    if locked.mutual and instrument_of(locked).shape.giving in chosen:
        raise Refusal(_("In a mutual group everybody is a member: there is no separate giving."))
    locked.perspectives.all().delete()
    Perspective.objects.bulk_create(
        Perspective(
            assessment=locked, code=code, mode=how.mode.value, size=how.size, door=how.door.value
        )
        for code, how in chosen.items()
    )


@transaction.atomic
def set_limits(
    *, assessment: Assessment, k: int, closes_on: date | None, keeper: User | None = None
) -> None:
    locked = lock_assessment(assessment)
    require_state(locked, State.DRAFT)
    require_k(locked, k)
    if keeper:
        require_may_keep(locked, keeper)
    locked.k, locked.closes_on, locked.keeper = k, closes_on, keeper
    locked.save(update_fields=["k", "closes_on", "keeper"])


@transaction.atomic
def set_words(*, assessment: Assessment, welcome: str, privacy_notice: str, contact: str) -> None:
    """An empty welcome or notice is made from the settings when it opens."""
    locked = lock_assessment(assessment)
    require_state(locked, State.DRAFT)
    locked.welcome, locked.privacy_notice, locked.contact = welcome, privacy_notice, contact
    locked.save(update_fields=["welcome", "privacy_notice", "contact"])


@transaction.atomic
def discard(*, assessment: Assessment, who: User) -> None:
    """One that was begun by mistake, with what the organisation says of itself in it."""
    locked = lock_assessment(assessment)
    require_state(locked, State.DRAFT)
    record(party=locked.programme.organisation, who=who, what=f"discarded {locked.name}")
    locked.delete()


@transaction.atomic
def open_for_answers(*, assessment: Assessment, who: User) -> None:
    """From here on k, form, words and perspectives are fixed; each perspective gets its link.

    What is sent will be sealed to a key made here, whose private half lies outside the database.
    """
    locked = lock_assessment(assessment)
    require_state(locked, State.DRAFT)
    require_not_archived(locked.programme)
    perspectives = list(locked.perspectives.all())
    if not perspectives:
        raise Refusal(_("Choose at least one perspective before you open it."))
    require_k(locked, locked.k)
    require_what_is_promised(locked, perspectives)
    Link.objects.bulk_create(
        Link(perspective=perspective, code=new_link_code()) for perspective in perspectives
    )
    if not locked.together:  # there nobody is asked from outside the room
        locked.welcome = locked.welcome or default_welcome(locked)
        locked.our_notice = not locked.privacy_notice
        locked.privacy_notice = locked.privacy_notice or default_notice(locked)
    # The most that a shared link takes: whoever must be stuffing the box is stopped there.
    through_links = locked.perspectives.filter(mode=Mode.INDIVIDUAL, door=Door.OPEN)
    through_links.update(places=2 * F("size"))
    locked.perspectives.update(told=0, told_on=day_of_count(timezone.localtime()))
    locked.state, locked.opened_at = State.OPEN, timezone.now()
    locked.public_key = keys.make_pair(locked.pk)
    kept = ("state", "opened_at", "public_key", "welcome", "privacy_notice", "our_notice")
    locked.save(update_fields=kept)
    record(party=locked.programme.organisation, who=who, what=f"opened {locked.name}")
    assessment.refresh_from_db()


def require_not_archived(programme: Programme) -> None:
    if programme.archived_at is not None:
        raise Refusal(_("This programme is archived: take it out of the archive first."))


def require_what_is_promised(assessment: Assessment, perspectives: list[Perspective]) -> None:
    """Whoever answers alone is told until when, and by slips there is one for each of them."""
    alone = [one for one in perspectives if one.mode == Mode.INDIVIDUAL]
    by_slips = [one for one in alone if one.door == Door.EACH]
    if alone and assessment.closes_on is None:
        raise Refusal(_("Say on which day it closes: whoever answers alone is told, and it holds."))
    if any(one.size is None for one in by_slips):
        raise Refusal(str(HOW_MANY_SLIPS))
    if by_slips and assessment.keeper is None:
        raise Refusal(_("Name a keeper, who prints the slips."))


@transaction.atomic
def extend(*, assessment: Assessment, closes_on: date, who: User) -> None:
    """Another closing date. A day that people were told may become later, never sooner."""
    locked = lock_assessment(assessment)
    require_state(locked, State.OPEN)
    if closes_on < timezone.localdate():
        raise Refusal(str(DAY_HAS_PASSED))
    if locked.closes_on and closes_on < locked.closes_on and has_private_answers(locked):
        raise Refusal(_("People were told a later day: it can be moved on, never back."))
    locked.closes_on = closes_on
    locked.save(update_fields=["closes_on"])
    what = f"moved the closing date of {locked.name} to {closes_on:%-d %B %Y}"
    record(party=locked.programme.organisation, who=who, what=what)
    assessment.refresh_from_db()


def has_private_answers(assessment: Assessment) -> bool:
    """Whether anybody answers alone."""
    return assessment.perspectives.filter(mode=Mode.INDIVIDUAL).exists()


def new_link_code() -> str:
    return "".join(secrets.choice(LINK_CHARACTERS) for _ in range(LINK_LENGTH))


def lock_assessment(assessment: Assessment) -> Assessment:
    """The row as it is now, held until the transaction ends.

    Opening, changing, discarding and closing wait here for each other.
    """
    locked = Assessment.objects.select_for_update().filter(pk=assessment.pk).first()
    if locked is None:
        raise Refusal(_("It has been discarded."))
    return locked


def require_k(assessment: Assessment, k: int) -> None:
    if k < smallest_k(instrument_of(assessment)):
        raise Refusal(_("The fewest people may be raised, never lowered."))


def require_state(assessment: Assessment, *states: State) -> None:
    if assessment.state not in states:
        label = State(assessment.state).label
        raise Refusal(_("This cannot be done: it is %(state)s.") % {"state": label})
