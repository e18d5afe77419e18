"""Random rounds of organisations, for those who try to work somebody's figures out."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from random import Random

from assessment.method.numbers import mean
from comparing.method.members import ESSENCE, PRINCIPLES, ComparedMember, Figures, Sharing, keys_of
from questions import load

INSTRUMENT = load()
KEYS = tuple(keys_of(INSTRUMENT))
OF_ESSENCE = tuple(key for key in KEYS if key[0] == PRINCIPLES)
KINDS = ("other", "trust", "user-led", "voluntary")
LEVEL, STATUS = "Holding", "Signs"


@dataclass(frozen=True)
class Mixture:
    """How often a member is named, how many kinds there are, which figures tend to be missing."""

    named: float
    kinds: tuple[str, ...]
    lacking: tuple[tuple[str, ...], ...]

    def member(self, rng: Random, name: str) -> ComparedMember:
        return ComparedMember(
            name=name,
            kind=rng.choice(self.kinds),
            sharing=Sharing.NAMED if rng.random() < self.named else Sharing.ANONYMOUS,
            figures=figures(rng, rng.choice(self.lacking)),
        )


def mixture(rng: Random) -> Mixture:
    codes = [code for _, code in KEYS if code != "ESSENCE"]
    few = [tuple(rng.sample(codes, rng.choice([1, 1, 2, 5]))) for _ in range(rng.choice([0, 1, 4]))]
    return Mixture(
        named=rng.choice([0, 0.2, 0.5]),
        kinds=KINDS[: rng.choice([1, 2, 2, 3])],
        lacking=((), *few),
    )


def figures(rng: Random, lacking: Sequence[str] = ()) -> Figures:
    """Any figures but ESSENCE, which is the mean of the principles that are there."""
    values = {key: None if key[1] in lacking else rng.uniform(0, 100) for key in KEYS}
    there = [values[key] for key in OF_ESSENCE if values[key] is not None]
    values[ESSENCE] = mean(there) if len(there) >= 8 else None
    levels = {code: LEVEL for part, code in KEYS if part == PRINCIPLES}
    return Figures(values, levels, {one.code: STATUS for one in INSTRUMENT.mechanisms})


def random_members(rng: Random, mix: Mixture) -> list[ComparedMember]:
    return [mix.member(rng, f"member {n}") for n in range(rng.randint(5, 20))]


def later(rng: Random, mix: Mixture, before: Sequence[ComparedMember]) -> list[ComparedMember]:
    """Some are gone, some have come, some share other figures than before."""
    leaving = set(rng.sample(range(len(before)), min(len(before), rng.choice([0, 0, 1, 2, 3, 4]))))
    stay = [one for n, one in enumerate(before) if n not in leaving]
    for n in rng.sample(range(len(stay)), min(len(stay), rng.choice([0, 0, 1, 2, 3]))):
        stay[n] = replace(stay[n], figures=figures(rng, rng.choice(mix.lacking)))
    return stay + [mix.member(rng, f"newcomer {n}") for n in range(rng.choice([0, 0, 1, 3, 4]))]
