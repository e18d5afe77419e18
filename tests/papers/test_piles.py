"""Pages put together to questionnaires: stapled, turned, sorted by page, missing, twice."""

from dataclasses import replace

import pytest

from papers.out.layouts import Look
from papers.reading.marking import ReadLine, Unsure
from papers.reading.piles import Asked, ReadPage, put_together
from questions import Length

LOOK = Look("1", "receiving", Length.SHORT, mutual=False)
OTHER = Look("1", "giving", Length.SHORT, mutual=False)
PAGES = 3


def page(whose, number, look=LOOK, assessment="1234567"):
    """``whose``: its answers tell it from another's; '.' left everything out."""
    lines = (ReadLine(f"item-{number}-1", whose), ReadLine(f"item-{number}-2", whose))
    return ReadPage(assessment, look, number, PAGES, f"{whose}{number}.jpg", lines)


def put(order, **more):
    """'01 02 03': the answers and number of each page, as they lay."""
    return put_together([page(one[0], int(one[1]), **more) for one in order.split()])


def whose(piles):
    return ["".join(sorted(set(sheet.answers().values()))) for sheet in piles.sheets]


@pytest.mark.parametrize(
    ("order", "found"),
    [
        ("01 02 03", ["0"]),
        ("03 02 01", ["0"]),
        ("02 03 01 41 43 42", ["0", "4"]),
        ("01 02 03 41 42 43 21 22 23", ["0", "4", "2"]),
        (".1 .2 .3 41 42 43", [".", "4"]),
        ("41 42 43 41 42 43", ["4", "4"]),  # two who agree are two
    ],
)
def test_sheet_by_sheet(order, found):
    piles = put(order)
    assert whose(piles) == found
    assert not piles.told
    assert not any(sheet.sorted_by_page for sheet in piles.sheets)


def test_sorted_by_page_is_a_guess_and_says_so():
    piles = put("01 41 02 42 03 43")
    assert whose(piles) == ["0", "4"]
    assert all(sheet.sorted_by_page for sheet in piles.sheets)


@pytest.mark.parametrize(
    ("order", "found", "missing"),
    [
        ("01 02", [], "without its page 3"),
        ("01 02 41 42 43", ["4"], "without its page 3"),
        ("01 03 41 42 43", ["4"], "without its page 2"),
        ("01 02 03 42", ["0"], "without its page 1, 3"),
    ],
)
def test_only_whole_ones_are_taken(order, found, missing):
    piles = put(order)
    assert whose(piles) == found
    assert len(piles.told) == 1
    assert missing in piles.told[0]


def test_a_page_photographed_twice_counts_once():
    piles = put("01 02 02 03")
    assert whose(piles) == ["0"]
    assert "is there twice, with the same answers" in piles.told[0]


@pytest.mark.parametrize(
    ("order", "found", "guessed"),
    [
        ("01 02 03 03 41 42 43", ["0", "4"], [False, False]),  # the last page once more
        ("01 02 03 23 41 42 43", ["0", "24"], [False, True]),  # a page too many, of whom ever
        ("02 03 01 41 42 43", ["0", "4"], [True, False]),
        ("03 02 01 03 42 41", ["0", "04"], [False, False]),  # from its last page on
        ("02 03 01", ["0"], [False]),  # nobody else's lie with it
    ],
)
def test_a_page_too_many_moves_no_page_to_another_sheet_unsaid(order, found, guessed):
    piles = put(order)
    assert whose(piles) == found
    assert [sheet.is_guess() for sheet in piles.sheets] == guessed


def test_a_page_for_own_words_begins_a_sheet_too():
    def with_words(whose):
        return [replace(page(whose, 3), lines=()), page(whose, 2), page(whose, 1)]

    piles = put_together(with_words("0") + with_words("4"))
    assert whose(piles) == ["0", "4"]
    assert not piles.told


def test_the_sharper_of_two_photographs_of_a_page_counts():
    blurred, sharp = page("0", 2), page("0", 2)
    unsure = replace(blurred.lines[0], answer="3", unsure=Unsure.FAINT)
    asked = (Asked(unsure.code, "3", Unsure.FAINT, b"", "blurred.jpg"),)
    blurred = replace(blurred, lines=(unsure, blurred.lines[1]), asked=asked)
    [sheet] = put_together([page("0", 1), blurred, sharp, page("0", 3)]).sheets
    assert not sheet.asked()


def test_the_same_answers_again_and_pages_without_a_mark_are_named():
    first, again, half = put("41 42 43 41 42 43 21 .2 23").sheets
    assert (first.like, again.like, half.like) == ("", "41.jpg", "")
    assert [sheet.like for sheet in put(".1 .2 .3 .1 .2 .3 41 42 43 41 .2 .3").sheets] == [""] * 4
    assert (first.empty(), half.empty()) == ([], [".2.jpg"])


def test_two_pages_without_a_mark_may_be_two_peoples():
    piles = put(".1 .1 .2 .3")
    assert whose(piles) == ["."]
    assert "without its page 2, 3" in piles.told[0]


def test_a_mixed_pile_of_perspectives_and_assessments():
    mixed = [
        page(who, number, look, assessment)
        for number in (1, 2, 3)
        for who, look, assessment in (
            ("0", LOOK, "1234567"), ("4", OTHER, "1234567"), ("2", LOOK, "7654321"),
        )
    ]  # fmt: skip
    piles = put_together(mixed)
    assert sorted(whose(piles)) == ["0", "2", "4"]
    assert not piles.told


def test_what_a_person_must_look_at_comes_with_its_sheet():
    sheet = put("01 02 03").sheets[0]
    assert sheet.asked() == []
    assert sheet.words() == []
    assert sheet.slips() == []
    assert sheet.place() == "01.jpg"
