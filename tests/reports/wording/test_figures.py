"""The figures that charts plot are those of ``Marked``, and nothing else."""

import pytest

from assessment.method.results import Mode
from reports.wording.plotted import (
    Dot,
    domain_lines,
    layers,
    perspective_dots,
    principle_lines,
    without_dots,
)
from tests.reports.one.charts.cast import CAST, INSTRUMENT, PRINCIPLES


@pytest.mark.parametrize("marked", CAST.values(), ids=CAST)
def test_lines_hold_the_two_views_in_order(marked):
    expected = {
        "lived": tuple(marked.principles[code].views.practice for code in PRINCIPLES),
        "others": tuple(marked.principles[code].views.others for code in PRINCIPLES),
    }
    drawn = {line.code: line.figures for line in principle_lines(marked)}

    assert drawn == {code: figures for code, figures in expected.items() if any_of(figures)}


@pytest.mark.parametrize("marked", CAST.values(), ids=CAST)
def test_domains_in_order(marked):
    expected = tuple(marked.structure.domains[code] for code in "ABCDEFG")

    assert [line.figures for line in domain_lines(marked)] == (
        [expected] if any_of(expected) else []
    )


@pytest.mark.parametrize("marked", CAST.values(), ids=CAST)
def test_dots_are_the_scores_of_every_perspective(marked):
    drawn = {
        (row.perspective, code): dot
        for row in perspective_dots(marked)
        for code, dot in zip(PRINCIPLES, row.dots, strict=True)
        if dot
    }

    assert drawn == {
        (side, code): Dot(score.practice, score.low, score.high)
        for code, one in marked.principles.items()
        for side, score in one.scores.items()
        if score.practice is not None
    }


def test_perspectives_stand_in_the_instruments_order():
    rows = [row.perspective for row in perspective_dots(CAST["lifelike"])]

    assert rows == [one.code for one in INSTRUMENT.perspectives]


def test_too_few_people_are_named_as_hidden():
    assert without_dots(CAST["withheld"]) == {Mode.INDIVIDUAL: ("giving", "staff")}
    assert without_dots(CAST["lifelike"]) == {}


@pytest.mark.parametrize(
    ("case", "lived", "others"),
    [
        ("lifelike", ("giving", "receiving", "partner"), ("staff", "commissioner")),
        ("withheld", ("receiving", "partner"), ("commissioner",)),
        ("only a panel", ("panel",), None),
        ("only staff", None, ("staff",)),
        ("mutual group", ("receiving",), None),
        ("nothing at all", None, None),
    ],
)
def test_a_line_says_whose_view_it_is(case, lived, others):
    sides = {line.code: line.sides for line in principle_lines(CAST[case])}

    assert (sides.get("lived"), sides.get("others")) == (lived, others)


def test_layers_from_the_base_with_their_words():
    found = layers(CAST["mutual group"])

    assert [(one.code, one.rating, one.word) for one in found] == [
        ("L1", 4, "Flourishing"),
        ("L2", None, "don't know"),
        ("L3", None, "does not apply"),
        ("L4", None, "not answered"),
        ("L5", None, "not answered"),
    ]


def any_of(figures):
    return any(figure is not None for figure in figures)
