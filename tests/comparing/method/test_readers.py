"""What a reader with linear algebra and every file finds, and one who tries all words: nothing."""

from itertools import combinations_with_replacement
from random import Random

import numpy as np
import pytest

from comparing.method.worded import in_words
from tests.comparing.method.worlds import Rules, random_world, told_apart

LEVELS, STATUSES = 6, 4


def leaks(seeds, rules):
    """The worlds in which somebody is told apart."""
    return (seed for seed in seeds if any(told_apart(random_world(seed, rules), Random(seed))))


def test_nobody_is_told_apart():
    assert list(leaks(range(20), Rules())) == []


@pytest.mark.check
def test_nobody_is_told_apart_in_a_thousand_worlds():
    assert list(leaks(range(1000, 2000), Rules())) == []


@pytest.mark.parametrize(
    "rules", [Rules(once=False), Rules(names=False), Rules(remembers=False)], ids=repr
)
def test_without_one_of_the_rules_somebody_is(rules):
    """So that the reader is one who can find something."""
    assert next(leaks(range(60), rules), None) is not None


def test_the_worlds_have_something_to_read():
    worlds = [random_world(seed, Rules()) for seed in range(60)]
    assert sum(len(world.sums) for world in worlds) > 40
    assert any(len(world.sums) > 1 for world in worlds)
    assert sum(bool(world.known) for world in worlds) > 20


# Levels and statuses in words


def counts_of(members, words):
    """Every way in which so many members can show so many levels: a row each."""
    if words == 1:
        return np.array([[members]])
    parts = []
    for first in range(members + 1):
        rest = counts_of(members - first, words - 1)
        parts.append(np.column_stack([np.full(len(rest), first), rest]))
    return np.concatenate(parts)


def pinned(members, words, readers):
    """Counts from whose words readers of some levels of their own read what each other shows."""
    every = counts_of(members, words)
    code = {
        word: at
        for at, word in enumerate(dict.fromkeys(in_words(c, members) for c in range(members + 1)))
    }
    said = np.array([code[in_words(count, members)] for count in range(members + 1)])[every]
    key = said @ (len(code) ** np.arange(words))
    found = []
    for own in combinations_with_replacement(range(words), readers):
        others = every - np.bincount(own, minlength=words)
        possible = (others >= 0).all(axis=1)
        _values, first, how_many = np.unique(key[possible], return_index=True, return_counts=True)
        alone = others[possible][first[how_many == 1]]
        found += [(own, tuple(row)) for row in alone[(alone > 0).sum(axis=1) == 1]]
    return found


@pytest.mark.parametrize("members", [8, 15, 16])
@pytest.mark.parametrize("words", [LEVELS, STATUSES])
def test_no_words_tell_what_each_of_the_others_shows(members, words):
    assert pinned(members, words, 1) == pinned(members, words, 2) == []


@pytest.mark.check
@pytest.mark.parametrize("members", range(8, 21))
@pytest.mark.parametrize("words", [LEVELS, STATUSES])
def test_no_words_tell_it_from_eight_to_twenty(members, words):
    assert pinned(members, words, 1) == pinned(members, words, 2) == []


def test_counts_would_tell(monkeypatch):
    """So that the brute force is one that can find something."""
    monkeypatch.setitem(globals(), "in_words", lambda count, _of: str(count))
    assert pinned(8, STATUSES, 1)
