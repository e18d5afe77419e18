"""Figures made again, held against those that were published before (method.md section 11).

Whoever kept the earlier figures can subtract. So figures are made again only when at least three
organisations differ, and a figure of which one or two anonymous ones differ stays hidden: of named
ones everybody knows what they took along.

``traces`` has what a published version leaves behind.
"""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from assessment.method.comparing import NOTHING, HeldBack
from assessment.method.counting import principles_known
from assessment.method.members import ESSENCE, PRINCIPLES, Key, Member, digest_of, keys_of
from assessment.method.traces import Entry, Trace, having
from questions import Instrument


@dataclass(frozen=True, slots=True)
class Difference:
    """Between a version and those who share now: who is gone, who has come, who stayed as it was.

    Somebody whose figures are others now is gone and has come.
    """

    before: Trace
    gone: tuple[Entry, ...]
    come: tuple[Member, ...]
    stayed: tuple[tuple[Entry, Member], ...]

    @property
    def organisations(self) -> int:
        return organisations(self.gone, self.come)

    @property
    def changed(self) -> frozenset[str]:
        """Who may have shared other figures in the version; all that came where it does not say."""
        come, known = {m.identity for m in self.come}, {entry.who for entry in self.gone}
        return frozenset(come if None in known else come & known)

    @property
    def exposed(self) -> tuple[str, ...]:
        """Anonymous in the version and named now with the same figures, which could be subtracted
        from it: their names.
        """
        found = {m.name for entry, m in self.stayed if m.is_named and not entry.named}
        return tuple(sorted(found))


def organisations(gone: Sequence[Entry], come: Sequence[Member]) -> int:
    """The fewest that these can be: who is unknown may be one that has come with other figures."""
    known = {entry.who for entry in gone if entry.who is not None}
    fresh = {member.identity for member in come} - known
    return len(known) + max(sum(entry.who is None for entry in gone), len(fresh))


def difference(before: Trace, members: Sequence[Member]) -> Difference:
    left = Counter(before.entries)
    come, stayed = [], []
    for member in members:
        digest = digest_of(member, before.salt)
        same = [
            Entry(who, named, digest) for who in (member.identity, None) for named in (True, False)
        ]
        found = next((entry for entry in same if left[entry]), None)
        if found is None:
            come.append(member)
        else:
            left[found] -= 1
            stayed.append((found, member))
    return Difference(before, tuple(left.elements()), tuple(come), tuple(stayed))


def refusal(
    earlier: Sequence[Trace], members: Sequence[Member], instrument: Instrument
) -> str | None:
    """Why figures may not be made of these members after those versions; None where they may."""
    least = instrument.thresholds.differ
    for one in (difference(before, members) for before in earlier):
        if one.exposed:
            return EXPOSED % ", ".join(one.exposed)
        if 0 < one.organisations < least:
            return TOO_FEW_DIFFER % (one.organisations, least)
    return None


EXPOSED = (
    "%s shared anonymously in figures that were published before. Shared by name now, their "
    "figures could be subtracted from the others': they may go on anonymously, or not share."
)
TOO_FEW_DIFFER = (
    "Only %d of the organisations differ from figures that were published before, and at least %d "
    "must: the two side by side would show what they shared."
)


def held_back(
    earlier: Sequence[Trace],
    members: Sequence[Member],
    instrument: Instrument,
    *,
    viewers: Collection[Member] = (),
) -> HeldBack:
    """Figures that too few of those that differ have, and any split where any differ.

    ``viewers``: the members who will see the figures; the collaboration itself may always. One that
    differs itself takes its own away, and three would leave two.
    """
    thresholds = instrument.thresholds
    anonymous = sum(not one.is_named for one in members)
    if anonymous <= thresholds.anonymous_few:  # then figures are of the named alone
        return NOTHING
    differences = [difference(before, members) for before in earlier]
    seeing = {one.identity for one in viewers}
    keys = {
        key
        for one in differences
        for key in keys_of(instrument)
        if is_told(one, key, thresholds.differ + (not seeing.isdisjoint(one.changed)))
    }
    if any(mixed_essence(one) for one in differences):
        keys.add(ESSENCE)
    return HeldBack(keys=frozenset(keys), splits=any(one.gone or one.come for one in differences))


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
    """The fewest anonymous organisations whose figure is another than it was in the version."""
    gone, _ = lost_and_come(one, key)
    come = {m.identity for m in one.come if not m.is_named and m.figures.values[key] is not None}
    known = {entry.who for entry in one.gone if not entry.named}
    if None in known:
        return max(gone, len(come))
    return gone + len(come - known)
