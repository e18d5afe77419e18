"""An organisation beside the others (docs/method.md section 11).

Every count is per figure, of the others that have it; the viewer sees figures without its own. What
may not be shown is None, and ``why`` says what is missing. There is no rank, and no minimum or
maximum of anonymous members.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from assessment.method.numbers import mean
from comparing.method.counting import (
    WORDS,
    Third,
    chosen,
    counted_of,
    few_differ,
    may_stand,
    quantiles,
    third,
    unsplit,
    word_counts,
)
from comparing.method.members import ESSENCE, ComparedMember, Key, keys_of
from questions import Instrument, Thresholds


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """One figure of the viewer and of the ``others`` that are counted.

    ``counts``: how many of the others show each level of a principle or status of a mechanism.
    ``named_alone``: too few others are anonymous, so only named ones are counted. ``kinds``: the
    same by kind of organisation, empty where any part of such a split may not be shown.
    """

    own: float | None
    others: int
    mean: float | None = None
    median: float | None = None
    q1: float | None = None
    q3: float | None = None
    third: Third | None = None
    counts: Mapping[str, int] | None = None
    named_alone: bool = False
    why: str = ""
    kinds: Mapping[str, "Compared"] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """``viewer`` is None in the collaboration's own view, where all who share are the others.

    ``sharing`` counts all who share, the viewer too; ``named`` are those whose own figures the
    members of the round may see, by name, the viewer's among them. ``chosen``: suggested action to
    how many of the others have planned it; None where that may not be shown.
    """

    instrument: Instrument
    viewer: ComparedMember | None
    sharing: int
    figures: Mapping[Key, Compared]
    named: tuple[ComparedMember, ...]
    chosen: Mapping[str, int] | None = None

    def part(self, name: str) -> dict[str, Compared]:
        """Code to figure, of one of ``members.PARTS``."""
        return {code: one for (part, code), one in self.figures.items() if part == name}


@dataclass(frozen=True, slots=True)
class HeldBack:
    """What would give somebody away beside figures published before (``versions``).

    ``splits``: what is told by kind of organisation. ``counts``: how many show or plan something.
    ``unsplit``: figures that are not told by kind, whatever was published before.
    """

    keys: Collection[Key] = ()
    splits: bool = False
    counts: bool = False
    unsplit: Collection[Key] = ()

    def hides_kinds(self, key: Key) -> bool:
        return self.splits or key in self.unsplit


NOTHING = HeldBack()


def compare(
    members: Sequence[ComparedMember],
    instrument: Instrument,
    *,
    viewer: ComparedMember | None = None,
    held_back: HeldBack = NOTHING,
) -> Comparison:
    """Of those who share; ``viewer`` is one of them, or None for the collaboration's own view."""
    others = [one for one in members if viewer is None or one.identity != viewer.identity]
    held_back = replace(held_back, unsplit=unsplit(others, instrument))
    return Comparison(
        instrument=instrument,
        viewer=viewer,
        sharing=len(members),
        figures={
            key: compared(key, viewer, others, instrument.thresholds, held_back)
            for key in keys_of(instrument)
        },
        named=tuple(sorted((m for m in members if m.is_named), key=lambda m: m.name.casefold())),
        chosen=None if held_back.counts else chosen(others, instrument.thresholds),
    )


def compared(
    key: Key,
    viewer: ComparedMember | None,
    others: Sequence[ComparedMember],
    thresholds: Thresholds,
    held_back: HeldBack,
) -> Compared:
    own = viewer.figures.values[key] if viewer else None
    having = [one for one in others if one.figures.values[key] is not None]
    counted, alone = counted_of(having, thresholds)
    if reason := hidden_because(key, others, alone, thresholds, held_back):
        return Compared(own=own, others=len(counted), why=reason)
    found = summary_of(key, own, counted, thresholds)
    if not held_back.counts:
        found = replace(found, counts=word_counts(key, others, thresholds))
    return replace(
        found,
        named_alone=alone,
        why="; ".join(filter(None, [why(key, found, thresholds), NAMED_ALONE * alone])),
        kinds={} if held_back.hides_kinds(key) else by_kind(key, having, thresholds),
    )


DIFFERS = "fewer than %d organisations differ from figures that were published before"
PARTLY = "too few of the others lack some of the principles that it is made of"
NAMED_ALONE = "only those who share by name are counted, because few share anonymously"


def hidden_because(
    key: Key,
    others: Sequence[ComparedMember],
    alone: bool,
    thresholds: Thresholds,
    held_back: HeldBack,
) -> str:
    """Why a figure is not shown however many have it; empty where it may be."""
    if key in held_back.keys:
        return DIFFERS % thresholds.differ
    return PARTLY if key == ESSENCE and not alone and few_differ(others, thresholds) else ""


def summary_of(
    key: Key, own: float | None, counted: Sequence[ComparedMember], thresholds: Thresholds
) -> Compared:
    """Of ``counted``, who all have the figure."""
    values = [value for one in counted if (value := one.figures.values[key]) is not None]
    count = len(values)
    many = count >= thresholds.spread_others
    q1, median, q3 = quantiles(values, 0.25, 0.5, 0.75) if many else (None, None, None)
    return Compared(
        own=own,
        others=count,
        mean=mean(values) if count >= thresholds.mean_others else None,
        median=median,
        q1=q1,
        q3=q3,
        third=third(own, values) if count >= thresholds.third_others else None,
    )


def why(key: Key, found: Compared, thresholds: Thresholds) -> str:
    """'median, quartiles and levels need 12 others, there are 11'; empty where none is missing."""
    missing = [
        (thresholds.mean_others, "mean", found.mean is None),
        (thresholds.third_others, "third", found.own is not None and found.third is None),
        (thresholds.spread_others, "median", found.median is None),
        (thresholds.spread_others, "quartiles", found.median is None),
    ]
    if key[0] in WORDS and found.counts is None:
        missing.append((thresholds.spread_others, WORDS[key[0]][0], True))
    needs: dict[int, list[str]] = {}
    for least, name, is_missing in missing:
        if is_missing:
            needs.setdefault(least, []).append(name)
    if not needs:
        return ""
    first, *rest = [need(names, least) for least, names in needs.items()]
    there = f"there {'is' if found.others == 1 else 'are'} {found.others}"
    return ", ".join([f"{first} others", *rest, there])


def need(names: Sequence[str], least: int) -> str:
    """'median and quartiles need 12'."""
    listed = " and ".join(filter(None, [", ".join(names[:-1]), names[-1]]))
    return f"{listed} need{'s' * (len(names) == 1)} {least}"


def by_kind(
    key: Key, having: Sequence[ComparedMember], thresholds: Thresholds
) -> dict[str, Compared]:
    """The figure of each kind of organisation; nothing where any part of it may not be shown.

    A part with a few anonymous members fails too: the whole less the other parts would be theirs.
    """
    kinds = sorted({one.kind for one in having})
    parts = {kind: [one for one in having if one.kind == kind] for kind in kinds}
    if len(kinds) < 2 or not all(may_stand(part, thresholds) for part in parts.values()):
        return {}
    return {kind: summary_of(key, None, part, thresholds) for kind, part in parts.items()}
