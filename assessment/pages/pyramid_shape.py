"""The pyramid of peer support as it is rated: numbers that a small SVG template puts in place."""

from collections.abc import Mapping
from typing import NamedTuple

from django.utils.translation import gettext as _

from questions import Instrument

WIDTH, ROW, BAR = 360, 58, 26  # of a small screen
FULL = 300  # of a layer rated 4
LEAST = 4  # of a layer rated 0: there, and seen to be next to nothing


class Bar(NamedTuple):
    """One layer, drawn in the middle: ``width`` 0 where it has no rating."""

    name: str
    words: str
    x: float
    y: int
    width: float
    text_y: int
    words_y: int
    ghost_x: float
    ghost_width: float


def pyramid_bars(instrument: Instrument, ratings: Mapping[str, str]) -> list[Bar]:
    """From the top down, as it is drawn; the ghosts behind are the pyramid's own shape."""
    layers = instrument.layers[::-1]
    return [
        bar(place, layer.short_name, ratings.get(layer.code, ""), instrument)
        for place, layer in enumerate(layers)
    ]


def bar(place: int, name: str, rating: str, instrument: Instrument) -> Bar:
    width = max(LEAST, FULL * int(rating) / 4) if rating.isdigit() else 0
    ghost = FULL * (place + 1) / 5
    top = place * ROW + 20
    return Bar(
        name=name,
        words=layer_words(rating, instrument),
        x=(WIDTH - width) / 2,
        y=top,
        width=width,
        text_y=top - 6,
        words_y=top + BAR - 8,
        ghost_x=(WIDTH - ghost) / 2,
        ghost_width=ghost,
    )


def layer_words(rating: str, instrument: Instrument) -> str:
    besides = instrument.scales.besides
    if rating.isdigit():
        return instrument.scales.pyramid.labels[int(rating)]
    words = {"DK": besides.dont_know, "NA": besides.does_not_apply}
    return words.get(rating, _("not rated yet"))
