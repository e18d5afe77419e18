"""What somebody sees of a round today: the collaboration, a member, or anybody.

Everything is worked out here, so that page and file cannot differ in who sees what.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.utils import timezone

from assessment.instruments import instrument_of
from comparing.kept_figures import figures_kept
from comparing.method.comparison_document import published_in
from comparing.method.members import ComparedMember, from_row
from comparing.method.named import named
from comparing.method.seen import SeenByName, SeenPublished, SeenRound
from comparing.models import Published, Readers, Round, Share
from comparing.steps.rounds import closed_if_due
from organisations.models import Organisation


class RoundState(StrEnum):
    """Of a round today, whoever looks."""

    PLANNED = "planned"
    OPEN = "open"  # anonymous, not yet closed
    BY_NAME = "by name"  # open, and seen by those who share
    PUBLISHED = "published"
    TOO_FEW = "too few"  # closed, and nothing is published
    OVER = "over"


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """``organisation`` is None for the collaboration's people, and for anybody.

    ``shares``: what it shares with the round today, without figures. ``seen``: None where there is
    nothing to see, or nothing for it.
    """

    round: Round
    state: RoundState
    organisation: Organisation | None = None
    shares: tuple[Share, ...] = ()
    seen: SeenRound | None = None

    @property
    def may_share(self) -> bool:
        today = timezone.localdate()
        fits = self.organisation and self.round.kind in ("", self.organisation.kind)
        return bool(fits) and self.round.takes_shares(today)


def state_of(round_: Round) -> RoundState:
    """At most one query; a round whose day has come is closed by this."""
    closed_if_due(round_)
    published = round_.is_closed and Published.objects.filter(round=round_).exists()
    return state_on(round_, timezone.localdate(), published=published)


def state_on(round_: Round, today: date, *, published: bool) -> RoundState:
    if round_.is_over(today):
        return RoundState.OVER
    if round_.opens > today:
        return RoundState.PLANNED
    if not round_.is_anonymous:
        return RoundState.BY_NAME
    if not round_.is_closed:
        return RoundState.OPEN
    return RoundState.PUBLISHED if published else RoundState.TOO_FEW


def look_of_collaboration(round_: Round) -> Look:
    state = state_of(round_)
    if state is RoundState.PUBLISHED:
        return Look(round=round_, state=state, seen=published_seen(round_))
    seen = named_seen(round_, None) if state is RoundState.BY_NAME else None
    return Look(round=round_, state=state, seen=seen)


def look_of_member(round_: Round, organisation: Organisation) -> Look:
    """Who shares nothing sees nothing of those by name; what is published, as was settled."""
    state = state_of(round_)
    shares = tuple(shares_of(round_, organisation))
    seen: SeenRound | None = None
    if state is RoundState.PUBLISHED and (shares or round_.readers != Readers.SHARERS):
        seen = published_seen(round_, organisation, shares)
    elif state is RoundState.BY_NAME and shares:
        seen = named_seen(round_, organisation)
    return Look(round=round_, state=state, organisation=organisation, shares=shares, seen=seen)


def look_of_anybody(round_: Round) -> Look:
    state = state_of(round_)
    is_open = state is RoundState.PUBLISHED and round_.readers == Readers.EVERYBODY
    seen = published_seen(round_) if is_open else None
    return Look(round=round_, state=state, seen=seen)


def shares_of(round_: Round, organisation: Organisation) -> list[Share]:
    found = round_.shares.filter(organisation=organisation, withdrawn_at=None)
    return list(found.select_related("assessment__programme", "agreed_by").defer("results", "text"))


def title_of(round_: Round) -> str:
    return f"{round_.collaboration}: {round_}"


def published_seen(
    round_: Round, organisation: Organisation | None = None, shares: tuple[Share, ...] = ()
) -> SeenPublished:
    instrument = instrument_of(round_)
    found = Published.objects.get(round=round_)
    own = None
    if organisation is not None and shares:
        figures = from_row(shares[0].figures, instrument)
        own = ComparedMember(organisation=organisation.name, figures=figures)
    return SeenPublished(
        title=title_of(round_),
        last_day=round_.ends,
        published=published_in(found.document, instrument),
        own=own,
    )


def named_seen(round_: Round, organisation: Organisation | None) -> SeenByName:
    """Two queries at most; what was taken back a moment ago is in neither."""
    instrument = instrument_of(round_)
    shares = list(
        round_.shares.filter(withdrawn_at=None)
        .select_related("organisation", "assessment__programme")
        .defer("results", "text", "figures")
    )
    figures = figures_kept(shares, instrument)
    members = [
        ComparedMember(
            organisation=one.organisation.name,
            programme=one.assessment.programme.name,
            figures=figures[one.pk],
            planned=frozenset(one.planned),
        )
        for one in shares
        if one.pk in figures
    ]
    return SeenByName(
        title=title_of(round_),
        last_day=round_.ends,
        named=named(members, instrument),
        viewer=organisation.name if organisation else None,
    )
