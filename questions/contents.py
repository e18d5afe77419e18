"""What an instrument holds, its entries found by their codes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from questions.entries import (
    Coded,
    Domain,
    Fact,
    Item,
    Layer,
    Length,
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
from questions.shape import FIRST, SHAPES, Shape
from questions.thresholds import Thresholds

T = TypeVar("T", bound=Coded)


def by_code(entries: Sequence[T]) -> dict[str, T]:
    return {entry.code: entry for entry in entries}


@dataclass(frozen=True, kw_only=True)
class Contents:
    """An instrument file as its types read it: nothing yet is checked between its entries."""

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
    method: str = FIRST.method  # of a file that does not say: it is older than the second

    @property
    def shape(self) -> Shape:
        return SHAPES[self.method]

    # Cached, because every cell that is scored or shown is looked up by its code; the files say no
    # code twice (``questions.checks``).
    @cached_property
    def all_items(self) -> tuple[Item, ...]:
        """Every item in the instrument's order, which is the order of an answer string."""
        return tuple(item for principle in self.principles for item in principle.items)

    def items(self, length: Length) -> tuple[Item, ...]:
        return tuple(item for item in self.all_items if length is Length.FULL or item.short_form)

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
