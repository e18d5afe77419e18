"""The heat table: those who share by name, and their level of each principle, in words."""

from dataclasses import dataclass
from functools import cache

from django.template.loader import render_to_string

from comparing.method.comparing import Comparison
from comparing.pages.round_tables import kind_name
from comparing.wording.figures_compared import by_name


@dataclass(frozen=True, slots=True)
class Heat:
    """A row a member in the order of their names: name, kind, whether it is the viewer, levels as
    pieces of a page.
    """

    heads: tuple[str, ...]
    rows: tuple[tuple[str, str, bool, tuple[str, ...]], ...]


def heat(comparison: Comparison) -> Heat:
    principles, viewer = comparison.instrument.principle, comparison.viewer
    return Heat(
        heads=tuple(one.short_name for one in principles.values()),
        rows=tuple(
            (
                one.name,
                kind_name(one.kind),
                viewer is not None and one.who == viewer.who,
                tuple(word(str(one.figures.levels[code])) for code in principles),
            )
            for one in by_name(comparison.named)
        ),
    )


@cache
def word(level: str) -> str:
    """Rendered once: a thousand members have twelve thousand."""
    return render_to_string("_level.html", {"level": level})
