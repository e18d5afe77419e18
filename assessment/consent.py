"""Sharing a closed assessment with a round, and taking it back (method.md section 11).

Consent is data: who agreed, when, until when, and to which words. What leaves is worked out once,
when it is agreed to, and is what the preview showed.
"""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from assessment import rounds
from assessment.method import from_json
from assessment.method.members import figures_of, to_row
from assessment.method.shared_document import to_shared_json
from assessment.method.sharing import Shared, leaving
from assessment.models import ActionStatus, Assessment, ClosedReport, State
from assessment.planning import suggestions
from assessment.shares import Level, Share
from organisations.collaborating import note
from organisations.collaborations import Collaboration, Member, Round
from organisations.models import Organisation, User
from organisations.refusal import Refusal
from organisations.steps import record
from questions import load


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """What an owner agrees to; ``until`` is the last day."""

    assessment: Assessment
    level: str
    until: date


def may_share(round_: Round, organisation: Organisation) -> list[Assessment]:
    """The closed assessments that fit a round: of its instrument, the newest first."""
    found = Assessment.objects.filter(
        programme__organisation=organisation, state=State.CLOSED, instrument=round_.instrument
    )
    return list(found.select_related("programme").order_by("-closed_at"))


def what_leaves(assessment: Assessment) -> Shared:
    """What would leave, for the preview and for sharing alike; one query."""
    report = ClosedReport.objects.get(assessment=assessment)
    return leaving(from_json(report.results, load(assessment.instrument)))


def chosen_actions(assessment: Assessment) -> list[str]:
    """The suggested actions in the plan, by name; own words never leave."""
    planned = assessment.planned_actions.exclude(status=ActionStatus.DROPPED)
    found = set(planned.values_list("about", "text"))
    suggested = suggestions(load(assessment.instrument))
    return [n for n, action in suggested.items() if (n.partition(":")[0], action.text) in found]


def words(*, round_: Round, agreement: Agreement) -> str:
    """The text that is agreed to, kept as it was."""
    named = agreement.level == Level.NAMED
    return "\n".join(
        [
            _(
                "%(organisation)s shares “%(assessment)s” (%(programme)s) with the round "
                "“%(round)s” of %(collaboration)s, until %(until)s."
            )
            % {
                "organisation": agreement.assessment.programme.organisation.name,
                "assessment": agreement.assessment.name,
                "programme": agreement.assessment.programme.name,
                "round": round_.name,
                "collaboration": round_.collaboration.name,
                "until": date_format(agreement.until, "j F Y"),
            },
            str(BY_NAME if named else ANONYMOUSLY),
            _(
                "What leaves: figures of eight people or more and of groups, the form, who was in "
                "the panel, your ratings of standards, facts and pyramid, and which of the "
                "suggested actions you have planned. Evidence, comments, notes and your own words "
                "never leave."
            ),
            _(
                "You can take this back at any time. Then your figures are removed and the "
                "round's figures are hidden at once; they are made again only when at least three "
                "organisations differ. Files that others have downloaded by then cannot be called "
                "back."
            ),
        ]
    )


BY_NAME = gettext_lazy(
    "By name: the members of the round and the people of the collaboration see your "
    "organisation's own figures and levels."
)
ANONYMOUSLY = gettext_lazy(
    "Anonymously: your figures are only part of those of at least five organisations. That you "
    "take part is not shown to other members; the people who run the site could find out."
)


@transaction.atomic
def share(*, round_: Round, organisation: Organisation, agreement: Agreement, who: User) -> Share:
    """In place of what the organisation shared with the round before."""
    locked = rounds.lock(round_)
    require_taking(locked)
    require_fitting(locked, organisation, agreement)
    for former in Share.objects.filter(round=locked, organisation=organisation, withdrawn_at=None):
        empty(former, who)
    leaves = what_leaves(agreement.assessment)
    made = Share.objects.create(
        round=locked,
        organisation=organisation,
        assessment=agreement.assessment,
        level=agreement.level,
        until=agreement.until,
        text=words(round_=locked, agreement=agreement),
        results=to_shared_json(leaves),
        figures=to_row(figures_of(leaves)),
        chosen=chosen_actions(agreement.assessment),
        agreed_by=who,
    )
    what = f"shared {agreement.assessment.name} with {locked.name}, {agreement.level}"
    record(organisation=organisation, who=who, what=what)
    return made


def require_taking(round_: Round) -> None:
    """Until a round is closed; and after that only while its figures are taken down."""
    if round_.opens > timezone.localdate():
        raise Refusal(_("This round is not open yet."))
    if round_.is_closed and rounds.shown(round_) is not None:
        raise Refusal(_("This round is closed and its figures are made: you can only take back."))


def require_fitting(round_: Round, organisation: Organisation, agreement: Agreement) -> None:
    if not is_member(round_.collaboration, organisation):
        raise Refusal(_("Your organisation is not a member of this collaboration."))
    if agreement.assessment not in may_share(round_, organisation):
        raise Refusal(_("Choose a closed self-assessment of your own that fits this round."))
    if agreement.until < timezone.localdate():
        raise Refusal(_("This day has passed: choose a later one."))


def is_member(collaboration: Collaboration, organisation: Organisation) -> bool:
    return Member.objects.filter(collaboration=collaboration, organisation=organisation).exists()


@transaction.atomic
def withdraw(*, share: Share, who: User | None) -> None:
    """Its figures go, and with them the round's, at once. Who, when and the words stay."""
    locked = rounds.lock(share.round)
    held = Share.objects.select_for_update().get(pk=share.pk)
    if held.withdrawn_at is not None:
        return
    empty(held, who)
    rounds.take_down(locked)
    what = f"took back what was shared with {locked.name}"
    record(organisation=held.organisation, who=who, what=what)


def empty(share: Share, who: User | None) -> None:
    share.results, share.figures, share.chosen = "", {}, []
    share.withdrawn_by, share.withdrawn_at = who, timezone.now()
    share.save(update_fields=["results", "figures", "chosen", "withdrawn_by", "withdrawn_at"])


@transaction.atomic
def leave(*, member: Member, who: User) -> None:
    """An organisation leaves a collaboration, or is removed: all that it shared there goes too."""
    shares = Share.objects.filter(
        round__collaboration=member.collaboration,
        organisation=member.organisation,
        withdrawn_at=None,
    )
    for one in shares.select_related("round"):
        withdraw(share=one, who=who)
    what = f"{member.organisation} left"
    note(collaboration=member.collaboration, who=who, what=what)
    record(organisation=member.organisation, who=who, what=f"left {member.collaboration}")
    member.delete()


def end_expired() -> int:
    """Take back what was agreed to until a day that has passed; how many that were."""
    over = Share.objects.filter(withdrawn_at=None, until__lt=timezone.localdate())
    found = list(over.select_related("round"))
    for one in found:
        withdraw(share=one, who=None)
    return len(found)
