"""The pyramid: its strongest and its thinnest layers."""

from collections.abc import Iterable, Sequence

from assessment.method.language import capital, listed, lower
from assessment.method.marks import Marked
from assessment.method.structure import Mark
from reports.wording.plotted import layers
from reports.wording.profile_said import mark_said

TITLE = "The pyramid of peer support around here"


def pyramid_sentence(marked: Marked) -> str:
    found = layers(marked)
    rated = {lower(one.name): one for one in found if one.rating is not None}
    said = f"{strongest(rated.keys(), [one.rating or 0 for one in rated.values()], marked)}"
    missing = [f"{lower(one.name)} ({one.word})" for one in found if one.rating is None]
    if rated and missing:
        said += f" Without a rating: {'; '.join(missing)}."
    return f"{said}{top_heavy(marked)}"


def strongest(names: Iterable[str], ratings: Sequence[int], marked: Marked) -> str:
    if not ratings:
        return "No layer of the pyramid is rated."
    labels, ends = marked.results.instrument.scales.pyramid.labels, (max(ratings), min(ratings))
    pairs = list(zip(names, ratings, strict=True))

    def rated(end: int) -> str:
        return listed([name for name, rating in pairs if rating == end])

    top, bottom = map(rated, ends)
    if ends[0] == ends[1]:
        every = "every layer" if len(pairs) > 2 else top
        return f"{capital(every)}: {labels[ends[0]]}."
    return f"Strongest: {top} ({labels[ends[0]]}). Thinnest: {bottom} ({labels[ends[1]]})."


def top_heavy(marked: Marked) -> str:
    if Mark.TOP_HEAVY not in marked.structure.marks:
        return ""
    return f" {mark_said(marked.results.instrument.meaning[Mark.TOP_HEAVY])}"
