"""Both sides of every cut-off from answers to released cells (sections 2, 3, 9)."""

import pytest

from assessment.method import Cell, Withheld, release
from assessment.method.bands import people_band
from assessment.method.cells import ReleaseError
from assessment.method.results import BlurredCell, GroupCell, OwnPart, Released
from tests.assessment.method.build import (
    INSTRUMENT,
    STILL,
    Always,
    Case,
    items,
    people,
    person,
)
from tests.assessment.method.released import OPEN, released
from tests.naive.cells import band as naive_band


def cell(answers, **about) -> Cell | Withheld:
    return released(Case({"receiving": people(answers)}, **about)).cells["mutuality-1"]


# k and the doors


@pytest.mark.parametrize("k", [5, 6, 8, 12])
def test_k_people_are_enough_and_one_fewer_is_not(k):
    assert cell([2] * (k - 1), k=k) == Withheld(f"fewer than {k}")
    assert cell([2] * k, k=k) == BlurredCell(k, 50, "50")


@pytest.mark.parametrize(("k", "least"), [(5, 10), (10, 10), (12, 12)])
def test_an_open_door_needs_ten(k, least):
    assert cell([2] * (least - 1), k=k, doors=OPEN) == Withheld(f"fewer than {least}")
    assert cell([2] * least, k=k, doors=OPEN) == BlurredCell(least, 50, "50")


@pytest.mark.parametrize("missing", ["DK", "NA", None])
def test_only_ratings_count_towards_k(missing):
    rows = people([3, 3, 3, 3, missing], mutuality_w1=1)
    found = released(Case({"receiving": rows})).cells
    assert isinstance(found["mutuality-1"], Withheld)
    assert isinstance(found["mutuality-w1"], Cell)


@pytest.mark.parametrize(("doors", "least"), [({}, 5), (OPEN, 10)])
def test_k_may_be_raised_and_never_lowered(doors, least):
    case = Case({"receiving": people([2] * 12)}, doors=doors)
    with pytest.raises(ReleaseError, match=f"below {least}"):
        case.but(ks={"receiving": least - 1}).results()
    for k in (least, least + 1):
        assert case.but(ks={"receiving": k}).results().perspectives["receiving"].responded


# Bands


@pytest.mark.parametrize(
    ("n", "floor"),
    [
        (5, 5), (7, 5), (8, 8), (9, 8), (10, 10), (14, 10), (15, 15), (19, 15), (20, 20), (45, 45),
        (49, 45), (50, 50), (99, 50), (100, 100), (149, 100), (150, 150), (1234, 1200),
    ],
)  # fmt: skip
def test_the_floors_of_the_bands(n, floor):
    assert people_band(n, 5) == floor
    found = released(Case({"receiving": people([2] * n)}))
    assert (found.cells["mutuality-1"].n, found.responded) == (floor, floor)


@pytest.mark.parametrize(
    ("n", "k", "told"),
    [(6, 6, 6), (7, 6, 6), (8, 6, 8), (9, 9, 9), (10, 9, 10), (13, 12, 12), (15, 12, 15)],
)
def test_a_raised_k_is_told_where_the_floor_is_below_it(n, k, told):
    found = released(Case({"receiving": people([2] * n)}, k=k))
    assert (found.cells["mutuality-1"].n, found.responded) == (told, told)


@pytest.mark.parametrize("k", [5, 7, 10, 12, 60])
def test_any_band(k):
    """A band's floor is in its band, and says the same of everybody in it."""
    told = [people_band(n, k) for n in range(k, 500)]
    assert told == [naive_band(n, k) for n in range(k, 500)] == sorted(told)
    assert all(people_band(floor, k) == floor for floor in told)


@pytest.mark.parametrize(("people_", "responded"), [(4, None), (5, 5), (7, 5), (8, 8)])
def test_how_many_responded_is_told_from_k(people_, responded):
    rows = [person("DK") for _ in range(people_)]
    assert released(Case({"receiving": [*rows, person()]})).responded == responded


def test_individuals_who_were_asked_are_there_and_a_group_that_rated_nothing_is_not():
    nobody: dict = {"receiving": [], "partner": [person()], "panel": [person()]}
    groups = frozenset({"partner", "panel"})
    case = Case(nobody, groups, sizes={"receiving": 20}, panel=(4, 2))
    assert list(case.results().perspectives) == list(case.naive()["cells"]) == ["receiving"]
    assert case.results().about.panel is None
    few = case.but_answers(receiving=[person(4, 0)] * 4)
    assert case.json() == few.json()
    rated = case.but_answers(partner=[person("DK")])
    assert list(rated.results().perspectives) == ["receiving", "partner"]


# The blur, the ends, rounding


def adding_up(total: int, n: int) -> list[int]:
    """``n`` answers of this sum."""
    fours, rest = divmod(total, 4)
    return [4] * fours + [rest] * (fours < n) + [0] * (n - fours - 1)


@pytest.mark.parametrize(
    ("total", "n", "value", "shown"),
    [
        (4, 8, 13, "13 or lower"),  # 12.5
        (3, 8, 13, "13 or lower"),
        (5, 8, 16, "16"),  # 15.63
        (28, 8, 87, "87 or higher"),  # 87.5
        (29, 8, 87, "87 or higher"),
        (27, 8, 84, "84"),  # 84.38
        (0, 9, 13, "13 or lower"),
        (5, 9, 14, "14"),  # 13.89
        (31, 9, 86, "86"),  # 86.11
        (36, 9, 87, "87 or higher"),
        (0, 10, 3, "3 or lower"),
        (1, 10, 3, "3 or lower"),  # 2.5
        (2, 10, 5, "5"),
        (5, 10, 13, "13"),  # 12.5; ten people: no end
        (40, 10, 97, "97 or higher"),
        (39, 10, 97, "97 or higher"),  # 97.5
        (38, 10, 95, "95"),
        (58, 15, 97, "97 or higher"),  # 96.67, there by rounding
        (1, 14, 3, "3 or lower"),
    ],
)
def test_the_held_ends(total, n, value, shown):
    told = people_band(n, 5)
    assert cell(adding_up(total, n)) == BlurredCell(told, value, shown)


@pytest.mark.parametrize(
    ("total", "n", "step", "value"),
    [
        (16, 8, 1, 53),  # 53.13
        (16, 8, -2, 44),  # 43.75
        (0, 10, -2, 3),  # not below 0
        (40, 10, 2, 97),  # nor above all
        (1, 10, 1, 5),
        (1, 10, -1, 3),
        (3, 8, 2, 16),
        (30, 8, -2, 87),  # 87.5
        (29, 8, -2, 84),
        (5, 10, 0, 13),  # 12.5 up
        (4, 10, 1, 13),
    ],
)
def test_the_step_is_taken_before_holding_and_rounding(total, n, step, value):
    assert cell(adding_up(total, n), steps=Always(step)).value == value


def test_the_open_door_may_go_three_steps():
    case = Case({"receiving": people([2] * 20)}, doors=OPEN)
    found = [released(case.but(steps=Always(step))).cells["mutuality-1"].value for step in (-3, 3)]
    assert found == [46, 54]  # 46.25, 53.75


@pytest.mark.parametrize("people_", [59, 60, 61, 119, 120, 121, 300])
def test_any_number_of_people_is_counted(people_):
    """Sixty ratings of 4 fit a byte: both sides of it."""
    answers = [4] * (people_ - 30) + [1] * 30
    exact = 25 * (4 * people_ - 90) / people_
    assert abs(cell(answers).value - exact) <= 0.5


@pytest.mark.parametrize("k", [8, 12])
def test_a_raised_k_holds_by_people_all_the_same(k):
    assert cell([4] * 12, k=k) == BlurredCell(max(10, k), 97, "97 or higher")
    assert k > 9 or cell([4] * 9, k=k) == BlurredCell(8, 87, "87 or higher")


@pytest.mark.parametrize("k", [5, 12])
@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ([0], GroupCell(1, 0.0, "0")),
        ([4], GroupCell(1, 100.0, "100")),
        ([1, 2, "DK"], GroupCell(2, 37.5, "38")),
        ([0, 1, 1], GroupCell(3, 16.67, "17")),
        (["DK"], Withheld("not answered")),
    ],
)
def test_groups_are_exact_and_neither_held_nor_moved(k, answers, expected):
    rows = people(answers, mutuality_w1=2)
    case = Case({"partner": rows}, groups=frozenset({"partner"}), k=k, steps=Always(2))
    assert released(case, "partner").cells["mutuality-1"] == expected


@pytest.mark.parametrize(
    ("n", "value"), [(4, 50), (5, 50.5), (5, 0), (5, 100), (5, 28.13), (10, -1)]
)
def test_no_figure_of_individuals_that_was_not_blurred_has_a_place(n, value):
    with pytest.raises(ValueError, match="whole number"):
        BlurredCell(n, value, "")


def test_a_perspective_holds_cells_of_its_kind_alone():
    how = Case({"receiving": []}).individuals("receiving")
    with pytest.raises(ValueError, match="BlurredCell"):
        Released(cells={"mutuality-1": GroupCell(5, 50, "50")}, individuals=how)
    with pytest.raises(ValueError, match="GroupCell"):
        Released(cells={"mutuality-1": BlurredCell(5, 50, "50")})


# What is refused


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
            steps=STILL,
        )
