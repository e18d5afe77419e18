"""Every number that the method compares with, and how far a host may move it."""

from dataclasses import dataclass

from questions.entries import InstrumentError

SMALLEST_K = 5  # docs/method.md section 3: it may be raised, never lowered, by nobody


@dataclass(frozen=True, slots=True, kw_only=True)
class Thresholds:
    """Every number the method compares with. Conventions, not findings (docs/method.md)."""

    low: float  # cells and scores below this are low
    high: float  # from this on they are high
    borderline: float
    gap: float
    k: int  # the fewest people in a released cell of individuals
    few_people: int  # below this many people a cell is held within held_few
    held_few: float
    held_many: float
    group_people: int  # the fewest people who agree one group rating (not the panel)
    panel_lived: int
    dont_know: float  # per cent
    spread_people: int
    spread_floor: float
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
    mean_others: int  # the fewest other organisations behind a mean
    third_others: int
    spread_others: int  # ... behind median, quartiles and counts of levels
    anonymous_few: int  # so few anonymous organisations beside named ones are not counted
    differ: int  # organisations that differ before a collaboration's figures are made again

    def __post_init__(self) -> None:
        faults = []
        if not self.borderline < self.low < self.high < 100 - self.borderline:
            faults.append(
                "thresholds out of order: borderline < low < high < 100 - borderline is needed, "
                f"they are {self.borderline:g}, {self.low:g}, {self.high:g}"
            )
        if self.k < SMALLEST_K:
            faults.append(f"k is {self.k}; it may be raised above {SMALLEST_K}, never lowered")
        # The ends may be held tighter than docs/method.md section 3 holds them, never looser.
        if not 2.5 <= self.held_many <= self.held_few < 50 or self.held_few < 12.5:
            faults.append("thresholds out of order: 2.5 <= held_many <= held_few, 12.5 or more")
        if self.few_people < 10 or self.spread_people < 10 or self.spread_floor < 5:
            faults.append("few_people and spread_people are 10 or more, spread_floor 5 or more")
        if self.group_people < 3 or self.panel_lived < 2:
            faults.append("group_people is 3 or more and panel_lived 2 or more")
        if self.share_people < 8 or self.differ < 3:
            faults.append("share_people is 8 or more and differ 3 or more")
        if not 5 <= self.anonymous_few + 1 <= self.mean_others <= self.third_others:
            faults.append("4 <= anonymous_few < mean_others <= third_others is needed")
        if self.third_others < 9 or self.spread_others < 12:
            faults.append("third_others is 9 or more and spread_others 12 or more")
        if faults:
            raise InstrumentError(faults)
