"""Section 10: the real method against the naive one, on assessments nobody chose."""

from collections import Counter
from dataclasses import replace
from fractions import Fraction
from random import Random
from typing import Any

import pytest

from assessment.method.change import Change, changes
from assessment.method.results import About, Cell, Mode, Released, Results, Spread, Withheld
from questions import Instrument, Length
from tests.assessment.method.build import INSTRUMENT, PRINCIPLES, Case, items, own_part
from tests.assessment.method.layouts import random_case
from tests.naive.change import change as naive_change
from tests.naive.method import figure

Table = dict[str, Any]
VERDICTS = {"changed", "possible change", "no clear change", None}


def written(found: Change | None) -> Table | None:
    """As the naive method says it."""
    return found and {
        "items": sorted(found.items),
        "before": rounded(found.before.value),
        "now": rounded(found.after.value),
        "difference": rounded(found.difference),
        "change": str(found.verdict),
    }


def rounded(value: float) -> float:
    return figure(Fraction(value).limit_denominator(10**9))


def assert_same(before: Results, after: Results, expected: Table) -> Counter[str | None]:
    """How often each verdict was given."""
    found = changes(before, after).principles
    seen: Counter[str | None] = Counter()
    for principle in PRINCIPLES:
        sides = {side: written(one) for side, one in found[principle].sides.items()}
        assert sides == {side: of[principle] for side, of in expected.items()}
        seen.update(one and one["change"] for one in sides.values())
    return seen


# From answers


def later(rng: Random, case: Case) -> Case:
    """The same people asked again, some of whom think otherwise; or another assessment."""
    if rng.random() < 0.3:
        return random_case(rng)
    shift = {code: rng.choice([-2, -1, 0, 0, 1, 2]) for code in PRINCIPLES}
    of_item = [shift[item.rsplit("-", 1)[0]] for item in items(case.length)]

    def moved(answer, by):
        return min(4, max(0, answer + by)) if isinstance(answer, int) else answer

    answers = {
        side: [[moved(*one) for one in zip(row, of_item, strict=True)] for row in rows]
        for side, rows in case.answers.items()
    }
    return case.but(answers=answers)


def answered_twice(seed: int) -> Counter[str | None]:
    rng = Random(seed)
    before = random_case(rng)
    after = later(rng, before)
    expected = naive_change(before.naive(), after.naive())
    return assert_same(before.results(), after.results(), expected)


SOME = range(25)
MANY = range(25, 800)


@pytest.mark.parametrize("seeds", [SOME, pytest.param(MANY, marks=pytest.mark.check)], ids=len)
def test_random_assessments(seeds):
    seen = sum((answered_twice(seed) for seed in seeds), Counter())
    assert set(seen) == VERDICTS


# From figures: scores, spreads and sizes on and beside the cuts


def random_answers(rng: Random, length: str) -> Table:
    """The part of results.json's figures that change rests on, of one perspective."""
    n = rng.choice([9, 16, 16, 25, 100])
    group = rng.random() < 0.1
    base = {code: rng.choice([20, 30, 40, 50, 60, 70]) for code in PRINCIPLES}
    step = rng.choice(["0", "0", "0.01", "5", "9.99", "14.99"])
    lost = rng.choice([0, 0, 0, 0.1, 0.4])
    cells = {
        item: {"withheld": ""}
        if rng.random() < lost
        else {"n": n, "value": float(base[item.rsplit("-", 1)[0]] + Fraction(step))}
        for item in items(length)
    }
    return {
        "form": length,
        "perspectives": {
            "receiving": {
                "kind": "group" if group else "individual",
                "size": None if group else rng.choice([None, None, n, n + 1, 2 * n]),
            }
        },
        "cells": {"receiving": cells},
        "principles": {code: random_spread(rng, n, group) for code in PRINCIPLES},
    }


def random_spread(rng: Random, n: int, group: bool) -> Table:
    there = not group and n >= 10 and rng.random() < 0.9
    m, sd = (n, rng.choice([5.0, 10.0, 10.0, 12.5, 20.0, 33.3])) if there else (None, None)
    return {"perspectives": {"receiving": {"m": m, "sd": sd}}}


def real_results(found: Table, instrument: Instrument) -> Results:
    of = found["perspectives"]["receiving"]
    spreads = {code: one["perspectives"]["receiving"] for code, one in found["principles"].items()}
    released = Released(
        mode=Mode(of["kind"]),
        size=of["size"],
        cells={
            item: Cell(one["n"], one["value"], "") if "n" in one else Withheld("")
            for item, one in found["cells"]["receiving"].items()
        },
        spreads={code: Spread(one["m"], one["sd"]) for code, one in spreads.items() if one["m"]},
    )
    return Results(
        instrument=instrument,
        about=About(organisation="Rivertown Peers", length=Length(found["form"])),
        own_part=own_part({}, {}, {}),
        perspectives={"receiving": released},
    )


def revised_version(codes: set[str]) -> Instrument:
    """The same instrument with these items worded anew."""
    return replace(
        INSTRUMENT,
        principles=tuple(
            replace(
                principle,
                items=tuple(
                    replace(item, revision=item.revision + 1) if item.code in codes else item
                    for item in principle.items
                ),
            )
            for principle in INSTRUMENT.principles
        ),
    )


def figures_twice(seed: int) -> Counter[str | None]:
    rng = Random(seed)
    length = rng.choice(["full", "short"])
    before = random_answers(rng, length)
    after = random_answers(rng, length if rng.random() < 0.8 else "full")
    revised = set(rng.sample(items(), rng.choice([0, 0, 0, 3, 30])))
    newer = revised_version(revised) if revised else INSTRUMENT
    expected = naive_change(before, after, revised)
    return assert_same(real_results(before, INSTRUMENT), real_results(after, newer), expected)


@pytest.mark.parametrize(
    "seeds", [range(200), pytest.param(range(200, 8000), marks=pytest.mark.check)], ids=len
)
def test_random_figures(seeds):
    seen = sum((figures_twice(seed) for seed in seeds), Counter())
    assert set(seen) == VERDICTS
    assert min(seen.values()) > len(seeds) / 10
