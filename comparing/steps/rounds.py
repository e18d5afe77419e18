"""A round in time: planned, closed by itself on its day, ended after its last.

Keyword-only verbs, each one transaction. What members share is ``comparing.steps.consent``'s.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from assessment.instruments import instrument_of
from comparing.method.comparison_document import published_document
from comparing.method.counted_once import Digests, How, Ledger, Traced
from comparing.method.members import ComparedMember, Way, from_row
from comparing.method.published import publish
from comparing.models import Published, Readers, Reference, Round, Share
from comparing.party import Collaboration
from comparing.steps.consent import empty, lock_round
from comparing.steps.remembering import digests_now, entries_like, remember
from organisations.models import User
from organisations.parties.log import record
from organisations.refusal import Refusal, name_is_taken
from questions import Instrument
from questions.suggested import suggestions

# Said by the page of changing it too.
SETTLED = gettext_lazy("This round is open, and what it is was settled before: plan another.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What an admin says of a round; ``closes`` only of an anonymous one."""

    name: str
    way: Way
    kind: str = ""
    readers: str = Readers.SHARERS
    instrument: str
    opens: date
    closes: date | None = None
    ends: date


@transaction.atomic
def plan_round(*, collaboration: Collaboration, plan: Plan, who: User) -> Round:
    require_new_name(collaboration, plan.name)
    made = Round.objects.create(collaboration=collaboration, **fields_of(plan))
    record(party=collaboration, who=who, what=f"planned the round {plan.name}")
    return made


@transaction.atomic
def change_round(*, round_: Round, plan: Plan, who: User) -> None:
    """Until it opens. Not "until somebody shares": that would tell that somebody does."""
    locked = lock_round(round_)
    if locked.opens <= timezone.localdate():
        raise Refusal(str(SETTLED))
    require_new_name(locked.collaboration, plan.name, but=locked)
    Round.objects.filter(pk=locked.pk).update(**fields_of(plan))
    record(party=locked.collaboration, who=who, what=f"changed the round {plan.name}")


def fields_of(plan: Plan) -> dict[str, object]:
    anonymous = plan.way == Way.ANONYMOUS
    return {
        "name": plan.name,
        "way": str(plan.way),
        "kind": plan.kind,
        "readers": plan.readers if anonymous else Readers.SHARERS,
        "instrument": plan.instrument,
        "opens": plan.opens,
        "closes": plan.closes if anonymous else None,
        "ends": plan.ends,
    }


def require_new_name(collaboration: Collaboration, name: str, *, but: Round | None = None) -> None:
    same = collaboration.rounds.filter(name__iexact=name)
    if (same.exclude(pk=but.pk) if but else same).exists():
        raise name_is_taken(_("a round"))


# Counting


COUNTED_FROM = timedelta(hours=4)  # a day of counting begins at four in the morning


def counted(round_: Round) -> int:
    """How many share, as worked out once a day: at the first need after four in the morning."""
    day = timezone.localdate(timezone.now() - COUNTED_FROM)
    if round_.counted_on != day:
        sharing = round_.shares.filter(withdrawn_at=None)
        number = sharing.values("organisation").distinct().count()
        first = Round.objects.filter(pk=round_.pk).exclude(counted_on=day)
        first.update(counted=number, counted_on=day)  # of two at once the first one's stays
        round_.refresh_from_db(fields=["counted", "counted_on"])
    return round_.counted


# Closing


def closed_if_due(round_: Round) -> Round:
    """The round as it is now: closed, where its day has come, by whoever looks first."""
    if is_due(round_):
        close_round(round_=round_)
        round_.refresh_from_db()
    return round_


def is_due(round_: Round) -> bool:
    closes = round_.closes
    return closes is not None and not round_.is_closed and closes <= timezone.localdate()


@transaction.atomic
def close_round(*, round_: Round) -> None:
    """Once, on its day or later. Published and counted if enough share; otherwise neither."""
    locked = lock_round(round_)
    if not is_due(locked):
        return
    instrument = instrument_of(locked)
    shares, traces = counting(sharing_in(locked))
    if len(shares) >= instrument.thresholds.mean_members:
        members = [member_of(share, instrument) for share in shares]
        published = publish(members, instrument, suggestions(instrument))
        Published.objects.create(round=locked, document=published_document(published))
        remember(traces, How.COUNTED)
    locked.closed_at = timezone.now()
    locked.save(update_fields=["closed_at"])
    record(party=locked.collaboration, who=None, what=f"the round {locked.name} closed")


def sharing_in(round_: Round) -> list[Share]:
    """In an order that says nothing."""
    found = round_.shares.filter(withdrawn_at=None).defer("results", "text")
    return list(
        found.select_related("organisation", "assessment__programme").order_by("assessment")
    )


def counting(shares: Sequence[Share]) -> tuple[list[Share], list[Traced]]:
    """Those that may count, asked once more: two organisations with the same results, sharing at
    the same moment, do not see each other.
    """
    digests = digests_now()
    traces = [traced_share(one, digests) for one in shares]
    ledger, cells = Ledger(entries_like(traces)), set[str]()
    kept: list[Share] = []
    kept_traces: list[Traced] = []
    for one, trace in zip(shares, traces, strict=True):
        if trace.cells not in cells and ledger.bars(trace, Way.ANONYMOUS) is None:
            cells.add(trace.cells)
            kept.append(one)
            kept_traces.append(trace)
    return kept, kept_traces


def traced_share(share: Share, digests: Digests) -> Traced:
    """As it was traced when it was shared."""
    assert share.assessment.closed_at is not None
    return Traced(
        organisation=digests.of(str(share.organisation_id)),
        assessment=digests.of(f"{share.organisation_id}\n{share.assessment_id}"),
        cells=share.cells,
        closed=timezone.localdate(share.assessment.closed_at),
    )


def member_of(share: Share, instrument: Instrument) -> ComparedMember:
    """``share`` with its organisation, and by name with its assessment's programme."""
    return ComparedMember(
        organisation=share.organisation.name,
        programme=share.assessment.programme.name,
        figures=from_row(share.figures, instrument),
        planned=frozenset(share.planned),
    )


# Every night


def nightly() -> tuple[int, int]:
    """Close what is due, end what is past its last day, also where it stands beside a report; how
    many rounds each.
    """
    today = timezone.localdate()
    due = Round.objects.filter(way=Way.ANONYMOUS, closed_at=None, closes__lte=today)
    left = Q(shares__isnull=False, shares__withdrawn_at=None) | Q(published__isnull=False)
    over = Round.objects.filter(left, ends__lt=today)
    closing = list(due)
    for one in closing:
        close_round(round_=one)
    ended = sum(end_round(round_=one) for one in over.distinct())
    Reference.objects.filter(last_day__lt=today).delete()
    return len(closing), ended


@transaction.atomic
def end_round(*, round_: Round) -> bool:
    """Nothing of it is left but who agreed to which words; False where that was so already."""
    locked = lock_round(round_)
    shares = list(locked.shares.filter(withdrawn_at=None))
    for one in shares:
        empty(one, None)
    deleted, _what = Published.objects.filter(round=locked).delete()
    return bool(shares or deleted)
