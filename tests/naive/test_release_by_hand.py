"""Sections 1 to 3, the flag of 4 and the spread of 9 by hand, on both sides of every cut.

Holds the naive method itself, so that it may hold the real one. The worked vectors stand in
docs/method.md and are read from there, by tests/assessment/method.
"""

from fractions import Fraction

import pytest

from tests.naive.answers import items_of, respondents
from tests.naive.arithmetic import half_up
from tests.naive.cells import band, group_cell, individuals_cell, individuals_value
from tests.naive.contract import CHANCES, DOORS, FACTS, MECHANISMS, PRINCIPLES
from tests.naive.method import assess, report
from tests.naive.release import (
    flag,
    personal_scores,
    release,
    responded_at_least,
    spread,
    up_to_five,
    while_open,
)
from tests.naive.rooms import each, group, mixed, people, row, still
from tests.naive.steps import step_of, steps_from_key, u_of


def test_items_and_codes():
    assert (len(items_of("full")), len(items_of("short"))) == (72, 36)
    assert items_of("full")[:7] == [
        "mutuality-1", "mutuality-2", "mutuality-3", "mutuality-4",
        "mutuality-w1", "mutuality-w2", "solidarity-1",
    ]  # fmt: skip
    assert items_of("short")[:3] == ["mutuality-1", "mutuality-2", "mutuality-w1"]


def test_every_warning_sign_and_fact_belongs_to_one_mechanism():
    signs = [item for _, items, _ in MECHANISMS.values() for item in items.split()]
    facts = [fact for _, _, of_row in MECHANISMS.values() for fact in of_row.split()]
    assert sorted(signs) == sorted(item for item in items_of("full") if "-w" in item)
    assert sorted(facts) == FACTS


def test_a_respondent_said_something():
    assert respondents(["....", "..D.", "N...", "0...", "...."]) == ["..D.", "N...", "0..."]


# 3. Item cells


@pytest.mark.parametrize(
    ("answers", "e", "value", "shown"),
    [
        ("0" * 10, 0, 3, "3 or lower"),
        ("00000", -2, 13, "13 or lower"),
        ("4" * 9, 0, 87, "87 or higher"),
    ],
)
def test_the_ends(answers, e, value, shown):
    cell = individuals_cell(answers, 5, e)
    assert (cell["value"], cell["shown"]) == (value, shown)


def test_held_by_how_many_answered_and_not_by_the_door():
    # 25 x 4/9 = 11.1 held to 13; 25 x 4/10 = 10 is not held
    assert individuals_value(4, 9, 0) == 13
    assert individuals_value(4, 10, 0) == 10
    # 25 x 32/9 = 88.9; 25 x 36/10 = 90
    assert (individuals_value(32, 9, 0), individuals_value(36, 10, 0)) == (87, 90)


def test_rounded_half_up_and_an_end_reached_by_rounding_is_shown_as_one():
    # 25 x 5/10 = 12.5; 25 x 1/8 held; 25 x 4/8 = 12.5 held to 13; 25 x 28/8 = 87.5 held to 87
    assert individuals_value(5, 10, 0) == 13
    assert individuals_cell("1" * 5 + "0" * 5, 5, 0)["shown"] == "13"  # ten people: not an end
    assert individuals_value(4, 8, 0) == 13
    assert individuals_value(28, 8, 0) == 87
    # 25 x 58/15 = 96.67
    assert individuals_cell("2" + "4" * 14, 5, 0)["shown"] == "97 or higher"
    # 25 x 3/15 = 5
    assert individuals_cell("3" + "0" * 14, 5, 0)["shown"] == "5"


@pytest.mark.parametrize(
    ("n", "k", "floor"),
    [(5, 5, 5), (7, 5, 5), (8, 5, 8), (9, 5, 8), (10, 5, 10), (14, 5, 10), (15, 5, 15),
     (49, 5, 45), (50, 5, 50), (99, 5, 50), (100, 5, 100), (149, 5, 100), (1234, 5, 1200),
     (6, 6, 6), (7, 6, 6), (8, 6, 8), (9, 9, 9), (13, 12, 12), (15, 12, 15), (70, 60, 60)],
)  # fmt: skip
def test_bands(n, k, floor):
    assert band(n, k) == floor


def test_a_group_is_exact():
    # 25 x (3+4+2)/3 = 75; 25 x 9/8 = 28.125
    assert group_cell("342") == {"n": 3, "value": 75, "shown": "75"}
    assert group_cell("11111112")["value"] == 28.13
    assert group_cell("0")["value"] == 0
    assert group_cell("4DN.") == {"n": 1, "value": 100, "shown": "100"}
    assert group_cell("DN.") == {"withheld": "not answered"}


def test_groups_are_not_moved():
    found = release({"partner": group(row(3, 1))}, lambda *_: 2)
    assert found["cells"]["partner"]["respect-1"]["value"] == 75
    assert found["perspectives"]["partner"] == {"kind": "group"}


def test_k_is_never_lowered_and_the_panel_is_one_group():
    for bad in (
        {"staff": people(9, 2, 2, k=4)},
        {"staff": people(9, 2, 2, door="open", k=9)},
        {"panel": people(9, 2, 2)},
        {"panel": group(row(2, 2), row(2, 2))},
    ):
        with pytest.raises(ValueError):  # noqa: PT011
            release(bad, still)
    release({"staff": people(9, 2, 2, k=6)}, still)
    with pytest.raises(ValueError):  # noqa: PT011
        release({"giving": people(9, 2, 2)}, still, mutual=True)


def test_individuals_who_were_asked_are_there_and_a_group_that_rated_nothing_is_not():
    blank = row(".", ".")
    found = release(
        {"staff": people(0, 2, 2), "partner": group(blank), "panel": group(blank)}, still
    )
    assert list(found["cells"]) == list(found["perspectives"]) == ["staff"]
    assert found["panel"] is None
    dont_know = release({"panel": group(row("D", "."))}, still, panel=(4, 2))
    assert dont_know["cells"]["panel"]["respect-1"] == {"withheld": "not answered"}
    assert dont_know["panel"] == {"people": 4, "lived_experience": 2}


# The chance steps


def test_chances_are_of_32_and_their_roots_are_s():
    for door in DOORS.values():
        of = CHANCES[door["blur"]]
        assert sum(of.values()) == 32
        assert sum(step * chance for step, chance in of.items()) == 0
        # 22/32 = 0.6875, its root 0.829; 56/32 = 1.75, its root 1.323
        square = sum(step**2 * chance for step, chance in of.items()) / 32
        assert half_up(Fraction(square**0.5), 2) == door["s"]


@pytest.mark.parametrize(
    ("edge", "before", "after"), [(1, -2, -1), (8, -1, 0), (24, 0, 1), (31, 1, 2)]
)
def test_the_edges_of_a_step(edge, before, after):
    assert step_of(Fraction(edge, 32) - Fraction(1, 2**64)) == before
    assert step_of(Fraction(edge, 32)) == after


# printf 'receiving\n0.\n0.\n1D\nsharing-1' | openssl dgst -sha256 -hmac KEY, the first 16 digits
@pytest.mark.parametrize(("key", "digits", "step"), [
    ("a", "e4ad7e70c61027c7", 1), ("b", "23729bea09ae695a", -1), ("c", "7f5ce038581a1cd6", 0),
    ("j", "0456c2e0232d7dd9", -2), ("key29", "ff3ff743842f6b67", 2), ("clé", "512a93fde8d2f33d", 0),
])  # fmt: skip
def test_a_step_derived_from_the_key(key, digits, step):
    answers = ["1D", "0.", "..", "0."]  # blank strings are no respondents
    u = u_of(key, "receiving", answers, "sharing-1")
    assert u == Fraction(int(digits, 16), 2**64)
    assert step_of(u) == step
    assert (
        steps_from_key(key, {"receiving": {"answers": answers}})("receiving", "sharing-1") == step
    )


def test_doubles_are_kept_and_the_principle_has_a_step_of_its_own():
    once = u_of("clé", "receiving", ["1D", "0."], "sharing-1")
    assert once == Fraction(int("d0650909d2efe89f", 16), 2**64)
    flag_u = u_of("clé", "receiving", ["0.", "0.", "1D"], "sharing")
    assert flag_u == Fraction(int("33621a79d0b3ae2b", 16), 2**64)


def test_byte_order():
    """A full stop, then digits, then D, then N; in whatever order they came."""
    assert u_of("x", "staff", ["N", "D", "4", "0", ".1"], "a") == u_of(
        "x", "staff", [".1", "0", "4", "D", "N"], "a"
    )


# The perspective record and what is seen while open


def test_the_record_has_all_seven_keys():
    found = release({"staff": each(mixed(12), size=20), "giving": each(mixed(4), size=3)}, still)
    # twelve 25s and 75s: 12/11 x 625 = 681.8, root 26.1, so 30
    assert found["perspectives"] == {
        "giving": {"kind": "individual", "door": "each", "k": 5, "size": 3, "responded": None,
                   "m": None, "sd": None},
        "staff": {"kind": "individual", "door": "each", "k": 5, "size": 20, "responded": 10,
                  "m": 10, "sd": 30},
    }  # fmt: skip
    nine = release({"staff": each(mixed(9), size=5)}, still)["perspectives"]["staff"]
    assert (nine["responded"], nine["m"], nine["sd"], nine["size"]) == (8, None, None, 5)


@pytest.mark.parametrize(
    ("count", "k", "seen"),
    [(0, 5, "not enough yet"), (4, 5, "not enough yet"), (5, 5, "enough"), (9, 5, "enough"),
     (10, 5, 10), (14, 5, 10), (15, 5, 15), (11, 12, "not enough yet"), (12, 12, 12)],
)  # fmt: skip
def test_while_open(count, k, seen):
    assert while_open(people(count, 2, 2, k=k)) == seen
    assert while_open(group(*[row(2, 2)] * 3)) == 3


def test_at_least_the_sum_of_the_bands():
    found = release({"giving": people(7, 2, 2), "staff": people(13, 2, 2), "receiving":
                     people(4, 2, 2), "partner": group(row(2, 2))}, still)  # fmt: skip
    assert responded_at_least(found["perspectives"]) == 15  # 5 + 10


def test_what_a_few_say_changes_nothing():
    found = []
    for three in ("011", "444", "DN0", "DDD"):
        giving = [row(one, one) for one in three]
        world = {"giving": each(giving), "receiving": each(mixed(12)), "staff": each(mixed(9))}
        found.append(assess(world, steps_from_key("key", world)))
    assert found[0] == found[1] == found[2] == found[3]
    assert found[0]["cells"]["giving"]["respect-1"] == {"withheld": "fewer than 5"}
    assert found[0]["perspectives"]["giving"]["responded"] is None


def test_nor_where_nobody_answered_or_one_less_than_enough():
    for count in (0, 1, 4):
        world = {"giving": people(count, 4, 4), "receiving": each(mixed(12))}
        assert assess(world, still) == assess(world | {"giving": people(3, 1, 1)}, still)


def test_recomputing_from_what_was_released_gives_the_same():
    world = {"receiving": each(mixed(12)), "staff": each(mixed(9)), "partner": group(row(3, 1))}
    stored = release(world, steps_from_key("key", world))
    assert report(stored) == assess(world, steps_from_key("key", world))
    assert report(report(stored)) == report(stored)


# 4. The flag


def flagged(unknown, answered, e=0, k=5, blanks=0):
    """mutuality-1 of a full length alone."""
    rows = ["D"] * unknown + ["2"] * answered + ["N"] * blanks
    return flag([one + "." * 71 for one in rows], ["mutuality-1"], k, e, "full")


@pytest.mark.parametrize(
    ("unknown", "answered", "e", "expected"),
    [
        (3, 7, 0, False),  # 30 % is not above
        (31, 69, 0, True),
        (30, 70, 0, False),
        (4, 7, 0, True),  # 36 %
        (4, 7, -1, False),  # 0 of 7
        (0, 10, 1, False),  # 4 of 14: 28.6 %
        (0, 9, 1, False),  # 9 people only
        (1, 10, 1, True),  # 5 of 15: 33 %
        (1, 12, 1, False),  # 5 of 17: 29.4 %
        (2, 10, -2, False),  # max(0, -6)
        (0, 12, 2, True),  # 8 of 20
    ],
)
def test_not_known_well_enough(unknown, answered, e, expected):
    assert flagged(unknown, answered, e) == expected


def test_the_flag_needs_ten_and_k_and_individuals():
    assert not flagged(5, 4)  # nine responded
    assert flagged(5, 4, blanks=1)  # ten did
    assert not flagged(0, 5, e=-2, blanks=5)  # not -8 of -3
    assert not flagged(0, 8, e=-2, blanks=2)  # nor -8 of nothing
    assert not flagged(6, 5, k=12)
    assert flagged(6, 6, k=12)
    rows = [row(2, 2, mutuality_1="D")] * 10
    assert not release({"staff": group(*rows)}, still)["not_known"]["staff"]["mutuality"]


def test_the_flag_is_of_released_items_alone_and_also_without_p():
    # of eleven; items 1 to 3: 8 know not and 3 answer (withheld); item 4 alone is released
    def rows(unknown_4):
        return [
            row(2, 2, **{f"mutuality_{n}": "D" if at < (unknown_4 if n == 4 else 8) else 2
                         for n in (1, 2, 3, 4)})
            for at in range(11)
        ]  # fmt: skip

    found = assess({"staff": each(rows(5))}, still)
    staff = found["principles"]["mutuality"]["perspectives"]["staff"]
    assert (staff["P"], staff["not_known"]) == (None, True)  # 5 of 11
    found = assess({"staff": each(rows(3))}, still)
    assert not found["principles"]["mutuality"]["perspectives"]["staff"]["not_known"]  # 3 of 11
    # no released item: nothing to be told
    found = assess({"staff": each([row("D", 2)] * 11)}, still)
    assert not found["principles"]["mutuality"]["perspectives"]["staff"]["not_known"]


def test_the_flag_moves_by_its_own_step():
    # 40 answers of ten people, 12 DK among them: 12/40 is 30 %
    rows = [row(2, 2, respect_1="D", respect_2="D") for _ in range(5)]
    rows += [row(2, 2)] * 3 + [row(2, 2, respect_3="D")] * 2
    for e, expected in ((0, False), (1, True)):
        step = lambda _, code, e=e: e if code == "respect" else 0  # noqa: E731
        found = release({"staff": each(rows)}, step)["not_known"]["staff"]
        assert found["respect"] == expected
        assert not found["mutuality"]


# 9. The spread


def personal(counts_and_scores):
    return {PRINCIPLES[at]: scores for at, scores in enumerate(counts_and_scores)}


ALTERNATE, SAME, FEW = [Fraction(0), Fraction(40)] * 6, [Fraction(50)] * 10, [Fraction(9)] * 9


def test_m_is_the_smallest():
    fifteen = [Fraction(50)] * 15
    assert spread(personal([fifteen] * 11 + [SAME]), 5) == (10, 5)
    assert spread(personal([fifteen] * 11 + [FEW]), 5) == (15, 5)


def test_k_above_ten_asks_for_more_and_bounds_the_band():
    twelve = personal([ALTERNATE] * 8)
    assert spread(twelve, 12) == (12, 25)  # 436.36, root 20.9; the larger of 10 and k
    assert spread(twelve, 13) == (None, None)


@pytest.mark.parametrize(
    ("square", "sd"),
    [("0", 5), ("25", 5), ("25.0000000001", 5), ("25.001", 10), ("100", 10), ("100.1", 15),
     ("144", 15), ("218.18", 15)],
)  # fmt: skip
def test_rounded_up_to_five(square, sd):
    assert up_to_five(Fraction(square)) == sd


def test_just_above_five_is_five():
    assert up_to_five(Fraction("5.0000000001") ** 2) == 5
    assert up_to_five(Fraction("5.000000002") ** 2) == 10


def test_personal_scores_of_two_answers_to_released_items():
    rows = [row(2, 2)] * 9
    rows += [row(2, 2, mutuality_1=4, mutuality_2="D", mutuality_3=".", mutuality_4="N")]
    rows += [row(2, 2, mutuality_1=4, mutuality_2=3, mutuality_3=".", mutuality_4="N")]
    found = release({"staff": each(rows)}, still)
    scores = personal_scores(rows, found["cells"]["staff"], "full")
    # the tenth has one answer; the eleventh 25 x 7/2 = 87.5
    assert scores["mutuality"] == [50] * 9 + [Fraction("87.5")]
    withheld = found["cells"]["staff"] | {"mutuality-1": {"withheld": "x"}}
    assert personal_scores(rows, withheld, "full")["mutuality"] == [50] * 9  # one answer left


def test_nine_who_leave_others_blank_make_no_spread():
    blanks = {f"{code.replace('-', '_')}_{n}": "." for code in PRINCIPLES[:5] for n in (1, 2, 3, 4)}
    world = {"staff": each([*mixed(9), row(2, 2, **blanks)])}
    assert release(world, still)["perspectives"]["staff"]["sd"] is None  # seven count
    blanks = {f"{code.replace('-', '_')}_{n}": "." for code in PRINCIPLES[:4] for n in (1, 2, 3, 4)}
    world = {"staff": each([*mixed(9), row(2, 2, **blanks)])}
    assert release(world, still)["perspectives"]["staff"]["m"] == 10
    found = assess(world, still)["principles"]["mutuality"]["perspectives"]["staff"]
    assert found["n"] == 8
    assert found["low"] is not None  # a range also of a principle that did not count
