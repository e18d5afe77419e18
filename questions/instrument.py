"""One version of everything asked, and every number compared with."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from questions.checks import faults_of
from questions.codes import SMALLEST_K
from questions.entries import (
    Coded,
    Domain,
    Fact,
    Form,
    InstrumentError,
    Item,
    Layer,
    Meaning,
    Mechanism,
    Perspective,
    Principle,
    Scales,
    Source,
    Standard,
    StandardClass,
    Structure,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Thresholds:
    """Every number the method compares with. Conventions, not findings (method.md)."""

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
    differ: int  # organisations that differ before a round's figures are made again

    def __post_init__(self) -> None:
        faults = []
        if not self.borderline < self.low < self.high < 100 - self.borderline:
            faults.append(
                "thresholds out of order: borderline < low < high < 100 - borderline is needed, "
                f"they are {self.borderline:g}, {self.low:g}, {self.high:g}"
            )
        if self.k < SMALLEST_K:
            faults.append(f"k is {self.k}; it may be raised above {SMALLEST_K}, never lowered")
        # The ends may be held tighter than method.md section 3 holds them, never looser.
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


T = TypeVar("T", bound=Coded)


def by_code(entries: Sequence[T]) -> dict[str, T]:
    return {entry.code: entry for entry in entries}


@dataclass(frozen=True, kw_only=True)
class Instrument:
    """Everything asked and every number compared with, in one version."""

    version: str
    title: str
    about: str
    caution: str
    professionalisation: str
    scales: Scales
    thresholds: Thresholds
    perspectives: tuple[Perspective, ...]
    levels: tuple[Meaning, ...]
    profiles: tuple[Meaning, ...]
    marks: tuple[Meaning, ...]
    confidences: tuple[Meaning, ...]
    principles: tuple[Principle, ...]
    domains: tuple[Domain, ...]
    standards: tuple[Standard, ...]
    facts: tuple[Fact, ...]
    layers: tuple[Layer, ...]
    mechanisms: tuple[Mechanism, ...]
    structure: Structure
    sources: tuple[Source, ...]

    def __post_init__(self) -> None:
        faults = list(faults_of(self))
        if faults:
            raise InstrumentError(faults)

    @cached_property
    def all_items(self) -> tuple[Item, ...]:
        """Every item in the instrument's order, which is the order of an answer string."""
        return tuple(item for principle in self.principles for item in principle.items)

    def items(self, form: Form) -> tuple[Item, ...]:
        return tuple(item for item in self.all_items if form is Form.FULL or item.short_form)

    @cached_property
    def item(self) -> Mapping[str, Item]:
        return by_code(self.all_items)

    @cached_property
    def principle(self) -> Mapping[str, Principle]:
        return by_code(self.principles)

    @cached_property
    def perspective(self) -> Mapping[str, Perspective]:
        return by_code(self.perspectives)

    @cached_property
    def standard(self) -> Mapping[str, Standard]:
        return by_code(self.standards)

    @cached_property
    def fact(self) -> Mapping[str, Fact]:
        return by_code(self.facts)

    @cached_property
    def meaning(self) -> Mapping[str, Meaning]:
        """The levels, marks and confidences by name, and the profiles ('Not enough evidence',
        which is both a level and a profile, is here the level).
        """
        words = (*self.profiles, *self.levels, *self.marks, *self.confidences)
        return {word.name: word for word in words}

    def facts_of(self, mechanism: str) -> tuple[Fact, ...]:
        return tuple(fact for fact in self.facts if fact.mechanism == mechanism)

    def standards_of_class(self, standard_class: StandardClass) -> tuple[str, ...]:
        return tuple(s.code for s in self.standards if s.standard_class is standard_class)

    def standards_of_domain(self, domain: str) -> tuple[str, ...]:
        return tuple(s.code for s in self.standards if s.domain == domain)

    def name_of(self, perspective: str, *, mutual: bool) -> str:
        """How a perspective is named inside a sentence: 'people who give peer support'."""
        found = self.perspective[perspective]
        return (mutual and found.mutual_name) or found.name

    def short_name_of(self, perspective: str, *, mutual: bool) -> str:
        found = self.perspective[perspective]
        return (mutual and found.mutual_short_name) or found.short_name
