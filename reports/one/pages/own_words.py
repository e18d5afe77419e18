"""What people wrote in their own words: groups that could not agree, and comments."""

from collections.abc import Iterator
from dataclasses import dataclass

from assessment.method import Marked
from assessment.method.results import Mode
from reports.wording.sides_said import in_order, name


@dataclass(frozen=True, slots=True)
class Said:
    """Words of a perspective, as they were written."""

    name: str
    texts: tuple[str, ...]


def different_views(marked: Marked) -> Iterator[Said]:
    """Where a group could not agree, in its own words."""
    for code, released in marked.results.perspectives.items():
        texts = tuple(g.different_view for g in released.groups if g.different_view.strip())
        if texts and released.mode is Mode.GROUP:
            yield Said(name(marked.results, code), texts)


def comments(marked: Marked, kept: tuple[tuple[str, tuple[str, ...]], ...]) -> Iterator[Said]:
    """In the instrument's order of perspectives; which may be shown was settled at closing."""
    found = {code: texts for code, texts in kept if texts}
    for code in in_order(marked.results.instrument, found):
        yield Said(name(marked.results, code), found[code])
