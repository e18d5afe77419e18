"""Trying to work out one organisation's figures, or two's, from all that is told of a round.

The reader knows its own figures, those of the named, who has which figure, and every mean it is
shown, exactly. What it does not know are the anonymous members' figures; that ESSENCE is the mean
of a member's principles it knows too.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import permutations
from random import Random
from typing import Any

import pytest

from comparing.method import comparing, traces, versions
from comparing.method.comparing import NOTHING, Compared, Comparison, compare
from comparing.method.members import ESSENCE, ComparedMember, Key, Sharing
from comparing.method.traces import trace_of
from comparing.method.versions import held_back, refusal
from tests.comparing.comparison_layouts import (
    INSTRUMENT,
    KEYS,
    OF_ESSENCE,
    figures,
    later,
    mixture,
    random_members,
)
from tests.comparing.solving import Row, given_away

FEW, MANY = 40, 1500
PATIENCE = 400  # layouts until a rule that is switched off must have been missed


def runs(few: int, many: int) -> Any:
    slow = pytest.param(many, marks=pytest.mark.check)
    return pytest.mark.parametrize("layouts", [few, slow])


# From what is told to sums


def told(
    comparison: Comparison, members: Sequence[ComparedMember]
) -> Iterator[tuple[Key, list[ComparedMember]]]:
    """Every mean that is shown and whose it is; the product does not say, so the mean must fit."""
    viewer = comparison.viewer
    others = [one for one in members if viewer is None or one.name != viewer.name]
    for key, one in comparison.figures.items():
        having = [member for member in others if member.figures.values[key] is not None]
        named = [member for member in having if member.is_named]
        if one.mean is not None:
            yield key, fitting(one, key, [named, having])
        for kind, part in one.kinds.items():
            if part.mean is None:
                continue
            yield key, fitting(part, key, [[m for m in having if m.kind == kind]])


def fitting(
    one: Compared, key: Key, candidates: list[list[ComparedMember]]
) -> list[ComparedMember]:
    for found in candidates:
        total = sum(member.figures.values[key] for member in found)
        if len(found) == one.others and abs(total / max(1, len(found)) - one.mean) < 1e-9:
            return found
    raise AssertionError(f"{key}: {one} is a mean of somebody else")


def row_of(key: Key, counted: Sequence[ComparedMember], known: set[int]) -> Row:
    """The sum over those whose figures are not known; ESSENCE in terms of the principles."""
    row: dict[Any, Fraction] = {}
    for member in counted:
        if id(member.figures) in known:
            continue
        parts = [key]
        if key == ESSENCE:
            parts = [one for one in OF_ESSENCE if member.figures.values[one] is not None]
        for part in parts:
            unknown = (member.name, (part, id(member.figures)))
            row[unknown] = row.get(unknown, Fraction(0)) + Fraction(1, len(parts))
    return row


def exposed_by(
    shown: Sequence[tuple[Comparison, Sequence[ComparedMember]]],
) -> set[tuple[str, tuple[str, ...]]]:
    """(part, who) of everybody of whom these comparisons together give something away."""
    known = {
        id(m.figures)
        for comparison, members in shown
        for m in members
        if m.is_named or (comparison.viewer and m.name == comparison.viewer.name)
    }
    systems: dict[str, list[Row]] = {}
    for comparison, members in shown:
        for key, counted in told(comparison, members):
            of = "principles" if key == ESSENCE or key in OF_ESSENCE else " ".join(key)
            systems.setdefault(of, []).append(row_of(key, counted, known))
    return {(of, group) for of, rows in systems.items() for group in given_away(rows)}


def viewers(rng: Random, members: Sequence[ComparedMember]) -> list[ComparedMember | None]:
    """The collaboration's own view, and two members'."""
    return [None, *rng.sample(list(members), min(2, len(members)))]


def leaks_of_one_version(seed: int) -> set[Any]:
    rng = Random(seed)
    members = random_members(rng, mixture(rng))
    return {
        leak
        for viewer in viewers(rng, members)
        for leak in exposed_by([(compare(members, INSTRUMENT, viewer=viewer), members)])
    }


def seen(
    before: Sequence[ComparedMember], now: Sequence[ComparedMember], name: str | None = None
) -> set[Any]:
    """What a member, or the collaboration, sees of two versions; nothing where that is refused."""
    earlier = [trace_of(before, INSTRUMENT)]
    if refusal(earlier, now, INSTRUMENT):
        return set()
    then, here = (next((m for m in one if m.name == name), None) for one in (before, now))
    if name is not None and (then is None or here is None):
        return set()
    held = held_back(earlier, now, INSTRUMENT, viewers=[here] if here else [])
    return exposed_by(
        [
            (compare(before, INSTRUMENT, viewer=then), before),
            (compare(now, INSTRUMENT, viewer=here, held_back=held), now),
        ]
    )


def leaks_of_two_versions(seed: int) -> set[Any]:
    rng = Random(seed)
    mix = mixture(rng)
    before = random_members(rng, mix)
    now = later(rng, mix, before)
    names = [viewer and viewer.name for viewer in viewers(rng, now)]
    return {leak for name in names for leak in seen(before, now, name)}


# Nobody is given away


@runs(FEW, MANY)
def test_one_version_gives_nobody_away(layouts):
    for seed in range(layouts):
        assert not leaks_of_one_version(seed), seed


@runs(FEW, MANY)
def test_two_versions_side_by_side_give_nobody_away(layouts):
    for seed in range(layouts):
        assert not leaks_of_two_versions(seed), seed


# With a rule switched off somebody is: the reader can win


def fails_without(leaks: Any) -> bool:
    return any(leaks(seed) for seed in range(PATIENCE))


def test_without_the_named_alone_rule_the_few_are_told(monkeypatch):
    monkeypatch.setattr(comparing, "counted_of", lambda having, _: (list(having), False))
    assert fails_without(leaks_of_one_version)


def test_without_the_rule_of_essence_those_of_one_number_are_told(monkeypatch):
    monkeypatch.setattr(comparing, "few_differ", lambda *_: False)
    assert fails_without(leaks_of_one_version)


def test_without_the_rule_of_kinds_the_few_of_a_kind_are_told(monkeypatch):
    monkeypatch.setattr(comparing, "may_stand", lambda *_: True)
    assert fails_without(leaks_of_one_version)


def test_without_holding_back_those_who_differ_are_told(monkeypatch):
    monkeypatch.setattr(f"{__name__}.held_back", lambda *_, **__: NOTHING)
    assert fails_without(leaks_of_two_versions)


# The smallest examples of what the reader found, each with its rule and without it


def crowd(kind: str, *lacking: str) -> list[ComparedMember]:
    """An anonymous member for each, lacking that principle; '' lacks none."""
    return [
        ComparedMember(
            name=f"{kind} {n} without {code}",
            kind=kind,
            sharing=Sharing.ANONYMOUS,
            figures=figures(Random(f"{kind} {n} {code}"), [code]),
        )
        for n, code in enumerate(lacking)
    ]


FIVE = tuple(code for _, code in OF_ESSENCE[:5])


def anew(members: Sequence[ComparedMember]) -> list[ComparedMember]:
    return [replace(one, figures=figures(Random(one.name))) for one in members]


def test_essence_beside_principles_by_kind(monkeypatch):
    """Six and six overall; but one trust alone lacks a principle, one user-led group none."""
    members = crowd("trust", *[""] * 5, "respect") + crowd("user-led", *FIVE, "")
    assert not exposed_by([(compare(members, INSTRUMENT), members)])
    monkeypatch.setattr(comparing, "unsplit", lambda *_: frozenset())
    assert exposed_by([(compare(members, INSTRUMENT), members)])


def test_essence_of_one_that_leaves_with_three_of_another_number(monkeypatch):
    stay = crowd("trust", *[""] * 5, *FIVE)
    before = stay + crowd("other", "", "", "", "respect")
    assert not seen(before, stay)
    monkeypatch.setattr(versions, "mixed_essence", lambda *_: False)
    assert seen(before, stay)


def test_a_reader_that_is_one_of_three_that_differ(monkeypatch):
    before = crowd("trust", *[""] * 9)
    now = anew(before[:3]) + before[3:]
    assert not seen(before, now, before[0].name)
    monkeypatch.setattr(versions.Difference, "changed", frozenset())
    assert seen(before, now, before[0].name)


def test_one_kind_of_before_and_two_that_are_left_over(monkeypatch):
    trusts, others = crowd("trust", *[""] * 5), crowd("other", *[""] * 5)
    assert not seen(trusts + others, trusts[:2] + others)
    monkeypatch.setattr(traces, "is_split", lambda *_: False)
    assert seen(trusts + others, trusts[:2] + others)


def test_a_kind_that_is_corrected_in_between(monkeypatch):
    """Nobody leaves or comes; but the two splits differ by one member's figure."""
    before = crowd("trust", *[""] * 6) + crowd("other", *[""] * 5)
    now = [replace(before[0], kind="other"), *before[1:]]
    assert not seen(before, now)
    monkeypatch.setattr(f"{__name__}.held_back", lambda *_, **__: NOTHING)
    assert seen(before, now)


def of_two_named_and_one(lacking: str) -> tuple[list[ComparedMember], list[ComparedMember]]:
    """Three leave, and everybody knows what the two named ones of them showed."""
    stay = crowd("trust", *[""] * 12)
    leave = [*crowd("other", "", ""), *crowd("voluntary", lacking)]
    named = [replace(one, sharing=Sharing.NAMED) for one in leave[:2]]
    return [*stay, *named, leave[2]], stay


def test_one_that_leaves_with_two_named_is_not_told_by_figures_or_counts():
    """It has no score of M2, so no figure of it differs; its status does."""
    before, now = of_two_named_and_one("M2")
    earlier = [trace_of(before, INSTRUMENT)]
    assert refusal(earlier, now, INSTRUMENT) is None
    held = held_back(earlier, now, INSTRUMENT)
    assert set(held.keys) == set(KEYS) - {("mechanisms", "M2")}
    told_now = compare(now, INSTRUMENT, held_back=held).figures["mechanisms", "M2"]
    assert told_now.mean is not None
    assert told_now.counts is None
    assert compare(now, INSTRUMENT).figures["mechanisms", "M2"].counts is not None


@pytest.mark.parametrize("ways", list(permutations([Sharing.NAMED, Sharing.ANONYMOUS])))
def test_the_same_figures_by_name_and_anonymously_are_refused(ways):
    """Known by name, they are taken from the sum of the others."""
    first, *rest = crowd("trust", *[""] * 5)
    was, is_now = ways
    earlier = [trace_of([replace(first, sharing=was), *rest], INSTRUMENT)]
    now = [replace(first, sharing=is_now), *rest]
    assert refusal(earlier, now, INSTRUMENT) == versions.SWITCHED
    assert versions.switched(earlier, now) == (first.name,)
    others = [replace(first, figures=figures(Random("new"))), *anew(rest)]
    assert refusal(earlier, others, INSTRUMENT) is None
