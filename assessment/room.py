"""Who is in the room of a group that rates together: how many of each side, said on one page.

How many they are, the words a report has for them and whether a panel counts as lived experience
all follow from that one answer, so that they cannot say different things.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from assessment.method.results import Panel
from assessment.method.views import panel_is_lived
from questions import Instrument, Shape


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """``counts``: perspective to how many, each person counted once.

    In the room of a mutual group's members everybody counts as receiving.
    """

    counts: Mapping[str, int]
    mutual: bool = False

    @property
    def people(self) -> int:
        return sum(self.counts.values())

    def lived(self, shape: Shape) -> int:
        """Those who give or receive peer support or come from partner user-led groups."""
        return sum(self.counts.get(code, 0) for code in shape.lived)

    def counts_as_lived(self, instrument: Instrument) -> bool:
        """Whether a panel of these is a lived-experience view (docs/method.md section 5)."""
        panel = Panel(self.people, self.lived(instrument.shape))
        return panel_is_lived(panel, instrument.thresholds)

    def as_kept(self, instrument: Instrument) -> dict[str, Any]:
        """{"people": 3, "from": "people who give ..., other ...", "counts": {"giving": 2, ...}}."""
        present = {code: number for code, number in self.counts.items() if number}
        names = [instrument.name_of(code, mutual=self.mutual) for code in present]
        return {"people": self.people, "from": ", ".join(names), "counts": present}


def sides_in_room(perspective: str, shape: Shape, *, mutual: bool) -> list[str]:
    """Who can be in the room of a perspective's group.

    A panel draws from everybody; people who give or receive peer support rate without managers
    (docs/method.md section 2), the members of a mutual group among themselves.
    """
    if mutual and perspective == shape.receiving:
        return [shape.receiving]
    absent = {shape.panel}
    if perspective in (shape.giving, shape.receiving):
        absent.add(shape.staff)
    return [code for code in shape.asked(mutual=mutual) if code not in absent]


def fewest_in_room(perspective: str, instrument: Instrument) -> int:
    """How many people at least agree a rating: of a panel one, and its report says so."""
    return 1 if perspective == instrument.shape.panel else instrument.thresholds.group_people
