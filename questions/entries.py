"""The entries of an instrument, as frozen types that refuse to be wrong.

Which of them there are is fixed by the shape of a method version (``questions.shape``); a file
chooses the words. A new kind of thing to ask goes here as a type, into ``Contents`` as a field,
into the shape as codes, and into the method as a function of it; ``reading`` needs no change.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol


class InstrumentError(ValueError):
    """Everything that is wrong with an instrument, one sentence each, in ``faults``."""

    def __init__(self, faults: Iterable[str]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(self.faults))


class Length(StrEnum):
    """Which items are asked: all of them, or those marked ``short_form``."""

    FULL = "full"
    SHORT = "short"


class Kind(StrEnum):
    PRACTICE = "practice"
    WARNING = "warning"


class StandardClass(StrEnum):
    """What a standard does to peer support. The classes are this product's own."""

    FORMAL = "formal"
    GROUNDING = "grounding"
    ENABLING = "enabling"


class ActionKind(StrEnum):
    """protect: stop, exempt or renegotiate a policy; build: grow something."""

    PROTECT = "protect"
    BUILD = "build"


class Certainty(StrEnum):
    """How sure it is that the Pillars have this topic under this number."""

    READ = "read"
    RECALLED = "recalled"
    UNCERTAIN = "uncertain"


class Ground(StrEnum):
    """What words rest on: V read in the source, R remembered from it, C a choice of our own."""

    READ = "V"
    RECALLED = "R"
    CHOSEN = "C"


class Fits(StrEnum):
    """Whom a suggested action fits: everybody, mutual groups, or where somebody is employed."""

    ALL = "all"
    MUTUAL = "mutual"
    EMPLOYED = "employed"


class Side(StrEnum):
    """Whose view a perspective is; a panel's depends on who was in the room."""

    LIVED = "lived"
    OTHERS = "others"
    PANEL = "panel"


class ReadHow(StrEnum):
    WHOLE = "whole"
    PART = "part"
    MEMORY = "memory"


def require(*, holds: bool, otherwise: str) -> None:
    if not holds:
        raise InstrumentError([otherwise])


class Coded(Protocol):
    """Anything with a code of its own."""

    @property
    def code(self) -> str: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    code: str
    citation: str
    read: ReadHow


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """Five answers, 0 to 4 in order, and the question they answer."""

    question: str
    labels: tuple[str, ...]
    heading: str = ""

    def __post_init__(self) -> None:
        require(
            holds=len(self.labels) == len(set(self.labels)) == 5,
            otherwise=f"a scale needs five different labels, 0 to 4; this has {len(self.labels)}",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class BesideScale:
    """What may be answered besides 0 to 4."""

    dont_know: str
    does_not_apply: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FactScale:
    question: str
    yes: str
    no: str
    does_not_apply: str
    dont_know: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Scales:
    practice: Scale
    warning: Scale
    standard: Scale
    pyramid: Scale
    besides: BesideScale
    fact: FactScale


@dataclass(frozen=True, slots=True, kw_only=True)
class Perspective:
    """Who answers. ``name`` is lower case and plural, as it stands inside a sentence."""

    code: str
    name: str
    short_name: str
    who: str
    side: Side | None = None
    mutual_name: str | None = None
    mutual_short_name: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """A word of the method (a level, a profile, a mark, a confidence) and what it means."""

    name: str
    meaning: str
    full_name: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    kind: ActionKind
    text: str
    sources: tuple[str, ...]
    grounds: tuple[Ground, ...] = ()
    fits: Fits = Fits.ALL

    def suits(self, *, mutual: bool) -> bool:
        """Whether it can be done here: a mutual group has no contracts and no staff."""
        return self.fits in (Fits.ALL, Fits.MUTUAL if mutual else Fits.EMPLOYED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One statement to rate 0-4: a practice statement or a warning sign.

    ``plain`` explains it with an example; ``shorter`` says it in shorter words; ``variants``
    holds the same statement for a perspective where one sentence cannot serve all. What begins with
    ``mutual`` takes their place where everybody gives and receives, and nobody is staff.
    """

    code: str
    kind: Kind
    revision: int
    short_form: bool
    text: str
    plain: str
    shorter: str
    sources: tuple[str, ...]
    grounds: tuple[Ground, ...] = ()
    mutual: str | None = None
    mutual_shorter: str | None = None
    mutual_explanation: str | None = None
    variants: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        require(holds=self.revision >= 1, otherwise="a revision is 1 or more")

    def text_for(self, perspective: str, *, mutual: bool) -> str:
        return (mutual and self.mutual) or self.variants.get(perspective, self.text)

    def shorter_for(self, *, mutual: bool) -> str:
        return (mutual and self.mutual_shorter) or self.shorter

    def plain_for(self, *, mutual: bool) -> str:
        return (mutual and self.mutual_explanation) or self.plain


@dataclass(frozen=True, slots=True, kw_only=True)
class Principle:
    code: str
    name: str
    short_name: str
    meaning: str
    reading: str
    sources: tuple[str, ...]
    items: tuple[Item, ...]
    actions: tuple[Action, ...]
    grounds: tuple[Ground, ...] = ()
    plain_name: str | None = None

    def __post_init__(self) -> None:
        require_both_kinds(self.actions)

    def name_in(self, *, shorter: bool) -> str:
        """For those who asked for shorter words, where the instrument has one."""
        return (shorter and self.plain_name) or self.name


def require_both_kinds(actions: tuple[Action, ...]) -> None:
    kinds = {action.kind for action in actions}
    require(
        holds=kinds == set(ActionKind),
        otherwise="it needs at least one action that protects and one that builds",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Domain:
    code: str
    name: str
    short_name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Standard:
    """A standard, with what each rating 0-4 looks like for it (``anchors``)."""

    code: str
    name: str
    text: str
    anchors: tuple[str, ...]
    evidence: str
    domain: str
    standard_class: StandardClass = field(metadata={"key": "class"})
    certainty: Certainty
    sources: tuple[str, ...]
    grounds: tuple[Ground, ...] = ()
    plain: str = ""

    def __post_init__(self) -> None:
        require(
            holds=len(self.anchors) == 5,
            otherwise=f"it needs five anchors, 0 to 4; it has {len(self.anchors)}",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A statement where true is the risk; a yes makes its mechanism Present."""

    code: str
    mechanism: str
    text: str
    plain: str
    why: str
    sources: tuple[str, ...]
    grounds: tuple[Ground, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """A layer of B10's pyramid of peer support, L1 the base."""

    code: str
    name: str
    short_name: str
    plain: str
    sources: tuple[str, ...]
    grounds: tuple[Ground, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Mechanism:
    """A way in which peer support becomes a staff service (docs/method.md section 8)."""

    code: str
    name: str
    meaning: str
    principles: tuple[str, ...]
    items: tuple[str, ...]
    sources: tuple[str, ...]
    actions: tuple[Action, ...]
    grounds: tuple[Ground, ...] = ()

    def __post_init__(self) -> None:
        require_both_kinds(self.actions)


@dataclass(frozen=True, slots=True, kw_only=True)
class Structure:
    """The standards that SUPPORT is the mean of; the other sets follow from their classes."""

    support: tuple[str, ...]
