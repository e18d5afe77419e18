"""The worked vectors of docs/method.md, read from there, on the real and on the naive method."""

import json
from fractions import Fraction
from math import sqrt

import pytest

from assessment.method import Cell, Withheld, mark
from assessment.method.doors import Door
from assessment.method.levels import Level, is_borderline, raised_by_gap, table_level
from assessment.method.numbers import beside, half_up
from assessment.method.ranges import BLUR, half_range, rough_range
from assessment.method.results import Individuals, Released, Spread
from assessment.method.scores import score
from assessment.method.views import Views
from reports.method.change import RangedFigure, Verdict, smallest_visible, verdict
from tests.assessment.method.build import (
    FACTS,
    INSTRUMENT,
    LAYERS,
    PRINCIPLES,
    Always,
    Case,
    items,
    people,
    person,
    scored,
)
from tests.assessment.method.page import answers, axes, cases, figure, figures, table
from tests.naive import change, levels, release, scores, structure
from tests.naive.arithmetic import figure as in_json
from tests.naive.arithmetic import half_up as exactly
from tests.naive.arithmetic import mean, on_a_page, root
from tests.naive.rooms import one_principle

CUTS = INSTRUMENT.thresholds
NAMES = ("Giving", "Receiving", "Staff")


def exact(figure: float | None) -> Fraction | None:
    return None if figure is None else Fraction(str(figure))


# Cells


@cases("#", "Door")
def test_cells(row):
    asked = people(answers(row["Answers"]), mutuality_w1=1)
    door, step = Door(row["Door"]), figure(row["e"])
    case = Case({"receiving": asked}, doors={"receiving": door}, steps=Always(step))
    assert case.individuals("receiving").k == figure(row["k"])
    found = case.results().perspectives["receiving"].cells["mutuality-1"]
    said = case.naive()["cells"]["receiving"]["mutuality-1"]
    if row["Cell"] == "withheld":
        assert found == Withheld(row["Shown"])
        assert said == {"withheld": row["Shown"]}
        return
    n, value = figures(f"{row['Band of n']} {row['Cell']}")
    assert isinstance(found, Cell)
    assert (found.n, found.value, found.shown) == (n, value, row["Shown"])
    assert said == {"n": n, "value": value, "shown": row["Shown"]}


@cases("#", "Giving", "Receiving", "Staff", "Giving's cell")
def test_a_few_peoples_sum(row):
    """Whatever the three had said, every byte is the same. (Pages, files and caches: elsewhere.)"""
    said = {side.lower(): answers(row[side]) for side in NAMES}
    others = {side: people(ratings) for side, ratings in said.items() if side != "giving"}
    worlds = [said["giving"], [4, 4, 4], [0, 0], ["DK"] * 4, []]
    found = [Case({"giving": people(one), **others}) for one in worlds]
    assert len({case.json() for case in found}) == 1
    for document in (json.loads(found[0].json()), found[0].naive()):
        assert row["Giving's cell"] in document["cells"]["giving"]["mutuality-1"]


# Scores and views


@cases("#", "Length")
def test_scores(row):
    practice, warning = figures(row["Practice cells"]), figures(row["Warning cells"])
    single = {f"mutuality-{at}": one for at, one in enumerate(practice, 1)}
    single |= {f"mutuality-w{at}": one for at, one in enumerate(warning, 1)}
    assert len(single) == len(items(row["Length"])) / len(PRINCIPLES)
    results = scored(
        {"receiving": (None, None)}, single={"receiving": single}, length=row["Length"]
    )
    found = score(results, "receiving", INSTRUMENT.principle["mutuality"])
    expected = (figure(row["P"]), figure(row["W"]))
    assert (found.practice, found.warning) == expected
    cells = {
        code: {"withheld": ""} if one is None else {"n": 10, "value": one}
        for code, one in single.items()
    }
    said = [of(cells, "mutuality", row["Length"]) for of in (scores.p_score, scores.w_score)]
    assert tuple(said) == expected


@cases("#", "P of giving")
def test_views(row):
    of = {side: figure(row[f"P of {side}"]) for side in ("giving", "receiving", "staff")}
    results = scored({side: (p, 40) for side, p in of.items()}, groups=True)
    seen = mark(results).principles["mutuality"].views
    expected = (figure(row["L"]), figure(row["Gap"]))
    assert (half_up(seen.practice, 2), half_up(seen.gap, 2)) == expected
    assert beside(seen.all_round, (CUTS.low, CUTS.high)) == row["All-round"]
    said = {side: exact(p) for side, p in of.items()}
    lived, others = scores.lived_view(said, counts=False), scores.others_view(said)
    assert (in_json(lived), in_json(scores.gap_of(others, lived))) == expected
    assert on_a_page(mean(said.values())) == row["All-round"]


# Levels


@cases("#", "L for P")
def test_levels(row):
    p, w = figure(row["L for P"]), figure(row["L for W"])
    level, borderline = Level(row["Level"]), row["Borderline"] == "yes"
    assert table_level(p, w, CUTS) is level
    assert is_borderline(Views(p, w, None, None, None), CUTS) is borderline
    found = mark(scored({"receiving": (p, w)}, groups=True)).principles["stigma"]
    assert (found.level, found.borderline) == (level, borderline)
    assert levels.table(exact(p), exact(w)) == level
    assert levels.borderline(exact(p), exact(w)) is borderline


def views_of(row) -> dict[str, tuple[float, float]]:
    return {side.lower(): axes(row[side]) for side in NAMES if row[side]}


def known(row):
    """For this confidence: who must not count for it has one principle fewer than it takes."""
    views = views_of(row)
    few = (*PRINCIPLES[: CUTS.view_needs - 2], row["Principle"])
    counting = {"One-sided": 0, "Fair": 2, "Firm": 3}[row["Confidence"]]
    return {
        side: of if at < counting else dict.fromkeys(few, of)
        for at, (side, of) in enumerate(views.items())
    }


@cases("#", "Principle")
def test_from_scores_to_the_level(row):
    facts = row["Facts answered yes"].split()
    found = mark(scored(known(row), facts=dict.fromkeys(facts, "yes")))
    here, confirmed = found.principles[row["Principle"]], {"confirmed": True, "provisional": False}
    assert found.confidence == row["Confidence"]
    assert (here.views.practice, here.views.warning) == axes(row["L"])
    assert here.views.gap == figure(row["Gap"])
    by_table = table_level(*axes(row["L"]), CUTS)
    assert by_table == row["By the table"]
    assert raised_by_gap(by_table, here.views, CUTS) == row["After the gap"]
    assert (here.level, here.confirmed) == (row["Level"], confirmed.get(row["Confirmed"]))
    assert list(here.sources) == row["Sources"].split()
    assert all(any(f"({fact})" in reason for reason in here.reasons) for fact in facts)
    gap = figure(row["Gap"])
    assert not gap or any(f"{gap:g} higher" in reason for reason in here.reasons)


@cases("#", "Principle")
def test_from_scores_to_the_level_naively(row):
    facts = row["Facts answered yes"].split()
    found = one_principle(views_of(row), facts, sure=row["Confidence"])
    lived, gap = axes(row["L"]), figure(row["Gap"])
    assert (found["L"]["P"], found["L"]["W"], found["gap"]) == (*lived, gap)
    by_table = levels.table(*map(exact, lived))
    assert by_table == row["By the table"]
    assert levels.after_gap(by_table, exact(gap)) == row["After the gap"]
    confirmed = {"confirmed": True, "provisional": False}.get(row["Confirmed"])
    assert (found["level"], found["confirmed"]) == (row["Level"], confirmed)
    assert found["sources"] == row["Sources"].split()
    named = [one.get("fact", one["about"]) for one in found["reasons"]]
    assert [one for one in named if one in {"gap", *FACTS}] == (["gap"] if gap else []) + facts


@cases("#", "P and W of the panel")
def test_a_panel_alone(row):
    """Through answers: 75 is 3, 25 is 1."""
    practice, warning = (one // 25 for one in axes(row["P and W of the panel"]))
    room = (figure(row["In the room"]), figure(row["Of them lived"]))
    case = Case({"panel": [person(practice, warning)]}, frozenset({"panel"}), panel=room)
    found = case.marked()
    assert found.confidence == row["Confidence"]
    for one in found.principles.values():
        score = one.scores["panel"]
        assert (score.practice, score.warning) == axes(row["P and W of the panel"])
        assert (one.views.practice, one.views.warning) == axes(row["L"])
        assert one.level == row["Level"]
    said = case.naive()
    assert said["confidence"] == row["Confidence"]
    for one in said["principles"].values():
        assert (one["L"]["P"], one["L"]["W"]) == axes(row["L"])
        assert one["level"] == row["Level"]


# Structure and mechanisms


def in_the_order_of(name: str, ratings: str):
    """Standard to rating, in the order of section 7's table."""
    (numbers,) = [row["Standards"] for row in table("Figure", "Standards") if row["Figure"] == name]
    asked = [f"S{number:02}" for number in figures(numbers)]
    return dict(zip(asked, answers(ratings), strict=True))


@cases("#", "Formal")
def test_structure(row):
    practice = figures(row["The twelve L P-scores"])
    rated = in_the_order_of("FORMAL", row["Formal"]) | in_the_order_of("ROOTED", row["Grounding"])
    pyramid = dict(zip(LAYERS, answers(row["Pyramid"]), strict=True))
    expected = [figure(row[name]) for name in ("FORMAL", "ROOTED", "SUPPORT", "ESSENCE")]
    views = {code: (p, 40) for code, p in zip(PRINCIPLES, practice, strict=True)}
    found = mark(scored({"receiving": views}, standards=rated, pyramid=pyramid)).structure
    assert [found.formal, found.rooted, found.support, found.essence] == expected
    assert (found.profile, list(found.marks)) == (row["Profile"], row["Marks"].split())
    everything = dict.fromkeys(INSTRUMENT.standard) | rated
    said = structure.structure(everything, pyramid, [exact(p) for p in practice], [])
    assert [said[name] for name in ("FORMAL", "ROOTED", "SUPPORT", "ESSENCE")] == expected
    assert (said["profile"], said["marks"]) == (row["Profile"], row["Marks"].split())


@cases("#", "The twelve L P-scores")
def test_principles_alone(row):
    both = figures(row["The twelve L P-scores"]), figures(row["The twelve L W-scores"])
    views = dict(zip(PRINCIPLES, zip(*both, strict=True), strict=True))
    found = mark(scored({"receiving": views}))
    assert found.structure.essence == figure(row["ESSENCE"])
    assert (found.structure.profile, found.structure.formal) == (row["Profile"], None)
    assert f"{len(found.at(Level.HOLDING))} of 12 principles hold" == row["Told"]
    by_table = [levels.table(exact(p), exact(w)) for p, w in views.values()]
    nothing = dict.fromkeys(INSTRUMENT.standard), dict.fromkeys(LAYERS)
    said = structure.structure(*nothing, [exact(p) for p in both[0]], by_table)
    expected = (figure(row["ESSENCE"]), row["Profile"], row["Told"])
    assert (said["ESSENCE"], said["profile"], said["told"]) == expected


@cases("#", "strengths-w1")
def test_a_mechanism(row):
    single = {code: figure(row[code]) for code in ("strengths-w1", "stigma-w2")}
    facts = {code: row[code] for code in ("F04", "F05", "F16")}
    found = mark(scored({"receiving": (50, None)}, single={"receiving": single}, facts=facts))
    here = found.mechanisms["M3"]
    assert (here.score, here.status) == (figure(row["Score"]), row["Status"])
    cells = {
        code: {"n": 10, "value": single[code]} if code in single else {"withheld": ""}
        for code in items()
    }
    of = {"receiving": cells}
    said = structure.mechanism("M3", of, facts, counts=False, length="full")
    assert (said["score"], said["status"]) == (figure(row["Score"]), row["Status"])


# Ranges and change


@cases("#", "P", "Door")
def test_ranges(row):
    door, size, c = Door(row["Door"]), figure(row["Size"]), figure(row["Practice cells"])
    m, sd, n, p = (figure(row[key]) for key in ("m", "sd", "n shown", "P"))
    how = Individuals(door, size=size)
    half = half_range(Released(cells={}, individuals=how, spread=Spread(m, sd)), n, c)
    found = rough_range(p, half)
    assert " to ".join(f"{half_up(end, 1):.1f}" for end in found) == row["Rough range"]
    assert half_up(25 * BLUR[door] / (n * sqrt(c)), 2) == figure(row["b"])
    record = {"kind": "individual", "door": door, "size": size, "m": m, "sd": sd}
    half = scores.half_range(record, n, c)
    said = " to ".join(f"{in_json(end, 1):.1f}" for end in scores.held(p - half, p + half))
    assert said == row["Rough range"]
    assert in_json(root(scores.blur_part(door, n, c))) == figure(row["b"])
    assert release.up_to_five(Fraction(row["sd found"]) ** 2) == sd


def spread_rows(row) -> tuple[list[float], list[int]]:
    """The two scores in turn, and how many people each principle has."""
    headers = ("Principles of twelve people", "of ten", "of nine")
    counts = [figure(row[header]) for header in headers]
    each = [people for people, count in zip((12, 10, 9), counts, strict=True) for _ in range(count)]
    assert len(each) == len(PRINCIPLES)
    return figures(row["Two scores in turn"]), each


def personal(turn, people: int) -> list[float]:
    return [turn[at % 2] if people == 12 else 50 for at in range(people)]


@cases("#", "Two scores in turn")
def test_the_spread_naively(row):
    turn, each = spread_rows(row)
    of = {code: personal(turn, n) for code, n in zip(PRINCIPLES, each, strict=True)}
    exactly_of = {code: [exact(one) for one in found] for code, found in of.items()}
    assert release.spread(exactly_of, 5) == (figure(row["m"]), figure(row["sd"]))
    if row["sd found"]:
        counted = [found for found in exactly_of.values() if len(found) >= 10]
        variance = mean(release.variance(found) for found in counted)
        assert exactly(root(variance), 2) == Fraction(row["sd found"])


def four_answers(score: float) -> list[int] | None:
    """Four answers whose mean is the personal score; None where there are none."""
    total = score * 4 / 25
    if not total.is_integer():
        return None
    fours, rest = divmod(int(total), 4)
    return [4] * fours + [rest] * (fours < 4) + [0] * (3 - fours)


def possible(row) -> bool:
    return all(four_answers(float(score)) for score in figures(row["Two scores in turn"]))


def row_of(at: int, turn, each):
    """One person's answers: four to each principle that has so many people."""
    given = {}
    for code, count in zip(PRINCIPLES, each, strict=True):
        if at < count:
            found = four_answers(float(personal(turn, count)[at]))
            given |= {f"{code}-{number}": one for number, one in enumerate(found, 1)}
    return person(warning=1, **given)


@pytest.mark.parametrize(
    "row", [row for row in table("#", "Two scores in turn") if possible(row)], ids=lambda r: r["#"]
)
def test_the_spread(row):
    """Through answers; twelve people have none where a principle is of fewer."""
    turn, each = spread_rows(row)
    case = Case({"receiving": [row_of(at, turn, each) for at in range(max(each))]})
    m, sd = figure(row["m"]), figure(row["sd"])
    assert case.results().perspectives["receiving"].spread == (Spread(m, sd) if m else None)
    said = case.naive()["perspectives"]["receiving"]
    assert (said["m"], said["sd"]) == (m, sd)


@cases("#", "P then")
def test_change(row):
    then = RangedFigure(figure(row["P then"]), figure(row["Half range then"]))
    now = RangedFigure(figure(row["P now"]), figure(row["now"]))
    found, least = verdict(then, now, CUTS), figure(row["Smallest visible"])
    assert found == row["Change"]
    of = [exact(one) for one in (then.value, then.half, now.value, now.half)]
    assert change.word(*of) == row["Change"]
    assert (found is Verdict.NO_CLEAR) == (least is not None)
    if least is not None:
        assert smallest_visible(then, now, CUTS) == least
        assert change.smallest(of[1], of[3]) == least
