"""What the page of a programme over time says, worked out once for a choice of two and kept.

Reading and marking ten assessments takes a tenth of a second, their line as long again.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from assessment.method import Marked
from questions import Instrument
from questions.entries import Principle
from reports.closed_assessments import ClosedAssessment
from reports.drawing.chart import Picture
from reports.method.change import Changes, Verdict, changes, lived_line
from reports.wording import change_said
from reports.wording.cautions_said import blurred
from reports.years import left_out, then_and_now
from reports.years.charts.over_time import OVER_TIME_CHARTS
from reports.years.choosing import Story, marked_assessments, over_time

VERDICTS = (*map(str, Verdict), change_said.NOT_COMPARABLE)
STORIES_KEPT = 16  # about a megabyte each


@dataclass(frozen=True, slots=True)
class LineRow:
    """The lived-experience view of a principle in every assessment, over what all can compare."""

    principle: Principle
    figures: tuple[tuple[ClosedAssessment, float | None], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldOverTime:
    """``by_verdict``: every comparison of a perspective and a principle, by its verdict.

    ``tally``: each verdict in words, and how many there are of it.
    """

    instrument: Instrument
    blurred: str
    changes: Changes
    by_verdict: Mapping[str, tuple[change_said.Compared, ...]]
    tally: tuple[tuple[str, int], ...]
    heads: tuple[str, ...]
    rows: tuple[change_said.ComparedRow, ...]
    standings: tuple[then_and_now.Standing, ...]
    structure: tuple[then_and_now.ThenAndNowLine, ...]
    mechanisms: tuple[then_and_now.ThenAndNowLine, ...]
    asked_apart: tuple[then_and_now.ThenAndNowLine, ...]
    left_out: tuple[left_out.LeftOut, ...]
    line: tuple[LineRow, ...]
    pictures: Mapping[str, Picture]


@lru_cache(STORIES_KEPT)
def told_over_time(story: Story, _language: str | None) -> ToldOverTime:
    """At most one query, for any number of assessments; its words are of one language."""
    return told_of(story, marked_assessments(story.assessments))


def told_of(story: Story, marked: Mapping[ClosedAssessment, Marked]) -> ToldOverTime:
    both = (marked[story.pair[0]], marked[story.pair[1]])
    found = changes(both[0].results, both[1].results)
    rows = tuple(change_said.change_rows(found))
    return ToldOverTime(
        instrument=both[1].results.instrument,
        blurred=blurred(*(one.results for one in marked.values())),
        changes=found,
        by_verdict=by_verdict(rows),
        tally=tuple(tally(rows)),
        heads=tuple(
            change_said.perspective_name(found, p) for p in change_said.shown_perspectives(found)
        ),
        rows=rows,
        standings=tuple(then_and_now.standings(both, found)),
        structure=tuple(then_and_now.structure(both)),
        mechanisms=tuple(then_and_now.mechanisms(both)),
        asked_apart=tuple(then_and_now.asked_apart(both)),
        left_out=tuple(left_out.left_out(found)),
        line=tuple(line(marked)),
        pictures=pictures(story, marked),
    )


def by_verdict(
    rows: tuple[change_said.ComparedRow, ...],
) -> dict[str, tuple[change_said.Compared, ...]]:
    """A name in a template has no spaces: 'possible_change'."""
    found: dict[str, tuple[change_said.Compared, ...]] = dict.fromkeys(VERDICTS, ())
    for row in rows:
        for side in row.sides:
            found[side.verdict] = (*found[side.verdict], side)
    return {verdict.replace(" ", "_"): sides for verdict, sides in found.items()}


def tally(rows: tuple[change_said.ComparedRow, ...]) -> Iterator[tuple[str, int]]:
    found = [side.verdict for row in rows for side in row.sides]
    return ((verdict, found.count(verdict)) for verdict in VERDICTS)


def line(marked: Mapping[ClosedAssessment, Marked]) -> Iterator[LineRow]:
    results = [one.results for one in marked.values()]
    for principle in results[-1].instrument.principles:
        figures = lived_line(results, principle.code)
        yield LineRow(principle, tuple(zip(marked, figures, strict=True)))


def pictures(story: Story, marked: Mapping[ClosedAssessment, Marked]) -> dict[str, Picture]:
    """None is drawn for this."""
    return {
        name: design.of(over_time(story.of(name), marked))
        for name, design in OVER_TIME_CHARTS.items()
    }
