"""From answers to released cells, once, when an assessment closes (method.md sections 3, 4, 9).

The privacy rules live here and nowhere else. Everything is counted in whole numbers, so rounding
is exact.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from math import isqrt

import numpy as np
import numpy.typing as npt

from assessment.method.numbers import above, whole
from assessment.method.responses import DONT_KNOW, NOT_APPLICABLE, ZERO, Responses
from assessment.method.results import (
    About,
    Answered,
    Cell,
    Mode,
    Panel,
    Released,
    Results,
    Spread,
    Statement,
    Withheld,
)
from questions import Instrument, Kind, Thresholds

Counts = npt.NDArray[np.int64]

# A personal score is 25 x sum / count with count 1 to 4: in twelfths it is a whole number.
TWELFTHS = 12


class ReleaseError(ValueError):
    """Answers that must not be released as they are."""


def release(
    instrument: Instrument,
    *,
    about: About,
    statement: Statement,
    answered: Mapping[str, Answered],
) -> Results:
    """The released cells of every perspective that answered, and the statement as it is.

    A perspective without a respondent is left out. ReleaseError where k is below the
    instrument's, where the panel answered one by one, or where giving stands beside receiving
    in a mutual group.
    """
    refuse_unsafe(instrument, about, answered)
    perspectives = {}
    for code in instrument.perspective:
        if code in answered and (tally := Tally.of(answered[code].responses)).people:
            perspectives[code] = release_perspective(instrument, about, answered[code], tally)
    panel = (about.panel or Panel(None, None)) if "panel" in perspectives else None
    return Results(
        instrument=instrument,
        about=replace(about, panel=panel),
        statement=statement,
        perspectives=perspectives,
    )


def refuse_unsafe(instrument: Instrument, about: About, answered: Mapping[str, Answered]) -> None:
    if about.k < instrument.thresholds.k:
        raise ReleaseError(f"k is {about.k}; it may not be below {instrument.thresholds.k}")
    if "panel" in answered and answered["panel"].mode is Mode.INDIVIDUAL:
        raise ReleaseError("the panel rates as a group, never one by one")
    if about.mutual and "giving" in answered:
        raise ReleaseError("in a mutual group everybody is receiving: there is no giving")
    width = len(instrument.items(about.form))
    if any(one.responses.width != width for one in answered.values()):
        raise ReleaseError(f"the {about.form} form has {width} items")


@dataclass(frozen=True, slots=True)
class Tally:
    """Per person and item: the rating (0 where there is none), and what kind of answer it is.

    Arrays of people x items, float32: whole numbers up to 16 million are exact in it, and its
    products run at the speed of memory.
    """

    people: int
    ratings: npt.NDArray[np.float32]
    answered: npt.NDArray[np.float32]
    characters: npt.NDArray[np.uint8]

    @classmethod
    def of(cls, responses: Responses) -> "Tally":
        characters = responses.matrix()
        values = characters - np.uint8(ZERO)  # wraps: '.' becomes 254
        answered = values <= 4
        return cls(
            people=len(characters),
            ratings=(values * answered).astype(np.float32),
            answered=answered.astype(np.float32),
            characters=characters,
        )

    def times(self, character: int) -> npt.NDArray[np.float32]:
        found: npt.NDArray[np.float32] = (self.characters == character).astype(np.float32)
        return found


def per_item(per_person: npt.NDArray[np.float32]) -> Counts:
    """Sums over people, one an item."""
    sums: Counts = (np.ones(len(per_person), dtype=np.float32) @ per_person).astype(np.int64)
    return sums


def release_perspective(
    instrument: Instrument, about: About, answered: Answered, tally: Tally
) -> Released:
    thresholds, individual = instrument.thresholds, answered.mode is Mode.INDIVIDUAL
    codes = [item.code for item in instrument.items(about.form)]
    counts = zip(
        codes, per_item(tally.answered).tolist(), per_item(tally.ratings).tolist(), strict=True
    )
    cells = {
        code: cell_of_individuals(n, total, about.k, thresholds)
        if individual
        else cell_of_groups(n, total)
        for code, n, total in counts
    }
    # A size smaller than the number of people who answered is no size (section 9).
    size = answered.size if answered.size and answered.size >= tally.people else None
    released = Released(
        mode=answered.mode,
        size=size if individual else None,
        cells=cells,
        groups=answered.groups,
    )
    if not individual or tally.people < max(thresholds.spread_people, about.k):
        return released
    practice = released_practice(instrument, about, cells)
    return replace(
        released,
        spreads=spreads(tally, practice, about.k, thresholds),
        not_known=not_known(tally, practice, thresholds),
    )


def cell_of_individuals(n: int, total: int, k: int, thresholds: Thresholds) -> Cell | Withheld:
    """Withheld below k; the value held away from 0 and 100, so that no 'everybody' is read."""
    if n < k:
        return Withheld(f"fewer than {k}")
    held = thresholds.held_few if n < thresholds.few_people else thresholds.held_many
    value = value_of(n, total)
    if value <= held:
        return Cell(n, held, f"{held:g} or lower")
    if value >= 100 - held:
        return Cell(n, 100 - held, f"{100 - held:g} or higher")
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
    instrument: Instrument, about: About, cells: Mapping[str, Cell | Withheld]
) -> dict[str, npt.NDArray[np.float32]]:
    """Principle to a column of ones at its practice items whose cells are released."""
    items = instrument.items(about.form)
    released = [i.kind is Kind.PRACTICE and isinstance(cells[i.code], Cell) for i in items]
    return {
        principle.code: np.array(
            [use and item in principle.items for use, item in zip(released, items, strict=True)],
            dtype=np.float32,
        )
        for principle in instrument.principles
    }


def not_known(
    tally: Tally,
    practice: Mapping[str, npt.NDArray[np.float32]],
    thresholds: Thresholds,
) -> frozenset[str]:
    """Principles whose released practice items too many people could not judge (section 4)."""
    dont_know, answered = per_item(tally.times(DONT_KNOW)), per_item(tally.answered)
    flagged = set()
    for principle, columns in practice.items():
        unknown, known = float(dont_know @ columns), float(answered @ columns)
        if unknown and above(100 * unknown / (unknown + known), thresholds.dont_know):
            flagged.add(principle)
    return frozenset(flagged)


def spreads(
    tally: Tally,
    practice: Mapping[str, npt.NDArray[np.float32]],
    k: int,
    thresholds: Thresholds,
) -> dict[str, Spread]:
    """Principle to the spread of its personal scores, where enough people have one (section 9)."""
    columns = np.stack(list(practice.values()), axis=1)  # items x principles
    answered = (tally.answered @ columns).astype(np.int64)  # people x principles
    does_not_apply = (tally.times(NOT_APPLICABLE) @ columns).astype(np.int64)
    items = columns.sum(axis=0).astype(np.int64)
    scored = (answered >= 2) & (2 * answered >= items - does_not_apply)
    ratings = (tally.ratings @ columns).astype(np.int64)
    scores = np.where(scored, 25 * TWELFTHS * ratings // np.maximum(answered, 1), 0)
    numbers = zip(
        practice,
        scored.sum(axis=0).tolist(),
        scores.sum(axis=0).tolist(),
        (scores * scores).sum(axis=0).tolist(),
        strict=True,
    )
    return {
        principle: Spread(m, max(thresholds.spread_floor, deviation(m, total, squares)))
        for principle, m, total, squares in numbers
        if m >= max(thresholds.spread_people, k)
    }


def deviation(m: int, total: int, squares: int) -> float:
    """The standard deviation (m - 1) of scores in twelfths, half up at 1 decimal, exact.

    Half up of ten times the root of v is (1 + whole root of 400 v) // 2.
    """
    return (1 + isqrt(400 * (m * squares - total**2) // (m * (m - 1) * TWELFTHS**2))) // 2 / 10
