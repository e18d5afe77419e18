"""What an anonymous round tells, in plain sentences (a chart's alt text too).

They never rank and never judge: what the mean of all is, where the reader's own lies, how far those
that share are apart. What is not shown is "too few", and never how many more: that would tell.
"""

from collections.abc import Iterator, Mapping, Sequence
from operator import itemgetter

from assessment.method.language import few
from assessment.method.levels import Level
from assessment.method.mechanisms import Status
from assessment.method.numbers import whole
from comparing.method.members import MECHANISMS, PRINCIPLES, STRUCTURE
from comparing.method.seen import SeenPublished
from comparing.method.told_figures import Third, Told
from comparing.method.worded import WORDS
from comparing.wording.figures_compared import FigureRow, essence_name, rows_of
from reports.wording.figures_said import in_whole

PLACES = {
    Third.UPPER: "in the upper third",
    Third.MIDDLE: "in the middle third",
    Third.LOWER: "in the lower third",
    Third.CANNOT_TELL: "too near the edge of a third to tell which",
}
AROUND = ("above the mean", "at the mean", "below the mean")
NOTHING = "Too few share for anything to be shown."
# The words for how many, those of most first, as far as they say "half or more of them".
MANY_FIRST = ("nearly all", "most", "more than half", "about half")


def principles_sentence(seen: SeenPublished) -> str:
    return spread_sentence(seen, rows_of(seen, PRINCIPLES), "principles")


def structure_sentence(seen: SeenPublished) -> str:
    said = spread_sentence(seen, rows_of(seen, STRUCTURE), "figures")
    return f"{said} {essence_sentence(seen)}"


def mechanisms_sentence(seen: SeenPublished) -> str:
    said = spread_sentence(seen, rows_of(seen, MECHANISMS), "mechanisms")
    return " ".join(
        [said, *presence(seen, Status.PRESENT), "A higher score means more warning signs."]
    )


def essence_sentence(seen: SeenPublished) -> str:
    """'Essence is 57 over the principle means; 2 of those stand at an end. Your own is 60.'"""
    essence = seen.published.essence
    if essence.mean is None:
        return f"{essence_name()}: too few."
    ends = essence.at_an_end
    stand = "stands" if ends == 1 else "stand"
    at = f"; {ends} of those {stand} at an end" if ends else ""
    own = seen.own_value((STRUCTURE, "ESSENCE"))
    cuts = seen.instrument.thresholds.cuts
    yours = f" Your own is {in_whole(own, cuts)}." if own is not None else ""
    return f"Essence is {essence.mean} over the principle means{at}.{yours}"


def spread_sentence(seen: SeenPublished, rows: Sequence[FigureRow], things: str) -> str:
    shown = [row for row in rows if row.is_shown]
    said = [*over_all(shown, things), *spans(shown), *own_beside(shown, things)] if shown else []
    return " ".join([*said, *missing(seen, rows, things)])


def over_all(shown: Sequence[FigureRow], things: str) -> Iterator[str]:
    """'The mean of 14 organisations is highest on respect (71) and lowest on equality (39).'"""
    means = {row.short: mean.value for row in shown if (mean := row.told.mean)}
    top, bottom = max(means.values()), min(means.values())
    said = f"The mean of {how_many(shown)} organisations is"
    if top == bottom:
        yield f"{said} {shown_mean(shown, top)} on {few(list(means), things)}."
        return

    def where(end: int) -> str:
        names = [name for name, mean in means.items() if mean == end]
        return f"{few(names, things)} ({shown_mean(shown, end)})"

    yield f"{said} highest on {where(top)} and lowest on {where(bottom)}."


def shown_mean(shown: Sequence[FigureRow], value: int) -> str:
    """As it is shown: '75 or higher'."""
    means = (row.told.mean for row in shown)
    return next(mean.shown for mean in means if mean and mean.value == value)


def spans(shown: Sequence[FigureRow]) -> Iterator[str]:
    """How far apart the middle half of them is."""
    found = [
        (at.q3.value - at.q1.value, f"{row.short} ({middle_half(row.told)})")
        for row in shown
        if (at := row.told.quantiles)
    ]
    if len({wide for wide, _ in found}) > 1:
        widest, closest = max(found, key=itemgetter(0)), min(found, key=itemgetter(0))
        yield f"The middle half of them is widest apart on {widest[1]}, closest on {closest[1]}."


def middle_half(one: Told) -> str:
    """'45 to 60', '15 or lower to 40'."""
    at = one.quantiles
    return f"{at.q1.shown} to {at.q3.shown}" if at else ""


def how_many(shown: Sequence[FigureRow]) -> str:
    """'11', or '9 to 11' where not all have every figure."""
    counts = [row.told.n or 0 for row in shown]
    least, most = min(counts), max(counts)
    return f"{most}" if least == most else f"{least} to {most}"


def own_beside(shown: Sequence[FigureRow], things: str) -> Iterator[str]:
    """'Your own lies in the upper third on sharing; ...'"""
    places: dict[str, list[str]] = {place: [] for place in (*PLACES.values(), *AROUND)}
    own = [row for row in shown if row.own is not None]
    for row in own:
        places[place_of(row)].append(row.short)
    clauses = [f"{place} on {few(names, things)}" for place, names in places.items() if names]
    if clauses:
        yield f"Your own lies {'; '.join(clauses)}."
    without = [row.short for row in shown if row.own is None]
    if own and without:
        yield f"You have no figure of your own on {few(without, things)}."


def place_of(row: FigureRow) -> str:
    """The third where thirds are told; else beside the mean, in whole numbers as shown."""
    if row.third is not None:
        return PLACES[row.third]
    own, mean = int(whole(row.own or 0)), row.told.mean.value if row.told.mean else 0
    return AROUND[(own <= mean) + (own < mean)]


def missing(seen: SeenPublished, rows: Sequence[FigureRow], things: str) -> Iterator[str]:
    hidden = [row.short for row in rows if not row.is_shown]
    if seen.published.members is None:
        yield NOTHING
    elif hidden:
        yield f"Not shown on {few(hidden, things)}: too few."


# In words


def presence(seen: SeenPublished, word: Level | Status) -> Iterator[str]:
    """'Present in most: staff policies imported.' Nothing where it is told of nothing."""
    found = shown_by(seen, word)
    for how_many_, names in found.items():
        things = "mechanisms" if isinstance(word, Status) else "principles"
        yield f"{word} in {how_many_}: {few(names, things)}."
    parts = MECHANISMS if isinstance(word, Status) else PRINCIPLES
    if not found and any(key[0] == parts for key in seen.published.words):
        things = "mechanism" if isinstance(word, Status) else "principle"
        yield f"No {things} is {word} in half of them or more."


def shown_by(seen: SeenPublished, word: Level | Status) -> Mapping[str, list[str]]:
    """How many show it, as far as half or more do, to what they show it of."""
    names = {row.key: row.short for row in rows_of(seen, PRINCIPLES, MECHANISMS)}
    found: dict[str, list[str]] = {}
    for how_many_ in MANY_FIRST:
        for key, words in seen.published.words.items():
            if words.get(word) == how_many_:
                found.setdefault(how_many_, []).append(names[key])
    return found


def by_how_many(words: Mapping[str, str]) -> list[tuple[str, list[str]]]:
    """What is shown by how many, those of most first: 'most: Watch; some: At risk'."""
    found: dict[str, list[str]] = {}
    for name, how in words.items():
        found.setdefault(how, []).append(name)
    order = [*MANY_FIRST, *(word for word in WORDS if word not in MANY_FIRST)]
    return [(how, found[how]) for how in order if how in found]
