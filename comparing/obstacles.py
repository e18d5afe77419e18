"""Which of an organisation's assessments can be shared with a round; of the others, why not."""

from dataclasses import dataclass

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from assessment.instruments import find, instrument_of
from assessment.method.language import listed, lower
from assessment.models import COUNTS, Assessment
from comparing.agreement import what_leaves
from comparing.method.alike import alike
from comparing.method.counted_once import DAYS_APART, How
from comparing.method.members import Way
from comparing.method.sharing import Shared, can_be_shared, known_principles
from comparing.models import Round, Share
from comparing.steps.remembering import bar, known_digests, traced
from organisations.models import Organisation


@dataclass(frozen=True, slots=True)
class Choice:
    """A closed assessment; ``obstacle``: why it cannot be shared, empty where it can."""

    assessment: Assessment
    obstacle: str = ""


def choices(round_: Round, organisation: Organisation) -> list[Choice]:
    """Every closed one that counts, the newest first."""
    found = Assessment.objects.filter(
        COUNTS, programme__organisation=organisation, report__isnull=False
    ).select_related("programme__organisation")
    return [Choice(one, obstacle(round_, one)) for one in found.order_by("-closed_at", "pk")]


def obstacle(round_: Round, assessment: Assessment) -> str:
    """Open rounds are asked before the ledger: one that closes between is in the ledger then."""
    if assessment.trial or assessment.left_out_at is not None:
        return _("It is a trial or was left out, so it does not count.")
    if assessment.brought_in:
        return _("It was brought in from a file, and a file can be made by anybody.")
    if not alike(instrument_of(assessment), find(round_.instrument)):
        return _("It was asked with other questions than this round compares.")
    shared = what_leaves(assessment)
    if not can_be_shared(shared):
        return not_enough(shared)
    if other := open_elsewhere(round_, assessment, shared):
        return other
    how = bar(assessment, shared, round_.way)
    return str(USED[how]) if how else ""


USED = {
    How.COUNTED: gettext_lazy(
        "It has counted in an anonymous round, or one of yours has that closed less than half a "
        "year from it. Counted once, it can neither count again nor be shared by name: otherwise "
        "the published figures could be taken apart. Share one that closed half a year later."
    ),
    How.NAMED: gettext_lazy(
        "It was shared by name, or one of yours was that closed less than half a year from it, so "
        "its figures are known and could be taken from the others'. Share it by name, or one that "
        "closed half a year later."
    ),
}


def not_enough(shared: Shared) -> str:
    """Which principles are not known, and what would be enough."""
    instrument = shared.results.instrument
    known, needed = known_principles(shared), instrument.thresholds.share_principles
    missing = [lower(one.short_name) for one in instrument.principles if one.code not in known]
    return _(
        "Of what may leave, %(known)d principles have a lived-experience view, and %(needed)d are "
        "needed. Not known: %(missing)s. It would be enough if %(people)d people who give or "
        "receive peer support answered one by one, or if a group of them rated it together."
    ) % {
        "known": len(known),
        "needed": needed,
        "missing": listed(missing),
        "people": instrument.thresholds.share_people,
    }


def open_elsewhere(round_: Round, assessment: Assessment, shared: Shared) -> str:
    """While it waits in an open anonymous round it can be in no other; leaving frees it.

    In the round itself another one of the organisation gives way.
    """
    # By every key there was: one may have come before the key was changed.
    cells = {traced(assessment, shared, one).cells for one in known_digests()}
    organisation = assessment.programme.organisation_id
    waiting = Share.objects.filter(
        Q(organisation=organisation) | Q(cells__in=cells),
        way=Way.ANONYMOUS,
        withdrawn_at=None,
        round__closed_at=None,
    ).exclude(round=round_, organisation=organisation)
    for one in waiting.select_related("assessment__programme", "round__collaboration"):
        if one.organisation_id != organisation:
            return _("Another organisation shares the same results in an open anonymous round.")
        if near(one.assessment, assessment) or one.cells in cells:
            return in_words(one)
    return ""


def near(one: Assessment, other: Assessment) -> bool:
    assert one.closed_at is not None
    assert other.closed_at is not None
    days = timezone.localdate(one.closed_at) - timezone.localdate(other.closed_at)
    return abs(days.days) < DAYS_APART


def in_words(share: Share) -> str:
    return _(
        "“%(assessment)s” waits in the anonymous round “%(round)s” of %(collaboration)s. Until "
        "that closes it can be in no other round and not be shared by name; take it back there "
        "first."
    ) % {
        "assessment": share.assessment.name,
        "round": share.round.name,
        "collaboration": share.round.collaboration.name,
    }
