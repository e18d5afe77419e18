"""How many people stand behind a figure, as it may be told: in bands, where they answered alone.

One person more is never seen to arrive (docs/method.md, section 3).
"""

from enum import Enum, auto

from assessment.method.bands import people_band
from assessment.method.language import listed
from assessment.method.results import GroupRating, Released, Results

WIDEST = 50  # a band is never wider
FEW = 60  # per cent of those there are: fewer, and the rest may see it otherwise


def people(floor: int) -> str:
    """A band by its floor: '5 to 7', '8 or 9', '10 to 14', '50 to 99'."""
    last = most_of(floor)
    joined = "or" if last == floor + 1 else "to"
    return f"{floor}" if last == floor else f"{floor} {joined} {last}"


def most_of(floor: int) -> int:
    """The most people that a band may hold: 9 of '8 or 9'."""
    return next(n for n in range(floor, floor + WIDEST) if people_band(n + 1, floor) > floor)


def behind(released: Released, n: int | None) -> str:
    """'10 to 14 of 20', 'fewer than 10'; of groups their people: '6 people', or '2 groups'."""
    how = released.individuals
    if n is None:
        return "not answered" if how is None else f"fewer than {how.k}"
    found = how_many(released, n)
    return f"{found} of {how.size}" if how and how.size is not None else found


def how_many(released: Released, n: int) -> str:
    """Without how many there are: '10 to 14'; '6 people'."""
    return people(n) if released.individuals else in_groups(released.groups, n)


def in_groups(groups: tuple[GroupRating, ...], count: int) -> str:
    """How many sat in each room, where every group answered and said so; or how many groups."""
    rooms = [group.people for group in groups if group.people is not None]
    if len(rooms) == len(groups) == count:
        return listed([f"{people} people" for people in rooms])
    return "1 group" if count == 1 else f"{count} groups"


def least_told(results: Results) -> str:
    """'5', or '5 and 10' where perspectives were asked through different doors."""
    asked = {one.individuals.k for one in results.perspectives.values() if one.individuals}
    return listed([str(k) for k in sorted(asked or {results.instrument.thresholds.k})])


def fewest_told(results: Results) -> str:
    """'5', or that nobody answered alone, and so nothing is withheld."""
    return least_told(results) if withheld(results) else "rated together"


def withheld(results: Results) -> str:
    """Which figures are; nothing where only groups rated, of which none is."""
    if not any(one.individuals for one in results.perspectives.values()):
        return ""
    return f"Figures of fewer than {least_told(results)} people who answer one by one are withheld."


class Few(Enum):
    """Whether fewer than 60 % of those there are answered, as far as a band tells."""

    NOT = auto()
    PERHAPS = auto()
    ANSWERED = auto()


def few_answered(released: Released) -> Few:
    """Of figures that are shown: how many are behind withheld ones is told beside them."""
    how, least = released.individuals, released.responded
    if how is None or how.size is None or least is None:
        return Few.NOT
    if 100 * most_of(least) < FEW * how.size:
        return Few.ANSWERED
    return Few.PERHAPS if 100 * least < FEW * how.size else Few.NOT
