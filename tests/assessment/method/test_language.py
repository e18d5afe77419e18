"""How names, numbers and statements are put into a sentence."""

import datetime

import pytest

from assessment.method.language import (
    LETTERS,
    bare,
    capital,
    counted,
    few,
    in_letters,
    listed,
    lower,
    on_day,
)


@pytest.mark.parametrize(
    ("names", "said"),
    [
        ((), ""), (("a",), "a"), (("a", "b"), "a and b"), (("a", "b", "c"), "a, b and c"),
        (("a and b", "c"), "a and b, and c"), (("a and b",), "a and b"),
    ],
)  # fmt: skip
def test_a_list_knows_names_that_hold_an_and(names, said):
    assert listed(names) == said


def test_up_to_three_by_name():
    assert few(("a", "b", "c")) == "a, b and c"
    assert few(("a", "b", "c", "d")) == "4 principles"
    assert few(("a", "b", "c", "d"), "domains") == "4 domains"


def test_numbers_in_letters_up_to_twenty():
    assert [in_letters(count) for count in (0, 1, 20, 21)] == ["no", "one", "twenty", "21"]
    assert len(set(LETTERS)) == 21
    assert (counted(1, "warning sign"), counted(2, "sign")) == ("one warning sign", "two signs")


def test_capitals():
    assert (capital("being yourself"), capital("")) == ("Being yourself", "")
    assert (lower("Being yourself"), lower("NHS trust"), lower("A")) == (
        "being yourself", "NHS trust", "a",
    )  # fmt: skip


def test_days_and_statements():
    assert on_day(datetime.date(2026, 11, 2)) == "2 November 2026"
    assert bare("People can say no. ") == "People can say no"
