"""What the pages of an open anonymous round tell, once a day: from how many share alone.

Never a figure, no reason but "too few", and never how many more.
"""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from assessment.instruments import instrument_of
from assessment.method.bands import people_band
from comparing.looking import Look, RoundState
from comparing.models import Round
from comparing.steps.rounds import counted


@dataclass(frozen=True, slots=True)
class WouldShow:
    """What would be published if the round closed today, and whether it would be shown."""

    what: str
    shown: bool


@dataclass(frozen=True, slots=True)
class SoFar:
    """``number``: of those that share, in words that one more does not change until tomorrow."""

    number: str
    would_show: tuple[WouldShow, ...]


WHAT = (
    ("mean_members", gettext_lazy("The mean of each figure")),
    ("word_members", gettext_lazy("In words, how many show each level and status")),
    (
        "quantile_members",
        gettext_lazy("Median, quartiles, each one's own third, and what members plan"),
    ),
)


def open_parts(look: Look) -> dict[str, Any]:
    waits = look.state is RoundState.OPEN
    return {"progress": progress(look.round) if waits else None, "state": look.state}


def progress(round_: Round) -> SoFar:
    number, thresholds = counted(round_), instrument_of(round_).thresholds
    return SoFar(
        number=number_words(number),
        would_show=tuple(
            WouldShow(str(what), number >= getattr(thresholds, name)) for name, what in WHAT
        ),
    )


def number_words(number: int) -> str:
    """'fewer than 6', '6 or 7', '8 or 9', then bands: '10 to 14', '50 or more'."""
    if number < 6:
        return _("fewer than 6")
    if number < 8:
        return _("6 or 7")
    if number < 10:
        return _("8 or 9")
    floor = people_band(number, 1)
    wide = 5 if floor < 50 else 50
    return _("%(low)d to %(high)d") % {"low": floor, "high": floor + wide - 1}
