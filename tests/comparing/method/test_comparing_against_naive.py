"""Section 11: the real method against the naive one, on organisations nobody chose."""

from datetime import date, timedelta
from fractions import Fraction
from random import Random
from typing import Any

import pytest

from assessment.method import from_json
from assessment.method.levels import Level
from assessment.method.mechanisms import Status
from assessment.method.results import Cell
from comparing.method.comparison_document import (
    Headed,
    named_document,
    published_document,
    published_in,
)
from comparing.method.counted_once import Digests, How, Ledger, Traced, Use
from comparing.method.members import ComparedMember, Figures, Way, figures_of, from_row, to_row
from comparing.method.named import named
from comparing.method.published import publish
from comparing.method.shared_document import from_shared_json, to_shared_json
from comparing.method.sharing import Shared, can_be_shared, leaving
from tests.assessment.method.build import INSTRUMENT, PRINCIPLES
from tests.assessment.method.layouts import random_case
from tests.naive import comparing as naive
from tests.naive.arithmetic import figure
from tests.naive.contract import MECHANISMS

PARTS = ("domains", "structure", "mechanisms")
ACTIONS = ("M2:0", "M3:1", "respect:0")
START = date(2026, 1, 1)
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

    return {
        "principles": {
            code: {"P": score, "level": rng.choice(naive.LEVELS)}
            for code, score in values(PRINCIPLES).items()
        },
        "domains": values("ABCDEFG"),
        "structure": values(["FORMAL", "ROOTED", "ESSENCE"]),
        "mechanisms": values(MECHANISMS),
        "statuses": {code: rng.choice(naive.STATUSES) for code in MECHANISMS},
    }


def random_members(rng: Random) -> list[Table]:
    """None to forty, some lacking some figures, some with several programmes."""
    missing = rng.choice([0, 0, 0.05, 0.3, 0.6])
    names = [rng.choice(["", "Éast ", "north"]) + f"{at}" for at in range(count_of(rng))]
    return [
        {
            "organisation": name,
            "programme": rng.choice(["", f"wards {at}"]),
            "leaves": random_figures(rng, missing),
            "planned": {action for action in ACTIONS if rng.random() < 0.3},
        }
        for at, name in enumerate(names)
    ]


def count_of(rng: Random) -> int:
    return rng.choice([rng.randint(0, 7), rng.randint(6, 12), rng.randint(12, 18), 40])


def real_member(one: Table) -> ComparedMember:
    found = one["leaves"]
    values = {("principles", code): p["P"] for code, p in found["principles"].items()}
    values |= {(part, code): value for part in PARTS for code, value in found[part].items()}
    return ComparedMember(
        organisation=one["organisation"],
        programme=one["programme"],
        planned=frozenset(one["planned"]),
        figures=Figures(
            values={key: None if value is None else float(value) for key, value in values.items()},
            levels={code: Level(p["level"]) for code, p in found["principles"].items()},
            statuses={code: Status(one) for code, one in found["statuses"].items()},
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
            for part in PARTS
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
        **{part: {code: figure(value) for code, value in outside[part].items()} for part in PARTS},
        "statuses": outside["statuses"],
    }


def assert_leaves_the_same(seed: int) -> None:
    case = random_case(Random(seed))
    found = naive_outside(case.naive())
    shared = leaving(from_json(case.json(), INSTRUMENT))
    again = from_shared_json(to_shared_json(shared), INSTRUMENT)
    assert outside_of(shared) == found
    assert outside_of(again) == found
    assert can_be_shared(shared) is naive.can_be_shared({"leaves": naive.leaves(case.naive())})
    row = to_row(figures_of(shared))
    assert from_row(row, INSTRUMENT) == figures_of(shared)


@pytest.mark.parametrize("seed", range(12))
def test_what_leaves(seed):
    assert_leaves_the_same(seed)


@pytest.mark.check
@pytest.mark.parametrize("seed", range(1000, 1400))
def test_what_leaves_often(seed):
    assert_leaves_the_same(seed)


# A round


def assert_told_the_same(seed: int) -> None:
    rng = Random(seed)
    members = random_members(rng)
    viewer = rng.choice([None, *members])
    real = {one["organisation"]: real_member(one) for one in members}
    published = publish(list(real.values()), INSTRUMENT, ACTIONS)
    own = real[viewer["organisation"]].figures if viewer else None
    headed = Headed(viewer=viewer and viewer["organisation"])
    document = published_document(published, headed, own)
    said = naive.anonymous(members, ACTIONS, viewer)
    assert {part: document[part] for part in said} == said
    assert published_in(document, INSTRUMENT) == published
    together = named_document(named(real.values(), INSTRUMENT), headed)
    assert_by_name(together, naive.by_name(members, headed.viewer))


def assert_by_name(document: Table, said: Table) -> None:
    assert {part: document[part] for part in said} == said
    assert list(document["members"]) == said["members"]
    for part in ("principles", "domains"):
        assert all(list(row) == said["members"] for row in document[part].values())


@pytest.mark.parametrize("seed", range(60))
def test_a_round(seed):
    assert_told_the_same(seed)


@pytest.mark.check
@pytest.mark.parametrize("seed", range(10_000, 12_000))
def test_a_round_often(seed):
    assert_told_the_same(seed)


# Counted once


def random_rounds(rng: Random) -> list[tuple[str, list[Table]]]:
    """Assessments of a few organisations, some near each other, some of the same cells."""
    pool = [
        {
            "organisation": rng.choice("abcdefghij"),
            "programme": "",
            "closed": START + timedelta(rng.choice([0, 91, 182, 183, 366, 400])),
            "leaves": {"cells": rng.randint(0, 60)},
        }
        for _ in range(rng.randint(6, 30))
    ]
    ways = ["by name", "anonymous"]
    return [
        (rng.choice(ways), rng.sample(pool, rng.randint(1, len(pool))))
        for _ in range(rng.randint(1, 6))
    ]


def traced(one: Table) -> Traced:
    return Traced(
        organisation=one["organisation"],
        assessment=one["organisation"],
        cells=str(one["leaves"]["cells"]),
        closed=one["closed"],
    )


def played(rounds: list[tuple[str, list[Table]]]) -> list[list[Table]]:
    entries: list[Use] = []
    told = []
    for named_way, asking in rounds:
        way, ledger = Way(named_way), Ledger(entries)
        barred = [one for one in asking if ledger.bars(traced(one), way)]
        there = [one for one in asking if one not in barred]
        told.append(barred)
        if way is Way.BY_NAME:
            entries += [Use(traced(one), How.NAMED) for one in there]
        elif len(there) >= 6:
            entries += [Use(traced(one), How.COUNTED) for one in there]
    return told


@pytest.mark.parametrize("seed", range(200))
def test_who_may_share(seed):
    rounds = random_rounds(Random(seed))
    assert played(rounds) == naive.play(rounds)


def test_a_name_is_found_in_any_writing():
    """NFC, trimmed, casefolded; programmes are told apart, organisations joined."""
    shared = leaving(from_json(random_case(Random(1)).json(), INSTRUMENT))
    digests = Digests(b"a key")
    one = digests.traced("  Élan ", "Wards", START, shared)
    again = digests.traced("e\u0301LAN", "wards", START, shared)
    other = digests.traced("Élan", "Home", START, shared)
    assert one == again
    assert (one.organisation, one.cells) == (other.organisation, other.cells)
    assert one.assessment != other.assessment
    assert Digests(b"another").traced("Élan", "Wards", START, shared) != one
    assert Digests(b"another").check != digests.check
