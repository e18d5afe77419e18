"""Those who share by name, each with all figures: no means, no order but that of names."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from comparing.method.members import ComparedMember
from questions import Instrument


@dataclass(frozen=True, slots=True)
class Named:
    instrument: Instrument
    members: tuple[ComparedMember, ...]

    @property
    def by_name(self) -> Mapping[str, ComparedMember]:
        return {one.name: one for one in self.members}


def named(members: Iterable[ComparedMember], instrument: Instrument) -> Named:
    """In the order of their names; of two that have one name the second is told apart."""
    taken: Counter[str] = Counter()
    found = []
    for one in sorted(members, key=by_name):
        taken[one.name] += 1
        found.append(one if taken[one.name] == 1 else numbered(one, taken[one.name]))
    return Named(instrument, tuple(found))


def numbered(member: ComparedMember, number: int) -> ComparedMember:
    return replace(member, programme=f"{member.programme} ({number})".strip())


def by_name(member: ComparedMember) -> tuple[str, str]:
    """An order by figures would be a rank."""
    return member.name.casefold(), member.name
