"""What must hold between the entries of an instrument; each fault is one sentence."""

from collections import Counter
from collections.abc import Iterator, Sequence

from questions import codes
from questions.contents import Contents
from questions.entries import Action, Coded, Kind


def faults_of(contents: Contents) -> Iterator[str]:
    yield from entries_faults(contents)
    yield from reference_faults(contents)
    yield from mechanism_faults(contents)
    yield from source_faults(contents)


def entries_faults(contents: Contents) -> Iterator[str]:
    """The entries that method.md section 1 names are there, once, in its order."""
    coded: tuple[tuple[str, Sequence[Coded], tuple[str, ...]], ...] = (
        ("perspectives", contents.perspectives, codes.PERSPECTIVES),
        ("principles", contents.principles, codes.PRINCIPLES),
        ("standards", contents.standards, codes.STANDARDS),
        ("facts", contents.facts, codes.FACTS),
        ("layers", contents.layers, codes.LAYERS),
        ("mechanisms", contents.mechanisms, codes.MECHANISMS),
    )
    for kind, entries, expected in coded:
        yield from list_faults(kind, [entry.code for entry in entries], expected)
    words = (
        ("levels", contents.levels, codes.LEVELS),
        ("profiles", contents.profiles, codes.PROFILES),
        ("marks", contents.marks, codes.MARKS),
        ("confidences", contents.confidences, codes.CONFIDENCES),
    )
    for kind, meanings, names in words:
        yield from list_faults(kind, [meaning.name for meaning in meanings], names)


def reference_faults(contents: Contents) -> Iterator[str]:
    """Domains, support and facts name only what exists."""
    domains = [domain.code for domain in contents.domains]
    yield from repeated("domains", domains)
    for standard in contents.standards:
        if standard.domain not in domains:
            yield f"standards, {standard.code}: there is no domain '{standard.domain}'"
    for code in contents.structure.support:
        if code not in codes.STANDARDS:
            yield f"structure, support: there is no standard '{code}'"
    for fact in contents.facts:
        if fact.mechanism not in codes.MECHANISMS:
            yield f"facts, {fact.code}: there is no mechanism '{fact.mechanism}'"


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


def mechanism_faults(contents: Contents) -> Iterator[str]:
    """Every warning sign belongs to a mechanism; a mechanism names only what exists."""
    named = [code for mechanism in contents.mechanisms for code in mechanism.items]
    warnings = [item.code for item in contents.all_items if item.kind is Kind.WARNING]
    for code in warnings:
        if code not in named:
            yield f"principles, {code}: this warning sign belongs to no mechanism"
    for mechanism in contents.mechanisms:
        for code in mechanism.items:
            if code not in warnings:
                yield f"mechanisms, {mechanism.code}: there is no warning sign '{code}'"
        for code in mechanism.principles:
            if code not in codes.PRINCIPLES:
                yield f"mechanisms, {mechanism.code}: there is no principle '{code}'"
        if not contents.facts_of(mechanism.code):
            yield f"mechanisms, {mechanism.code}: no fact belongs to it"


def source_faults(contents: Contents) -> Iterator[str]:
    """Whatever cites a source cites one that is listed; whatever asks something cites one."""
    known = {source.code for source in contents.sources}
    yield from repeated("sources", [source.code for source in contents.sources])
    for where, sources in cited(contents):
        if not sources:
            yield f"{where}: it names no source"
        for code in sources:
            if code not in known:
                yield f"{where}: there is no source '{code}'"


def cited(contents: Contents) -> Iterator[tuple[str, tuple[str, ...]]]:
    for principle in contents.principles:
        yield f"principles, {principle.code}", principle.sources
        for item in principle.items:
            yield f"principles, {item.code}", item.sources
        yield from cited_actions(f"principles, {principle.code}", principle.actions)
    for mechanism in contents.mechanisms:
        yield f"mechanisms, {mechanism.code}", mechanism.sources
        yield from cited_actions(f"mechanisms, {mechanism.code}", mechanism.actions)
    for standard in contents.standards:
        yield f"standards, {standard.code}", standard.sources
    for fact in contents.facts:
        yield f"facts, {fact.code}", fact.sources
    for layer in contents.layers:
        yield f"layers, {layer.code}", layer.sources


def cited_actions(where: str, actions: tuple[Action, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for number, action in enumerate(actions, start=1):
        yield f"{where}, action {number}", action.sources
