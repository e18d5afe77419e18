"""The real method against the naive one, figure for figure, on assessments nobody chose."""

import json
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.method.doors import Door
from assessment.method.marks import Marked
from tests.assessment.method.build import Case, Seeded, person
from tests.assessment.method.layouts import random_case
from tests.naive.release import responded_at_least

WORDS = (
    *("method", "instrument", "organisation", "programme", "setting", "closed", "groups"),
    "comments",
)
# What the naive method says besides, compared below or told in words only.
BESIDES = {"not_known", "responded_at_least", "told", "numbers", "formal_needed"}


def figures(document: dict[str, Any]) -> dict[str, Any]:
    """results.json without words and dates."""
    return {key: document[key] for key in document if key not in WORDS} | {
        "principles": {c: without_reasons(one) for c, one in document["principles"].items()},
        "standards": {code: one["rating"] for code, one in document["standards"].items()},
        "facts": {code: one["answer"] for code, one in document["facts"].items()},
    }


def without_reasons(principle: dict[str, Any]) -> dict[str, Any]:
    return {key: principle[key] for key in principle if key not in {"reasons", "clears", "sources"}}


def naive_figures(found: dict[str, Any]) -> dict[str, Any]:
    kept = {key: found[key] for key in found if key not in BESIDES}
    structure = {key: one for key, one in found["structure"].items() if key not in BESIDES}
    principles = {code: without_reasons(one) for code, one in found["principles"].items()}
    return kept | {"structure": structure, "principles": principles}


def assert_same(case: Case) -> None:
    """Every figure, level, status, band, null and text that is shown."""
    real, said = figures(json.loads(case.json())), case.naive()
    expected = naive_figures(said)
    assert list(real["cells"]) == list(expected["cells"])
    assert real == expected
    assert json.dumps(real, sort_keys=True) == json.dumps(expected, sort_keys=True)
    assert_same_reasons(case.marked(), said["principles"])


def assert_same_reasons(marked: Marked, said: dict[str, Any]) -> None:
    """Whom a level rests on, what moved a Holding, what would clear it, and in which words."""
    for code, one in marked.principles.items():
        naive = said[code]
        assert sorted(one.sources) == sorted(naive["sources"])
        assert moved(marked, one.reasons) == moved_by_naive(naive["reasons"])
        clears = [reason for reason in naive["reasons"] if reason.get("clears")]
        assert len(one.clears) == len(clears)
        in_words = [bool(reason.get("in_words")) for reason in clears]
        assert sorted(" would choose " in c for c in one.clears) == sorted(in_words)


def moved(marked: Marked, reasons: tuple[str, ...]) -> set[str] | None:
    """The perspectives, gap and facts that the first reason names, where it is about members."""
    first = next(iter(reasons), "")
    if " read as Holding. " not in first:
        return None
    _, what = first.split("What makes it", 1)
    named = {side for side in marked.results.perspectives if marked.results.name_of(side) in what}
    gap = {"gap"} if "higher others rate it" in what else set()
    return named | gap | {code for code in marked.results.yes_facts() if code in what}


def moved_by_naive(reasons: list[dict[str, Any]]) -> set[str] | None:
    first = next((one for one in reasons if one["about"] == "members"), None)
    return None if first is None else set(first["rests_on"])


SOME = range(20)
MANY = range(20, 5000)


@pytest.mark.parametrize("seeds", [SOME, pytest.param(MANY, marks=pytest.mark.check)], ids=len)
def test_random_assessments(seeds):
    for seed in seeds:
        assert_same(random_case(Random(seed)))


@settings(max_examples=30, deadline=None)
@given(
    seed=st.integers(0, 2**32),
    length=st.sampled_from(["full", "short"]),
    k=st.integers(5, 12),
)
def test_any_form_and_k(seed, length, k):
    assert_same(random_case(Random(seed), length=length, k=k))


ANSWERS = st.sampled_from([0, 1, 2, 3, 4, 4, "DK", "NA", None])
PAIRS = st.tuples(ANSWERS, ANSWERS, ANSWERS, ANSWERS)


@settings(max_examples=60, deadline=None)
@given(
    pairs=st.lists(PAIRS, min_size=9, max_size=26),
    door=st.sampled_from(Door),
    k=st.sampled_from([5, 10, 12]),
    size=st.none() | st.integers(1, 60),
    second=st.lists(PAIRS, max_size=6),
    seed=st.integers(0, 99),
)
def test_eight_principles_answer_by_answer(pairs, door, k, size, second, seed):
    """Every answer chosen, and the same to as many principles as a spread needs: shrinks to the
    few that matter."""
    answers = {
        side: [person(**alike(pair)) for pair in said]
        for side, said in (("receiving", pairs), ("staff", second))
    }
    sizes = {"receiving": size} if size else {}
    assert_same(Case(answers, doors={"receiving": door}, sizes=sizes, k=k, steps=Seeded(seed)))


ALIKE = ("mutuality", "solidarity", "synergy", "sharing", "strengths", "equality", "stigma")


def alike(pair):
    """Three practice statements and a warning sign; respect has two."""
    keys = [f"{code}_{ending}" for code in ALIKE for ending in ("1", "2", "3", "w1")]
    return dict(zip(keys, pair * len(ALIKE), strict=True)) | {
        "respect_1": pair[0],
        "respect_4": pair[1],
    }


@pytest.mark.one_in(3)
@pytest.mark.parametrize("size", [None, 3000, 3001])
def test_a_large_assessment(size):
    rng = Random(7)
    answers = [[rng.choice([0, 1, 2, 3, 4, "DK", None]) for _ in range(36)] for _ in range(3000)]
    sizes = {"receiving": size} if size else {}
    case = Case({"receiving": answers}, length="short", sizes=sizes, steps=Seeded(1))
    assert_same(case)
    assert responded_at_least(case.naive()["perspectives"]) == 3000
