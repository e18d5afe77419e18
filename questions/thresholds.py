"""Every number that the method compares with, and how far a host may move it."""

from collections.abc import Iterator
from dataclasses import dataclass

from questions.entries import InstrumentError

# docs/method.md section 3: each may be raised, never lowered, by nobody.
SMALLEST_K = 5
SMALLEST_OPEN_K = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Thresholds:
    """Every number the method compares with. Conventions, not findings (docs/method.md)."""

    low: float  # cells and scores below this are low
    high: float  # from this on they are high
    borderline: float
    gap: float
    k: int  # the fewest people in a released cell of individuals, one answer a person
    k_open: int  # ... through an open link, by which anybody can answer more than once
    few_people: int  # below this many people a cell is held within held_few
    held_few: int
    held_many: int
    group_people: int  # the fewest people who agree one group rating (not the panel)
    panel_lived: int
    dont_know: float  # per cent
    spread_people: int
    spread_principles: int  # the fewest principles that a spread is made of
    spread_floor: int  # a spread is told as a multiple of it, and at least as this
    formal_needs: int
    rooted_needs: int
    support_needs: int
    essence_needs: int
    view_needs: int  # principles with a P that make a perspective count for confidence
    profile_lead: float
    top_heavy: float
    changed: float
    possible_change: float
    share_people: int  # a cell of fewer people than this does not leave its organisation
    share_principles: int  # with fewer of them known after that cut an assessment is not shared
    mean_members: int  # the fewest that share anonymously behind a mean, and to be counted
    word_members: int  # ... behind how many show a level, in words
    quantile_members: int  # ... behind median, quartiles, thirds and what is planned

    def __post_init__(self) -> None:
        if faults := [*order_faults(self), *release_faults(self), *sharing_faults(self)]:
            raise InstrumentError(faults)

    @property
    def cuts(self) -> tuple[float, float]:
        """Where a figure from 0 to 100 turns from low to middle, and to high."""
        return self.low, self.high


def order_faults(given: Thresholds) -> Iterator[str]:
    if not given.borderline < given.low < given.high < 100 - given.borderline:
        yield (
            "thresholds out of order: borderline < low < high < 100 - borderline is needed, "
            f"they are {given.borderline:g}, {given.low:g}, {given.high:g}"
        )


def release_faults(given: Thresholds) -> Iterator[str]:
    """What protects people may be asked for more strictly than the method does, never less."""
    if given.k < SMALLEST_K:
        yield f"k is {given.k}; it may be raised above {SMALLEST_K}, never lowered"
    if given.k_open < max(SMALLEST_OPEN_K, given.k):
        least = f"it may be raised above {SMALLEST_OPEN_K}, never lowered, and is never below k"
        yield f"k_open is {given.k_open}; {least}"
    if not 3 <= given.held_many <= given.held_few < 50 or given.held_few < 13:
        yield "thresholds out of order: 3 <= held_many <= held_few, 13 or more"
    if given.few_people < 10 or given.spread_people < 10:
        yield "few_people and spread_people are 10 or more"
    if given.spread_floor < 5 or given.spread_principles < 8:
        yield "spread_floor is 5 or more and spread_principles 8 or more"
    if given.group_people < 3 or given.panel_lived < 2:
        yield "group_people is 3 or more and panel_lived 2 or more"


def sharing_faults(given: Thresholds) -> Iterator[str]:
    if given.share_people < 8 or given.share_principles < 8:
        yield "share_people and share_principles are 8 or more"
    if not 6 <= given.mean_members <= given.word_members <= given.quantile_members:
        yield "6 <= mean_members <= word_members <= quantile_members is needed"
    if given.word_members < 8 or given.quantile_members < 12:
        yield "word_members is 8 or more and quantile_members 12 or more"
