"""The closing day is a promise to those who answer: never earlier, unless the keeper agrees.

Whoever could choose the moment could close after the one answer they want to read
(docs/privacy.md). Where only groups rate there is nothing to protect, and no day.
"""

from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from assessment.models import Assessment, State
from assessment.steps.setting_up import has_private_answers, lock_assessment, require_state
from assessment.steps.slips import require_keeper
from organisations.models import User
from organisations.parties.log import record
from organisations.refusal import Refusal


class TooEarly(Refusal):
    def __init__(self, day: date) -> None:
        words = _("People were told that it closes on %(day)s, so it cannot be closed before.")
        super().__init__(words % {"day": f"{day:%-d %B %Y}"})


def is_too_early(assessment: Assessment, today: date) -> bool:
    """Whether closing it today would break the promise."""
    day, agreed = assessment.closes_on, assessment.early_agreed_at
    if day is None or day <= today or agreed is not None:
        return False
    return has_private_answers(assessment)


def require_promised_day(assessment: Assessment) -> None:
    if is_too_early(assessment, timezone.localdate()):
        assert assessment.closes_on is not None  # or nothing was promised
        raise TooEarly(assessment.closes_on)


@transaction.atomic
def ask_to_close_early(*, assessment: Assessment, reason: str, who: User) -> None:
    """The keeper reads the reason, and decides."""
    locked = lock_assessment(assessment)
    require_state(locked, State.OPEN)
    if locked.keeper is None:
        raise Refusal(_("Nobody keeps its slips, so nobody could agree to it."))
    locked.early_reason = reason
    locked.save(update_fields=["early_reason"])
    log(locked, who, "asked the keeper to agree to an early closing of")
    assessment.refresh_from_db()


@transaction.atomic
def agree_to_close_early(*, assessment: Assessment, who: User) -> None:
    """From here on an owner may close it."""
    locked = lock_assessment(assessment)
    require_state(locked, State.OPEN)
    require_keeper(locked, who)
    if not locked.early_reason:
        raise Refusal(_("Nobody has asked for an early closing."))
    locked.early_agreed_at = timezone.now()
    locked.save(update_fields=["early_agreed_at"])
    log(locked, who, "agreed to an early closing of")
    assessment.refresh_from_db()


@transaction.atomic
def refuse_to_close_early(*, assessment: Assessment, who: User) -> None:
    """Also after agreeing, as long as it is open."""
    locked = lock_assessment(assessment)
    require_state(locked, State.OPEN)
    require_keeper(locked, who)
    locked.early_reason, locked.early_agreed_at = "", None
    locked.save(update_fields=["early_reason", "early_agreed_at"])
    log(locked, who, "did not agree to an early closing of")
    assessment.refresh_from_db()


def log(assessment: Assessment, who: User, did: str) -> None:
    organisation = assessment.programme.organisation
    record(party=organisation, who=who, what=f"{did} {assessment.name}")
