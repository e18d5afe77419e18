"""Arithmetic and Display by hand; the page's own table is read by tests/assessment/method."""

from fractions import Fraction

import pytest

from tests.naive.arithmetic import half_up, in_a_spreadsheet, on_a_page, rounded_up


@pytest.mark.parametrize(
    ("x", "decimals", "expected"),
    [("28.125", 2, "28.13"), ("-28.125", 2, "-28.13"), ("28.1249", 2, "28.12"), ("0.5", 0, "1")],
)
def test_half_up_away_from_zero(x, decimals, expected):
    assert half_up(Fraction(x), decimals) == Fraction(expected)


@pytest.mark.parametrize(
    ("x", "expected"),
    [
        ("62.47", "62.4"),  # below the cut: never 62.5
        ("62.36", "62.4"),
        ("62.53", "62.5"),
        ("62.5", "62.5"),
        ("62.4999999995", "62.5"),  # at least the cut, by the tolerance
        ("62.46", "62.4"),
        ("37.48", "37.4"),
        ("63.5", "63.5"),  # 1 from the cut is within 1
        ("63.51", "64"),
        ("61.4", "61"),
        ("61.87", "61.9"),
        ("50", "50"),
        ("0", "0"),
        (None, None),
    ],
)
def test_on_a_page(x, expected):
    assert on_a_page(None if x is None else Fraction(x)) == expected


def test_a_gap_and_a_change_on_a_page():
    assert on_a_page(Fraction("19.97"), (20,)) == "19.9"
    assert on_a_page(Fraction("19.97"), (20,), signed=True) == "19.9"
    assert on_a_page(Fraction("23.87"), (20,)) == "24"
    assert on_a_page(Fraction("-19.97"), (20,)) == "-20"  # a gap is not read by -20
    assert on_a_page(Fraction("-9.97"), (10, 15), signed=True) == "-9.9"
    assert on_a_page(Fraction("14.96"), (10, 15), signed=True) == "14.9"
    assert on_a_page(Fraction("12.5"), (10, 15), signed=True) == "13"


def test_in_a_spreadsheet():
    assert in_a_spreadsheet(Fraction("62.47")) == 62.4
    assert in_a_spreadsheet(Fraction("53.91")) == 53.9
    assert in_a_spreadsheet(None) is None


def test_the_smallest_visible_change_is_rounded_up():
    assert [rounded_up(Fraction(x)) for x in ("17", "17.01", "16.99")] == [17, 18, 17]
