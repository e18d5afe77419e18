"""The figures of a round: made once when it is closed, taken down when a consent ends, made again
only where nobody is given away by it (docs/method.md section 11).
"""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from assessment.instruments import instrument_of
from comparing.method.comparing import HeldBack
from comparing.method.members import ComparedMember, Sharing, from_row
from comparing.method.traces import Trace, from_trace_json, to_trace_json, trace_of
from comparing.method.versions import held_back, refusal
from comparing.models import Round, RoundFigures, Share
from organisations.models import User
from organisations.parties.log import record
from organisations.refusal import Refusal
from questions import Instrument


@transaction.atomic
def close_round(*, round_: Round, who: User) -> None:
    """Closed with its figures, or not at all; a second time it changes nothing."""
    locked = lock_round(round_)
    if locked.is_closed:
        return
    make(locked)
    locked.closed_at = timezone.now()
    locked.save(update_fields=["closed_at"])
    record(party=locked.collaboration, who=who, what=f"closed the round {locked.name}")


@transaction.atomic
def make_again(*, round_: Round, who: User) -> None:
    """Of those who share now, once the figures before are taken down."""
    locked = lock_round(round_)
    if not locked.is_closed:
        raise Refusal(_("Figures are made when the round is closed."))
    if figures_shown(locked) is not None:
        raise Refusal(_("The figures of this round are there: they are made once."))
    make(locked)
    what = f"made the figures of {locked.name} again"
    record(party=locked.collaboration, who=who, what=what)


def lock_round(round_: Round) -> Round:
    """The row as it is now; sharing and withdrawing hold it too, so nothing comes between."""
    return Round.objects.select_for_update().get(pk=round_.pk)


def make(round_: Round) -> None:
    shares = sharing_now(round_)
    if reason := why_not_of(round_, shares):
        raise Refusal(reason)
    take_down(round_)
    instrument, rows = instrument_of(round_), [row_of_share(share) for share in shares]
    members = [member_of_row(row, instrument) for row in rows]
    earlier = traces_of(round_.collaboration_id)
    held = held_back(earlier, members, instrument, viewers=members)
    RoundFigures.objects.create(
        round=round_,
        members=rows,
        trace=to_trace_json(trace_of(members, instrument)),
        held_back={
            "keys": [list(key) for key in held.keys],
            "splits": held.splits,
            "counts": held.counts,
        },
        until=min(share.until for share in shares),
    )


def take_down(round_: Round) -> None:
    """Nothing of it is left but what later figures are held against."""
    RoundFigures.objects.filter(round=round_, taken_down_at=None).update(
        members=[], taken_down_at=timezone.now()
    )


def take_down_with(round_: Round, organisation: UUID) -> None:
    """Figures that the organisation is part of; of others, made without it, it takes nothing."""
    version = round_.versions.filter(taken_down_at=None).first()
    if version and any(row["who"] == str(organisation) for row in version.members):
        take_down(round_)


def sharing_now(round_: Round) -> list[Share]:
    """Those whose consent holds today, in an order that says nothing."""
    today = timezone.localdate()
    found = Share.objects.filter(round=round_, withdrawn_at=None, until__gte=today)
    return list(found.select_related("organisation").order_by("organisation"))


def row_of_share(share: Share) -> dict[str, Any]:
    return {
        "who": str(share.organisation_id),
        "name": share.organisation.name,
        "kind": share.organisation.kind,
        "sharing": share.way,
        "figures": share.figures,
        "chosen": share.chosen,
    }


def member_of_row(row: dict[str, Any], instrument: Instrument) -> ComparedMember:
    return ComparedMember(
        who=row["who"],
        name=row["name"],
        kind=row["kind"],
        sharing=Sharing(row["sharing"]),
        figures=from_row(row["figures"], instrument),
        chosen=frozenset(row["chosen"]),
    )


def traces_of(collaboration: UUID) -> list[Trace]:
    """Of every version of every round of the collaboration: whoever kept one can subtract."""
    found = RoundFigures.objects.filter(round__collaboration=collaboration)
    return [from_trace_json(trace) for trace in found.values_list("trace", flat=True)]


def figures_shown(round_: Round) -> RoundFigures | None:
    """The figures that may be seen today; one query, which leaves ``members`` unread."""
    version = round_.versions.filter(taken_down_at=None).defer("members", "trace").first()
    return version if version and version.is_shown(timezone.localdate()) else None


def members_of(version: RoundFigures) -> tuple[ComparedMember, ...]:
    instrument = instrument_of(version.round)
    return tuple(member_of_row(row, instrument) for row in version.members)


def held_back_in(version: RoundFigures) -> HeldBack:
    found = version.held_back
    return HeldBack(
        keys=frozenset(map(tuple, found["keys"])), splits=found["splits"], counts=found["counts"]
    )


def who_differs(round_: Round) -> str | None:
    """Why the figures may not be made yet; None where they may. Two queries."""
    return why_not_of(round_, sharing_now(round_))


def why_not_of(round_: Round, shares: Sequence[Share]) -> str | None:
    """``shares``: those who share now. In words that name nobody."""
    if not shares:
        return _("Nobody shares in this round yet: there is nothing to make figures of.")
    instrument = instrument_of(round_)
    members = [member_of_row(row_of_share(share), instrument) for share in shares]
    return refusal(traces_of(round_.collaboration_id), members, instrument)
