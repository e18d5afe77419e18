import pytest
from hypothesis import given
from hypothesis import strategies as st

from organisations.colours import (
    ENOUGH,
    PAPER,
    WHITE,
    channels,
    contrast,
    nearest_darker,
    readable,
    tidy,
)

colours = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("#000000", WHITE, 21), (WHITE, WHITE, 1), ("#767676", WHITE, 4.54), ("#777777", WHITE, 4.48)],
)
def test_contrast_by_hand(one, other, expected):
    assert contrast(one, other) == contrast(other, one) == pytest.approx(expected, abs=0.005)


def test_both_sides_of_the_cut():
    assert contrast("#757575", PAPER) > ENOUGH > contrast("#767676", PAPER)
    assert readable("#757575")
    assert not readable("#767676")  # enough on white, not on paper


@given(colours)
def test_the_nearest_darker_one_can_be_read_and_is_the_nearest(colour):
    found = nearest_darker(colour)
    assert readable(found)
    if readable(colour):
        assert found == colour
    assert all(new <= old for new, old in zip(channels(found), channels(colour), strict=True))
    assert contrast(found, PAPER) < 4.7 or found == colour


@pytest.mark.parametrize("typed", ["#6B2D5C", " 6b2d5c ", "6B2d5c"])
def test_a_colour_as_people_type_it(typed):
    assert tidy(typed) == "#6b2d5c"


@pytest.mark.parametrize("typed", ["", "#fff", "plum", "#6b2d5g", "#6b2d5c;}", "#6b2d5c\n}"])
def test_what_is_no_colour(typed):
    assert tidy(typed) is None
