"""The lived-experience view over all assessments: a small panel a principle, the days across.

Dated events stand as numbered thin lines on every panel, actions taken as lettered dashed ones.
"""

from collections.abc import Iterator, Sequence
from string import ascii_uppercase, digits

from assessment.method.language import on_day
from reports.drawing.legend import LegendEntry
from reports.drawing.lines import ABOVE, BELOW, MOST, POINTS, LinePanel, LinePanels
from reports.drawing.parts import MarkKey, Paragraph, SheetPart, note
from reports.drawing.style import NOTE
from reports.method.change import lived_line
from reports.wording.timeline import Event, OverTime

Dated = tuple[tuple[str, Event], ...]  # each with its mark


def lived_panels(story: OverTime) -> Iterator[SheetPart]:
    events, actions = dated(story, story.events, digits[1:]), dated(story, story.actions)
    yield LinePanels(
        thresholds=story.assessments[-1].results.instrument.thresholds,
        entries=tuple(line_entries(events, actions)),
        days=tuple(one.closed for one in story.assessments),
        panels=tuple(line_panels(story)),
        above=tuple((mark, event.day) for mark, event in events),
        below=tuple((mark, event.day) for mark, event in actions),
        without="too few to compare",
    )
    named = "; ".join(f"{one.name}, {on_day(one.closed)}" for one in story.assessments)
    yield Paragraph(f"Self-assessments from left to right: {named}.", NOTE, most=10)
    for marked in (events, actions):
        yield MarkKey(tuple((mark, dated_words(event)) for mark, event in marked))
    yield from map(note, line_notes(story))


def dated(story: OverTime, events: Sequence[Event], marks: str = ascii_uppercase) -> Dated:
    """The latest between the first and the last, as many as there is room for."""
    return tuple(zip(marks, story.within(events)[-MOST:], strict=False))


def line_panels(story: OverTime) -> Iterator[LinePanel]:
    results = [one.results for one in story.assessments]
    for one in results[-1].instrument.principles:
        yield LinePanel(one.code, one.name, tuple(lived_line(results, one.code)))


def dated_words(event: Event) -> str:
    return f"{on_day(event.day)}: {event.text}"


def line_entries(events: Dated, actions: Dated) -> Iterator[LegendEntry]:
    yield LegendEntry("Lived-experience view, each time", POINTS, stroke=True)
    if events:
        yield LegendEntry("Dated event", None, upright=True, colour=ABOVE.colour)
    if actions:
        yield LegendEntry(
            "Action taken", None, upright=True, colour=BELOW.colour, dashes=BELOW.dashes
        )


def line_notes(story: OverTime) -> Iterator[str]:
    for word, events in (("events", story.events), ("actions", story.actions)):
        within = len(story.within(events))
        if within > MOST:
            yield f"The latest {MOST} of {within} {word} between the first and the last are marked."
        if within < len(events):
            outside = len(events) - within
            yield f"Not marked: {outside} of the {word}, before the first or after the last."
