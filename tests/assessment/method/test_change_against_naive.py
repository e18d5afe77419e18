"""Section 10: the real method against the naive one, on rounds nobody chose."""

from collections import Counter
from dataclasses import replace
from fractions import Fraction
from random import Random
from typing import Any

import pytest

from assessment.method.doors import Door
from assessment.method.results import About, Individuals, Released, Results, Spread
from questions import Instrument, Length
from reports.method.change import Change, Verdict, changes
from tests.assessment.method.build import INSTRUMENT, PRINCIPLES, Case, cell, items, own_part
from tests.assessment.method.layouts import random_case
from tests.naive.arithmetic import figure
from tests.naive.change import ONLY_POSSIBLE
from tests.naive.change import change as naive_change

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
        "smallest": found.smallest if found.verdict is Verdict.NO_CLEAR else None,
    }


def said(naive: Table | None) -> Table | None:
    """What only a possible change could have shown is None here, and its words are the report's."""
    if naive is None:
        return None
    smallest = None if naive["smallest"] == ONLY_POSSIBLE else naive["smallest"]
    return naive | {"items": sorted(naive["items"]), "smallest": smallest}


def rounded(value: float) -> float:
    return figure(Fraction(value).limit_denominator(10**9))


def assert_same(before: Results, after: Results, expected: Table) -> Counter[str | None]:
    """How often each verdict was given."""
    found = changes(before, after).principles
    seen: Counter[str | None] = Counter()
    for principle in PRINCIPLES:
        sides = {side: written(one) for side, one in found[principle].sides.items()}
        assert sides == {side: said(of[principle]) for side, of in expected.items()}
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


def answered_rounds(seed: int) -> Counter[str | None]:
    rng = Random(seed)
    before = random_case(rng)
    after = later(rng, before)
    expected = naive_change(before.naive(), after.naive())
    return assert_same(before.results(), after.results(), expected)


SOME = range(25)
MANY = range(25, 800)


@pytest.mark.parametrize("seeds", [SOME, pytest.param(MANY, marks=pytest.mark.check)], ids=len)
def test_random_rounds(seeds):
    seen = sum((answered_rounds(seed) for seed in seeds), Counter())
    assert set(seen) == VERDICTS


# From figures: scores, spreads and sizes on and beside the cuts


def random_round(rng: Random, length: str) -> Table:
    """What change rests on, of one perspective, as the naive method has it."""
    n = rng.choice([8, 10, 10, 15, 25, 100])
    group = rng.random() < 0.1
    base = {code: rng.choice([20, 30, 40, 50, 60, 70]) for code in PRINCIPLES}
    beside = [0, 0, "0.01", 5, "9.99", "14.99"] if group else [0, 0, 1, 5, 9, 10, 14]
    step = Fraction(rng.choice(beside))
    lost = rng.choice([0, 0, 0, 0.1, 0.4])
    cells = {
        item: {"withheld": ""}
        if rng.random() < lost
        else {"n": n, "value": float(base[item.rsplit("-", 1)[0]] + step)}
        for item in items(length)
    }
    record = {"kind": "group"} if group else random_record(rng, n)
    return {"form": length, "perspectives": {"receiving": record}, "cells": {"receiving": cells}}


def random_record(rng: Random, n: int) -> Table:
    there = n >= 10 and rng.random() < 0.9
    m = rng.choice([n, n, max(10, n - 5), n + 5]) if there else None
    return {
        "kind": "individual",
        "door": str(rng.choice([Door.EACH, Door.OPEN])),
        "size": rng.choice([None, None, n, n + 1, 2 * n, m]),
        "m": m,
        "sd": rng.choice([5, 10, 10, 15, 20, 35]) if there else None,
    }


def real_round(found: Table, instrument: Instrument) -> Results:
    record = found["perspectives"]["receiving"]
    group = record["kind"] == "group"
    cells = {
        item: cell(one.get("value"), one.get("n", 0), group=group)
        for item, one in found["cells"]["receiving"].items()
    }
    how = None if group else Individuals(Door(record["door"]), size=record["size"])
    spread = None if group or not record["m"] else Spread(record["m"], record["sd"])
    return Results(
        instrument=instrument,
        about=About(organisation="Rivertown Peers", length=Length(found["form"])),
        own_part=own_part({}, {}, {}),
        perspectives={"receiving": Released(cells=cells, individuals=how, spread=spread)},
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


def rounds_of_figures(seed: int) -> Counter[str | None]:
    rng = Random(seed)
    length = rng.choice(["full", "short"])
    before = random_round(rng, length)
    after = random_round(rng, length if rng.random() < 0.8 else "full")
    revised = set(rng.sample(items(), rng.choice([0, 0, 0, 3, 30])))
    newer = revised_version(revised) if revised else INSTRUMENT
    expected = naive_change(before, after, revised)
    return assert_same(real_round(before, INSTRUMENT), real_round(after, newer), expected)


@pytest.mark.parametrize(
    "seeds", [range(200), pytest.param(range(200, 8000), marks=pytest.mark.check)], ids=len
)
def test_random_figures(seeds):
    seen = sum((rounds_of_figures(seed) for seed in seeds), Counter())
    assert set(seen) == VERDICTS
    assert min(seen.values()) > len(seeds) / 10
