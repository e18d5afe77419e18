"""Both sides of every cut-off of the flag, the spread and the rough range (sections 4, 9)."""

import pytest

from assessment.method.results import Spread
from assessment.method.scores import Score
from tests.assessment.method.build import (
    PRINCIPLES,
    Always,
    Case,
    people,
    person,
)
from tests.assessment.method.released import OPEN, released

# The flag


def score(case: Case, principle: str = "mutuality") -> Score:
    """Receiving's score; its figures agree with the naive method's."""
    found = case.marked().principles[principle].scores["receiving"]
    said = case.naive()["principles"][principle]["perspectives"]["receiving"]
    assert (found.n, found.not_known) == (said["n"], said["not_known"])
    assert (found.low is None) == (said["low"] is None)
    if found.low is not None:
        assert [found.low, found.high] == pytest.approx([said["low"], said["high"]], abs=0.005)
    return found


@pytest.mark.parametrize(
    ("answered", "unsure", "flagged"),
    [(14, 6, False), (13, 6, True), (14, 7, True), (6, 3, False), (6, 4, True), (7, 3, False)],
)
def test_more_than_30_per_cent_of_ten_or_more_people(answered, unsure, flagged):
    """14 and 6 is exactly 30 %; 6 and 3 are a third, of nine people."""
    case = Case({"receiving": people([2] * answered + ["DK"] * unsure)})
    assert score(case).not_known is flagged


@pytest.mark.parametrize(
    ("answered", "unsure", "step", "flagged"),
    [
        (10, 0, 1, False),  # 4 of 14
        (9, 1, 1, True),  # 5 of 14
        (12, 1, 1, False),  # 5 of 17
        (12, 0, 2, True),  # 8 of 20
        (13, 6, 1, True),
        (13, 6, -1, False),  # 2 of 15
        (8, 7, -1, False),  # 3 of 11
        (7, 7, -1, False),  # 3 of 10 is exactly 30 %
        (6, 7, -1, True),  # 3 of 9
        (10, 2, -2, False),  # never below none
    ],
)
def test_the_flag_moves_by_four_don_t_knows_a_step(answered, unsure, step, flagged):
    rows = people([2] * answered + ["DK"] * unsure)
    case = Case({"receiving": rows}, steps=only_the_flag(step))
    assert score(case).not_known is flagged


def only_the_flag(step: int):
    """Moves by this much what is drawn for a principle, and no cell."""
    return lambda _perspective, code, _door: step if code in PRINCIPLES else 0


def test_four_a_step_in_the_short_form_too():
    rows = [person(mutuality_1=2, mutuality_w1=1, length="short") for _ in range(13)]
    case = Case({"receiving": rows}, length="short", steps=only_the_flag(1))
    assert score(case).not_known is False  # 4 of 17
    assert score(case.but_answers(receiving=rows[1:])).not_known is False  # 4 of 16
    assert score(case.but(steps=only_the_flag(2))).not_known is True  # 8 of 21; 4 of 17 were twice


def test_na_and_blank_are_not_dont_know():
    rows = people([2] * 7 + ["DK"] * 3 + ["NA", None], mutuality_w1=1)
    assert score(Case({"receiving": rows})).not_known is False


def test_a_blank_row_is_nobody():
    rows = [*people([2] * 6 + ["DK"] * 3), person()]
    assert score(Case({"receiving": rows})).not_known is False
    assert score(Case({"receiving": [*rows, person("NA")]})).not_known is True


def test_dont_knows_of_withheld_items_do_not_count():
    rows = people([2] * 10, mutuality_2="DK")
    assert score(Case({"receiving": rows})).not_known is False


def test_dont_knows_of_warning_signs_do_not_count():
    rows = [person(2, "DK") for _ in range(7)] + [person(2, 1) for _ in range(5)]
    assert score(Case({"receiving": rows})).not_known is False


def test_nothing_released_is_no_flag_whatever_the_step():
    case = Case({"receiving": [person("DK")] * 12}, steps=Always(2))
    assert released(case).not_known == frozenset()
    assert score(case).not_known is False


def test_groups_have_no_flag_and_no_spread():
    rows = people([2] * 10 + ["DK"] * 10, mutuality_2=1)
    found = released(Case({"receiving": rows}, groups=frozenset({"receiving"})))
    assert (found.not_known, found.spread, found.responded) == (frozenset(), None, None)


# The spread


def in_principles(count: int, *pairs, **about) -> Case:
    """People who answered the first two practice statements of the first so many principles."""
    codes = PRINCIPLES[:count]
    rows = [
        person(**{f"{code}_{n}": answer for code in codes for n, answer in enumerate(pair, 1)})
        for pair in pairs
    ]
    return Case({"receiving": rows}, **about)


def spread_of(case: Case) -> Spread | None:
    """Receiving's; the naive method releases the same."""
    found = case.results().perspectives["receiving"].spread
    said = case.naive()["perspectives"]["receiving"]
    assert (found and found.m, found and found.sd) == (said["m"], said["sd"])
    return found


@pytest.mark.parametrize(("count", "there"), [(7, False), (8, True), (12, True)])
def test_a_spread_needs_eight_principles(count, there):
    assert (spread_of(in_principles(count, *[(2, 2)] * 10)) is not None) is there


@pytest.mark.parametrize(("people_", "m"), [(9, None), (10, 10), (14, 10), (15, 15)])
def test_a_spread_needs_ten_people(people_, m):
    found = spread_of(in_principles(8, *[(2, 2)] * people_))
    assert (found and found.m) == m


@pytest.mark.parametrize(("both", "m"), [(11, None), (12, 12), (14, 12), (15, 15)])
def test_a_spread_needs_k_people_where_k_is_more(both, m):
    """Both items are released, by people who did not all answer both; k is in the band."""
    case = in_principles(8, *[(2, 2)] * both, (2, None), (None, 2), k=12)
    assert score(case).practice == 50
    found = spread_of(case)
    assert (found and found.m) == m


def test_m_is_of_the_principle_with_the_fewest_that_count():
    assert spread_of(fifteen_without_respect(3)).m == 10
    assert spread_of(fifteen_without_respect(6)).m == 15  # nine do not count


def fifteen_without_respect(left: int, **about) -> Case:
    """Of fifteen who rate everything 2, so many leave respect out, its warning signs too."""
    nothing = dict.fromkeys([f"respect_{ending}" for ending in ("1", "2", "3", "4", "w1", "w2")])
    rows = [person(2, 2, **(nothing if at < left else {})) for at in range(15)]
    return Case({"receiving": rows}, **about)


@pytest.mark.parametrize("second", [None, "DK", "NA"])
def test_a_personal_score_needs_two_answers(second):
    assert spread_of(in_principles(8, *[(2, 2)] * 9, (2, second), (2, second))) is None
    assert spread_of(in_principles(8, *[(2, 2)] * 10, (2, second), (2, second))).m == 10


def test_two_of_four_answers_are_enough():
    rows = [person(2)] * 5 + [person(**two_of_each()) for _ in range(5)]
    assert spread_of(Case({"receiving": rows})) == Spread(10, 5)


def two_of_each() -> dict:
    return {f"{code}_{number}": 2 for code in PRINCIPLES for number in (1, 4)}


def test_personal_scores_rest_on_released_items_only():
    """Ten people, but every second item is withheld: nobody has two answers that count."""
    case = in_principles(12, *[(2, 2)] * 4, *[(2, None)] * 8)
    assert spread_of(case) is None


@pytest.mark.parametrize(
    ("higher", "sd"),
    [(0, 5), (1, 5), (2, 10), (5, 10)],
)
def test_a_standard_deviation_is_told_in_fives_and_never_below(higher, sd):
    """So many of ten people at 62.5, the others at 50; (m - 1), or two would give 5.0."""
    case = in_principles(8, *[(2, 3)] * higher, *[(2, 2)] * (10 - higher))
    assert spread_of(case) == Spread(10, sd)


@pytest.mark.parametrize(("aside", "sd"), [(2, 10), (4, 10), (6, 15), (10, 15)])
def test_a_standard_deviation_just_over_a_multiple_is_the_next(aside, sd):
    """Of ten so many 12.5 aside of 50: 5.9, 8.3, 10.2 and 13.2 before rounding up."""
    pairs = [(1, 2), (2, 3)] * (aside // 2) + [(2, 2)] * (10 - aside)
    assert spread_of(in_principles(12, *pairs)) == Spread(10, sd)


# The rough range


def ends(size: int | None, **about) -> tuple[float, float]:
    """Ten personal scores: P 50, sd 13.2, so 15."""
    pairs = [(1, 2)] * 3 + [(2, 1)] * 2 + [(2, 3)] * 2 + [(3, 2)] * 3
    sizes = {} if size is None else {"receiving": size}
    case = in_principles(8, *pairs, sizes=sizes, **about)
    assert spread_of(case).sd == 15
    found = score(case)
    assert found.practice == 50
    return round(found.low, 2), round(found.high, 2)


def test_the_rough_range_by_the_groups_size():
    """f: 1 where the size is not known or below m, 0 where it is m, (N - m) / (N - 1) above."""
    unknown = ends(None)
    assert unknown == (40.07, 59.93)  # b 1.47: 2 x sqrt(22.5 + 2.15)
    assert ends(10) == (47.07, 52.93)  # the blur alone: 2 x 1.47
    assert unknown == ends(9)
    assert ends(11) == (45.8, 54.2)  # f 1/10
    assert unknown[0] < ends(300)[0] < 50


def test_an_open_doors_blur_is_wider():
    assert ends(10, doors=OPEN) == (45.33, 54.67)  # 2 x 25 x 1.32 / (10 x sqrt 2)


def test_a_size_stays_as_stated_whoever_answered():
    case = Case({"receiving": people([2] * 10)}, sizes={"receiving": 3})
    assert released(case).individuals.size == 3
    assert case.naive()["perspectives"]["receiving"]["size"] == 3


def test_the_size_is_compared_with_the_smaller_m():
    """Fifteen have personal scores (m 15), nine of respect: n shown is 8, and so is its m."""
    case = fifteen_without_respect(6, sizes={"receiving": 8})
    assert spread_of(case) == Spread(15, 5)
    found, other = score(case, "respect"), score(case)
    assert (found.n, round(found.high - found.low, 2)) == (8, 5.19)  # f 0: 4b alone
    assert (other.n, round(other.high - other.low, 2)) == (15, 5.86)  # 8 is below 15: f 1


def test_a_range_also_of_a_principle_that_did_not_count_and_none_without_a_spread():
    found = score(fifteen_without_respect(6), "respect")
    assert (found.n, found.low is not None) == (8, True)
    assert score(Case({"receiving": [person(2)] * 9})).low is None


def test_rough_ranges_end_at_0_and_100():
    low = score(in_principles(8, *[(0, 0)] * 8, *[(4, 4)] * 2))
    high = score(in_principles(8, *[(4, 4)] * 8, *[(0, 0)] * 2))
    assert (low.low, high.high) == (0, 100)
    assert low.high < 100
    assert high.low > 0
