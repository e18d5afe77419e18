"""Two assessments of a programme beside each other: each one's own levels, figures and mechanisms.

What may be called a change is in ``wording.change_said``; here nothing is said of the difference.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from django.utils.translation import gettext as _

from assessment.method import Marked
from assessment.method.language import capital, listed
from assessment.method.results import Results
from questions.entries import Principle
from reports.method.change import Changes
from reports.wording.figures_said import in_whole
from reports.wording.mechanisms_said import mechanisms_told
from reports.wording.people_said import fewest_told
from reports.wording.profile_said import figures_named, profile_sentence
from reports.wording.sides_said import in_order, sides

Both = tuple[Marked, Marked]  # then, now


@dataclass(frozen=True, slots=True)
class Standing:
    """A principle's levels, each 'borderline' where it is ``close``, and its lived-experience view
    over what both can compare."""

    principle: Principle
    then_level: str
    now_level: str
    then_close: str
    now_close: str
    then: float | None
    now: float | None


def standings(both: Both, found: Changes) -> Iterator[Standing]:
    before, after = both
    for code, mark in after.principles.items():
        then, now = found.principles[code].lived
        earlier = before.principles[code]
        levels, close = (str(earlier.level), str(mark.level)), (earlier.closeness, mark.closeness)
        yield Standing(mark.principle, *levels, *close, then, now)


@dataclass(frozen=True, slots=True)
class ThenAndNowLine:
    """Something of each, in words."""

    name: str
    then: str
    now: str


T = TypeVar("T")


def line(name: str, both: tuple[T, T], words: Callable[[T], str]) -> ThenAndNowLine:
    return ThenAndNowLine(name, *map(words, both))


def structure(both: Both) -> Iterator[ThenAndNowLine]:
    yield line(_("Profile"), both, profile_sentence)
    cuts = both[1].results.instrument.thresholds.cuts
    yield line(_("Beside it"), both, marks_beside)
    for (name, then), (_name, now) in zip(*structure_of_both(both), strict=True):
        if then is not None or now is not None:
            yield ThenAndNowLine(name, *(in_whole(one, cuts) for one in (then, now)))
    yield line(_("Confidence"), both, lambda one: str(one.confidence))


def marks_beside(marked: Marked) -> str:
    return listed([str(one) for one in marked.structure.marks]) or _("nothing")


def structure_of_both(both: Both) -> Iterator[Iterator[tuple[str, float | None]]]:
    return (figures_named(one.structure) for one in both)


def mechanisms(both: Both) -> Iterator[ThenAndNowLine]:
    """Those that either report tells of."""
    before, after = both
    told = {one.mechanism.code for marked in both for one in mechanisms_told(marked)}
    for code, mark in after.mechanisms.items():
        if code in told:
            then = str(before.mechanisms[code].status)
            yield ThenAndNowLine(mark.mechanism.name, then, str(mark.status))


def asked_apart(both: Both) -> list[ThenAndNowLine]:
    """In what the two were not asked alike."""
    results = (both[0].results, both[1].results)
    every = [
        line(_("Length"), results, lambda one: str(one.about.length)),
        line(_("Version of the questions"), results, lambda one: one.instrument.version),
        line(_("Fewest people behind a figure"), results, fewest_told),
        line(_("Who answered"), results, who),
    ]
    return [one for one in every if one.then != one.now]


def who(results: Results) -> str:
    answered = in_order(results.instrument, results.perspectives)
    return capital(sides(results, answered)) or _("nobody")
