"""What is made of a round's figures, kept in the memory of each worker and nowhere else.

The site's cache would still hold a named organisation's figures after it has taken them back. Here
nothing is at rest; and nothing is looked up here unless ``figures.figures_shown`` has just said
that these figures may be seen.
"""

from datetime import datetime
from functools import lru_cache
from uuid import UUID

from assessment.instruments import instrument_of
from comparing.method.comparing import Comparison, HeldBack, compare
from comparing.method.members import ComparedMember
from comparing.models import RoundFigures
from comparing.steps import figures
from questions import Instrument
from reports.drawing.chart import Picture, printed
from reports.kept_charts import KeptChart, packed

VERSIONS_KEPT = 4  # 1,000 members are about 10 MB
COMPARISONS_KEPT = 128  # one for each who looks; its members are the version's
CHARTS_KEPT = 64  # about 100 KB each


def comparison_of(version: RoundFigures, viewer: UUID | None) -> Comparison | None:
    """As a member sees it, or the collaboration's own view; None where the viewer shares nothing.

    At most one query. DoesNotExist where the figures have been taken down meanwhile.
    """
    return kept_comparison(version.pk, version.made_at, str(viewer) if viewer else "")


# A version of a round is never changed, so what was worked out of it stays true.
@lru_cache(COMPARISONS_KEPT)
def kept_comparison(number: int, made: datetime, viewer: str) -> Comparison | None:
    members, instrument, held = members_in(number, made)
    if not viewer:
        return compare(members, instrument, held_back=held)
    own = next((one for one in members if one.who == viewer), None)
    return compare(members, instrument, viewer=own, held_back=held) if own else None


@lru_cache(VERSIONS_KEPT)
def members_in(
    number: int, _made: datetime
) -> tuple[tuple[ComparedMember, ...], Instrument, HeldBack]:
    """``_made`` tells a version from an earlier one that had its number."""
    shown = RoundFigures.objects.select_related("round").defer("trace")
    version = shown.get(pk=number, taken_down_at=None)
    instrument = instrument_of(version.round)
    return figures.members_of(version), instrument, figures.held_back_in(version)


@lru_cache(CHARTS_KEPT)
def kept_comparison_chart(picture: Picture) -> KeptChart:
    """The picture itself is the key: it holds every figure and word that is drawn."""
    return packed(printed(picture))


def forget() -> None:
    """As a new worker begins."""
    for one in (kept_comparison, members_in, kept_comparison_chart):
        one.cache_clear()
