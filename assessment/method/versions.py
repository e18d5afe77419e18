"""Figures made again, held against those that were published before (method.md section 11).

Whoever kept the earlier figures can subtract. So figures are made again only when at least three
organisations differ, and a figure of which one or two anonymous ones differ stays hidden: of named
ones everybody knows what they took along.

A published version leaves a ``Trace``: salted digests and counts, from which no figure comes back.
"""

import secrets
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from assessment.method.comparing import NOTHING, HeldBack
from assessment.method.members import Figures, Key, Member, digest_of, keys_of
from questions import Instrument


@dataclass(frozen=True, slots=True)
class Entry:
    """One who shared. ``who`` is None where the trace may not say: an anonymous one in a file."""

    who: str | None
    named: bool
    digest: str


@dataclass(frozen=True, slots=True)
class Trace:
    """What is left of a version. ``have``: how many anonymous ones had each figure."""

    salt: str
    entries: tuple[Entry, ...]
    have: Mapping[Key, int]


def trace_of(
    members: Sequence[Member], instrument: Instrument, *, names: bool, salt: str = ""
) -> Trace:
    """``names``: say who they all are, in a place that no member reads; else the named only.

    ``salt``: one that members cannot know, where they read the trace. Of somebody who shares little
    more than a few ratings every figure there could be is soon tried.
    """
    salt = salt or secrets.token_hex(16)
    entries = [
        Entry(
            one.identity if names or one.is_named else None,
            one.is_named,
            digest_of(one, salt),
        )
        for one in members
    ]
    anonymous = [one.figures for one in members if not one.is_named]
    return Trace(
        salt=salt,
        entries=tuple(sorted(entries, key=lambda one: one.digest)),
        have={key: having(anonymous, key) for key in keys_of(instrument)},
    )


def having(figures: Sequence[Figures], key: Key) -> int:
    return sum(one.values[key] is not None for one in figures)


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
    earlier: Sequence[Trace], members: Sequence[Member], instrument: Instrument
) -> HeldBack:
    """Figures that only one or two of those that differ have, and any split where any differ."""
    thresholds = instrument.thresholds
    anonymous = sum(not one.is_named for one in members)
    if anonymous <= thresholds.anonymous_few:  # then figures are of the named alone
        return NOTHING
    differences = [difference(before, members) for before in earlier]
    return HeldBack(
        keys=frozenset(
            key
            for key in keys_of(instrument)
            if any(0 < behind(one, key) < thresholds.differ for one in differences)
        ),
        splits=any(one.gone or one.come for one in differences),
    )


def behind(one: Difference, key: Key) -> int:
    """The fewest anonymous organisations whose figure is another than it was in the version."""
    stayed = [member.figures for entry, member in one.stayed if not entry.named]
    gone = one.before.have[key] - having(stayed, key)
    come = {m.identity for m in one.come if not m.is_named and m.figures.values[key] is not None}
    known = {entry.who for entry in one.gone if not entry.named}
    if None in known:
        return max(gone, len(come))
    return gone + len(come - known)


def to_trace_json(trace: Trace) -> dict[str, Any]:
    return {
        "salt": trace.salt,
        "members": [[e.who, "named" if e.named else "anonymous", e.digest] for e in trace.entries],
        "have": {f"{part} {code}": count for (part, code), count in trace.have.items()},
    }


def from_trace_json(found: Mapping[str, Any]) -> Trace:
    """KeyError, TypeError or ValueError where it is no trace."""
    entries = [Entry(who, how == "named", str(digest)) for who, how, digest in found["members"]]
    have = {tuple(name.split(" ", 1)): int(count) for name, count in found["have"].items()}
    return Trace(
        salt=str(found["salt"]),
        entries=tuple(entries),
        have={(part, code): count for (part, code), count in have.items()},
    )
