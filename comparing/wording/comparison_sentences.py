"""What each chart of a comparison means, in plain sentences (its alt text too).

They never rank and never judge: where the viewer's own lies among the others, and how far those
are apart. ``viewer`` None is the collaboration's own view.
"""

from collections.abc import Iterator, Sequence
from operator import itemgetter

from assessment.method.language import few
from assessment.method.levels import Level
from assessment.method.marks import READING_ORDER
from assessment.method.mechanisms import Status
from assessment.method.numbers import whole
from comparing.method.comparing import Comparison
from comparing.method.counting import Third
from comparing.method.members import DOMAINS, MECHANISMS, PRINCIPLES, STRUCTURE
from comparing.wording.figures_compared import Row, rows_of
from comparing.wording.gaps import missing, others_word
from reports.wording.figures_said import highest_and_lowest
from reports.wording.levels_said import levels_said, tally

PLACES = {
    Third.UPPER: "in their upper third",
    Third.MIDDLE: "in their middle third",
    Third.LOWER: "in their lower third",
}


def principles_sentence(comparison: Comparison) -> str:
    return spread_sentence(comparison, rows_of(comparison, PRINCIPLES), "principles")


def domains_sentence(comparison: Comparison) -> str:
    return spread_sentence(comparison, rows_of(comparison, DOMAINS, STRUCTURE), "figures")


def mechanisms_sentence(comparison: Comparison) -> str:
    rows = rows_of(comparison, MECHANISMS)
    return " ".join(
        [
            spread_sentence(comparison, rows, "mechanisms"),
            *presence(comparison, rows),
            "A higher score means more warning signs.",
        ]
    )


def levels_sentence(comparison: Comparison) -> str:
    """'Of 12 others: Holding is most frequent on respect (9); At risk on ...'"""
    said = levels_of_others(comparison, rows_of(comparison, PRINCIPLES))
    if comparison.viewer is None:
        return said
    return f"{said} Your own: {tally(comparison.viewer.figures.levels.values(), READING_ORDER)}."


def named_sentence(comparison: Comparison) -> str:
    if not comparison.named:
        return "Nobody shares by name in this round, so no organisation's own levels are shown."
    levels = [one.figures.levels for one in comparison.named]
    who = "organisation shares by name" if len(levels) == 1 else "organisations share by name"
    return levels_said(levels, comparison.instrument, who)


def spread_sentence(comparison: Comparison, rows: Sequence[Row], things: str) -> str:
    shown = [row for row in rows if row.is_shown]
    told = collective if comparison.viewer is None else beside
    said = told(shown, things) if shown else ()
    return " ".join([*said, *missing(comparison, rows, things)])


def collective(shown: Sequence[Row], things: str) -> Iterator[str]:
    """'The mean of 14 organisations is highest on respect (71) and lowest on equality (39).'"""
    names, means = [row.short for row in shown], [row.compared.mean for row in shown]
    top, bottom = highest_and_lowest(names, means)
    said = f"The mean of {how_many(shown)} organisations is"
    if top == bottom:
        yield f"{said} {top[1]} on {few(names, things)}."
    else:
        yield f"{said} highest on {ends(top, things)} and lowest on {ends(bottom, things)}."
    yield from spans(shown)


def ends(end: tuple[Sequence[str], str], things: str) -> str:
    return f"{few(end[0], things)} ({end[1]})"


def spans(shown: Sequence[Row]) -> Iterator[str]:
    """How far apart the middle half of them is."""
    found = [
        (q3 - q1, f"{row.short} ({whole(q1)} to {whole(q3)})")
        for row in shown
        if (q1 := row.compared.q1) is not None and (q3 := row.compared.q3) is not None
    ]
    if len(found) > 1:
        widest, closest = max(found, key=itemgetter(0)), min(found, key=itemgetter(0))
        yield f"The middle half of them is widest apart on {widest[1]}, closest on {closest[1]}."


def how_many(shown: Sequence[Row]) -> str:
    """'11', or '9 to 11' where not all have every figure."""
    counts = [row.compared.others for row in shown]
    least, most = min(counts), max(counts)
    return f"{most}" if least == most else f"{least} to {most}"


def beside(shown: Sequence[Row], things: str) -> Iterator[str]:
    """'Beside 11 others, your own lies in their upper third on sharing; ...'"""
    own = [row for row in shown if row.compared.own is not None]
    places: dict[str, list[str]] = {place: [] for place in (*PLACES.values(), *AROUND)}
    for row in own:
        places[place_of(row)].append(row.short)
    clauses = [f"{place} on {few(names, things)}" for place, names in places.items() if names]
    if clauses:
        yield f"Beside {how_many(shown)} others, your own lies {'; '.join(clauses)}."
    without = [row.short for row in shown if row.compared.own is None]
    if without:
        yield f"You have no figure of your own on {few(without, things)}."


AROUND = ("above their mean", "at their mean", "below their mean")


def place_of(row: Row) -> str:
    """The third where it may be told; else beside the mean, in whole numbers as shown."""
    one = row.compared
    if one.third is not None:
        return PLACES[one.third]
    own, mean = (int(whole(figure or 0)) for figure in (one.own, one.mean))
    return AROUND[(own <= mean) + (own < mean)]


def presence(comparison: Comparison, rows: Sequence[Row]) -> Iterator[str]:
    """Which mechanisms are Present most often, and how many of the viewer's own are."""
    of = f" of {others_counted(rows)} {others_word(comparison)}"
    said = most_often(rows, Status.PRESENT, "mechanisms", of)
    if said:
        yield f"Most often Present: {said}."
    if comparison.viewer:
        yield f"Your own: {tally(comparison.viewer.figures.statuses.values(), Status)}."


def levels_of_others(comparison: Comparison, rows: Sequence[Row]) -> str:
    who, needs = others_word(comparison), comparison.instrument.thresholds.spread_others
    if not others_counted(rows):
        hidden = rows[0].compared.others >= needs and not rows[0].is_shown
        why = rows[0].compared.why if hidden else f"that needs {needs} {who}"
        return f"How many of the {who} show each level is not told: {why}."
    said = [
        f"{level} is most frequent on {found}" if found else f"{level} is found nowhere"
        for level in (Level.HOLDING, Level.AT_RISK)
        for found in [most_often(rows, level)]
    ]
    return f"Of {others_counted(rows)} {who}: {'; '.join(said)}."


def others_counted(rows: Sequence[Row]) -> int:
    """How many others the counts are of; 0 where there are no counts."""
    return max(
        (sum(row.compared.counts.values()) for row in rows if row.compared.counts), default=0
    )


def most_often(rows: Sequence[Row], word: str, things: str = "principles", of: str = "") -> str:
    """'equality (5)'; nothing where nobody shows it."""
    counts = {row.short: row.compared.counts[word] for row in rows if row.compared.counts}
    most = max(counts.values(), default=0)
    names = [name for name, count in counts.items() if count == most]
    return f"{few(names, things)} ({most}{of})" if most else ""
