"""What the charts of a comparison draw, read back: the figures that may be shown and no others."""

from dataclasses import replace
from itertools import pairwise
from math import isnan

import pytest
from hypothesis import given
from hypothesis import strategies as st
from matplotlib.text import Text

from assessment.method.levels import Level
from comparing.charts.catalogue import COMPARISON_CHARTS
from comparing.charts.level_counts import COLUMNS as COUNTS
from comparing.wording.figures_compared import named_others, rows_of
from reports.drawing.heat import MOST, columns_of
from reports.drawing.rows import kept_apart
from reports.drawing.spread import BAND, LETTERED, SCALE
from reports.programmes.programmes_chart import PROGRAMMES_CHARTS
from tests.comparing.charts.compared_cast import COMPARED, INSTRUMENT, beside, lifelike, member
from tests.reports.drawing.reading import areas_of, close, drawn, named, words_of
from tests.reports.drawing.sets import PROGRAMMES
from tests.reports.one.charts.cast import CAST, PRINCIPLES

PARTS = {
    "principles": ("principles",),
    "domains": ("domains", "structure"),
    "mechanisms": ("mechanisms",),
}


@pytest.mark.parametrize("name", PARTS)
@pytest.mark.parametrize("comparison", COMPARED.values(), ids=COMPARED)
def test_a_spread_draws_what_may_be_told(comparison, name):
    figure = drawn(COMPARISON_CHARTS[name], comparison)
    lines, expected = named(figure), {}
    for row in rows_of(comparison, *PARTS[name]):
        one, code = row.compared, row.key[1]
        if one.median is not None:
            expected[f"median-{code}"] = [one.median, one.median]
        elif one.mean is not None:
            expected[f"mean-{code}"] = [one.mean, one.mean]
        dots = [m.figures.values[row.key] for m in named_others(comparison)]
        if any(dot is not None for dot in dots):
            expected[f"named-{code}"] = [dot for dot in dots if dot is not None]
    for part in PARTS[name]:
        own = [row.compared.own for row in rows_of(comparison, part)]
        if any(figure is not None for figure in own):
            expected[f"own-{part}"] = own

    found = {key: [across(x) for x in line.get_xdata()] for key, line in lines.items()}
    assert found == {key: close(figures) for key, figures in expected.items()}


@pytest.mark.parametrize("name", PARTS)
@pytest.mark.parametrize("comparison", COMPARED.values(), ids=COMPARED)
def test_bands_reach_from_quartile_to_quartile(comparison, name):
    figure = drawn(COMPARISON_CHARTS[name], comparison)
    fill = BAND.colour
    bands = [area for area in areas_of(figure) if same(area.get_facecolor(), fill)]
    ends = [[across(x) for x in sorted({x for x, _ in area.get_xy()})] for area in bands]
    rows = [row.compared for row in rows_of(comparison, *PARTS[name])]
    expected = [close([one.q1, one.q3]) for one in rows if one.q1 is not None]
    expected = [ends_ if ends_[0] != ends_[1] else ends_[:1] for ends_ in expected]

    assert ends[len(ends) - len(expected) :] == expected  # the legend's sample stands first
    assert len(ends) == len(expected) + bool(expected)


def same(colour, other):
    return tuple(round(255 * c) for c in colour[:3]) == tuple(
        int(other[at : at + 2], 16) for at in (1, 3, 5)
    )


def across(x):
    return None if isnan(x) else 100 * (x - SCALE.left) / (SCALE.right - SCALE.left)


def test_an_anonymous_member_is_nowhere_drawn():
    """All anonymous: neither the least nor the most of them moves anything but mean and band."""
    others = [member(place) for place in range(14)]
    figure = drawn(COMPARISON_CHARTS["principles"], beside(others))

    assert not any(key.startswith("named") for key in named(figure))
    assert not set(words_of(figure)) & {one.name for one in others[1:]}


def test_that_outermost_figures_change_no_byte():
    """Two at the ends go farther out: quartiles and median stay, and so does all that is drawn."""
    figures = [lifelike(place) for place in range(14)]
    middle = [
        replace(one, values=dict.fromkeys(one.values, 40.0 + n)) for n, one in enumerate(figures)
    ]

    def ends_at(low, high):
        ends = [
            replace(figures[0], values=dict.fromkeys(figures[0].values, v)) for v in (low, high)
        ]
        everybody = [member(n, figures=one) for n, one in enumerate([*middle, *ends])]
        lines = named(drawn(COMPARISON_CHARTS["principles"], beside(everybody)))
        return {key: line.get_xydata().tolist() for key, line in lines.items()}

    assert ends_at(10, 90) == ends_at(0, 100)
    assert ends_at(10, 90) != ends_at(10, 45)


def all_at(figures, value):
    return replace(figures, values=dict.fromkeys(figures.values, value))


def test_letters_say_who_and_too_many_have_none():
    few, many = (
        drawn(COMPARISON_CHARTS["principles"], COMPARED[case]) for case in ("six", "forty named")
    )

    assert [one for one in words_of(few) if one in "ABCDEF"][-5:] == list("ABCDE")
    assert "Riverside Peers" in words_of(few)
    assert "Riverside Peers" not in words_of(many)
    assert "A" not in words_of(many)
    assert LETTERED < 39


def test_who_is_counted_stands_in_every_row():
    words = words_of(drawn(COMPARISON_CHARTS["principles"], COMPARED["named alone"]))
    counted = [row.compared.others for row in rows_of(COMPARED["named alone"], "principles")]

    assert [word for word in words if word.endswith(" named")] == [f"{n} named" for n in counted]


@pytest.mark.parametrize("case", ["lifelike", "own view", "forty named"])
def test_mechanisms_say_how_many_are_present(case):
    words = words_of(drawn(COMPARISON_CHARTS["mechanisms"], COMPARED[case]))
    for word in ("Present", "Signs"):
        expected = [r.compared.counts[word] for r in rows_of(COMPARED[case], "mechanisms")]
        assert [one for one in words if one.endswith(f" {word}")] == [
            f"{n} {word}" for n in expected
        ]


@pytest.mark.parametrize("case", ["lifelike", "own view", "forty named", "alike", "held back"])
def test_level_counts_stand_in_their_cells(case):
    figure = drawn(COMPARISON_CHARTS["levels"], COMPARED[case])
    rows = rows_of(COMPARED[case], "principles")
    texts = [text for text in figure.findobj(Text) if text.get_text().isdigit()]
    found = {}
    for text in texts:
        x, y = text.get_position()
        column = sum(x > edge for edge in COUNTS) - 1
        found.setdefault(round(y, 3), {})[tuple(Level)[column]] = int(text.get_text())

    assert [found[y] for y in sorted(found)] == [
        row.compared.counts for row in rows if row.compared.counts
    ]
    shapes = {key: len(line.get_xdata()) for key, line in named(figure).items()}
    assert shapes == shapes_of(rows, COMPARED[case].viewer)


def shapes_of(rows, viewer):
    """A shape where anybody shows the level, or the own where nobody is counted."""
    shown = [
        f"level-{level}"
        for row in rows
        for level in Level
        if (row.compared.counts or {viewer and viewer.figures.levels[row.key[1]]: 1}).get(level)
    ]
    return {key: shown.count(key) for key in shown}


def test_hidden_counts_have_their_reason():
    words = " ".join(words_of(drawn(COMPARISON_CHARTS["levels"], COMPARED["held back"])))

    assert "are not counted on mutuality, solidarity and synergy: fewer than 3 organis" in words


def test_too_few_to_count_still_show_the_own_levels():
    figure = drawn(COMPARISON_CHARTS["levels"], COMPARED["ten"])
    own = list(COMPARED["ten"].viewer.figures.levels.values())

    assert not any(word.isdigit() for word in words_of(figure))
    assert {key: len(line.get_xdata()) for key, line in named(figure).items()} == {
        f"level-{level}": own.count(level) for level in Level if level in own
    }


def levels_drawn(figure):
    """By row from the top, the level of each column; and that each stands in its column."""
    found = {}
    for key, line in named(figure).items():
        for x, y in line.get_xydata():
            found.setdefault(round(y, 3), {})[sum(x > edge for edge in columns_of(12)) - 1] = key
    return [[row[place] for place in sorted(row)] for _, row in sorted(found.items())]


@pytest.mark.parametrize("comparison", COMPARED.values(), ids=COMPARED)
def test_named_members_are_in_the_order_of_their_names(comparison):
    members = sorted(comparison.named, key=lambda one: one.name.casefold())[:MOST]
    figure = drawn(COMPARISON_CHARTS["named"], comparison)

    assert levels_drawn(figure) == [
        [f"level-{one.figures.levels[code]}" for code in PRINCIPLES] for one in members
    ]
    if not members:
        assert any("Nobody shares by name" in word for word in words_of(figure))


def test_more_rows_than_are_drawn_are_said():
    assert not said("forty named", "are drawn")
    assert said("sixty named", "The first 40 of 60 are drawn")


def said(case, words):
    return any(
        words in text for text in words_of(drawn(COMPARISON_CHARTS["named"], COMPARED[case]))
    )


@pytest.mark.parametrize("rows", PROGRAMMES.values(), ids=PROGRAMMES)
def test_programmes_stand_in_the_order_given(rows):
    assert levels_drawn(drawn(PROGRAMMES_CHARTS["programmes"], rows)) == [
        [f"level-{one.level}" for one in marked.principles.values()] for _, marked in rows[:MOST]
    ]


def test_programmes_say_whose_and_when():
    rows = [("One", CAST["lifelike"])]
    words = words_of(drawn(PROGRAMMES_CHARTS["programmes"], rows))

    assert "Northfield NHS Trust, closed 20 November 2026" in words
    assert [word for word in words if word in {p.short_name for p in INSTRUMENT.principles}] == [
        p.short_name for p in INSTRUMENT.principles
    ]


places = st.lists(st.floats(0, 100), max_size=12)


@given(places)
def test_labels_kept_apart(xs):
    found = kept_apart(xs, 3, 0, 100)
    ordered = sorted(found)

    assert all(b - a >= 3 - 1e-9 for a, b in pairwise(ordered))
    assert all(-1e-9 <= x <= 100 + 1e-9 for x in found)
    assert [at for at, _ in sorted(enumerate(found), key=lambda one: one[1])] == sorted(
        range(len(xs)), key=lambda at: (xs[at], at)
    )


def test_labels_with_room_stay_where_they_are():
    assert kept_apart([50, 10, 90], 3, 0, 100) == [50, 10, 90]
    assert kept_apart([50, 50], 4, 0, 100) == [48, 52]
    assert kept_apart([], 3, 0, 100) == []
