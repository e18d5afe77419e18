"""What is left of figures that were published, for later ones to be held against (``versions``).

Salted digests and counts: nothing in them is a figure, and none comes back from them.
"""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from comparing.method.counting import may_stand
from comparing.method.members import ComparedMember, Figures, Key, digest_of, keys_of
from questions import Instrument


@dataclass(frozen=True, slots=True)
class TracedMember:
    """One who shared: digests of who it is and of what it shared."""

    who: str
    named: bool
    digest: str


@dataclass(frozen=True, slots=True)
class Trace:
    """What is left of a version. ``have``: how many anonymous ones had each figure.

    ``split``: the figures that somebody may have been told by kind of organisation.
    """

    salt: str
    entries: tuple[TracedMember, ...]
    have: Mapping[Key, int]
    split: frozenset[Key] = frozenset()


def trace_of(members: Sequence[ComparedMember], instrument: Instrument, *, salt: str = "") -> Trace:
    """``salt``: one that members cannot know, where they read the trace. Names are soon tried, and
    of somebody who shares little more than a few ratings every figure there could be.
    """
    salt = salt or secrets.token_hex(16)
    entries = [
        TracedMember(who_of(one, salt), one.is_named, digest_of(one, salt)) for one in members
    ]
    anonymous = [one.figures for one in members if not one.is_named]
    return Trace(
        salt=salt,
        entries=tuple(sorted(entries, key=lambda one: one.digest)),
        have={key: having(anonymous, key) for key in keys_of(instrument)},
        split=frozenset(key for key in keys_of(instrument) if is_split(members, key, instrument)),
    )


def who_of(member: ComparedMember, salt: str) -> str:
    return sha256(f"{salt} {member.identity.casefold()}".encode()).hexdigest()


def is_split(members: Sequence[ComparedMember], key: Key, instrument: Instrument) -> bool:
    """Whether two kinds may stand: a third that may not can be the viewer, who is left out."""
    kinds: dict[str, list[ComparedMember]] = {}
    for one in members:
        if one.figures.values[key] is not None:
            kinds.setdefault(one.kind, []).append(one)
    return sum(may_stand(part, instrument.thresholds) for part in kinds.values()) >= 2


def having(figures: Sequence[Figures], key: Key) -> int:
    return sum(one.values[key] is not None for one in figures)


def to_trace_json(trace: Trace) -> dict[str, Any]:
    return {
        "salt": trace.salt,
        "members": [[e.who, "named" if e.named else "anonymous", e.digest] for e in trace.entries],
        "have": {f"{part} {code}": count for (part, code), count in trace.have.items()},
        "split": sorted(f"{part} {code}" for part, code in trace.split),
    }


def from_trace_json(found: Mapping[str, Any]) -> Trace:
    """KeyError, TypeError or ValueError where it is no trace."""
    entries = [
        TracedMember(str(w), how == "named", str(digest)) for w, how, digest in found["members"]
    ]
    return Trace(
        salt=str(found["salt"]),
        entries=tuple(entries),
        have={key_of(name): int(count) for name, count in found["have"].items()},
        split=frozenset(map(key_of, found["split"])),
    )


def key_of(name: str) -> Key:
    part, code = name.split(" ")
    return part, code
