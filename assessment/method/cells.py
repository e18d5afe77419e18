"""From answers to released cells, once, at closing (docs/method.md sections 3, 4, 9).

The privacy rules live here and nowhere else. Everything is counted in whole numbers, so rounding
is exact.
"""

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

import numpy as np
import numpy.typing as npt

from assessment.method.bands import people_band
from assessment.method.blur import Steps
from assessment.method.doors import least_k
from assessment.method.numbers import EPSILON, above, whole
from assessment.method.responses import Responses, Tally
from assessment.method.results import (
    About,
    Answered,
    BlurredCell,
    Cell,
    FactCheck,
    GroupCell,
    Individuals,
    Mode,
    OwnPart,
    Panel,
    Released,
    Results,
    Spread,
    StandardRating,
    Withheld,
)
from questions import Instrument, Kind, Thresholds
from questions.entries import Principle

# A personal score is 25 x sum / count with count 1 to 4: in twelfths it is a whole number.
TWELFTHS = 12
RATING = 4  # the highest


class ReleaseError(ValueError):
    """Answers that must not be released as they are."""


def release(
    instrument: Instrument,
    *,
    about: About,
    own_part: OwnPart,
    answered: Mapping[str, Answered],
    steps: Steps,
) -> Results:
    """The released cells of every perspective that was asked, and the own part as it is.

    Where people answered alone, a perspective is there whether anybody answered or not: otherwise
    the file would tell nobody from somebody. A group that rated nothing is left out.
    ReleaseError where k is below what its door needs, where the panel answered one by one, or where
    giving stands beside receiving in a mutual group.
    """
    refuse_unsafe(instrument, about, answered)
    perspectives = {
        code: released
        for code in instrument.perspective
        if code in answered
        and (released := perspective_released(instrument, about, answered[code], code, steps))
    }
    asked_panel = instrument.shape.panel in perspectives
    panel = (about.panel or Panel(None, None)) if asked_panel else None
    return Results(
        instrument=instrument,
        about=replace(about, panel=panel),
        own_part=completed(instrument, own_part),
        perspectives=perspectives,
    )


def completed(instrument: Instrument, own_part: OwnPart) -> OwnPart:
    """Every standard, fact and layer in the instrument's order; what was left out is blank."""
    return OwnPart(
        standards={
            s.code: own_part.standards.get(s.code, StandardRating()) for s in instrument.standards
        },
        facts={f.code: own_part.facts.get(f.code, FactCheck()) for f in instrument.facts},
        pyramid={layer.code: own_part.pyramid.get(layer.code) for layer in instrument.layers},
    )


def refuse_unsafe(instrument: Instrument, about: About, answered: Mapping[str, Answered]) -> None:
    for how in filter(None, (one.individuals for one in answered.values())):
        least = least_k(how.door, instrument.thresholds)
        if how.k < least:
            raise ReleaseError(f"k is {how.k}; it may not be below {least} (door: {how.door})")
    shape = instrument.shape
    if shape.panel in answered and answered[shape.panel].mode is Mode.INDIVIDUAL:
        raise ReleaseError("the panel rates as a group, never one by one")
    if about.mutual and shape.giving in answered:
        raise ReleaseError("in a mutual group everybody is receiving: there is no giving")
    width = len(instrument.items(about.length))
    if any(one.responses.width != width for one in answered.values()):
        raise ReleaseError(f"the {about.length} length has {width} items")


def perspective_released(
    instrument: Instrument, about: About, answered: Answered, perspective: str, steps: Steps
) -> Released | None:
    tally = answered.responses.tally()
    codes = [item.code for item in instrument.items(about.length)]
    counts = zip(codes, tally.answered.tolist(), tally.totals.tolist(), strict=True)
    how = answered.individuals
    if how is None:
        cells = {code: cell_of_groups(n, total) for code, n, total in counts}
        return Released(cells=cells, groups=answered.groups) if tally.people else None
    blurs = {
        code: cell_of_individuals(
            n, total, steps(perspective, code, how.door), how.k, instrument.thresholds
        )
        for code, n, total in counts
    }
    released = Released(
        cells=blurs,
        individuals=how,
        responded=people_band(tally.people, how.k) if tally.people >= how.k else None,
    )
    if tally.people < max(instrument.thresholds.spread_people, how.k):
        return released
    counted = released_practice(instrument, blurs)
    draw = {p.code: steps(perspective, p.code, how.door) for p in instrument.principles}
    return replace(
        released,
        spread=spread(instrument, answered.responses, counted, how),
        not_known=not_known(instrument, tally, counted, draw),
    )


def cell_of_individuals(
    n: int, total: int, step: int, k: int, thresholds: Thresholds
) -> BlurredCell | Withheld:
    """Withheld below k; the step is taken before rounding, and never leads outside 0 to 4n."""
    if n < k:
        return Withheld(f"fewer than {k}")
    moved = min(RATING * n, max(0, total + step))
    return held(
        people_band(n, k), (50 * moved + n) // (2 * n), thresholds, few=n < thresholds.few_people
    )


def held(n: int, value: int, thresholds: Thresholds, *, few: bool) -> BlurredCell:
    """Held away from 0 and 100, so that nobody reads 'everybody'. ``few``: of fewer than 10."""
    end = thresholds.held_few if few else thresholds.held_many
    if value <= end:
        return BlurredCell(n, end, f"{end} or lower")
    if value >= 100 - end:
        return BlurredCell(n, 100 - end, f"{100 - end} or higher")
    return BlurredCell(n, value, str(value))


def cell_of_groups(n: int, total: int) -> GroupCell | Withheld:
    """Exact, half up at 2 decimals, in whole numbers throughout."""
    if n < 1:
        return Withheld("not answered")
    value = (5000 * total + n) // (2 * n) / 100
    return GroupCell(n, value, whole(value))


def released_practice(
    instrument: Instrument, cells: Mapping[str, Cell | Withheld]
) -> npt.NDArray[np.bool_]:
    """Principles x their items: true for practice items whose cells are released."""

    def counts(principle: Principle) -> list[bool]:
        asked = [item for item in principle.items if item.code in cells]
        return [one.kind is Kind.PRACTICE and isinstance(cells[one.code], Cell) for one in asked]

    return np.array([counts(principle) for principle in instrument.principles])


def not_known(
    instrument: Instrument,
    tally: Tally,
    counted: npt.NDArray[np.bool_],
    steps: Mapping[str, int],
) -> frozenset[str]:
    """Principles whose released practice items too many people could not judge (section 4).

    Four times the step, because one person can put four don't-knows into a principle.
    """
    limit = instrument.thresholds.dont_know
    unknown, known = (
        (counts.reshape(counted.shape) * counted).sum(axis=1).tolist()
        for counts in (tally.dont_know, tally.answered)
    )
    found = set()
    for principle, count, answers in zip(instrument.principles, unknown, known, strict=True):
        moved = max(0, count + RATING * steps[principle.code]) if count + answers else 0
        if moved and above(100 * moved / (moved + answers), limit):
            found.add(principle.code)
    return frozenset(found)


def spread(
    instrument: Instrument,
    responses: Responses,
    counted: npt.NDArray[np.bool_],
    how: Individuals,
) -> Spread | None:
    """Of the personal scores of all principles that enough people have one of (section 9).

    One for the perspective, not one a principle: with nine known answers that of one principle
    would tell the last of ten.
    """
    thresholds = instrument.thresholds
    counts = responses.personal(counted)
    answered, ratings = np.indices(counts.shape[1:])
    people = counts * (answered >= 2)
    scores = 25 * TWELFTHS * ratings // np.maximum(answered, 1)
    having = people.sum(axis=(1, 2)).tolist()
    totals = (people * scores).sum(axis=(1, 2)).tolist()
    squares = (people * scores**2).sum(axis=(1, 2)).tolist()
    fewest = max(thresholds.spread_people, how.k)
    variances = [
        Fraction(m * square - total**2, m * (m - 1) * TWELFTHS**2)
        for m, total, square in zip(having, totals, squares, strict=True)
        if m >= fewest
    ]
    if len(variances) < thresholds.spread_principles:
        return None
    least = min(m for m in having if m >= fewest)
    mean = sum(variances, Fraction()) / len(variances)
    return Spread(people_band(least, how.k), rounded_up(mean, thresholds))


def rounded_up(variance: Fraction, thresholds: Thresholds) -> int:
    """The root, up to the next multiple of 5, at least 5; 5.0000000001 is 5."""
    found = thresholds.spread_floor
    while Fraction(found + EPSILON) ** 2 < variance:
        found += thresholds.spread_floor
    return found
