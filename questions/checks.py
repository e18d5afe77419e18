"""What must hold between the entries of an instrument, and what its shape asks of them.

Each fault is one sentence.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Protocol, TypeVar

from questions.contents import Contents
from questions.entries import Action, Coded, Ground
from questions.shape import SHAPES, Shape

K = TypeVar("K")


def faults_of(contents: Contents) -> Iterator[str]:
    if contents.method not in SHAPES:
        yield f"method: there is no method '{contents.method}', only {', '.join(SHAPES)}"
        return
    shape = contents.shape
    yield from entries_faults(contents, shape)
    yield from item_faults(contents, shape)
    yield from standard_faults(contents, shape)
    yield from mechanism_faults(contents, shape)
    yield from source_faults(contents)


def entries_faults(contents: Contents, shape: Shape) -> Iterator[str]:
    """The entries of the shape are there, once, in its order."""
    coded: tuple[tuple[str, Sequence[Coded], Iterable[str]], ...] = (
        ("perspectives", contents.perspectives, shape.perspectives),
        ("principles", contents.principles, shape.principles),
        ("domains", contents.domains, shape.domains),
        ("standards", contents.standards, shape.standards),
        ("facts", contents.facts, shape.facts),
        ("layers", contents.layers, shape.layers),
        ("mechanisms", contents.mechanisms, shape.mechanisms),
    )
    for kind, entries, expected in coded:
        yield from list_faults(kind, [entry.code for entry in entries], tuple(expected))
    words = (
        ("levels", contents.levels, shape.levels),
        ("profiles", contents.profiles, shape.profiles),
        ("marks", contents.marks, shape.marks),
        ("confidences", contents.confidences, shape.confidences),
    )
    for kind, meanings, names in words:
        yield from list_faults(kind, [meaning.name for meaning in meanings], names)


def item_faults(contents: Contents, shape: Shape) -> Iterator[str]:
    """A principle's items are the shape's, of their kind; a variant is for a perspective."""
    for principle in contents.principles:
        where, kinds = f"principles, {principle.code}", shape.items_of(principle.code)
        yield from list_faults(where, [item.code for item in principle.items], tuple(kinds))
        short = [item.code for item in principle.items if item.short_form]
        yield from differing(where, "short_form", short, shape.short_items_of(principle.code))
        for item in principle.items:
            where, kind = f"principles, {item.code}", kinds.get(item.code, item.kind)
            yield from differing(where, "kind", [item.kind], [kind])
            for code in item.variants:
                if code not in shape.perspectives:
                    yield f"{where}: a variant for '{code}', which is no perspective"


def standard_faults(contents: Contents, shape: Shape) -> Iterator[str]:
    """Each stands in the domain and class that the method counts it in."""
    domains, classes = key_of_each(shape.domains), key_of_each(shape.classes)
    for standard in contents.standards:
        if standard.code in shape.standards:
            where = f"standards, {standard.code}"
            yield from differing(where, "domain", [standard.domain], [domains[standard.code]])
            found, expected = standard.standard_class, classes[standard.code]
            yield from differing(where, "class", [found], [expected])
    yield from differing("structure", "support", contents.structure.support, shape.support)


def mechanism_faults(contents: Contents, shape: Shape) -> Iterator[str]:
    """Each has the principles, warning signs and facts of its row in the method."""
    mechanisms = key_of_each({code: row.facts for code, row in shape.mechanisms.items()})
    for fact in contents.facts:
        expected = mechanisms.get(fact.code, fact.mechanism)
        yield from differing(f"facts, {fact.code}", "mechanism", [fact.mechanism], [expected])
    for mechanism in contents.mechanisms:
        if row := shape.mechanisms.get(mechanism.code):
            where = f"mechanisms, {mechanism.code}"
            yield from differing(where, "principles", mechanism.principles, row.principles)
            yield from differing(where, "items", mechanism.items, row.items)


def key_of_each(groups: Mapping[K, Iterable[str]]) -> dict[str, K]:
    """{'A': ('S01', 'S02')} as {'S01': 'A', 'S02': 'A'}."""
    return {code: key for key, codes in groups.items() for code in codes}


def differing(
    where: str, what: str, found: Sequence[str], expected: Sequence[str]
) -> Iterator[str]:
    if tuple(found) != tuple(expected):
        yield f"{where}: {what} is {', '.join(found)}, and the method has {', '.join(expected)}"


def list_faults(kind: str, found: list[str], expected: tuple[str, ...]) -> Iterator[str]:
    yield from repeated(kind, found)
    for code in expected:
        if code not in found:
            yield f"{kind}: '{code}' is missing"
    for code in dict.fromkeys(found):
        if code not in expected:
            yield f"{kind}: '{code}' is not one of {', '.join(expected)}"
    if sorted(found) == sorted(expected) and tuple(found) != expected:
        yield f"{kind}: the order is {', '.join(found)}, not {', '.join(expected)}"


def repeated(kind: str, found: list[str]) -> Iterator[str]:
    for code, times in Counter(found).items():
        if times > 1:
            yield f"{kind}: '{code}' stands {times} times"


def source_faults(contents: Contents) -> Iterator[str]:
    """Whatever cites a source cites one that is listed; whatever asks something cites one."""
    known = {source.code for source in contents.sources}
    yield from repeated("sources", [source.code for source in contents.sources])
    for where, entry in citing(contents):
        if not entry.sources:
            yield f"{where}: it names no source"
        elif entry.grounds and len(entry.grounds) != len(entry.sources):
            yield f"{where}: it needs a V, R or C for each of its {len(entry.sources)} sources"
        for code in entry.sources:
            if code not in known:
                yield f"{where}: there is no source '{code}'"


def worded_apart(contents: Contents, other: Contents) -> list[str]:
    """Statements that another instrument words otherwise, under the same code and revision.

    No fault, but over time they are taken for one and the same (docs/method.md section 10).
    """
    both = [(item, other.item[item.code]) for item in contents.all_items if item.code in other.item]
    same = [(mine, theirs) for mine, theirs in both if mine.revision == theirs.revision]
    return [mine.code for mine, theirs in same if mine.text != theirs.text]


class Citing(Protocol):
    """Whatever rests on sources, and says of each how (``Ground``)."""

    @property
    def sources(self) -> tuple[str, ...]: ...
    @property
    def grounds(self) -> tuple[Ground, ...]: ...


def cited_in(contents: Contents) -> set[str]:
    return {code for _, entry in citing(contents) for code in entry.sources}


def citing(contents: Contents) -> Iterator[tuple[str, Citing]]:
    for principle in contents.principles:
        yield f"principles, {principle.code}", principle
        for item in principle.items:
            yield f"principles, {item.code}", item
        yield from numbered_actions(f"principles, {principle.code}", principle.actions)
    for mechanism in contents.mechanisms:
        yield f"mechanisms, {mechanism.code}", mechanism
        yield from numbered_actions(f"mechanisms, {mechanism.code}", mechanism.actions)
    for kind, entries in (
        ("standards", contents.standards),
        ("facts", contents.facts),
        ("layers", contents.layers),
    ):
        for entry in entries:
            yield f"{kind}, {entry.code}", entry


def numbered_actions(where: str, actions: tuple[Action, ...]) -> Iterator[tuple[str, Action]]:
    for number, action in enumerate(actions, start=1):
        yield f"{where}, action {number}", action
