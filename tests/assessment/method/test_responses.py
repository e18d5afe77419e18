"""One person's answers as a fixed-width string, and what is refused."""

import pytest

from assessment.method.responses import Responses, decode, encode


def test_a_character_an_answer():
    assert encode([0, 1, 2, 3, 4, "DK", "NA", None]) == "01234DN."
    assert decode("01234DN.") == [0, 1, 2, 3, 4, "DK", "NA", None]
    with pytest.raises(KeyError):
        encode([5])


@pytest.mark.parametrize(
    ("width", "joined"), [(0, b""), (-1, b""), (3, b"01234"), (3, b"015"), (3, b"01 "), (2, b"-1")]
)
def test_strings_that_are_no_answers_are_refused(width, joined):
    with pytest.raises(ValueError, match=r"multiple|hold 0 to 4"):
        Responses(width, joined)


@pytest.mark.parametrize("width", [1, 2])
def test_as_few_as_one_item_and_nobody_at_all(width):
    assert Responses(width, b"").tally().people == 0
    assert Responses(width, b"4" * width).tally().answered.tolist() == [1] * width


def test_kept_in_an_order_that_tells_nothing():
    assert Responses.of(["40", "04", "D."], width=2) == Responses.of(["D.", "04", "40"], width=2)
    assert Responses.of(["40", "04"], width=2).joined == b"0440"


def test_only_whole_rows_of_blanks_are_nobody():
    """Two blanks that meet across two people are not a blank row."""
    tally = Responses(2, b"0..4" + b"..").tally()
    assert (tally.people, tally.answered.tolist(), tally.totals.tolist()) == (2, [1, 1], [0, 4])
    assert Responses(2, b"D.N.").tally().people == 2


def test_one_string_a_respondent_doubles_kept():
    """What steps are worked out from: a row of blanks is nobody's."""
    assert Responses(2, b"0..4..0.D.").strings() == ["0.", ".4", "0.", "D."]
    assert Responses(2, b"....").strings() == []
