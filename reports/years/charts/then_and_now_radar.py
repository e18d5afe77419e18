"""A radar of the lived-experience view now and the time before, over what both can compare."""

from collections.abc import Iterator

from reports.drawing.legend import LegendEntry
from reports.drawing.markers import VIEWS
from reports.drawing.parts import SheetPart, note
from reports.drawing.radar import STROKES, Radar, Spoke
from reports.method.change import Changes, Verdict, changes
from reports.wording.cautions_said import SPOKES
from reports.wording.over_time_said import lived_sides
from reports.wording.plotted import Line, any_figure
from reports.wording.sides_said import side
from reports.wording.timeline import DatedResults, OverTime

STRONGEST_FIRST = (Verdict.CHANGED, Verdict.POSSIBLE)  # nothing is written of others


def then_and_now(story: OverTime) -> Iterator[SheetPart]:
    before, after = story.last_two
    found = changes(before.results, after.results)
    lines, principles = lines_of(found), after.results.instrument.principles
    yield Radar(
        thresholds=after.results.instrument.thresholds,
        entries=(dated_entry("now", after), dated_entry("before", before)) if lines else (),
        spokes=tuple(Spoke(one.name, word_of(found, one.code)) for one in principles),
        lines=lines,
    )
    yield note(SPOKES)
    missing = any(None in one.lived for one in found.principles.values())
    yield from map(note, change_notes(found, missing=missing))


def lines_of(found: Changes) -> tuple[Line, ...]:
    """Now first: what is first is drawn above."""
    pairs = [one.lived for one in found.principles.values()]
    lines = (
        Line("now", (), tuple(now for _, now in pairs)),
        Line("before", (), tuple(then for then, _ in pairs)),
    )
    return tuple(line for line in lines if any_figure(line.figures))


def dated_entry(code: str, one: DatedResults) -> LegendEntry:
    return LegendEntry(str(one), VIEWS[code], stroke=True, dashes=STROKES.get(code))


def word_of(found: Changes, principle: str) -> str:
    """'changed (receiving)': section 10 speaks of a perspective, and so does this."""
    compared = found.principles[principle].compared
    verdicts = {code: compared[code].verdict for code in lived_sides(found) if code in compared}
    for word in STRONGEST_FIRST:
        who = [side(found.after, code) for code, verdict in verdicts.items() if verdict is word]
        if who:
            return f"{word} ({', '.join(who)})"
    return ""


def change_notes(found: Changes, *, missing: bool) -> Iterator[str]:
    """``missing``: whether a mark is."""
    if missing:
        yield "Where a mark is missing, too few of the same statements have answers in both."
    if found.left_out:
        count = len(found.left_out)
        yield (
            f"{count} statement{'s are' if count != 1 else ' is'} left out: not asked in the same "
            "words, or not answered by enough people, in both."
        )
