"""Random worlds of rounds, and a reader with linear algebra and every file ever downloaded.

The rules are the real ones (``counted_once``); ``Rules`` takes them away one by one, so that the
reader is seen to find something where they are gone.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import combinations
from random import Random

import numpy as np

from comparing.method.counted_once import How, Ledger, Traced, Use
from comparing.method.members import Way

START = date(2026, 1, 1)
COUNTS_FROM = 6


@dataclass(frozen=True)
class Rules:
    once: bool = True  # what counted does not count again
    names: bool = True  # what was named does not count, and what counted is not named
    remembers: bool = True  # beyond withdrawal and the last day

    def bar(self, ledger: Ledger, one: Traced, way: Way) -> bool:
        uses = set(ledger.uses_of(one))
        other = How.NAMED if way is Way.ANONYMOUS else How.COUNTED
        again = way is Way.ANONYMOUS and How.COUNTED in uses
        return (self.once and again) or (self.names and other in uses)


@dataclass
class World:
    """``sums``: the assessments in each published sum; ``known``: told by name, ever."""

    rules: Rules
    entries: list[Use] = field(default_factory=list)
    sums: list[set[Traced]] = field(default_factory=list)
    known: set[Traced] = field(default_factory=set)
    used: set[Traced] = field(default_factory=set)

    def play(self, rng: Random, pool: Sequence[Traced]) -> None:
        """Rounds of several collaborations; the next opens before the last one has closed."""
        rounds = [Round(way_of(rng)) for _ in range(rng.randint(1, 6))]
        for at, last in enumerate(rounds):
            opened = [one for one in rounds[max(0, at - 1) : at + 2] if not one.closed]
            asking = rng.sample(pool, rng.randint(len(pool) // 3, len(pool)))
            for one in asking:
                self.join(rng.choice(opened), one, opened)
            for one in rng.sample(asking, rng.randint(0, len(asking) // 3)):
                self.withdraw(one, rounds)
                self.join(rng.choice(opened), one, opened)
            self.close(last)

    def join(self, round_: "Round", one: Traced, rounds: Sequence["Round"]) -> None:
        if round_.closed or self.rules.bar(Ledger(self.entries), one, round_.way):
            return
        waiting = [
            other for r in rounds if r.way is Way.ANONYMOUS and not r.closed for other in r.members
        ]
        if (self.rules.once or self.rules.names) and any(
            one.is_one_with(other) for other in waiting
        ):
            return
        if round_.way is Way.ANONYMOUS:
            if all(one.organisation != other.organisation for other in round_.members):
                round_.members.add(one)
            return
        round_.members.add(one)
        self.known.add(one)
        self.used.add(one)
        self.entries.append(Use(one, How.NAMED))

    def withdraw(self, one: Traced, rounds: Sequence["Round"]) -> None:
        for round_ in rounds:
            round_.members.discard(one)
        if not self.rules.remembers:
            self.entries = [entry for entry in self.entries if entry.traced != one]

    def close(self, round_: "Round") -> None:
        """Once; one by name only ends."""
        if round_.closed:
            return
        round_.closed = True
        if round_.way is Way.ANONYMOUS and len(round_.members) >= COUNTS_FROM:
            self.sums.append(set(round_.members))
            self.used |= round_.members
            self.entries += [Use(one, How.COUNTED) for one in round_.members]


def way_of(rng: Random) -> Way:
    return rng.choice([Way.ANONYMOUS, Way.ANONYMOUS, Way.ANONYMOUS, Way.BY_NAME])


@dataclass(eq=False)
class Round:
    way: Way
    members: set[Traced] = field(default_factory=set)
    closed: bool = False


def pool_of(rng: Random) -> list[Traced]:
    """A few organisations, some with several programmes, some months apart."""
    found = []
    for number in range(rng.randint(8, 20)):
        for programme in range(rng.choice([1, 1, 1, 2])):
            day = START + timedelta(rng.randint(0, 60))
            for _ in range(rng.choice([1, 1, 2, 3])):
                name = f"{number} {programme} {day}"
                found.append(
                    Traced(organisation=f"{number}", assessment=name, cells=name, closed=day)
                )
                day += timedelta(rng.choice([30, 90, 183, 200, 366]))
    rng.shuffle(found)
    return found


def random_world(seed: int, rules: Rules) -> World:
    rng, world = Random(seed), World(rules)
    world.play(rng, pool_of(rng))
    return world


def told_apart(world: World, rng: Random) -> Iterator[tuple[str, ...]]:
    """What some reader, or two who pool, can work out: an assessment, or two of one sum.

    Two of one organisation closed near each other have one figure. Sums are taken as exact, and
    some lack the figure, as everybody may know.
    """
    lacking = {one for one in world.used if rng.random() < rng.choice([0, 0, 0.1])}
    sums = [of - lacking for of in world.sums]
    sums = [of for of in sums if len(of) >= COUNTS_FROM]
    alone = sorted({one.organisation for one in world.used})
    pairs = list(combinations(alone, 2))
    pooling = rng.sample(pairs, min(20, len(pairs)))
    for readers in (*((one,) for one in alone), *pooling):
        yield from worked_out(world, sums, readers)


def worked_out(
    world: World, sums: Sequence[set[Traced]], readers: Sequence[str]
) -> Iterator[tuple[str, ...]]:
    known = {one for one in world.used if one in world.known or one.organisation in readers}
    known |= {one for one in world.used if any(one.is_one_with(other) for other in known)}
    unknown = sorted(world.used - known, key=lambda one: one.assessment)
    place = {one: at for at, one in enumerate(unknown)}
    rows = [[float(one in of) for one in unknown] for of in sums]
    for first, second in combinations(unknown, 2):  # one figure, by what a reader may suppose
        if first.is_one_with(second):
            rows.append(
                [(at == place[first]) * 1.0 - (at == place[second]) for at in range(len(unknown))]
            )
    free = null_space(np.array(rows, float).reshape(len(rows), len(unknown)))
    in_sums = [one for one in unknown if any(one in of for of in sums)]
    for one in in_sums:
        if np.allclose(free[place[one]], 0):
            yield (one.assessment,)
    for of in sums:
        for first, second in combinations([one for one in unknown if one in of], 2):
            if np.allclose(free[place[first]] + free[place[second]], 0):
                yield first.assessment, second.assessment


def null_space(matrix: np.ndarray) -> np.ndarray:
    """A row an unknown: how freely it can move without any sum changing."""
    if not matrix.size:
        return np.eye(matrix.shape[1])
    _, sizes, directions = np.linalg.svd(matrix)
    rank = int((sizes > 1e-9).sum())
    return directions[rank:].T
