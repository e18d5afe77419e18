"""From answers to released cells, once, at closing (docs/method.md sections 3, 4, 9).

The privacy rules live here and nowhere else. Everything is counted in whole numbers, so rounding
is exact.
"""

from collections.abc import Mapping
from dataclasses import replace
from math import isqrt

import numpy as np
import numpy.typing as npt

from assessment.method.numbers import above, whole
from assessment.method.responses import Responses, Tally
from assessment.method.results import (
    About,
    Answered,
    Cell,
    FactCheck,
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

# A personal score is 25 x sum / count with count 1 to 4: in twelfths it is a whole number.
TWELFTHS = 12


class ReleaseError(ValueError):
    """Answers that must not be released as they are."""


def release(
    instrument: Instrument,
    *,
    about: About,
    own_part: OwnPart,
    answered: Mapping[str, Answered],
) -> Results:
    """The released cells of every perspective that answered, and the own part as it is.

    A perspective without a respondent is left out. ReleaseError where k is below the
    instrument's, where the panel answered one by one, or where giving stands beside receiving
    in a mutual group.
    """
    refuse_unsafe(instrument, about, answered)
    perspectives = {}
    for code in instrument.perspective:
        if code in answered and (tally := answered[code].responses.tally()).people:
            perspectives[code] = release_perspective(instrument, about, answered[code], tally)
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
    if about.k < instrument.thresholds.k:
        raise ReleaseError(f"k is {about.k}; it may not be below {instrument.thresholds.k}")
    shape = instrument.shape
    if shape.panel in answered and answered[shape.panel].mode is Mode.INDIVIDUAL:
        raise ReleaseError("the panel rates as a group, never one by one")
    if about.mutual and shape.giving in answered:
        raise ReleaseError("in a mutual group everybody is receiving: there is no giving")
    width = len(instrument.items(about.length))
    if any(one.responses.width != width for one in answered.values()):
        raise ReleaseError(f"the {about.length} length has {width} items")


def release_perspective(
    instrument: Instrument, about: About, answered: Answered, tally: Tally
) -> Released:
    thresholds, individual = instrument.thresholds, answered.mode is Mode.INDIVIDUAL
    codes = [item.code for item in instrument.items(about.length)]
    counts = zip(codes, tally.answered.tolist(), tally.totals.tolist(), strict=True)
    cells = {
        code: cell_of_individuals(n, total, about.k, thresholds)
        if individual
        else cell_of_groups(n, total)
        for code, n, total in counts
    }
    released = Released(
        mode=answered.mode,
        size=known_size(answered, tally.people, about.k) if individual else None,
        cells=cells,
        groups=answered.groups,
    )
    if not individual or tally.people < max(thresholds.spread_people, about.k):
        return released
    counted = released_practice(instrument, cells)
    return replace(
        released,
        spreads=spreads(instrument, answered.responses, counted, about.k),
        not_known=not_known(instrument, tally, counted),
    )


def known_size(answered: Answered, people: int, k: int) -> int | None:
    """A size smaller than the number who answered is no size (section 9).

    Below k it stays as it was stated: to take it away would tell how many answered.
    """
    return None if k <= people and people > (answered.size or 0) else answered.size


def cell_of_individuals(n: int, total: int, k: int, thresholds: Thresholds) -> Cell | Withheld:
    """Withheld below k."""
    return Withheld(f"fewer than {k}") if n < k else held(n, value_of(n, total), thresholds)


def held(n: int, value: float, thresholds: Thresholds) -> Cell:
    """Individuals' value held away from 0 and 100, so that no 'everybody' is read."""
    end = thresholds.held_few if n < thresholds.few_people else thresholds.held_many
    if value <= end:
        return Cell(n, end, f"{end:g} or lower")
    if value >= 100 - end:
        return Cell(n, 100 - end, f"{100 - end:g} or higher")
    return Cell(n, value, whole(value))


def cell_of_groups(n: int, total: int) -> Cell | Withheld:
    if n < 1:
        return Withheld("not answered")
    value = value_of(n, total)
    return Cell(n, value, whole(value))


def value_of(n: int, total: int) -> float:
    """25 x total / n, half up at 2 decimals, in whole numbers throughout."""
    return (5000 * total + n) // (2 * n) / 100


def released_practice(
    instrument: Instrument, cells: Mapping[str, Cell | Withheld]
) -> npt.NDArray[np.bool_]:
    """Principles x their items: true for practice items whose cells are released."""
    return np.array(
        [
            [
                item.kind is Kind.PRACTICE and isinstance(cells[item.code], Cell)
                for item in principle.items
                if item.code in cells
            ]
            for principle in instrument.principles
        ]
    )


def not_known(
    instrument: Instrument, tally: Tally, counted: npt.NDArray[np.bool_]
) -> frozenset[str]:
    """Principles whose released practice items too many people could not judge (section 4)."""
    limit = instrument.thresholds.dont_know
    unknown, known = (
        (counts.reshape(counted.shape) * counted).sum(axis=1).tolist()
        for counts in (tally.dont_know, tally.answered)
    )
    return frozenset(
        principle.code
        for principle, dk, answered in zip(instrument.principles, unknown, known, strict=True)
        if dk and above(100 * dk / (dk + answered), limit)
    )


def spreads(
    instrument: Instrument,
    responses: Responses,
    counted: npt.NDArray[np.bool_],
    k: int,
) -> dict[str, Spread]:
    """Principle to the spread of its personal scores, where enough people have one (section 9).

    A personal score needs two answers, and half of the items not answered 'does not apply'.
    """
    thresholds = instrument.thresholds
    counts = responses.personal(counted)
    items = counted.sum(axis=1).reshape(-1, 1, 1, 1)
    does_not_apply, answered, ratings = np.indices(counts.shape[1:])
    scored = (answered >= 2) & (2 * answered >= items - does_not_apply)
    people = counts * scored
    scores = 25 * TWELFTHS * ratings // np.maximum(answered, 1)
    found = {}
    for principle, having in zip(instrument.principles, people, strict=True):
        m, total = int(having.sum()), int((having * scores).sum())
        if m >= max(thresholds.spread_people, k):
            sd = deviation(m, total, int((having * scores**2).sum()))
            found[principle.code] = Spread(m, max(thresholds.spread_floor, sd))
    return found


def deviation(m: int, total: int, squares: int) -> float:
    """The standard deviation (m - 1) of scores in twelfths, half up at 1 decimal, exact.

    Half up of ten times the root of v is (1 + whole root of 400 v) // 2.
    """
    return (1 + isqrt(400 * (m * squares - total**2) // (m * (m - 1) * TWELFTHS**2))) // 2 / 10
