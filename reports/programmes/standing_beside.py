"""The latest closed assessment of each programme beside the others', by the programmes' names.

Never in an order of merit: nothing here is sorted by a figure or a level.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from uuid import UUID

from django.utils.translation import gettext as _

from assessment.method import Marked
from assessment.method.levels import Level
from assessment.method.mechanisms import Status
from questions import Instrument
from questions.entries import Principle
from reports.closed_assessments import ClosedAssessment
from reports.drawing.chart import Picture
from reports.kept import marked_together
from reports.programmes.programmes_chart import PROGRAMMES_CHARTS
from reports.wording.cautions_said import blurred
from reports.wording.people_said import least_told, withheld
from reports.wording.profile_said import profile_sentence

TABLES_KEPT = 8  # about half a megabyte for each programme


@dataclass(frozen=True, slots=True)
class Latest:
    """A programme, by the name it has now, and its latest closed assessment."""

    programme: UUID
    name: str
    closed: ClosedAssessment


Programmes = tuple[Latest, ...]  # by name


@dataclass(frozen=True, slots=True)
class Beside:
    """A programme in the table; ``asked``: how it was asked, where others were asked unlike it."""

    latest: Latest
    marked: Marked
    profile: str
    marks: tuple[str, ...]
    present: tuple[str, ...]
    asked: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """A programme's level of a principle; ``provisional``: At risk, and not yet confirmed;
    ``close``: 'borderline' where it is."""

    programme: str
    level: str
    provisional: bool
    close: str


@dataclass(frozen=True, slots=True)
class StandingRow:
    principle: Principle
    standings: tuple[Standing, ...]


@dataclass(frozen=True, slots=True)
class StandingTable:
    instrument: Instrument
    blurred: str
    programmes: tuple[Beside, ...]
    rows: tuple[StandingRow, ...]
    pictures: Mapping[str, Picture]


@lru_cache(TABLES_KEPT)
def table(programmes: Programmes, _language: str | None) -> StandingTable:
    """Of at least one programme. At most one query; its words are of one language."""
    marked = marks_of(programmes)
    instrument = max(
        (one.results.instrument for one in marked.values()), key=lambda one: one.version
    )
    return StandingTable(
        instrument=instrument,
        blurred=blurred(*(one.results for one in marked.values())),
        programmes=tuple(beside_each(marked)),
        rows=tuple(standing_rows(marked, instrument)),
        pictures={name: one.of(names_and_marks(marked)) for name, one in PROGRAMMES_CHARTS.items()},
    )


def marks_of(programmes: Programmes) -> dict[Latest, Marked]:
    """One query."""
    marked = marked_together([one.closed.number for one in programmes])
    return dict(zip(programmes, marked, strict=True))


def names_and_marks(marked: dict[Latest, Marked]) -> list[tuple[str, Marked]]:
    return [(one.name, its) for one, its in marked.items()]


def beside_each(marked: dict[Latest, Marked]) -> Iterator[Beside]:
    asked = asked_unlike(list(marked.values()))
    for (latest, one), differs in zip(marked.items(), asked, strict=True):
        yield Beside(
            latest=latest,
            marked=one,
            profile=profile_sentence(one),
            marks=tuple(str(mark) for mark in one.structure.marks),
            present=tuple(
                m.mechanism.name for m in one.mechanisms.values() if m.status is Status.PRESENT
            ),
            asked=differs,
        )


def standing_rows(marked: dict[Latest, Marked], instrument: Instrument) -> Iterator[StandingRow]:
    for principle in instrument.principles:
        yield StandingRow(
            principle,
            tuple(standing(latest.name, one, principle.code) for latest, one in marked.items()),
        )


def standing(name: str, marked: Marked, principle: str) -> Standing:
    mark = marked.principles[principle]
    provisional = mark.level is Level.AT_RISK and not mark.confirmed
    return Standing(name, str(mark.level), provisional, mark.closeness)


HowAskedWords = Callable[[Marked], str]


def length_words(marked: Marked) -> str:
    return _("%(length)s length") % {"length": marked.results.about.length}


def version_words(marked: Marked) -> str:
    return _("questions of %(version)s") % {"version": marked.results.instrument.version}


def k_words(marked: Marked) -> str:
    if not withheld(marked.results):
        return _("rated together")
    return _("figures of %(k)s people or more") % {"k": least_told(marked.results)}


HOW_ASKED: tuple[HowAskedWords, ...] = (length_words, version_words, k_words)


def asked_unlike(marked: Sequence[Marked]) -> list[tuple[str, ...]]:
    """For each, its own length, questions and fewest people, those in which not all are alike."""
    differing = [words for words in HOW_ASKED if len(set(map(words, marked))) > 1]

    def apart(one: Marked) -> tuple[str, ...]:
        return tuple(words(one) for words in differing)

    return list(map(apart, marked))
