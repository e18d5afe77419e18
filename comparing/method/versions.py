"""Figures made again, held against those that were published before (docs/method.md section 11).

Whoever kept the earlier figures can subtract. So figures are made again only when at least three
organisations differ, and what one or two anonymous ones differ in stays hidden: of named ones
everybody knows what they took along. ``traces`` has what a published version leaves behind.
"""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from comparing.method.comparing import NOTHING, HeldBack
from comparing.method.counting import principles_known
from comparing.method.members import ESSENCE, PRINCIPLES, ComparedMember, Key, digest_of, keys_of
from comparing.method.traces import Trace, TracedMember, having, who_of
from questions import Instrument


@dataclass(frozen=True, slots=True)
class Difference:
    """Between a version and those who share now: who is gone, who has come, who stayed as it was.

    Somebody whose figures are others now is gone and has come.
    """

    before: Trace
    gone: tuple[TracedMember, ...]
    come: tuple[ComparedMember, ...]
    stayed: tuple[tuple[TracedMember, ComparedMember], ...]

    def who(self, member: ComparedMember) -> str:
        return who_of(member, self.before.salt)

    @property
    def organisations(self) -> int:
        """How many differ."""
        return len({entry.who for entry in self.gone} | {self.who(one) for one in self.come})

    @property
    def anonymous(self) -> int:
        """How many differ of whom not everybody knows in what."""
        gone = {entry.who for entry in self.gone if not entry.named}
        return len(gone | {self.who(one) for one in self.come if not one.is_named})

    @property
    def changed(self) -> frozenset[str]:
        """Who shared other figures in the version."""
        gone = {entry.who for entry in self.gone}
        return frozenset(one.identity for one in self.come if self.who(one) in gone)

    @property
    def switched(self) -> tuple[str, ...]:
        """Who shares the same figures in another way: known by name, they could be subtracted from
        those in which they are anonymous.
        """
        found = {one.name for entry, one in self.stayed if one.is_named != entry.named}
        return tuple(sorted(found))


def difference(before: Trace, members: Sequence[ComparedMember]) -> Difference:
    """Somebody under a new name, with the same figures, has stayed."""
    left: defaultdict[str, list[TracedMember]] = defaultdict(list)
    for entry in before.entries:
        left[entry.digest].append(entry)
    come, stayed = [], []
    for member in members:
        if same := left[digest_of(member, before.salt)]:
            who = who_of(member, before.salt)
            found = max(same, key=lambda entry: (entry.who == who, entry.named == member.is_named))
            same.remove(found)
            stayed.append((found, member))
        else:
            come.append(member)
    gone = tuple(entry for entries in left.values() for entry in entries)
    return Difference(before, gone, tuple(come), tuple(stayed))


def switched(earlier: Sequence[Trace], members: Sequence[ComparedMember]) -> tuple[str, ...]:
    """The names of all who share in another way than they did (``Difference.switched``)."""
    return tuple(name for before in earlier for name in difference(before, members).switched)


def refusal(
    earlier: Sequence[Trace], members: Sequence[ComparedMember], instrument: Instrument
) -> str | None:
    """Why figures may not be made of these members after those versions; None where they may.

    It names nobody.
    """
    least = instrument.thresholds.differ
    for one in (difference(before, members) for before in earlier):
        if one.switched:
            return SWITCHED
        if 0 < one.organisations < least:
            return TOO_FEW_DIFFER % (one.organisations, least)
    return None


SWITCHED = (
    "Somebody shares by name what it shared anonymously in figures that were published before, or "
    "the other way round: known by name, its figures could be subtracted from the others'. It may "
    "share as it did, or not at all."
)
TOO_FEW_DIFFER = (
    "Only %d of the organisations differ from figures that were published before, and at least %d "
    "must: the two side by side would show what they shared."
)


def held_back(
    earlier: Sequence[Trace],
    members: Sequence[ComparedMember],
    instrument: Instrument,
    *,
    viewers: Collection[ComparedMember] = (),
) -> HeldBack:
    """Figures and counts that too few of those that differ have, and any split where any stayed:
    kinds may have been corrected in between.

    ``viewers``: the members who will see the figures; the collaboration itself may always. One that
    differs itself takes its own away, and three would leave two.
    """
    thresholds = instrument.thresholds
    anonymous = sum(not one.is_named for one in members)
    if anonymous <= thresholds.anonymous_few:  # then figures are of the named alone
        return NOTHING
    seeing = {one.identity for one in viewers}
    keys: set[Key] = set()
    counts = splits = False
    for one in (difference(before, members) for before in earlier):
        least = thresholds.differ + (not seeing.isdisjoint(one.changed))
        keys |= {key for key in keys_of(instrument) if is_told(one, key, least)}
        if mixed_essence(one):
            keys.add(ESSENCE)
        counts = counts or 0 < one.anonymous < least
        splits = splits or bool(one.stayed)
    return HeldBack(keys=frozenset(keys), splits=splits, counts=counts)


def is_told(one: Difference, key: Key, least: int) -> bool:
    """Whether the figure beside the version's would tell something of fewer than ``least``.

    Or beside one kind's of the version: where another kind is all but gone and hardly anybody has
    come, the whole is that kind and the few that are left over.
    """
    lost, come = lost_and_come(one, key)
    left_over = key in one.before.split and lost >= least > come
    return left_over or 0 < behind(one, key) < least


def lost_and_come(one: Difference, key: Key) -> tuple[int, int]:
    """How many anonymous ones no longer have the version's figure; how many have another."""
    stayed = [member.figures for entry, member in one.stayed if not entry.named]
    come = [member.figures for member in one.come if not member.is_named]
    return one.before.have[key] - having(stayed, key), having(come, key)


def mixed_essence(one: Difference) -> bool:
    """Whether anonymous ones that differ have different numbers of principles, beside some that
    stayed: the difference of ESSENCE and those of the principles would tell them apart.
    """
    principles = [key for key in one.before.have if key[0] == PRINCIPLES]
    lost = [lost_and_come(one, key)[0] for key in principles]
    gone = sum(not entry.named for entry in one.gone)
    numbers = {principles_known(member) for member in one.come if not member.is_named}
    if gone:
        numbers.add(lost.count(gone))
    beside = any(not entry.named for entry, _ in one.stayed)
    return beside and (len(numbers) > 1 or not {0, gone}.issuperset(lost))


def behind(one: Difference, key: Key) -> int:
    """How many anonymous organisations' figure is another than it was in the version, at least."""
    lost, _ = lost_and_come(one, key)
    gone = {entry.who for entry in one.gone if not entry.named}
    anonymous = (m for m in one.come if not m.is_named and m.figures.values[key] is not None)
    return lost + len({one.who(member) for member in anonymous} - gone)
