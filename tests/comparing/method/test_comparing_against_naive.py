"""Section 11: the real method against the naive one, on organisations nobody chose."""

from fractions import Fraction
from random import Random
from typing import Any

import pytest

from assessment.method import from_json
from assessment.method.levels import Level
from assessment.method.results import Cell
from comparing.method.comparing import PARTLY, compare
from comparing.method.comparison_document import comparison_document
from comparing.method.counting import third, unsplit
from comparing.method.members import ComparedMember, Figures, Sharing, figures_of
from comparing.method.shared_document import from_shared_json, to_shared_json
from comparing.method.sharing import Shared, leaving
from comparing.method.traces import trace_of
from comparing.method.versions import difference, refusal
from tests.assessment.method.build import INSTRUMENT, PRINCIPLES
from tests.assessment.method.layouts import random_case
from tests.naive import comparing as naive
from tests.naive.arithmetic import figure
from tests.naive.contract import MECHANISMS

PARTS = ("principles", "domains", "structure", "mechanisms")
SHOWN = ("own", "others", "mean", "median", "q1", "q3", "third", "levels")
Table = dict[str, Any]

# Random figures


def random_value(rng: Random) -> Fraction:
    """As scores come: a hundredth, or a mean of a few of them; often on a cut or alike."""
    few = rng.choice([1, 1, 2, 3, 4, 7])
    grain = rng.choice([1, 1, 250, 1250])
    hundredths = sum(grain * rng.randint(0, 10_000 // grain) for _ in range(few))
    return Fraction(hundredths, 100 * few)


def random_figures(rng: Random, missing: float) -> Table:
    """What leaves a member, without the way there; the scores need not go with the levels."""

    def values(codes):
        return {code: None if rng.random() < missing else random_value(rng) for code in codes}

    scores = values(PRINCIPLES)
    return {
        "principles": {
            code: {"P": score, "level": rng.choice(naive.LEVELS)} for code, score in scores.items()
        },
        "domains": values("ABCDEFG"),
        "structure": values(naive.STRUCTURE),
        "mechanisms": values(MECHANISMS),
        "statuses": dict.fromkeys(MECHANISMS, "Not known"),
    }


def random_members(rng: Random) -> list[Table]:
    """None to forty; everyone alike in what is missing, or each in their own way."""
    count = rng.choice([rng.randint(0, 7), rng.randint(8, 18), rng.randint(8, 18), 40])
    weights = rng.choice([(1, 0, 9), (1, 9, 0), (1, 2, 9), (1, 9, 2), (1, 5, 5)])
    usual = rng.choice([0, 0, 0.05, 0.3])
    kinds = rng.choice(["t", "tu", "tu", "tuv"])
    return [
        {
            "name": f"member {at}",
            "kind": rng.choice(kinds),
            "sharing": rng.choices(["no", "anonymous", "named"], weights)[0],
            "leaves": random_figures(rng, usual),
        }
        for at in range(count)
    ]


def real_member(one: Table) -> ComparedMember:
    found = one["leaves"]
    values = {("principles", code): p["P"] for code, p in found["principles"].items()}
    values |= {(part, code): value for part in PARTS[1:] for code, value in found[part].items()}
    return ComparedMember(
        name=one["name"],
        kind=one["kind"],
        sharing=Sharing(one["sharing"]),
        figures=Figures(
            values={key: None if value is None else float(value) for key, value in values.items()},
            levels={code: Level(p["level"]) for code, p in found["principles"].items()},
            statuses=found["statuses"],
        ),
    )


# What leaves


def outside_of(shared: Shared) -> Table:
    """The real figures as the naive ones are named, with two decimals."""
    marked = shared.marked()
    found = figures_of(shared)
    return {
        "cells": {
            side: {
                item: cell.value for item, cell in released.cells.items() if isinstance(cell, Cell)
            }
            for side, released in shared.results.perspectives.items()
        },
        "principles": {
            code: {
                "P": figure_of(one.views.practice),
                "W": figure_of(one.views.warning),
                "O": figure_of(one.views.others),
                "gap": figure_of(one.views.gap),
                "level": str(one.level),
            }
            for code, one in marked.principles.items()
        },
        **{
            part: {
                code: figure_of(value) for (of, code), value in found.values.items() if of == part
            }
            for part in PARTS[1:]
        },
        "statuses": dict(found.statuses),
    }


def figure_of(value: float | None) -> float | None:
    return None if value is None else figure(Fraction(value).limit_denominator(10**9))


def naive_outside(found: Table) -> Table:
    outside = naive.leaves(found)
    return {
        "cells": {
            side: {item: float(cell["value"]) for item, cell in cells.items() if "n" in cell}
            for side, cells in outside["cells"].items()
        },
        "principles": {
            code: {name: x if name == "level" else figure(x) for name, x in one.items()}
            for code, one in outside["principles"].items()
        },
        **{
            part: {code: figure(value) for code, value in outside[part].items()}
            for part in PARTS[1:]
        },
        "statuses": outside["statuses"],
    }


def assert_leaves_the_same(seed: int) -> None:
    case = random_case(Random(seed))
    expected = naive_outside(case.naive())
    shared = leaving(case.results())
    assert outside_of(shared) == expected
    for text in (case.json(), to_shared_json(shared)):
        assert outside_of(from_shared_json(text, INSTRUMENT)) == expected
    assert leaving(from_json(case.json(), INSTRUMENT)) == shared


SOME = range(30)
MANY = range(30, 2000)


@pytest.mark.parametrize("seeds", [SOME, pytest.param(MANY, marks=pytest.mark.check)], ids=len)
def test_what_leaves(seeds):
    for seed in seeds:
        assert_leaves_the_same(seed)


# Beside the others


def assert_compared_the_same(members: list[Table], viewer: str | None) -> int:
    """How many figures were held against each other."""
    sharing = [one for one in members if one["sharing"] != "no"]
    real = [real_member(one) for one in sharing]
    own = next((one for one in real if one.name == viewer), None)
    found = comparison_document(compare(real, INSTRUMENT, viewer=own))
    expected = naive.compare(members, viewer)
    assert (found["viewer"], found["sharing"]) == (expected["viewer"], expected["sharing"])
    apart = unsplit([one for one in real if one is not own], INSTRUMENT)
    held = 0
    for part in PARTS:
        assert list(found[part]) == list(expected[part])
        for code, one in found[part].items():
            if is_partly(one):
                assert (part, code) == ("structure", "ESSENCE")
                continue
            held += 1
            assert_same_figure(one, expected[part][code], viewer)
            # Told apart by ESSENCE (a rule beyond section 11): nothing is shown by kind.
            split = None if (part, code) in apart else split_of(members, part, code, viewer)
            assert kinds_of(one) == split
    return held


def is_partly(one: Table) -> bool:
    """ESSENCE that would give somebody away (a rule beyond section 11): nothing is shown."""
    if one["why"] != PARTLY:
        return False
    assert [one.get(name) for name in SHOWN[2:]] == [None] * 6
    assert one["kinds"] == {}
    return True


def assert_same_figure(one: Table, expected: Table, viewer: str | None) -> None:
    assert {name: one[name] for name in SHOWN if name in one} == {
        name: expected[name]
        for name in SHOWN
        if name in expected and (viewer is not None or name not in {"own", "third"})
    }


def kinds_of(one: Table) -> Table | None:
    return one["kinds"] or None


def split_of(members: list[Table], part: str, code: str, viewer: str | None) -> Table | None:
    found = naive.split(members, part, code, viewer)
    names = ("others", "mean", "median", "q1", "q3")
    return found and {kind: {name: one[name] for name in names} for kind, one in found.items()}


@pytest.mark.parametrize(
    "seeds", [range(60), pytest.param(range(60, 3000), marks=pytest.mark.check)], ids=len
)
def test_random_figures_beside_each_other(seeds):
    held = 0
    for seed in seeds:
        rng = Random(seed)
        members = random_members(rng)
        viewers = [one["name"] for one in members if one["sharing"] != "no"]
        held += assert_compared_the_same(members, None)
        if viewers:
            held += assert_compared_the_same(members, rng.choice(viewers))
    assert held > 50 * len(seeds)


@pytest.mark.parametrize("share", [Fraction(1, 3), Fraction(2, 3)])
@pytest.mark.parametrize("beside", ["0", "0.000001", "-0.000001", "0.0000000001", "-0.0000000001"])
def test_own_on_a_third_and_beside_it(share, beside):
    for seed in range(40):
        rng = Random(seed)
        values = [random_value(rng) for _ in range(rng.randint(9, 30))]
        own = naive.quantile(values, share) + Fraction(beside)
        assert third(float(own), [float(one) for one in values]) == naive.third(own, values)


@pytest.mark.parametrize(
    "seeds", [range(2), pytest.param(range(2, 40), marks=pytest.mark.check)], ids=len
)
def test_random_assessments_beside_each_other(seeds):
    """From the answers to the thirds: nothing handed over but what each method made itself."""
    for seed in seeds:
        rng = Random(seed)
        cases = [random_case(rng) for _ in range(rng.randint(12, 24))]
        how = rng.choices(list(Sharing)[1:], [1, rng.choice([0.2, 3])], k=len(cases))
        named = [(f"member {at}", rng.choice("tu"), how[at]) for at in range(len(cases))]
        real = [
            ComparedMember(
                name=name, kind=kind, sharing=sharing, figures=figures_of(leaving(one.results()))
            )
            for (name, kind, sharing), one in zip(named, cases, strict=True)
        ]
        members = [
            {
                "name": name,
                "kind": kind,
                "sharing": str(sharing),
                "leaves": naive.leaves(one.naive()),
            }
            for (name, kind, sharing), one in zip(named, cases, strict=True)
        ]
        found = comparison_document(compare(real, INSTRUMENT, viewer=real[0]))
        expected = naive.compare(members, "member 0")
        for part in PARTS:
            for code, one in found[part].items():
                if not is_partly(one):
                    assert_same_figure(one, expected[part][code], "member 0")


# Made again


def changed(rng: Random, members: list[Table]) -> list[Table]:
    """Some leave, some come, some have other figures; nobody shares in another way."""
    kept = [one for one in members if rng.random() > 0.1]
    other = [
        one | {"leaves": random_figures(rng, 0)} if rng.random() < 0.1 else one for one in kept
    ]
    come = random_members(rng)[: rng.choice([0, 0, 1, 3])]
    return other + [one | {"name": f"new {one['name']}"} for one in come]


@pytest.mark.parametrize(
    "seeds", [range(80), pytest.param(range(80, 4000), marks=pytest.mark.check)], ids=len
)
def test_how_many_organisations_differ(seeds):
    seen = set()
    for seed in seeds:
        rng = Random(seed)
        before = random_members(rng)
        now = changed(rng, before) if rng.random() < 0.9 else before[::-1]
        real = [real_member(one) for one in naive.sharers(now)]
        was = [real_member(one) for one in naive.sharers(before)]
        count = naive.differing(before, now)
        trace = trace_of(was, INSTRUMENT)
        assert difference(trace, real).organisations == count
        assert (refusal([trace], real, INSTRUMENT) is not None) == (count in {1, 2})
        seen.add(min(count, 3))
    assert seen == {0, 1, 2, 3}
