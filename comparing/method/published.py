"""What an anonymous round publishes, the same for every reader (docs/method.md section 11).

Made once. ``Published`` holds no organisation and nothing exact; a member's own figures stand
beside it and are no part of it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from assessment.method.numbers import half_up, mean
from comparing.method.members import (
    DOMAINS,
    ESSENCE,
    PRINCIPLES,
    ComparedMember,
    Key,
    keys_of,
    known_values,
)
from comparing.method.told_figures import TOO_FEW, Told, told
from comparing.method.worded import actions_told, words_told
from questions import Instrument


@dataclass(frozen=True, slots=True)
class Essence:
    """The mean of the principle means as they are shown; how many of those stand at an end."""

    mean: int | None = None
    at_an_end: int | None = None

    @property
    def why(self) -> str | None:
        return TOO_FEW if self.mean is None else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """``members``: how many share, None where they are too few for anything to be published.

    ``words``: of a principle or mechanism, how many show each level or status; ``actions``: how
    many plan each suggested action. Both empty where they are too few.
    """

    instrument: Instrument
    members: int | None
    figures: Mapping[Key, Told]
    essence: Essence
    words: Mapping[Key, Mapping[str, str]]
    actions: Mapping[str, str]


def published_keys(instrument: Instrument) -> Iterable[Key]:
    """Domains are told by name only: they share standards with FORMAL and ROOTED."""
    return [key for key in keys_of(instrument) if key != ESSENCE and key[0] != DOMAINS]


def publish(
    members: Sequence[ComparedMember], instrument: Instrument, actions: Iterable[str] = ()
) -> Published:
    """Of those that share, each counted once; ``actions``: every one that might be planned."""
    thresholds = instrument.thresholds
    figures = {
        key: told(known_values(members, key), thresholds) for key in published_keys(instrument)
    }
    return Published(
        instrument=instrument,
        members=len(members) if len(members) >= thresholds.mean_members else None,
        figures=figures,
        essence=essence_told(figures, thresholds.essence_needs),
        words=words_told(members, instrument),
        actions=actions_told(members, instrument, actions),
    )


def essence_told(figures: Mapping[Key, Told], needs: int) -> Essence:
    means = [one.mean for (part, _), one in figures.items() if part == PRINCIPLES and one.mean]
    found = mean(one.value for one in means)
    if found is None or len(means) < needs:
        return Essence()
    return Essence(int(half_up(found, 0)), sum(one.at_an_end for one in means))
