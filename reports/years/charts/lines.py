"""The lived-experience view over all rounds: a small panel a principle, the days across.

Dated events stand as numbered thin lines on every panel, actions taken as lettered dashed ones.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from string import ascii_uppercase

from assessment.method.change import lived_line
from assessment.method.language import on_day
from assessment.method.numbers import whole
from reports.drawing.legend import Entry, legend, listed_below
from reports.drawing.lettering import wrapped
from reports.drawing.markers import Marker
from reports.drawing.rows import kept_apart
from reports.drawing.sheet import Sheet, corners, origin
from reports.drawing.style import (
    ASIDE,
    BOLD,
    FAINT,
    MARGIN,
    NOTE,
    PLUM,
    QUIET,
    RULE,
    TEAL,
    WIDTH,
    Fill,
    Pen,
)
from reports.wording.timeline import Event, OverTime
from reports.wording.titles import OVER_TIME_TITLES, SCORES

ACROSS = 3
LEFT, GAP, TALL = 12.0, 5.0, 22.0  # mm: of the first panel, between panels, of a panel's plot
WIDE = (WIDTH - MARGIN - LEFT - (ACROSS - 1) * GAP) / ACROSS
ENDS = 7.5  # mm at either side of a line, for its first and last figure
STRIP = 4.4  # mm, for the marks of events above and of actions below
MOST = 9  # events, and actions, that a panel has room to mark
GAP_OF_MARKS = 3.0
POINTS = Marker("o", TEAL, size=4.6)
EVENT, ACTION = Pen(QUIET, 0.8, above=1.2), Pen(PLUM, 0.9, (1.6, 1.2), above=1.2)

Figure = float | None


@dataclass(frozen=True, slots=True)
class Days:
    """The time axis that all panels share, in mm from a panel's left edge."""

    first: date
    last: date

    def at(self, day: date) -> float:
        """In the middle where all rounds closed on one day."""
        span = (self.last - self.first).days
        share = (day - self.first).days / span if span else 0.5
        return ENDS + (WIDE - 2 * ENDS) * share


@dataclass(frozen=True, slots=True)
class Dated:
    """What is marked on every panel, and where across it its mark stands."""

    marks: tuple[str, ...]
    events: tuple[Event, ...]
    pen: Pen

    def xs(self, days: Days) -> list[float]:
        return [days.at(event.day) for event in self.events]


def line(story: OverTime) -> Sheet:
    sheet = Sheet(OVER_TIME_TITLES["line"])
    events = Dated(tuple("123456789"), story.within(story.events)[-MOST:], EVENT)
    actions = Dated(tuple(ascii_uppercase), story.within(story.actions)[-MOST:], ACTION)
    legend(sheet, list(entries(events, actions)))
    panels(sheet, story, events, actions)
    rounds = "; ".join(f"{one.name}, {on_day(one.closed)}" for one in story.rounds)
    sheet.write(f"Rounds from left to right: {rounds}.", NOTE, most=10)
    for dated in (events, actions):
        told = [(m, said(e)) for m, e in zip(dated.marks, dated.events, strict=False)]
        listed_below(sheet, told)
    for note in notes(story):
        sheet.write(note, NOTE)
    sheet.finish(origin(story.rounds[-1].results.about), SCORES)
    return sheet


def said(event: Event) -> str:
    return f"{on_day(event.day)}: {event.text}"


def entries(events: Dated, actions: Dated) -> Iterator[Entry]:
    yield Entry("Lived-experience view, each round", POINTS, stroke=True)
    if events.events:
        yield Entry("Dated event", None, upright=True, colour=EVENT.colour)
    if actions.events:
        yield Entry("Action taken", None, upright=True, colour=ACTION.colour, dashes=ACTION.dashes)


def notes(story: OverTime) -> Iterator[str]:
    for word, dated in (("events", story.events), ("actions", story.actions)):
        within = len(story.within(dated))
        if within > MOST:
            yield f"The latest {MOST} of {within} {word} between the rounds are marked."
        if within < len(dated):
            yield f"Not marked: {len(dated) - within} of the {word}, outside the rounds."


def panels(sheet: Sheet, story: OverTime, events: Dated, actions: Dated) -> None:
    instrument = story.rounds[-1].results.instrument
    results = [one.results for one in story.rounds]
    days = Days(story.rounds[0].closed, story.rounds[-1].closed)
    top = sheet.bottom
    principles = instrument.principles
    for row in (principles[at : at + ACROSS] for at in range(0, len(principles), ACROSS)):
        names = [wrapped(one.name, WIDE, BOLD) for one in row]
        head = max(map(len, names)) * BOLD.height
        plot = top + head + 1.5 + STRIP * bool(events.events)
        for place, (one, lines) in enumerate(zip(row, names, strict=True)):
            left = LEFT + place * (WIDE + GAP)
            write_name(sheet, left, top + head, lines)
            frame(sheet, left, plot, instrument.thresholds.low, instrument.thresholds.high)
            draw_dated(sheet, left, plot, days, events, above=True)
            draw_dated(sheet, left, plot, days, actions, above=False)
            xs = [left + days.at(round_.closed) for round_ in story.rounds]
            plot_line(sheet, plot, xs, lived_line(results, one.code), one.code)
        top = plot + TALL + STRIP * bool(actions.events) + 3
    dates(sheet, top - 3 + NOTE.height, days)
    sheet.bottom = top + NOTE.height


def write_name(sheet: Sheet, left: float, bottom: float, lines: Sequence[str]) -> None:
    for place, text in enumerate(reversed(lines)):
        sheet.words(left, bottom - place * BOLD.height, text, BOLD)


def frame(sheet: Sheet, left: float, top: float, low: float, high: float) -> None:
    """0, the cuts and 100, with their figures beside the first panel of a row."""
    sheet.area(corners(left, top, left + WIDE, top + TALL), Fill(edge=FAINT, width=0.6))
    for cut in (0.0, low, high, 100.0):
        y = height(top, cut)
        sheet.path([(left, y), (left + WIDE, y)], Pen(RULE, 0.6))
        if left == LEFT:
            sheet.words(left - 1.2, y + 1.1, f"{cut:g}", ASIDE, align="right")


def height(top: float, figure: float) -> float:
    return top + TALL * (1 - figure / 100)


def draw_dated(
    sheet: Sheet, left: float, top: float, days: Days, dated: Dated, *, above: bool
) -> None:
    """A line through the plot to its mark, which moves aside where two would touch."""
    xs = dated.xs(days)
    marks = kept_apart(xs, GAP_OF_MARKS, 1.2, WIDE - 1.2)
    start, end, way = (top + TALL, top, -1) if above else (top, top + TALL, 1)
    for x, aside, mark in zip(xs, marks, dated.marks, strict=False):
        places = [(left + x, start), (left + x, end), (left + aside, end + way * 1.2)]
        sheet.path(places, dated.pen, name=f"dated-{mark}")
        y = end - 1.7 if above else end + 4.2
        sheet.words(left + aside, y, mark, NOTE, align="center")


def plot_line(
    sheet: Sheet, top: float, xs: Sequence[float], figures: Sequence[Figure], code: str
) -> None:
    """A missing figure breaks the line; the first and the last there is say what they are."""
    places = [
        None if figure is None else (x, height(top, figure))
        for x, figure in zip(xs, figures, strict=True)
    ]
    known = [(place, figure) for place, figure in zip(places, figures, strict=True) if place]
    if not known:
        x = (xs[0] + xs[-1]) / 2
        sheet.words(x, top + TALL / 2 + 1.1, "too few to compare", ASIDE, align="center")
        return
    sheet.path(places, Pen(TEAL, 1.6, above=2))
    sheet.marks(places, POINTS, name=f"line-{code}")
    ends = [(known[0], "right", -1.6)] * (len(known) > 1) + [(known[-1], "left", 1.6)]
    for ((x, y), figure), align, aside in ends:
        sheet.words(x + aside, y + 1.1, whole(figure or 0), NOTE, align=align)


def dates(sheet: Sheet, baseline: float, days: Days) -> None:
    """Month and year under the first and the last round of the last row; once where one day."""
    ends = dict.fromkeys((days.first, days.last))
    for column in range(ACROSS):
        left = LEFT + column * (WIDE + GAP)
        for day in ends:
            sheet.words(left + days.at(day), baseline, f"{day:%b %Y}", ASIDE, align="center")
