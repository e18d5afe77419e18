"""Who answered: how many are behind what is shown of a perspective, and how they answered.

Never a number that ``Results`` does not hold, and never a total of respondents.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from assessment.method.doors import Door
from assessment.method.language import capital
from assessment.method.marks import Marked
from assessment.method.results import Cell, GroupRating, Mode, Panel, Released
from reports.wording.people_said import behind
from reports.wording.sides_said import name

NOBODY = "Nobody answered before it closed."


@dataclass(frozen=True, slots=True)
class Heard:
    """A perspective: how many are behind what is shown of it, and how they answered."""

    name: str
    count: str
    told: str


def who_answered(marked: Marked, slips: Mapping[str, int] | None = None) -> Iterator[Heard]:
    """``slips``: perspective to how many were printed, which a site knows and results do not."""
    results, printed = marked.results, slips or {}
    for code, released in results.perspectives.items():
        if released.mode is Mode.INDIVIDUAL:
            count, told = individuals(released, printed.get(code, 0))
        else:
            in_the_room = results.about.panel if code == results.instrument.shape.panel else None
            count, told = groups_heard(released, in_the_room)
        yield Heard(name(results, code), count, told)


EACH_ALONE = {
    Door.EACH: "Each person answered alone, once and in private",
    Door.OPEN: "Each person answered alone, in private, by a link that works more than once",
}


def individuals(released: Released, printed: int) -> tuple[str, str]:
    """The band of how many answered. ``printed``: slips, 0 where there were none."""
    assert released.individuals is not None  # groups have words of their own
    each = EACH_ALONE[released.individuals.door]
    if printed:
        each += f", with one of {printed} slips that were printed"
    people = f"{behind(released, released.responded)} people"
    if released.responded is None:
        how = released.individuals
        if how and how.size and how.size >= how.k:
            people = f"fewer than {how.k} of {how.size} people"
        return people, f"{each}. Too few answered, so nothing of theirs is shown."
    said = f"{each}; how many is told in bands."
    hidden = len(released.cells) - len(cells_of(released))
    if hidden:
        said += f" Statements hidden because too few answered them: {hidden}."
    return people, said


def groups_heard(released: Released, in_the_room: Panel | None) -> tuple[str, str]:
    count = max((cell.n for cell in cells_of(released)), default=0)
    heard = ["Rated together, in agreement.", room_words(in_the_room)]
    heard += [group_words(group) for group in released.groups]
    return behind(released, count or None), " ".join(filter(None, heard))


def room_words(panel: Panel | None) -> str:
    """Who sat in a mixed panel; nothing where that is not known."""
    if panel is None or panel.people is None:
        return ""
    lived = panel.lived_experience
    known = "how many with lived experience is not stated"
    if lived is not None:
        known = f"{lived} of them with lived experience of giving or receiving peer support"
    return f"In the room: {panel.people}, {known}."


def group_words(group: GroupRating) -> str:
    people = "" if group.people is None else f"{group.people} people"
    told = ": ".join(part for part in (people, group.drawn_from.rstrip(". ")) if part)
    return f"{capital(told)}." if told else ""


def cells_of(released: Released) -> list[Cell]:
    return [cell for cell in released.cells.values() if isinstance(cell, Cell)]
