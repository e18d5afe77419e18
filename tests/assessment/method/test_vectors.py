"""The eighteen worked vectors of docs/method.md section 12, on the real method and the naive."""

import json
from fractions import Fraction

import pytest

from assessment.method import Cell, Withheld, mark
from assessment.method.confidence import Confidence
from assessment.method.levels import Level, is_borderline, table_level
from assessment.method.marks import Marked, PrincipleMark
from assessment.method.mechanisms import Status
from assessment.method.numbers import half_up
from assessment.method.results import Spread
from assessment.method.scores import rough_range, score
from assessment.method.structure import Mark, Profile
from assessment.method.views import Views
from tests.assessment.method.build import (
    GIVING,
    INSTRUMENT,
    PRINCIPLES,
    TOO_FEW,
    Case,
    people,
    person,
    scored,
)
from tests.naive import method as naive

CUTS = INSTRUMENT.thresholds


def one_item(answers, **about) -> Cell | Withheld:
    case = Case({"receiving": people(answers, mutuality_w1=1)}, **about)
    found = case.results().perspectives["receiving"].cells["mutuality-1"]
    said = naive.cell(list(answers), group=False, k=case.k)
    assert written(found) == naive.written(said)
    return found


def written(cell: Cell | Withheld) -> dict:
    if isinstance(cell, Withheld):
        return {"withheld": cell.reason}
    return {"n": cell.n, "value": cell.value, "shown": cell.shown}


def principle(results, code: str) -> PrincipleMark:
    return mark(results).principles[code]


def test_1_a_cell_counts_those_who_answered():
    cell = one_item([3, 4, "DK", 2, 4, "NA", 3, None])
    assert (cell.n, cell.value) == (5, 80)


@pytest.mark.parametrize(
    ("answers", "value", "shown"),
    [
        ([4] * 5, 87.5, "87.5 or higher"),
        ([0] * 5, 12.5, "12.5 or lower"),
        ([4] * 10, 97.5, "97.5 or higher"),
        ([0] * 10, 2.5, "2.5 or lower"),
    ],
)
def test_2_the_ends_are_held(answers, value, shown):
    assert one_item(answers) == Cell(len(answers), value, shown)


def test_3_four_people_are_withheld():
    assert one_item([1, 2, 2, 1]) == Withheld("fewer than 5")


@pytest.mark.parametrize(
    ("answers", "value"), [([0, 1, 1, 1, 2, 2], 29.17), ([1, 1, 1, 1, 1, 1, 1, 2], 28.13)]
)
def test_4_cells_are_rounded_half_up(answers, value):
    assert one_item(answers).value == value


def mutuality(of: dict, length: str = "full"):
    """Mutuality's score by receiving, of these cells; the naive method says the same."""
    cells = {f"mutuality-{suffix}": figure for suffix, figure in of.items()}
    results = scored({"receiving": (None, None)}, single={"receiving": cells}, length=length)
    found = score(results, "receiving", INSTRUMENT.principle["mutuality"])
    said = naive.score(
        {
            code: {"withheld": ""} if figure is None else {"n": 14, "value": Fraction(figure)}
            for code, figure in cells.items()
        },
        "mutuality",
        length,
    )
    assert (found.practice, found.warning, found.n) == (said["P"], said["W"], said["n"])
    return found


def test_5_scores_are_means_of_released_cells():
    found = mutuality({"1": 60, "2": 70, "3": None, "4": 80, "w1": None, "w2": 40})
    assert (found.practice, found.warning) == (70, 40)


def test_6_a_score_needs_half_of_the_forms_cells():
    rest = {"w1": None, "w2": None}
    assert mutuality({"1": 60, "2": None, "3": None, "4": None, **rest}).practice is None
    assert mutuality({"1": 60, "2": None, "w1": None}, length="short").practice == 60


def test_7_the_lived_view_others_view_and_all_round():
    of = {"giving": 65.63, "receiving": 42.19, "staff": 77.78}
    seen = principle(scored({side: (p, 40) for side, p in of.items()}), "mutuality").views
    assert (half_up(seen.practice, 2), half_up(seen.gap, 2)) == (53.91, 23.87)
    assert half_up(seen.all_round, 1) == 61.9
    exact = {side: Fraction(str(p)) for side, p in of.items()}
    lived = naive.lived_view(exact, None)
    assert naive.figure(lived) == 53.91
    assert naive.figure(naive.others_view(exact) - lived) == 23.87
    assert naive.figure(naive.mean(exact.values()), 1) == 61.9


@pytest.mark.parametrize(
    ("p", "w", "level"),
    [
        (62.5, 37.4, Level.HOLDING),
        (62.4, 37.4, Level.WATCH),
        (62.5, 37.5, Level.UNDER_PRESSURE),
        (80, 90, Level.UNDER_PRESSURE),
        (62.4, 62.5, Level.AT_RISK),
        (37.5, 62.4, Level.UNDER_PRESSURE),
        (37.4, 37.4, Level.UNDER_DEVELOPED),
        (37.4, 37.5, Level.AT_RISK),
    ],
)
def test_8_the_table(p, w, level):
    assert table_level(p, w, CUTS) is level
    assert principle(scored({"receiving": (p, w)}), "stigma").level is level
    assert naive.table(Fraction(str(p)), Fraction(str(w))) == level


def standards(*ratings: tuple[int, object]) -> dict:
    return {f"S{number:02}": rating for number, rating in ratings}


FORMAL_9 = standards(
    (1, 4), (2, 4), (3, 4), (4, 3), (5, 3), (6, 3), (13, 3), (14, 2), (22, 4), (24, 2)
)
ROOTED_9 = standards((9, 1), (10, 1), (11, 2), (17, 1), (18, 2), (23, "NA"))
ESSENCE_9 = (45, 40, 55, 60, 50, 65, 60, 35, 50, 30, 60, 62)
FORMAL_10 = standards(
    *zip((1, 2, 3, 4, 5, 6, 13, 14, 22, 24), (1, 1, 2, 0, 0, 1, 1, 1, 2, 1), strict=True)
)
ROOTED_10 = standards((9, 4), (10, 3), (11, 4), (17, 4), (18, 3), (23, "NA"))


def structure_of(practice, **own_part):
    """FORMAL, ROOTED, SUPPORT, ESSENCE, profile and marks; the naive method says the same."""
    views = {code: (p, 40) for code, p in zip(PRINCIPLES, practice, strict=True)}
    found = mark(scored({"receiving": views}, **own_part)).structure
    figures = (found.formal, found.rooted, found.support, found.essence)
    said = naive.structure(own_part["standards"], own_part.get("pyramid", {}), practice)
    assert figures == tuple(said[key] for key in ("FORMAL", "ROOTED", "SUPPORT", "ESSENCE"))
    assert (found.profile, list(found.marks)) == (said["profile"], said["marks"])
    return *figures, found.profile, found.marks


def test_9_structure_ahead_of_essence():
    found = structure_of(ESSENCE_9, standards=FORMAL_9 | ROOTED_9)
    assert found == (80, 35, 62.5, 51, Profile.STRUCTURE_AHEAD, (Mark.UNROOTED,))


def test_10_essence_ahead_of_structure():
    pyramid = {"L1": 1, "L2": 1, "L5": 3}
    found = structure_of([78] * 12, standards=FORMAL_10 | ROOTED_10, pyramid=pyramid)
    assert found == (25, 90, 43.75, 78, Profile.ESSENCE_AHEAD, (Mark.TOP_HEAVY,))
    less = FORMAL_10 | ROOTED_10 | {"S11": 2, "S24": 1}
    _, rooted, support, _, _, marks = structure_of([78] * 12, standards=less, pyramid=pyramid)
    assert (rooted, support) == (80, 31.25)
    assert marks == (Mark.UNSUPPORTED, Mark.TOP_HEAVY)


VECTOR_11 = {"giving": (35, 65), "receiving": (55, 40), "staff": (80, 15)}


def test_11_a_confirmed_risk():
    found = mark(scored(VECTOR_11))
    here = found.principles["independence"]
    assert (here.views.practice, here.views.warning, here.views.gap) == (45, 52.5, 35)
    assert table_level(45, 52.5, CUTS) is Level.UNDER_PRESSURE
    assert (here.level, here.confirmed) == (Level.AT_RISK, True)
    assert here.sources == ("giving", "receiving")


def test_11_confidence_fair():
    """Two of the six, one of them giving: everybody knows only eight principles, staff fewer."""
    eight = dict.fromkeys(PRINCIPLES[-8:], VECTOR_11["giving"])
    also = dict.fromkeys(PRINCIPLES[-8:], VECTOR_11["receiving"])
    found = mark(scored({"giving": eight, "receiving": also, "staff": few(VECTOR_11["staff"])}))
    assert found.confidence is Confidence.FAIR
    assert found.principles["independence"].confirmed is True


def test_11_one_sided_is_provisional():
    found = mark(scored({side: few(axes) for side, axes in VECTOR_11.items()}))
    here = found.principles["independence"]
    assert found.confidence is Confidence.ONE_SIDED
    assert (here.level, here.confirmed) == (Level.AT_RISK, False)


def few(axes):
    """Independence and six more: one principle short of counting for confidence."""
    return dict.fromkeys((*PRINCIPLES[:6], "independence"), axes)


def test_12_gap_first_then_the_fact():
    found = principle(
        scored({"receiving": (70, 30), "staff": (95, 20)}, facts={"F12": "yes"}), "sharing"
    )
    assert found.views.gap == 25
    assert (found.level, found.confirmed) == (Level.UNDER_PRESSURE, None)
    said = "\n".join(found.reasons)
    assert "25 higher" in said
    assert "from Holding to Watch" in said
    assert "(F12)" in said
    assert "from Watch to Under pressure" in said
    assert naive.level(70, 30, 25, ["F12"]) == "Under pressure"


def test_13_borderline():
    found = principle(scored({"receiving": (64, 36)}), "respect")
    assert (found.level, found.borderline) == (Level.HOLDING, True)
    assert is_borderline(Views(64, 36, None, None, None), CUTS) is True
    assert naive.borderline(Fraction(64), Fraction(36)) is True


def test_14_staff_alone_are_not_enough():
    found = principle(scored({"staff": (90, 5)}, facts={"F02": "yes"}), "sharing")
    assert (found.level, found.confirmed, found.borderline) == (Level.NOT_ENOUGH, None, None)
    assert any("(F02)" in reason for reason in found.reasons)


def test_15_nobody_can_work_out_what_three_people_said():
    assert (len(TOO_FEW), len(GIVING)) == (3, 5)
    others = {
        "receiving": people([3, 2, 2, 3, 1, 4, 2, 3, 3, 1, 2, 2]),
        "staff": people([4, 4, 3, 4, 3, 4, 3, 3, 4]),
    }
    said = {Case({"giving": people(sums), **others}).json() for sums in ([0, 1, 1], [4, 4, 4])}
    assert len(said) == 1
    cell = json.loads(said.pop())["cells"]["giving"]["mutuality-1"]
    assert cell == {"withheld": "fewer than 5"}


@pytest.mark.parametrize(
    ("first", "second", "value", "status"),
    [(70, 30, 50, Status.SIGNS), (20, 20, 20, Status.NOT_KNOWN)],
)
def test_16_a_mechanisms_status(first, second, value, status):
    single = {"receiving": {"strengths-w1": first, "stigma-w2": second}}
    facts = {"F04": "no", "F05": "DK"}
    found = mark(scored({"receiving": (50, None)}, single=single, facts=facts)).mechanisms["M3"]
    assert (found.score, found.status) == (value, status)
    assert naive.mechanism_status(Fraction(value), ["no", "DK"]) == status


@pytest.mark.parametrize(
    ("panel", "counts"), [((4, 2), True), ((5, 2), False), ((1, 1), False), (None, False)]
)
def test_17_a_panel_alone(panel, counts):
    found = mark(scored({"panel": (75, 25)}, n=1, panel=panel))
    here = found.principles["hopefulness"]
    lived = (here.views.practice, here.views.warning)
    assert lived == ((75, 25) if counts else (None, None))
    assert here.level is (Level.HOLDING if counts else Level.NOT_ENOUGH)
    assert found.confidence is (Confidence.FAIR if counts else Confidence.ONE_SIDED)


@pytest.mark.parametrize("panel", [(4, 2), (5, 2), (1, 1)])
def test_17_through_answers(panel):
    """The same from a real sheet: one rating of 3 and 1, 75 and 25."""
    case = Case({"panel": [person(3, 1)]}, groups=frozenset({"panel"}), panel=panel)
    found: Marked = case.marked()
    assert found.principles["equality"].scores["panel"].practice == 75
    level = Level.HOLDING if panel == (4, 2) else Level.NOT_ENOUGH
    assert found.principles["equality"].level is level
    assert case.naive()["principles"]["equality"]["level"] == level


@pytest.mark.parametrize(("size", "low", "high"), [(None, 44.0, 56.0), (20, 47.2, 52.8)])
def test_18_the_rough_range(size, low, high):
    found = rough_range(50, Spread(16, 12.0), size)
    assert tuple(half_up(end, 1) for end in found) == (low, high)
    said = naive.rough_range(Fraction(50), 16, Fraction(12), size, 16)
    assert tuple(naive.figure(end, 1) for end in said) == (low, high)
