"""What docs/method.md section 3 says that the blur does: of the real release, and of the naive one.

Every share is worked out by going through all possibilities; ``tests.naive.attacker`` says how.
"""

import json
import re
from collections.abc import Iterable
from fractions import Fraction
from functools import cache
from itertools import product

import pytest

from assessment.method import Cell
from assessment.method.blur import CHANCES
from assessment.method.cells import cell_of_individuals
from assessment.method.doors import Door
from tests.assessment.method.build import INSTRUMENT, Case, items
from tests.assessment.method.page import WORDS, figure, table
from tests.naive import attacker
from tests.naive.arithmetic import half_up
from tests.naive.contract import CHANCES as NAIVE_CHANCES
from tests.naive.contract import DOORS


def door_of(blur: str) -> Door:
    (door,) = [door for door in Door if DOORS[door]["blur"] == int(blur)]
    return door


@cache
def real_value(total: int, n: int, step: int) -> float:
    cell = cell_of_individuals(n, total, step, 5, INSTRUMENT.thresholds)
    assert isinstance(cell, Cell)
    return cell.value


def real(blur: str) -> attacker.Release:
    chances = CHANCES[door_of(blur)]
    far = len(chances) // 2
    return attacker.Release(real_value, dict(zip(range(-far, far + 1), chances, strict=True)))


def naive(blur: str) -> attacker.Release:
    return attacker.blurred(int(blur))


both = pytest.mark.parametrize("release_of", [real, naive])


def hundredths(share: Fraction | float) -> float:
    """Of 100, with one decimal as on the page."""
    return float(half_up(Fraction(share) * 100, 1))


def numbers(text: str) -> list[int]:
    """'5', or '5 to 7'."""
    first, *last = (int(number) for number in text.split(" to "))
    return list(range(first, (last or [first])[0] + 1))


def answers_spread() -> dict[int, int]:
    (row,) = table("Answer", "0")
    del row["Answer"]
    return {int(answer): int(of_100) for answer, of_100 in row.items()}


def test_how_answers_are_spread_and_what_blind_guessing_gives():
    assert answers_spread() == attacker.PRIOR
    (said,) = re.findall(r"Blind guessing is right in (\d+)", WORDS)
    assert int(said) == 100 * attacker.BLIND


GUESSES = pytest.mark.parametrize(
    "row",
    table("Other answers known"),
    ids=lambda row: f"{row['Other answers known']} of {row['n']}, blur {row['Blur']}",
)
COLUMNS = {
    1: ("Right", "Certain"),
    2: ("Right, of two reports", None),
    4: ("Right, of four", "Certain, of four"),
}


@pytest.mark.one_in(3)
@both
@GUESSES
def test_how_often_one_answer_is_guessed(row, release_of):
    ns = numbers(row["n"])
    known = ns[0] - 1 if row["Other answers known"] == "all" else int(row["Other answers known"])
    release = release_of(row["Blur"])
    for reports, (right, certain) in COLUMNS.items():
        found = attacker.guesses(release, ns, known, reports) if row[right] else ()
        for share, column in zip(found, (right, certain), strict=False):
            assert not column or not row[column] or hundredths(share) == figure(row[column])
    without = attacker.guesses(release.without_blur(), ns, known)
    assert hundredths(without[0]) == figure(row["Right without the blur"])


@pytest.mark.parametrize("n", [5, 10, 30])
def test_who_knows_all_other_answers_reads_the_last_from_a_bare_mean(n):
    """So this attack can win: with neither hold nor blur nor whole numbers it always does."""
    assert attacker.guesses(attacker.BARE, [n], n - 1) == (1, 1)


def test_a_narrower_blur_would_tell_more():
    """The page's figures are this blur's and no other's."""
    narrow = attacker.Release(real_value, {-1: 4, 0: 24, 1: 4})
    right, certain = attacker.guesses(narrow, [5], 4)
    usual, seldom = attacker.guesses(real("1"), [5], 4)
    assert (right > usual + Fraction(15, 100), certain > 4 * seldom) == (True, True)


# The same attack on whole reports


ONE_MORE = {"4": ("5", "1"), "9": ("10", "2")}  # k - 1 known answers: of k people, this blur
World = tuple[int, int, int]  # the sum of the known answers, the last answer, the step


def worlds(known: int, steps: Iterable[int]) -> list[World]:
    return list(product(range(4 * known + 1), range(5), steps))


def figures_of_reports(known: int, door: Door, all_worlds: list[World]) -> dict[World, float]:
    """What is shown of each world: one item a world, as many worlds a report as it has items."""
    shown = {}
    for begin in range(0, len(all_worlds), len(items())):
        of_item = dict(zip(items(), all_worlds[begin : begin + len(items())], strict=False))
        cells = json.loads(report(of_item, known, door).json())["cells"]["giving"]
        shown |= {world: cells[item]["value"] for item, world in of_item.items()}
    return shown


def report(of_item: dict[str, World], known: int, door: Door) -> Case:
    """So many people whose answers have the item's sum, and the last."""
    columns = [[*adding_up(total, known), last] for total, last, _ in of_item.values()]
    columns += [[None] * (known + 1)] * (len(items()) - len(columns))
    rows = [list(row) for row in zip(*columns, strict=True)]
    steps = {item: step for item, (_, _, step) in of_item.items()}
    return Case(
        {"giving": rows},
        doors={"giving": door},
        steps=lambda _perspective, code, _door: steps.get(code, 0),
    )


def adding_up(total: int, known: int) -> list[int]:
    """So many answers of this sum."""
    return [min(4, max(0, total - 4 * at)) for at in range(known)]


def right_guesses(shown: dict[World, float], known: int, release: attacker.Release) -> Fraction:
    """The attack of ``attacker.guesses``, written once more over what reports show."""
    right = Fraction(0)
    for total, chance in attacker.sums(known).items():
        likely: dict[float, dict[int, Fraction]] = {}
        for last, part in attacker.PRIOR.items():
            for step, of_step in release.steps().items():
                of = likely.setdefault(shown[total, last, step], {})
                of[last] = of.get(last, 0) + Fraction(part, 100) * of_step
        right += chance * sum(max(of.values()) for of in likely.values())
    return right


@pytest.mark.parametrize("known", ONE_MORE)
def test_all_but_one_tell_each_other_and_read_the_report(known):
    """Or one person did, who answered k - 1 times. With every step 0 they read it almost always."""
    n, blur = ONE_MORE[known]
    (row,) = [r for r in table("Other answers known") if (r["n"], r["Blur"]) == (n, blur)]
    for release, column in (
        (real(blur), "Right"),
        (real(blur).without_blur(), "Right without the blur"),
    ):
        possible = worlds(int(known), release.steps())
        shown = figures_of_reports(int(known), door_of(blur), possible)
        assert hundredths(right_guesses(shown, int(known), release)) == figure(row[column])
    assert figure(row["Right"]) < 60
    assert figure(row["Right without the blur"]) > 99


# What it costs, and what it does not hide


@both
@pytest.mark.parametrize(
    "row", table("n", "Blur", "Length"), ids=lambda row: " ".join(row.values())
)
def test_how_many_levels_it_changes(row, release_of):
    release, n = release_of(row["Blur"]), int(row["n"])
    asked = (4, 2) if row["Length"] == "full" else (2, 1)
    found = hundredths(attacker.levels_changed(release, n, *asked))
    assert found == figure(row["Changed by the blur"])
    others = hundredths(attacker.levels_of_others(release, n, *asked))
    assert others == figure(row["Changed by asking others"])


def test_whether_somebody_was_on_the_whole_content_comes_out():
    (said,) = re.findall(
        r"one person's (\d+) practice answers comes out to about (.+?) points", WORDS
    )
    (second,) = re.findall(r"points in 100 \(blur 2: (.+?)\)", WORDS)
    for blur, points in (("1", said[1]), ("2", second)):
        found = attacker.whole_content_error(real(blur), int(said[0]))
        assert float(half_up(Fraction(found), 1)) == float(points)
    practice = [item for item in items() if "-w" not in item]
    assert len(practice) == int(said[0])


@pytest.mark.check
@pytest.mark.parametrize("row", table("Length", "No spread"), ids=lambda row: row["Length"])
def test_what_a_spread_of_each_principle_would_tell(row):
    asked = 4 if row.pop("Length") == "full" else 2
    for column, said in row.items():
        rounding = attacker.ROUNDINGS[column]
        found = attacker.right_beside_a_spread(real("1"), rounding, asked, worlds=2000)
        assert abs(100 * found - int(said)) <= 1


def test_the_chances_are_those_of_the_page():
    assert {blur: dict(real(str(blur)).chances) for blur in NAIVE_CHANCES} == NAIVE_CHANCES
