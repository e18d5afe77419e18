"""Both sides of every cut-off on the way from answers to released cells (sections 2, 3, 4, 9)."""

import pytest

from assessment.method import Cell, Withheld, release
from assessment.method.cells import ReleaseError
from assessment.method.numbers import half_up
from assessment.method.results import OwnPart, Spread
from assessment.method.scores import Score
from tests.assessment.method.build import INSTRUMENT, Case, items, people, person


def released(case: Case, side: str = "receiving"):
    """What the perspective releases; the naive method releases the same cells."""
    found = case.results().perspectives[side]
    said = case.naive()["cells"][side]
    for code, cell in found.cells.items():
        assert said[code].get("value") == getattr(cell, "value", None)
        assert said[code].get("shown") == getattr(cell, "shown", None)
    return found


def cell(answers, **about) -> Cell | Withheld:
    return released(Case({"receiving": people(answers)}, **about)).cells["mutuality-1"]


@pytest.mark.parametrize("k", [5, 8, 12])
def test_k_people_are_enough_and_one_fewer_is_not(k):
    assert cell([2] * (k - 1), k=k) == Withheld(f"fewer than {k}")
    assert cell([2] * k, k=k) == Cell(k, 50.0, "50")


@pytest.mark.parametrize("missing", ["DK", "NA", None])
def test_only_ratings_count_towards_k(missing):
    rows = people([3, 3, 3, 3, missing], mutuality_w1=0)
    found = released(Case({"receiving": rows})).cells
    assert isinstance(found["mutuality-1"], Withheld)
    assert isinstance(found["mutuality-w1"], Cell)


def test_k_may_be_raised_and_never_lowered():
    with pytest.raises(ReleaseError, match="below 5"):
        Case({"receiving": people([2] * 9)}, k=4).results()


@pytest.mark.parametrize(
    ("total", "n", "value", "shown"),
    [
        (4, 8, 12.5, "12.5 or lower"),
        (3, 8, 12.5, "12.5 or lower"),
        (5, 8, 15.63, "16"),
        (28, 8, 87.5, "87.5 or higher"),
        (29, 8, 87.5, "87.5 or higher"),
        (27, 8, 84.38, "84"),
        (0, 9, 12.5, "12.5 or lower"),
        (36, 9, 87.5, "87.5 or higher"),
        (0, 10, 2.5, "2.5 or lower"),
        (1, 10, 2.5, "2.5 or lower"),
        (2, 10, 5.0, "5"),
        (40, 10, 97.5, "97.5 or higher"),
        (39, 10, 97.5, "97.5 or higher"),
        (38, 10, 95.0, "95"),
    ],
)
def test_the_held_ends(total, n, value, shown):
    fours, rest = divmod(total, 4)
    answers = [4] * fours + [rest] * (fours < n) + [0] * (n - fours - 1)
    assert cell(answers) == Cell(n, value, shown)


@pytest.mark.parametrize("people_", [59, 60, 61, 119, 120, 121, 300])
def test_any_number_of_people_is_counted(people_):
    """Sixty ratings of 4 fit a byte: both sides of it."""
    answers = [4] * (people_ - 10) + [1] * 10
    value = half_up(25 * (4 * people_ - 30) / people_, 2)
    assert (cell(answers).n, cell(answers).value) == (people_, value)


@pytest.mark.parametrize("k", [8, 12])
def test_a_raised_k_holds_by_people_all_the_same(k):
    assert cell([4] * 12, k=k) == Cell(12, 97.5, "97.5 or higher")
    assert k > 9 or cell([4] * 9, k=k) == Cell(9, 87.5, "87.5 or higher")


@pytest.mark.parametrize("k", [5, 12])
@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ([0], Cell(1, 0.0, "0")),
        ([4], Cell(1, 100.0, "100")),
        ([1, 2, "DK"], Cell(2, 37.5, "38")),
        (["DK"], Withheld("not answered")),
    ],
)
def test_groups_are_released_from_one_on_and_never_held(k, answers, expected):
    rows = people(answers, mutuality_w1=2)
    case = Case({"partner": rows}, groups=frozenset({"partner"}), k=k)
    assert released(case, "partner").cells["mutuality-1"] == expected


def score(case: Case, principle: str = "mutuality") -> Score:
    """Receiving's score; its figures agree with the naive method's."""
    found = case.marked().principles[principle].scores["receiving"]
    said = case.naive()["principles"][principle]["perspectives"]["receiving"]
    spread = found.spread or Spread(None, None)
    assert (spread.m, spread.sd, found.not_known) == (said["m"], said["sd"], said["not_known"])
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


def test_groups_have_no_flag_and_no_spread():
    rows = people([2] * 10 + ["DK"] * 10, mutuality_2=1)
    found = released(Case({"receiving": rows}, groups=frozenset({"receiving"})))
    assert (found.not_known, dict(found.spreads)) == (frozenset(), {})


def two_items(*pairs, **about) -> Case:
    """People who answered the first two practice statements of mutuality."""
    rows = [person(mutuality_1=first, mutuality_2=second) for first, second in pairs]
    return Case({"receiving": rows}, **about)


@pytest.mark.parametrize(("people_", "m"), [(9, None), (10, 10), (11, 11)])
def test_a_spread_needs_ten_people(people_, m):
    spread = score(two_items(*[(2, 2)] * people_)).spread
    assert (spread and spread.m) == m


@pytest.mark.parametrize(("both", "m"), [(11, None), (12, 12)])
def test_a_spread_needs_k_people_where_k_is_more(both, m):
    """Both items are released, by people who did not all answer both."""
    case = two_items(*[(2, 2)] * both, (2, None), (None, 2), k=12)
    found = score(case)
    assert found.practice == 50
    assert (found.spread and found.spread.m) == m


@pytest.mark.parametrize("second", [None, "DK", "NA"])
def test_a_personal_score_needs_two_answers(second):
    assert score(two_items(*[(2, 2)] * 9, (2, second), (2, second))).spread is None
    assert score(two_items(*[(2, 2)] * 10, (2, second), (2, second))).spread.m == 10


@pytest.mark.parametrize("rest", [None, "DK", "NA"])
def test_a_personal_score_needs_half_of_what_applies(rest):
    """Four released items: two answers are half of them; one is too few even where it is all."""
    enough = [person(2, None, mutuality_3=rest, mutuality_4=rest) for _ in range(5)]
    too_few = [person(mutuality_1=2, mutuality_2=rest) for _ in range(5)]
    whole = [person(2) for _ in range(5)]
    assert score(Case({"receiving": whole + enough})).spread.m == 10
    assert score(Case({"receiving": whole + too_few})).spread is None


def test_personal_scores_rest_on_released_items_only():
    """Ten people, but the second item is withheld: nobody has two answers that count."""
    case = two_items(*[(2, 2)] * 4, *[(2, None)] * 8)
    assert score(case).spread is None
    rows = [person(2, None, mutuality_4=4 if one < 4 else None) for one in range(12)]
    assert score(Case({"receiving": rows})).spread == Spread(12, 5.0)


@pytest.mark.parametrize(
    ("higher", "sd"),
    [(0, 5.0), (1, 5.0), (2, 5.3), (5, 6.6)],
)
def test_a_standard_deviation_is_never_below_five(higher, sd):
    """So many of ten people at 62.5, the others at 50; (m - 1), or two would give 5.0."""
    case = two_items(*[(2, 3)] * higher, *[(2, 2)] * (10 - higher))
    assert score(case).spread == Spread(10, sd)


def ends(size: int | None, extra: int = 0) -> tuple[float, float]:
    """Ten personal scores (P 50, sd 13.2), ``extra`` people who do not know."""
    pairs = [(1, 2)] * 5 + [(2, 3)] * 5 + [("DK", "DK")] * extra
    sizes = {} if size is None else {"receiving": size}
    found = score(two_items(*pairs, sizes=sizes))
    assert found.practice == 50
    return round(found.low, 1), round(found.high, 1)


def test_the_rough_range_by_the_groups_size():
    unknown = ends(None)
    assert ends(10) == (50, 50)
    assert unknown == ends(9)  # fewer than answered: not known
    assert unknown[0] < ends(11)[0] < 50


def test_the_size_is_held_against_everybody_who_answered():
    """Twelve answered, ten have a personal score: a size of eleven is not known."""
    assert ends(11, extra=2) == ends(None)
    assert ends(12, extra=2) != ends(None)
    assert ends(12, extra=2) != (50, 50)


@pytest.mark.parametrize(("size", "known"), [(9, None), (10, 10), (11, 11)])
def test_a_size_below_those_who_answered_is_not_known(size, known):
    case = Case({"receiving": people([2] * 10)}, sizes={"receiving": size})
    assert released(case).size == known


def test_rough_ranges_end_at_0_and_100():
    low = score(two_items(*[(0, 0)] * 8, *[(4, 4)] * 2))
    high = score(two_items(*[(4, 4)] * 8, *[(0, 0)] * 2))
    assert (low.low, high.high) == (0, 100)
    assert low.high < 100
    assert high.low > 0


@pytest.mark.parametrize(("length", "n"), [("full", 72), ("short", 36)])
def test_the_forms_items(length, n):
    assert len(items(length)) == n
    case = Case({"receiving": [person(2, 1, length=length)] * 5}, length=length)
    assert set(released(case).cells) == set(items(length))


def test_what_is_never_released():
    with pytest.raises(ReleaseError, match="group"):
        Case({"panel": people([2])}).results()
    with pytest.raises(ReleaseError, match="mutual"):
        Case({"giving": people([2] * 5)}, mutual=True).results()
    full = Case({"giving": people([2] * 5)})
    with pytest.raises(ReleaseError, match="36 items"):
        release(
            INSTRUMENT,
            about=full.but(length="short").about(),
            own_part=OwnPart(),
            answered=full.answered(),
        )
