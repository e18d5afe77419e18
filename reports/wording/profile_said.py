"""The profile and its place on the map, never without its counts."""

from collections.abc import Iterable, Iterator

from assessment.method.language import bare, listed, lower
from assessment.method.levels import Level
from assessment.method.marks import Marked
from assessment.method.numbers import Figure, beside
from assessment.method.structure import Profile, StructureFigures
from questions.entries import Meaning, StandardClass

# What each of the four figures is called.
FIGURES = {
    "ESSENCE": "Essence",
    "FORMAL": "Structure: formal standards",
    "ROOTED": "Rooted: grounding standards",
    "SUPPORT": "Support for those who give it",
}


def figures_named(found: StructureFigures) -> Iterator[tuple[str, Figure]]:
    """In the order in which pages show them."""
    yield FIGURES["ESSENCE"], found.essence
    yield FIGURES["FORMAL"], found.formal
    yield FIGURES["ROOTED"], found.rooted
    yield FIGURES["SUPPORT"], found.support


def profile_sentence(marked: Marked) -> str:
    """The profile, never without its counts, which are all there is of the principles alone."""
    if marked.structure.profile is Profile.PRINCIPLES_ALONE:
        return levels_counted(marked)
    return f"{marked.structure.profile}. {levels_counted(marked)}"


def levels_counted(marked: Marked) -> str:
    """How many principles stand at the three levels that count."""
    counts = f"{counts_told(marked)}{nothing_known_said(marked)}."
    return " ".join([counts, *standards_wanting(marked)])


def counts_told(marked: Marked) -> str:
    count, holding = len(marked.principles), len(marked.at(Level.HOLDING))
    pressed, at_risk = (
        counted_is(len(marked.at(level))) for level in (Level.UNDER_PRESSURE, Level.AT_RISK)
    )
    rest = f"{pressed} Under pressure and {at_risk} At risk of professionalisation"
    if marked.structure.profile is Profile.PRINCIPLES_ALONE:
        return f"{holding} of {count} principles {'holds' if holding == 1 else 'hold'}; {rest}"
    return f"Of the {count} principles, {counted_is(holding)} Holding, {rest}"


def standards_wanting(marked: Marked) -> Iterable[str]:
    """Where only some of the standards were rated that a profile needs: how many more."""
    instrument, rated = marked.results.instrument, marked.results.own_part.standards
    formal = instrument.standards_of_class(StandardClass.FORMAL)
    given = sum(isinstance(rated[code].rating, int) for code in formal if code in rated)
    lacking = int(instrument.thresholds.formal_needs) - given
    if marked.structure.profile is Profile.PRINCIPLES_ALONE and given:
        more = f"{lacking} more of the {len(formal)} standards on rules, training and posts"
        yield f"With {more} rated, structure could be set beside them."


def nothing_known_said(marked: Marked) -> str:
    """So that 'none is At risk' is not read as good news where too few answered."""
    count = len(marked.at(Level.NOT_ENOUGH))
    if not count:
        return ""
    how_many = f"all {count}" if count == len(marked.principles) else f"{count}"
    return f"; for {how_many} there is not enough evidence"


def counted_is(count: int) -> str:
    """'none is', '1 is', '4 are'."""
    return {0: "none is", 1: "1 is"}.get(count, f"{count} are")


def confidence_sentence(marked: Marked) -> str:
    found = marked.results.instrument.meaning[marked.confidence]
    return f"Confidence: {found.name}. {found.meaning}"


def marks_said(marked: Marked) -> Iterator[str]:
    """What each mark beside the profile means."""
    return (mark_said(marked.results.instrument.meaning[name]) for name in marked.structure.marks)


def marks_in_short(marked: Marked) -> Iterator[tuple[str, str]]:
    """Each mark beside the profile, and the first sentence of what it means."""
    for name in marked.structure.marks:
        meaning = lower(marked.results.instrument.meaning[name].meaning)
        yield name, f"{bare(meaning.partition('. ')[0])}."


def mark_said(mark: Meaning) -> str:
    return f"{mark.name}: {lower(mark.meaning)}"


def has_structure(found: StructureFigures) -> bool:
    """Whether the standards made any figure that stands beside ESSENCE."""
    return any(one is not None for one in (found.formal, found.rooted, found.support))


def meaning_said(marked: Marked) -> str:
    """What the profile means; nothing of the principles alone, whose counts say all there is."""
    found = marked.structure.profile
    if found is Profile.PRINCIPLES_ALONE:
        return ""
    return next(one.meaning for one in marked.results.instrument.profiles if one.name == found)


def structure_sentence(marked: Marked) -> str:
    """Structure and essence set beside each other; nothing where too little of either was rated."""
    alone = marked.structure.formal is None or not marked.results.perspectives
    return "" if alone else map_sentence(marked)


def map_sentence(marked: Marked) -> str:
    """The two figures, the profile with its counts (never without them), the marks beside it."""
    found = marked.structure
    marks = f" Beside the profile: {listed(list(found.marks))}." if found.marks else ""
    if found.formal is None or found.essence is None:
        missing = listed(list(missing_figures(marked)))
        return f"They cannot be set side by side: {missing}. {profile_sentence(marked)}{marks}"
    cuts = marked.results.instrument.thresholds.cuts
    formal, essence = beside(found.formal, cuts), beside(found.essence, cuts)
    figures = f"Structure is {formal} and essence {essence}"
    return f"{figures}: {profile_sentence(marked)}{marks}"


def missing_figures(marked: Marked) -> Iterable[str]:
    instrument = marked.results.instrument
    needs = instrument.thresholds
    if marked.structure.formal is None:
        formal = len(instrument.standards_of_class(StandardClass.FORMAL))
        too_few = f"fewer than {needs.formal_needs} of its {formal} standards are rated"
        yield f"structure is missing ({too_few})"
    if marked.structure.essence is None:
        few_views = f"fewer than {needs.essence_needs} principles have a lived-experience view"
        yield f"essence is missing ({few_views})"
