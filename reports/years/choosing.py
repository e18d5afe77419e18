"""Which assessments of a programme are looked at, and which of them a chart is drawn of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from assessment.method import Marked
from organisations.models import Programme
from reports.closed_assessments import ClosedAssessment, Pair
from reports.kept import marked_together
from reports.wording.timeline import DatedResults, Event, OverTime

OVER_ALL = "line"  # the one chart of every assessment; the others are of the two


@dataclass(frozen=True, slots=True)
class Story:
    """Everything that is said of a programme over time rests on these.

    ``assessments`` and ``events``: all there are, the oldest first; ``pair``: the two compared.
    """

    assessments: tuple[ClosedAssessment, ...]
    pair: Pair
    events: tuple[Event, ...]

    def of(self, chart: str) -> "Story":
        """What a chart is drawn of."""
        if chart == OVER_ALL:
            return replace(self, pair=(self.assessments[-2], self.assessments[-1]))
        return Story(self.pair, self.pair, ())

    @property
    def planned_in(self) -> tuple[ClosedAssessment, ...]:
        """Those whose plans fall between the two: the earlier, and any before the later."""
        start, end = (self.assessments.index(one) for one in self.pair)
        return self.assessments[start:end]

    @property
    def events_between(self) -> list[Event]:
        then, now = self.pair
        return [one for one in self.events if then.closed <= one.day <= now.closed]


def events_of(programme: Programme) -> tuple[Event, ...]:
    """One query."""
    return tuple(Event(day, text) for day, text in programme.events.values_list("day", "text"))


def marked_assessments(assessments: Sequence[ClosedAssessment]) -> dict[ClosedAssessment, Marked]:
    """One query."""
    marked = marked_together([one.number for one in assessments])
    return dict(zip(assessments, marked, strict=True))


def over_time(story: Story, marked: Mapping[ClosedAssessment, Marked]) -> OverTime:
    """As charts and their sentences take it."""
    assessments = (
        DatedResults(one.name, one.closed, marked[one].results) for one in story.assessments
    )
    return OverTime(tuple(assessments), story.events)
