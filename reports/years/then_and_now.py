"""Two rounds of a programme beside each other: each round's own levels, figures and mechanisms.

What may be called a change is in ``wording.change_said``; here nothing is said of the difference.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from django.utils.translation import gettext as _

from assessment.method import Marked
from assessment.method.change import Changes
from assessment.method.language import capital, listed
from assessment.method.numbers import whole
from assessment.method.results import Results
from questions.entries import Principle
from reports.wording.profile_said import profile_sentence

Both = tuple[Marked, Marked]  # then, now


@dataclass(frozen=True, slots=True)
class Standing:
    """A principle's levels, and its lived-experience view over what both rounds can compare."""

    principle: Principle
    then_level: str
    now_level: str
    then: float | None
    now: float | None


def standings(both: Both, found: Changes) -> Iterator[Standing]:
    before, after = both
    for code, mark in after.principles.items():
        then, now = found.principles[code].lived
        level = str(before.principles[code].level)
        yield Standing(mark.principle, level, str(mark.level), then, now)


@dataclass(frozen=True, slots=True)
class Line:
    """Something of each round, in words."""

    name: str
    then: str
    now: str


T = TypeVar("T")


def line(name: str, both: tuple[T, T], words: Callable[[T], str]) -> Line:
    return Line(name, *map(words, both))


def structure(both: Both) -> Iterator[Line]:
    yield line(_("Profile"), both, profile_sentence)
    yield line(_("Beside it"), both, beside)
    yield line(_("Essence"), both, lambda one: shown(one.structure.essence))
    yield line(_("Structure: formal standards"), both, lambda one: shown(one.structure.formal))
    yield line(_("Rooted: grounding standards"), both, lambda one: shown(one.structure.rooted))
    support = _("Support for those who give it")
    yield line(support, both, lambda one: shown(one.structure.support))
    yield line(_("Confidence"), both, lambda one: str(one.confidence))


def beside(marked: Marked) -> str:
    return listed([str(one) for one in marked.structure.marks]) or _("nothing")


def shown(figure: float | None) -> str:
    return _("no figure") if figure is None else whole(figure)


def mechanisms(both: Both) -> Iterator[Line]:
    before, after = both
    for code, mark in after.mechanisms.items():
        yield Line(mark.mechanism.name, str(before.mechanisms[code].status), str(mark.status))


def asked_apart(both: Both) -> list[Line]:
    """In what the two rounds were not asked alike."""
    results = (both[0].results, both[1].results)
    every = [
        line(_("Form"), results, lambda one: str(one.about.length)),
        line(_("Version of the questions"), results, lambda one: one.instrument.version),
        line(_("Fewest people behind a figure"), results, lambda one: str(one.about.k)),
        line(_("Who answered"), results, who),
    ]
    return [one for one in every if one.then != one.now]


def who(results: Results) -> str:
    names = [results.short_name_of(code).lower() for code in in_order(results)]
    return capital(listed(names)) or _("nobody")


def in_order(results: Results) -> list[str]:
    return [p.code for p in results.instrument.perspectives if p.code in results.perspectives]
