"""Sharing a closed assessment with a round, and taking it back (docs/method.md section 11).

Consent is data: who agreed, when, and to which words. What leaves is worked out once, when it is
agreed to, and is what the preview showed (``agreement``).

Rows are locked in one order: organisation, round, share. The organisation's, because an assessment
may be wanted in two rounds of two collaborations at once.
"""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from assessment.models import Assessment
from comparing.agreement import Offer, offer
from comparing.method.counted_once import How
from comparing.method.members import Way
from comparing.models import Round, Share
from comparing.obstacles import obstacle
from comparing.party import Member
from comparing.steps.remembering import digests_now, remember, require_known_keys, traced
from organisations.models import Organisation, User
from organisations.parties.log import record
from organisations.refusal import Refusal


class ChangedSince(Refusal):
    """What would leave is no longer what the preview showed."""

    def __init__(self) -> None:
        super().__init__(
            _("Something has changed since you were shown this: look it over once more.")
        )


@transaction.atomic
def share(
    *,
    round_: Round,
    organisation: Organisation,
    assessment: Assessment,
    who: User,
    previewed: str | None = None,
) -> Share:
    """``previewed``: the digest of the offer that was looked at; ChangedSince where it is another.

    Agreeing again to what is shared already, a second click, changes nothing.
    """
    held = lock_organisation(organisation)
    locked = lock_round(round_)
    require_taking(locked, held)
    if assessment.programme.organisation_id != held.pk:
        raise Refusal(_("Choose a closed self-assessment of your own."))
    offered = offer(round_=locked, assessment=assessment)
    former = locked.shares.filter(assessment=assessment, withdrawn_at=None).first()
    agreed = (offered.text, offered.results, list(offered.planned))
    if former is not None and (former.text, former.results, former.planned) == agreed:
        return former
    if why := obstacle(locked, assessment):
        raise Refusal(why)
    if previewed not in (None, offered.digest):
        raise ChangedSince
    give_way(locked, offered.instead_of)
    made = keep(locked, offered, who)
    what = f"shared {assessment.name} with {locked.name}, {locked.way}"
    record(party=held, who=who, what=what)
    return made


def lock_organisation(organisation: Organisation) -> Organisation:
    """Of two of its owners who agree at once the second finds what the first has done."""
    return Organisation.objects.select_for_update().get(pk=organisation.pk)


def lock_round(round_: Round) -> Round:
    """The row as it is now; closing holds it too, so nothing comes between."""
    found = Round.objects.select_for_update(of=("self",)).select_related("collaboration")
    return found.get(pk=round_.pk)


def require_taking(round_: Round, organisation: Organisation) -> None:
    # Held, so that an organisation cannot be removed while it shares.
    members = Member.objects.select_for_update().filter(organisation=organisation)
    if not members.filter(collaboration=round_.collaboration_id).first():
        raise Refusal(_("Your organisation is not a member of this collaboration."))
    if round_.kind and round_.kind != organisation.kind:
        raise Refusal(_("This round is for organisations of another kind than yours."))
    today = timezone.localdate()
    if round_.opens > today:
        raise Refusal(_("This round is not open yet."))
    if not round_.takes_shares(today):
        raise Refusal(_("This round is closed: nothing can be shared in it any more."))
    # By name too: what has counted anonymously is known again by its key alone.
    require_known_keys()


def give_way(round_: Round, former: Share | None) -> None:
    """Anonymously it leaves nothing; by name it stays as a record of what was agreed to."""
    if former is None:
        return
    if round_.is_anonymous:
        former.delete()
    else:
        empty(former, None)


def keep(round_: Round, offered: Offer, who: User) -> Share:
    trace = traced(offered.assessment, offered.shared, digests_now())
    if not round_.is_anonymous:  # known from this moment on
        remember([trace], How.NAMED)
    return Share.objects.create(
        round=round_,
        organisation=offered.assessment.programme.organisation,
        assessment=offered.assessment,
        way=round_.way,
        text=offered.text,
        results=offered.results,
        figures=offered.figures,
        planned=list(offered.planned),
        cells=trace.cells,
        agreed_by=who,
    )


@transaction.atomic
def withdraw(*, share: Share, who: User | None) -> None:
    """By name its figures go at once; from an open anonymous round it leaves nothing. Later what it
    had shared is deleted, and what was published, in which it cannot be told, stays.
    """
    locked = lock_round(share.round)
    # Of two who withdraw at once the second finds it done, and its log is one line.
    held = Share.objects.select_for_update(of=("self",)).select_related("organisation")
    found = held.filter(pk=share.pk, withdrawn_at=None).first()
    if found is None:
        return
    what = f"took back what was shared with {locked.name}"
    record(party=found.organisation, who=who, what=what)
    if locked.way == Way.ANONYMOUS and not locked.is_closed:
        found.delete()
    else:
        empty(found, who)


def empty(share: Share, who: User | None) -> None:
    """Who, when and the words stay, for its own people."""
    share.results, share.figures, share.planned, share.cells = "", {}, [], ""
    share.withdrawn_by, share.withdrawn_at = who, timezone.now()
    share.save()


@transaction.atomic
def leave_collaboration(*, member: Member, who: User | None) -> None:
    """An organisation leaves a collaboration, or is removed: all that it shared there goes too."""
    lock_organisation(member.organisation)  # sharing holds it too
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
    held.organisation.exchange.filter(collaboration=held.collaboration_id).delete()
    record(party=held.collaboration, who=who, what=f"{held.organisation} left")
    record(party=held.organisation, who=who, what=f"left {held.collaboration}")
    held.delete()
