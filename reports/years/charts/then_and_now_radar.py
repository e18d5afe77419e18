"""A radar of the lived-experience view now and in the round before, over what both can compare."""

from collections.abc import Iterator

from assessment.method.change import Changes, Verdict, changes
from assessment.method.language import on_day
from reports.drawing.circle import turns
from reports.drawing.legend import Entry
from reports.drawing.markers import VIEWS
from reports.drawing.radar import STROKES, label, radar
from reports.drawing.sheet import Sheet, origin
from reports.drawing.style import NOTE
from reports.wording.over_time_said import lived_sides
from reports.wording.plotted import Line, any_figure
from reports.wording.timeline import OverTime, Round
from reports.wording.titles import OVER_TIME_TITLES, SCORES

WORDS = (Verdict.CHANGED, Verdict.POSSIBLE)  # the strongest first; nothing is written of others


def then_and_now(story: OverTime) -> Sheet:
    sheet = Sheet(OVER_TIME_TITLES["then-and-now"])
    before, after = story.last_two
    found = changes(before.results, after.results)
    lines = lines_of(found)
    labels = [
        label(turn, one.name, word_of(found, one.code))
        for turn, one in zip(
            turns(len(found.principles)), after.results.instrument.principles, strict=True
        )
    ]
    entries = [round_entry("now", after), round_entry("before", before)] if lines else []
    radar(sheet, after.results.instrument.thresholds, entries, labels, lines)
    missing = any(None in one.lived for one in found.principles.values())
    for note in notes(found, missing=missing):
        sheet.write(note, NOTE)
    sheet.finish(origin(after.results.about), SCORES)
    return sheet


def lines_of(found: Changes) -> tuple[Line, ...]:
    """Now first: what is first is drawn above."""
    pairs = [one.lived for one in found.principles.values()]
    lines = (
        Line("now", (), tuple(now for _, now in pairs)),
        Line("before", (), tuple(then for then, _ in pairs)),
    )
    return tuple(line for line in lines if any_figure(line.figures))


def round_entry(code: str, one: Round) -> Entry:
    words = f"{one.name}, closed {on_day(one.closed)}"
    return Entry(words, VIEWS[code], stroke=True, dashes=STROKES.get(code))


def word_of(found: Changes, principle: str) -> str:
    """'changed (receiving)': section 10 speaks of a perspective, and so does this."""
    sides = found.principles[principle].sides
    for word in WORDS:
        who = [
            found.after.short_name_of(side).lower()
            for side in lived_sides(found)
            if (change := sides.get(side)) is not None and change.verdict is word
        ]
        if who:
            return f"{word} ({', '.join(who)})"
    return ""


def notes(found: Changes, *, missing: bool) -> Iterator[str]:
    """``missing``: whether a mark is."""
    if missing:
        yield "Where a mark is missing, too few of the same statements have answers in both rounds."
    if found.left_out:
        count = len(found.left_out)
        yield (
            f"{count} statement{'s are' if count != 1 else ' is'} left out: not asked in the same "
            "words, or not answered by enough people, in both rounds."
        )
