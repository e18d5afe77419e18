"""The real method against the naive one, figure for figure, on assessments nobody chose."""

import json
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.assessment.method.build import Case, person
from tests.assessment.method.layouts import random_case

WORDS = ("method", "instrument", "organisation", "programme", "setting", "closed", "groups")


def figures(document: dict[str, Any]) -> dict[str, Any]:
    """results.json without words and dates."""
    principles = {
        code: {key: one[key] for key in one if key not in {"reasons", "clears"}}
        for code, one in document["principles"].items()
    }
    return {key: document[key] for key in document if key not in WORDS} | {
        "principles": principles,
        "standards": {code: one["rating"] for code, one in document["standards"].items()},
        "facts": {code: one["answer"] for code, one in document["facts"].items()},
    }


def assert_same(case: Case) -> None:
    real, naive = figures(json.loads(case.json())), case.naive()
    assert list(real["cells"]) == list(naive["cells"])
    assert real == naive
    assert json.dumps(real, sort_keys=True) == json.dumps(naive, sort_keys=True)


SOME = range(150)
MANY = range(150, 5000)


@pytest.mark.parametrize("seeds", [SOME, pytest.param(MANY, marks=pytest.mark.check)], ids=len)
def test_random_assessments(seeds):
    for seed in seeds:
        assert_same(random_case(Random(seed)))


@settings(max_examples=60, deadline=None)
@given(
    seed=st.integers(0, 2**32),
    length=st.sampled_from(["full", "short"]),
    k=st.integers(5, 12),
)
def test_any_form_and_k(seed, length, k):
    assert_same(random_case(Random(seed), length=length, k=k))


ANSWERS = st.sampled_from([0, 1, 2, 3, 4, 4, "DK", "NA", None])
PAIRS = st.tuples(ANSWERS, ANSWERS, ANSWERS, ANSWERS)


@settings(max_examples=100, deadline=None)
@given(
    pairs=st.lists(PAIRS, min_size=9, max_size=26),
    k=st.sampled_from([5, 10, 12]),
    size=st.none() | st.integers(1, 60),
    second=st.lists(PAIRS, max_size=6),
)
def test_one_principle_answer_by_answer(pairs, k, size, second):
    """Every answer chosen: shrinks to the few that matter."""
    keys = ("mutuality_1", "mutuality_2", "mutuality_3", "mutuality_w1")
    answers = {
        side: [person(**dict(zip(keys, pair, strict=True))) for pair in said]
        for side, said in (("receiving", pairs), ("staff", second))
    }
    assert_same(Case(answers, sizes={"receiving": size} if size else {}, k=k))


@pytest.mark.parametrize("size", [None, 3000, 3001])
def test_a_large_assessment(size):
    rng = Random(7)
    answers = [[rng.choice([0, 1, 2, 3, 4, "DK", None]) for _ in range(36)] for _ in range(3000)]
    sizes = {"receiving": size} if size else {}
    assert_same(Case({"receiving": answers}, length="short", sizes=sizes))
