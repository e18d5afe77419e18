"""Sharing a closed assessment with a round, and taking it back (docs/method.md section 11).

Consent is data: who agreed, when, until when, and to which words. What leaves is worked out once,
when it is agreed to, and is what the preview showed (``agreement``).

Rows are locked in one order: member, round, share.
"""

from django.db import transaction
from django.db.models import F, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from assessment.models import Assessment, State
from comparing.agreement import (
    Agreement,
    Offer,
    agreement_words,
    chosen_actions,
    offer,
    shared_by,
    what_leaves,
)
from comparing.models import Member, Round, Share, Way
from comparing.steps import figures
from organisations.models import Organisation, User
from organisations.parties.log import record
from organisations.refusal import Refusal

__all__ = [
    "Agreement",
    "ChangedSince",
    "Offer",
    "agreement_words",
    "chosen_actions",
    "end_expired",
    "leave_collaboration",
    "may_share",
    "offer",
    "share",
    "shared_by",
    "what_leaves",
    "withdraw",
]


ONE_WAY = {
    Way.NAMED: gettext_lazy(
        "This self-assessment is shared anonymously in this collaboration, or was when figures "
        "were made. By name, its figures could be subtracted from the others': share it "
        "anonymously, choose another one, or do not share."
    ),
    Way.ANONYMOUS: gettext_lazy(
        "This self-assessment is shared by name in this collaboration, or was when figures were "
        "made, so its figures are known and could be subtracted from the others': share it by "
        "name, choose another one, or do not share."
    ),
}


class ChangedSince(Refusal):
    """What would leave is no longer what the preview showed."""

    def __init__(self) -> None:
        super().__init__(
            _("Something has changed since you were shown this: look it over once more.")
        )


def may_share(round_: Round, organisation: Organisation) -> list[Assessment]:
    """The closed assessments that fit a round: of its instrument, the newest first."""
    found = Assessment.objects.filter(
        programme__organisation=organisation, state=State.CLOSED, instrument=round_.instrument
    )
    return list(found.select_related("programme__organisation").order_by("-closed_at"))


@transaction.atomic
def share(
    *,
    round_: Round,
    organisation: Organisation,
    agreement: Agreement,
    who: User,
    previewed: str | None = None,
) -> Share:
    """In place of what the organisation shared with the round before.

    ``previewed``: the digest of the offer that was looked at. ChangedSince where it is another by
    now. Agreeing again to what is shared already, a second click, changes nothing.
    """
    require_member(round_, organisation)
    locked = figures.lock_round(round_)
    require_taking(locked)
    require_fitting(locked, organisation, agreement)
    offered = offer(round_=locked, agreement=agreement)
    former = offered.instead_of
    if former is not None and offered.is_shared_by(former):
        return former
    if previewed not in (None, offered.digest):
        raise ChangedSince
    if former is not None:
        empty(former, who)
    figures.take_down(locked)  # of those whose day has passed: shown ones are refused above
    made = Share.objects.create(
        round=locked,
        organisation=organisation,
        assessment=agreement.assessment,
        way=agreement.way,
        until=agreement.until,
        text=offered.text,
        results=offered.results,
        figures=offered.figures,
        chosen=list(offered.chosen),
        agreed_by=who,
    )
    what = f"shared {agreement.assessment.name} with {locked.name}, {agreement.way}"
    record(party=organisation, who=who, what=what)
    return made


def require_member(round_: Round, organisation: Organisation) -> None:
    """Held, so that an organisation cannot leave and share at once."""
    members = Member.objects.select_for_update().filter(organisation=organisation)
    if not members.filter(collaboration=round_.collaboration_id).first():
        raise Refusal(_("Your organisation is not a member of this collaboration."))


def require_taking(round_: Round) -> None:
    """Until a round is closed; and after that only while its figures are taken down."""
    if round_.opens > timezone.localdate():
        raise Refusal(_("This round is not open yet."))
    if round_.is_closed and figures.figures_shown(round_) is not None:
        raise Refusal(_("This round is closed and its figures are made: you can only take back."))


def require_fitting(round_: Round, organisation: Organisation, agreement: Agreement) -> None:
    if agreement.assessment not in may_share(round_, organisation):
        raise Refusal(_("Choose a closed self-assessment of your own that fits this round."))
    if agreement.until < timezone.localdate():
        raise Refusal(_("This day has passed: choose a later one."))
    if shared_the_other_way(round_, organisation, agreement).exists():
        raise Refusal(str(ONE_WAY[Way(agreement.way)]))


def shared_the_other_way(
    round_: Round, organisation: Organisation, agreement: Agreement
) -> QuerySet[Share]:
    """The same assessment by name here and anonymously in other figures of the collaboration, or
    the other way round: whoever has both can subtract it from the others'.
    """
    same = Share.objects.filter(
        organisation=organisation,
        assessment=agreement.assessment,
        round__collaboration=round_.collaboration_id,
    ).exclude(way=agreement.way)
    elsewhere = Q(withdrawn_at=None) & ~Q(round=round_)
    counted = Q(round__versions__made_at__gte=F("agreed_at")) & (
        Q(withdrawn_at=None) | Q(round__versions__made_at__lte=F("withdrawn_at"))
    )
    return same.filter(elsewhere | counted)


@transaction.atomic
def withdraw(*, share: Share, who: User | None) -> None:
    """Its figures go, and with them the round's, at once. Who, when and the words stay."""
    locked = figures.lock_round(share.round)
    # Of two who withdraw at once the second finds it done, and its log is one line.
    held = Share.objects.select_for_update().get(pk=share.pk)
    if held.withdrawn_at is not None:
        return
    empty(held, who)
    figures.take_down_with(locked, held.organisation_id)
    what = f"took back what was shared with {locked.name}"
    record(party=held.organisation, who=who, what=what)


def empty(share: Share, who: User | None) -> None:
    share.results, share.figures, share.chosen = "", {}, []
    share.withdrawn_by, share.withdrawn_at = who, timezone.now()
    share.save(update_fields=["results", "figures", "chosen", "withdrawn_by", "withdrawn_at"])


@transaction.atomic
def leave_collaboration(*, member: Member, who: User | None) -> None:
    """An organisation leaves a collaboration, or is removed: all that it shared there goes too."""
    # Sharing holds it too (``require_member``): nothing is shared while it leaves.
    held = Member.objects.select_for_update().filter(pk=member.pk).first()
    if held is None:
        return
    shares = Share.objects.filter(
        round__collaboration=held.collaboration_id,
        organisation=held.organisation_id,
        withdrawn_at=None,
    )
    for one in shares.select_related("round").order_by("round"):
        withdraw(share=one, who=who)
    record(party=held.collaboration, who=who, what=f"{held.organisation} left")
    record(party=held.organisation, who=who, what=f"left {held.collaboration}")
    held.delete()


def end_expired() -> int:
    """Take back what was agreed to until a day that has passed; how many that were."""
    over = Share.objects.filter(withdrawn_at=None, until__lt=timezone.localdate())
    found = list(over.select_related("round"))
    for one in found:
        withdraw(share=one, who=None)
    return len(found)
