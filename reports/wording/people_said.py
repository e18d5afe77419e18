"""How many people stand behind a figure, as it may be told: in bands, where they answered alone.

One person more is never seen to arrive (docs/method.md, section 3).
"""

from assessment.method.bands import people_band
from assessment.method.language import listed
from assessment.method.results import GroupRating, Released, Results

WIDEST = 50  # a band is never wider


def people(floor: int) -> str:
    """A band by its floor: '5 to 7', '8 or 9', '10 to 14', '50 to 99'."""
    last = next(n for n in range(floor, floor + WIDEST) if people_band(n + 1, floor) > floor)
    joined = "or" if last == floor + 1 else "to"
    return f"{floor}" if last == floor else f"{floor} {joined} {last}"


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


def fewest(results: Results) -> str:
    """'5', or '5 and 10' where perspectives were asked through different doors."""
    asked = {one.individuals.k for one in results.perspectives.values() if one.individuals}
    return listed([str(k) for k in sorted(asked or {results.instrument.thresholds.k})])


def few_answered(released: Released) -> bool:
    """Whether, by bands, it may be fewer than 60 % of the people there are, as stated."""
    how = released.individuals
    return bool(how and how.size and 100 * (released.responded or 0) < 60 * how.size)
