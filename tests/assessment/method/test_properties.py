"""What holds for every assessment, whatever the figures."""

import json
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.method import from_json, mark, to_json
from assessment.method.bands import people_band
from assessment.method.blur import from_key
from assessment.method.doors import Door
from assessment.method.levels import Level
from assessment.method.numbers import half_up
from tests.assessment.method.build import GIVING, INSTRUMENT, Case, people, person, scored
from tests.assessment.method.layouts import random_case, rows
from tests.naive.arithmetic import half_up as exact_half_up

cases = st.integers(0, 2**32).map(lambda seed: random_case(Random(seed)))
any_case = settings(max_examples=20, deadline=None)

RUNG = {
    Level.HOLDING: 0,
    Level.WATCH: 1,
    Level.UNDER_DEVELOPED: 1,
    Level.UNDER_PRESSURE: 2,
    Level.AT_RISK: 3,
}


@any_case
@given(cases)
def test_released_cells_give_the_same_report(case):
    text = case.json()
    assert to_json(mark(from_json(text, INSTRUMENT))) == text


@any_case
@given(cases, st.randoms(use_true_random=False))
def test_nobodys_place_in_the_list_matters(case, rng):
    shuffled = {side: rng.sample(rows, len(rows)) for side, rows in case.answers.items()}
    backwards = dict(reversed(shuffled.items()))
    assert case.but(answers=shuffled).json() == case.json()
    assert case.but(answers=backwards).json() == case.json()


@any_case
@given(cases)
def test_a_blank_row_changes_nothing(case):
    individuals = {side: said for side, said in case.answers.items() if side not in case.groups}
    blank = [person(length=case.length)]
    more = {side: [*blank, *said, *blank] for side, said in individuals.items()}
    assert case.but_answers(**more).json() == case.json()


@pytest.mark.parametrize("k", [5, 8])
def test_one_more_person_below_k_changes_nothing(k):
    """Nor does the first: nobody reads as somebody."""
    base = Case({"receiving": people([1, 2, 3] * 4), "staff": people([4] * 11)}, k=k)
    said = {
        base.but_answers(giving=[person(1, 3)] * few, partner=[person(4, 0)] * (k - 1 - few)).json()
        for few in range(k)
    }
    assert len(said) == 1
    assert base.but_answers(giving=[person(1, 3)] * k, partner=[]).json() not in said


# Steps worked out from the key


def keyed(case: Case, key: str) -> Case:
    strings = {side: case.answered_by(side).responses.strings() for side in case.answers}
    return case.but(steps=from_key(key, strings), doors={})


@any_case
@given(cases, st.randoms(use_true_random=False))
def test_the_same_workbook_gives_the_same_report(case, rng):
    """In whatever order its rows stand, and with rows left blank among them."""
    shuffled = {side: rng.sample(rows, len(rows)) for side, rows in case.answers.items()}
    found = keyed(case, "key").json()
    assert keyed(case, "key").json() == found
    assert keyed(case.but(answers=shuffled), "key").json() == found
    blank = [person(length=case.length)]
    longer = {side: [*rows, *blank] for side, rows in case.answers.items()}
    individuals = {side: rows for side, rows in longer.items() if side not in case.groups}
    assert keyed(case.but_answers(**individuals), "key").json() == found


def test_another_key_or_one_corrected_answer_draws_every_step_anew():
    rows = [person(2, 2) for _ in range(9)]
    case = Case({"receiving": [*rows, person(3, 1)], "staff": rows})
    corrected = case.but_answers(receiving=[*rows, person(3, 1, respect_w2=2)])
    first = values(keyed(case, "key"))
    for other in (values(keyed(case, "another")), values(keyed(corrected, "key"))):
        moved = sum(a != b for a, b in zip(first["receiving"], other["receiving"], strict=True))
        assert moved > 20
    assert first["staff"] == values(keyed(corrected, "key"))["staff"]
    assert first["staff"] != values(keyed(case, "another"))["staff"]


def values(case: Case) -> dict[str, list[float]]:
    cells = json.loads(case.json())["cells"]
    return {side: [cell["value"] for cell in of.values()] for side, of in cells.items()}


def rung(level: Level) -> int | None:
    """None where there is not enough evidence."""
    return RUNG.get(level)


@any_case
@given(cases, st.integers(0, 2**32))
def test_staff_and_commissioners_can_never_clear_a_mark(case, seed):
    rng, others = Random(seed), ("staff", "commissioner")
    lived = {side: said for side, said in case.answers.items() if side not in others}
    if not lived:
        return
    alone = case.but(answers=lived)
    crowd = {side: rows(rng, case.length, 12) for side in others}
    before, after = alone.marked(), alone.but_answers(**crowd).marked()
    for code, one in before.principles.items():
        with_others = after.principles[code]
        assert with_others.views.practice == one.views.practice
        assert with_others.views.warning == one.views.warning
        assert (rung(with_others.level) is None) == (rung(one.level) is None)
        assert (rung(with_others.level) or 0) >= (rung(one.level) or 0)


scores = st.integers(0, 10_000).map(lambda hundredths: hundredths / 100)


@settings(max_examples=100, deadline=None)
@given(
    practice=st.tuples(scores, scores).map(sorted),
    warning=st.tuples(scores, scores).map(sorted),
    staff=st.none() | scores,
    fact=st.sampled_from(["yes", "no"]),
)
def test_less_practice_or_more_warning_signs_never_stand_better(practice, warning, staff, fact):
    others = {} if staff is None else {"staff": (staff, 0)}
    rungs = []
    for axes in zip(reversed(practice), warning, strict=True):
        marked = mark(scored({"receiving": axes, **others}, groups=True, facts={"F09": fact}))
        rungs.append(RUNG[marked.principles["mutuality"].level])
    assert rungs[0] <= rungs[1]


@given(
    hundredths=st.lists(st.integers(0, 10_000), min_size=1, max_size=48),
    minus=st.sampled_from([0, 50, 100]),
    places=st.integers(0, 2),
)
def test_rounding_is_exact(hundredths, minus, places):
    """Of means of figures with two decimals, and of differences of them."""
    exact = Fraction(sum(hundredths), 100 * len(hundredths)) - minus
    assert half_up(float(exact), places) == float(exact_half_up(exact, places))


@given(st.integers(-100_000, 100_000), st.integers(0, 2))
def test_rounding_is_pythons_decimal_half_up(thousandths, places):
    decimal = Decimal(thousandths) / 1000
    expected = decimal.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    assert half_up(float(decimal), places) == float(expected)


def leaves(found: Any) -> Iterator[Any]:
    if isinstance(found, dict | list):
        for one in found.values() if isinstance(found, dict) else found:
            yield from leaves(one)
    else:
        yield found


@any_case
@given(cases)
def test_every_figure_is_a_number_with_two_decimals(case):
    text = case.json()
    assert "NaN" not in text
    assert "Infinity" not in text
    assert "-0.0," not in text
    for figure in leaves(json.loads(text)):
        if isinstance(figure, float):
            assert figure == round(figure, 2)
            assert -100 <= figure <= 100


@any_case
@given(cases)
def test_a_cell_of_individuals_says_no_more_than_it_may(case):
    """A whole number away from the ends and a band, or no figure at all."""
    document = json.loads(case.json())
    for side, cells in document["cells"].items():
        how = case.individuals(side)
        for cell in cells.values():
            if how is None:
                assert cell == {"withheld": "not answered"} or cell["n"] >= 1
            elif "withheld" in cell:
                assert cell == {"withheld": f"fewer than {how.k}"}
            else:
                assert set(cell) == {"n", "value", "shown"}
                assert isinstance(cell["value"], int)
                low = 13 if cell["n"] < 10 else 3
                assert low <= cell["value"] <= 100 - low
                assert (cell["value"] in (low, 100 - low)) == ("or" in cell["shown"])
                assert cell["n"] == people_band(cell["n"], how.k)


def test_what_is_written_of_a_perspective():
    """Seven keys of individuals, one of groups, and no k that stands above them."""
    case = Case(
        {"receiving": [person(2, 1)] * 12, "giving": [person(2, 1)] * 3, "partner": [person(2, 1)]},
        frozenset({"partner"}),
        doors={"receiving": Door.OPEN},
        sizes={"receiving": 20, "giving": 2},
    )
    document = json.loads(case.json())
    keys = ("kind", "door", "k", "size", "responded", "m", "sd")
    assert "k" not in document
    assert document["perspectives"] == {
        "giving": dict(zip(keys, ("individual", "each", 5, 2, None, None, None), strict=True)),
        "receiving": dict(zip(keys, ("individual", "open", 10, 20, 10, 10, 5), strict=True)),
        "partner": {"kind": "group"},
    }


def test_five_people_who_all_say_the_same_are_not_given_away():
    """Amina, Ben, Chidi, Dee and Esi all say not at all: nobody can read that from the file."""
    everybody = Case({"giving": [person(0, 0) for _ in GIVING]}).json()
    nearly = Case({"giving": [person(0, 0) for _ in GIVING[1:]] + [person(1, 2)]}).json()
    assert everybody == nearly


def test_a_principle_nobody_can_judge_is_never_shown_as_good():
    found = Case({"staff": [person(4, 0)] * 12, "receiving": [person(4, 0)] * 4}).marked()
    assert {one.level for one in found.principles.values()} == {Level.NOT_ENOUGH}
    assert not found.at(Level.HOLDING)
