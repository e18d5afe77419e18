"""Figures of members by name, kept in the memory of each worker and nowhere else.

The site's cache would still hold an organisation's figures after it has taken them back. Here
nothing is at rest; and nothing is looked up here but what a query has just found to be shared.
"""

from collections.abc import Sequence
from functools import lru_cache

from comparing.method.members import Figures, from_row
from comparing.models import Share
from questions import Instrument
from reports.drawing.chart import Picture, printed
from reports.kept_charts import KeptChart, packed

SHARES_KEPT = 4000  # about 4 KB each
CHARTS_KEPT = 64  # about 100 KB each

KEPT: dict[tuple[int, str], Figures] = {}


def figures_kept(shares: Sequence[Share], instrument: Instrument) -> dict[int, Figures]:
    """Of each by its number. ``shares`` without their figures; those not kept yet cost one query.

    The time of agreeing tells a share from an earlier one that had its number.
    """
    keys = {one.pk: (one.pk, one.agreed_at.isoformat()) for one in shares}
    missing = [pk for pk, key in keys.items() if key not in KEPT]
    if missing and len(KEPT) + len(missing) > SHARES_KEPT:
        KEPT.clear()
        missing = list(keys)
    if missing:
        found = Share.objects.filter(pk__in=missing, withdrawn_at=None)
        for pk, row in found.values_list("pk", "figures"):
            KEPT[keys[pk]] = from_row(row, instrument)
    return {pk: KEPT[key] for pk, key in keys.items() if key in KEPT}


@lru_cache(CHARTS_KEPT)
def kept_round_chart(picture: Picture) -> KeptChart:
    """The picture itself is the key: it holds every figure and word that is drawn."""
    return packed(printed(picture))


def forget() -> None:
    """As a new worker begins."""
    KEPT.clear()
    kept_round_chart.cache_clear()
