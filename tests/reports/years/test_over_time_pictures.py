"""What the charts over time draw, read back."""

import datetime
from math import hypot, isnan

import pytest

from reports.drawing.circle import CENTRE, RADIUS
from reports.drawing.lines import TALL, Days
from reports.method.change import Verdict, changes, lived_line
from reports.wording.timeline import DatedResults, Event, OverTime
from reports.years.charts.dumbbells import SCALE
from reports.years.charts.over_time import OVER_TIME_CHARTS
from reports.years.charts.then_and_now_radar import word_of
from tests.reports.drawing.reading import close, drawn, lines_of, named, words_of
from tests.reports.one.charts.cast import PRINCIPLES
from tests.reports.years.over_time_cast import FIRST, NOW, STORIES, THEN, tell


def last_changes(story):
    return changes(story.assessments[-2].results, story.assessments[-1].results)


@pytest.mark.parametrize("story", STORIES.values(), ids=STORIES)
def test_the_radar_shows_the_last_two(story):
    figure = drawn(OVER_TIME_CHARTS["then-and-now"], story)
    rim = next(line for line in lines_of(figure) if len(line.get_xdata()) == 91)
    middle = (min(rim.get_ydata()) + max(rim.get_ydata())) / 2
    pairs = [one.lived for one in last_changes(story).principles.values()]

    for code, figures in (("before", [b for b, _ in pairs]), ("now", [n for _, n in pairs])):
        if any(one is not None for one in figures):
            spots = named(figure)[code].get_xydata()
            reach = [
                None if isnan(x) else 100 * hypot(x - CENTRE, y - middle) / RADIUS for x, y in spots
            ]
            assert reach == close(figures)
        else:
            assert code not in named(figure)


def reach(x, down):
    return None if isnan(x) else 100 * hypot(x - CENTRE, down) / RADIUS


def test_now_is_solid_and_before_dashed():
    strokes = [
        line
        for line in lines_of(drawn(OVER_TIME_CHARTS["then-and-now"], STORIES["two"]))
        if len(line.get_xdata()) == 13
    ]

    assert [line.is_dashed() for line in strokes] == [True, False]


def test_a_word_only_where_something_changed_or_may_have():
    found = last_changes(STORIES["two"])
    words = {code: word_of(found, code) for code in PRINCIPLES}

    assert {code: word for code, word in words.items() if word} == {
        "sharing": "changed (giving, receiving)",
        "equality": "changed (giving, receiving)",
        "respect": "changed (giving, receiving)",
    }
    few = last_changes(STORIES["few people"])
    assert word_of(few, "sharing") == "changed (receiving)"
    assert not any(
        "change" in word
        for word in words_of(drawn(OVER_TIME_CHARTS["then-and-now"], STORIES["no change"]))
    )


@pytest.mark.parametrize("story", STORIES.values(), ids=STORIES)
def test_dumbbells_show_then_and_now(story):
    figure, found = drawn(OVER_TIME_CHARTS["change"], story), last_changes(story)
    sides = {side for one in found.principles.values() for side, c in one.sides.items() if c}

    assert set(named(figure)) == {f"{w}-{s}" for s in sides for w in ("before", "now")}
    for side in sides:
        moved = [one.sides.get(side) for one in found.principles.values()]
        for word, figures in (
            ("before", [c and c.before.value for c in moved]),
            ("now", [c and c.after.value for c in moved]),
        ):
            xs = named(figure)[f"{word}-{side}"].get_xdata()
            assert [across(x) for x in xs] == close(figures)


@pytest.mark.parametrize("story", STORIES.values(), ids=STORIES)
def test_dumbbells_say_the_words_of_section_10(story):
    words = words_of(drawn(OVER_TIME_CHARTS["change"], story))
    moved = [c for one in last_changes(story).principles.values() for c in one.sides.values() if c]

    for verdict in (Verdict.CHANGED, Verdict.POSSIBLE):
        assert words.count(verdict) == sum(c.verdict is verdict for c in moved)
    assert Verdict.NO_CLEAR not in words


def test_an_empty_lane_is_explained():
    """Nothing written must not be read as no clear change where nothing could be compared."""
    note = "Where a mark is missing, too few of the same statements have answers in both."

    assert note in words_of(drawn(OVER_TIME_CHARTS["change"], STORIES["two"]))
    assert note not in words_of(drawn(OVER_TIME_CHARTS["change"], STORIES["all ends"]))


def across(x):
    return None if isnan(x) else 100 * (x - SCALE.left) / (SCALE.right - SCALE.left)


@pytest.mark.parametrize("story", STORIES.values(), ids=STORIES)
def test_panels_show_the_line_by_the_day(story):
    figure = drawn(OVER_TIME_CHARTS["line"], story)
    results = [one.results for one in story.assessments]
    days = Days(story.assessments[0].closed, story.assessments[-1].closed)
    told = {code: lived_line(results, code) for code in PRINCIPLES}
    told = {code: line for code, line in told.items() if any(f is not None for f in line)}

    assert {key for key in named(figure) if key.startswith("line-")} == {f"line-{c}" for c in told}
    for code, line in told.items():
        spots = named(figure)[f"line-{code}"].get_xydata()
        known = [(spot, f) for spot, f in zip(spots, line, strict=True) if f is not None]
        (_, base), first = known[0]
        for (_, y), figure_ in known:
            assert 100 * (base - y) / TALL == pytest.approx(figure_ - first)
        places = [days.at(one.closed) for one in story.assessments]
        gaps = [x - known[0][0][0] for (x, _), _ in known]
        at = [place for place, f in zip(places, line, strict=True) if f is not None]
        assert gaps == close([place - at[0] for place in at])


def test_days_are_as_far_apart_as_they_are():
    days = Days(FIRST, FIRST + datetime.timedelta(100))
    first, fifth, last = (days.at(FIRST + datetime.timedelta(n)) for n in (0, 20, 100))

    assert (fifth - first) / (last - first) == pytest.approx(0.2)
    assert Days(FIRST, FIRST).at(FIRST) == pytest.approx((first + last) / 2)


def test_dated_events_stand_on_every_panel_and_in_the_list():
    figure = drawn(OVER_TIME_CHARTS["line"], STORIES["three"])
    marks = [
        line.get_gid() for line in lines_of(figure) if (line.get_gid() or "").startswith("dated")
    ]

    assert {mark: marks.count(mark) for mark in marks} == {
        f"dated-{mark}": 12 for mark in ("1", "2", "3", "A")
    }
    assert "1 March 2025: The service was put out to tender" in words_of(figure)
    assert "1 September 2025: Peer supporters choose their own supervisor" in words_of(figure)


def test_events_outside_and_too_many_are_said():
    odd = words_of(drawn(OVER_TIME_CHARTS["line"], STORIES["odd words"]))
    many = words_of(drawn(OVER_TIME_CHARTS["line"], STORIES["ten"]))

    assert "Not marked: 1 of the events, before the first or after the last." in odd
    assert "The latest 9 of 24 events between the first and the last are marked." in many
    assert any("Event 23" in word for word in many)
    assert not any("Event 14" in word for word in many)


def test_a_story_needs_two_assessments_in_their_order():
    one, two = (
        DatedResults(name, FIRST + datetime.timedelta(n), r)
        for n, (name, r) in enumerate((("a", THEN), ("b", NOW)))
    )

    with pytest.raises(ValueError, match="two assessments"):
        OverTime((one,))
    with pytest.raises(ValueError, match="oldest first"):
        OverTime((two, one))
    assert OverTime((one, two)).last_two == (one, two)


def test_what_lies_within_the_first_and_the_last():
    inside, before, after = (Event(FIRST + datetime.timedelta(n), "") for n in (0, -1, 361))
    late = Event(FIRST + datetime.timedelta(360), "the last day")

    assert tell(THEN, NOW).within((late, before, after, inside)) == (inside, late)
