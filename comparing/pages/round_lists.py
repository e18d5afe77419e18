"""Rounds as they stand in a list: which kind, in which state today, which day comes next."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from comparing.looking import RoundState, state_on
from comparing.models import Published, Round
from comparing.steps.rounds import closed_if_due, is_due


@dataclass(frozen=True, slots=True)
class RoundLine:
    round: Round
    state: RoundState

    @property
    def way(self) -> str:
        return _("anonymous") if self.round.is_anonymous else _("by name")

    @property
    def words(self) -> str:
        """Its state, and the day that comes next."""
        closes = self.round.closes or self.round.ends
        day, said = {
            RoundState.PLANNED: (self.round.opens, _("opens on %(day)s")),
            RoundState.OPEN: (closes, _("open, closes on %(day)s")),
            RoundState.BY_NAME: (self.round.ends, _("open until %(day)s")),
            RoundState.PUBLISHED: (self.round.ends, _("published, until %(day)s")),
            RoundState.TOO_FEW: (closes, _("closed on %(day)s: too few shared")),
            RoundState.OVER: (self.round.ends, _("ended after %(day)s")),
        }[self.state]
        return said % {"day": date_format(day, "j F Y")}

    @property
    def is_open(self) -> bool:
        return self.state in (RoundState.OPEN, RoundState.BY_NAME)


def lines_of(rounds: QuerySet[Round]) -> list[RoundLine]:
    """One query, and one more for each round that is closed by this look."""
    there = Published.objects.filter(round=OuterRef("pk"))
    found = list(rounds.select_related("collaboration").annotate(is_published=Exists(there)))
    return [RoundLine(one, line_state(one)) for one in found]


def line_state(round_: Round) -> RoundState:
    today = timezone.localdate()
    published: bool = round_.is_published  # type: ignore[attr-defined]
    if is_due(round_):
        closed_if_due(round_)
        published = Published.objects.filter(round=round_).exists()
    return state_on(round_, today, published=published)
