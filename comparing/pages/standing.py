"""How an organisation stands in a round: what it shares, and whether there is anything to see."""

from dataclasses import dataclass
from enum import StrEnum

from django.utils import timezone

from comparing import kept_rounds
from comparing.method.comparing import Comparison
from comparing.models import Round, RoundFigures, Share
from comparing.steps import figures
from organisations.models import Organisation


class RoundState(StrEnum):
    """Of a round, for one member."""

    PLANNED = "planned"
    OPEN = "open"
    COMPARED = "compared"
    NOT_SHARING = "not sharing"
    TAKEN_DOWN = "taken down"


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundStanding:
    """``share``: what is shared today; ``history``: all that ever was, the newest first.

    ``version`` and ``comparison`` only where the member may see them.
    """

    state: RoundState
    share: Share | None
    history: tuple[Share, ...]
    version: RoundFigures | None = None
    comparison: Comparison | None = None

    @property
    def may_share(self) -> bool:
        """As ``consent.share`` would have it."""
        return self.state in (RoundState.OPEN, RoundState.TAKEN_DOWN)


def round_standing(round_: Round, organisation: Organisation) -> RoundStanding:
    """Three queries at most."""
    found = Share.objects.filter(round=round_, organisation=organisation).defer(
        "results", "figures"
    )
    history = tuple(found.select_related("assessment__programme", "agreed_by", "withdrawn_by"))
    share = next((one for one in history if holds(one)), None)
    version = figures.figures_shown(round_) if round_.is_closed else None
    comparison = comparison_seen(organisation, version) if version else None
    return RoundStanding(
        state=state_of(round_, version, comparison),
        share=share,
        history=history,
        version=version if comparison else None,
        comparison=comparison,
    )


def holds(share: Share) -> bool:
    """Neither taken back nor past its day."""
    return share.withdrawn_at is None and share.until >= timezone.localdate()


def comparison_seen(organisation: Organisation, version: RoundFigures) -> Comparison | None:
    try:
        return kept_rounds.comparison_of(version, organisation.pk)
    except RoundFigures.DoesNotExist:  # taken down since it was found
        return None


def state_of(
    round_: Round, version: RoundFigures | None, comparison: Comparison | None
) -> RoundState:
    if not round_.is_closed:
        return RoundState.PLANNED if round_.opens > timezone.localdate() else RoundState.OPEN
    if version is None:
        return RoundState.TAKEN_DOWN
    return RoundState.COMPARED if comparison else RoundState.NOT_SHARING
