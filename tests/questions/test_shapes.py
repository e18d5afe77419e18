"""Every shape there is holds together, and is in its place what the method says."""

from itertools import chain

import pytest

from assessment.method.confidence import Confidence
from assessment.method.levels import Level
from assessment.method.structure import Mark, Profile
from questions import Kind, Side
from questions.shape import FIRST, SHAPES

EVERY = pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)


@EVERY
def test_every_entry_stands_in_one_place(shape):
    for groups in (shape.domains, shape.classes):
        assert sorted(chain(*groups.values())) == list(shape.standards)
    rows = shape.mechanisms.values()
    assert sorted(chain(*(row.facts for row in rows))) == sorted(shape.facts)
    items = chain(*(shape.items_of(code).items() for code in shape.principles))
    warnings = sorted(code for code, kind in items if kind is Kind.WARNING)
    assert sorted(chain(*(row.items for row in rows))) == warnings
    assert {code for row in rows for code in row.principles} <= set(shape.principles)
    assert set(shape.support) <= set(shape.standards)


@EVERY
def test_every_role_is_played_by_an_entry(shape):
    assert shape.panel == "panel"  # a database constraint says so
    assert {shape.giving, shape.receiving} <= set(shape.lived)
    assert shape.staff in shape.others
    assert set(shape.rarely_five) <= set(shape.perspectives) - {shape.panel}
    assert {*shape.base, shape.paid} <= set(shape.layers)
    assert set(shape.short) <= {*shape.practice, *shape.warning}
    assert shape.giving not in shape.asked(mutual=True)
    assert shape.asked(mutual=False) == shape.perspectives


@EVERY
def test_the_words_are_those_that_the_method_speaks(shape):
    assert set(shape.levels) <= set(Level)
    assert set(shape.profiles) <= set(Profile)
    assert set(shape.marks) <= set(Mark)
    assert set(shape.confidences) <= set(Confidence)


def test_the_first_shape_is_method_1():
    """docs/method.md sections 1 and 2; the instrument's rows are tested beside its words."""
    assert FIRST.method == "1"
    assert {side: FIRST.on(side) for side in Side} == {
        Side.LIVED: ("giving", "receiving", "partner"),
        Side.OTHERS: ("staff", "commissioner"),
        Side.PANEL: ("panel",),
    }
    assert len(FIRST.standards) == 25
    assert len(FIRST.facts) == 14
    assert FIRST.facts[-1] == "F14"
    assert list(FIRST.items_of("stigma")) == [
        f"stigma-{ending}" for ending in ("1", "2", "3", "4", "w1", "w2")
    ]
    assert FIRST.short_items_of("stigma") == ["stigma-1", "stigma-2", "stigma-w1"]
