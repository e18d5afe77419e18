"""docs/method.md section 6 once more, naively: the level of a principle and its reasons."""

from tests.naive.arithmetic import GAP, HIGH, LOW, at_least, figure
from tests.naive.contract import LIVED, MECHANISMS, NEXT_RUNG, NOT_ENOUGH, PERSPECTIVES, RUNG, TABLE
from tests.naive.scores import lived_sides


def band_of(x, shift=0):
    """low < 37.5 <= mid < 62.5 <= high."""
    if not at_least(x, LOW + shift):
        return "low"
    return "high" if at_least(x, HIGH + shift) else "mid"


def table(p, w, shift=0):
    """The table; no score for P or for W: Not enough evidence."""
    if p is None or w is None:
        return NOT_ENOUGH
    return TABLE[band_of(p, shift), band_of(w, shift)]


def borderline(p, w):
    """Both cuts lowered by 5, or both raised by 5, give another level by the table."""
    if table(p, w) == NOT_ENOUGH:
        return None
    return any(table(p, w, shift) != table(p, w) for shift in (-5, 5))


def after_gap(level, gap):
    """Gap >= 20: up one rung."""
    if level == NOT_ENOUGH or gap is None or not at_least(gap, GAP):
        return level
    return NEXT_RUNG[level]


def after_facts(level, yes_facts):
    """A fact answered yes lifts to at least Under pressure."""
    if level == NOT_ENOUGH or not yes_facts:
        return level
    return level if RUNG[level] >= RUNG["Under pressure"] else "Under pressure"


def final_level(p, w, gap, yes_facts):
    """In this order: the gap, then the fact floor."""
    return after_facts(after_gap(table(p, w), gap), yes_facts)


def yes_facts_on(principle, facts):
    """Each yes fact of a mechanism that has the principle in its row."""
    return [
        fact
        for principles, _, of_row in MECHANISMS.values()
        if principle in principles.split()
        for fact in of_row.split()
        if facts[fact] == "yes"
    ]


def sources(scores, yes_facts):
    """Each perspective whose own P and W give Under pressure or At risk, and each yes fact."""
    sides = [
        side
        for side in PERSPECTIVES
        if side in scores
        and table(scores[side]["P"], scores[side]["W"]) in {"Under pressure", "At risk"}
    ]
    return sides + yes_facts


def confirmed(level, source_list, confidence):
    """At risk only: two or more sources and a confidence other than One-sided."""
    if level != "At risk":
        return None
    return len(source_list) >= 2 and confidence != "One-sided"


# Reasons


def members_reading_holding(scores, level):
    """The sides that have both scores, where each of them reads Holding and the level is worse."""
    both = [
        side
        for side in ("giving", "receiving")
        if side in scores and None not in (scores[side]["P"], scores[side]["W"])
    ]
    holding = [side for side in both if table(scores[side]["P"], scores[side]["W"]) == "Holding"]
    return both if both == holding and level not in {"Holding", NOT_ENOUGH} else []


def what_members_reason_rests_on(scores, members, l_p, l_w, gap, yes_facts):
    """The partners' rating, the gap, the fact, or the side that has one score only.

    Of partner and a side with one score: those whose own score keeps the axis from Holding.
    """
    found = []
    for side in LIVED:
        if side in members or side not in scores:
            continue
        p, w = scores[side]["P"], scores[side]["W"]
        keeps_p = not at_least(l_p, HIGH) and p is not None and not at_least(p, HIGH)
        keeps_w = at_least(l_w, LOW) and w is not None and at_least(w, LOW)
        if keeps_p or keeps_w:
            found.append(side)
    if gap is not None and at_least(gap, GAP):
        found.append("gap")
    return found + yes_facts


def axis_reason(axis, value, clear, words, kinds):
    """L on one axis, what would clear it, and in the words of an answer where groups alone."""
    return {
        "about": axis,
        "figure": figure(value),
        "band": band_of(value),
        "clears": clear,
        "in_words": words if clear and set(kinds) == {"group"} else None,
    }


def clearing(axis, value):
    """What would clear it on this axis, in a number (None where nothing has to) and in words."""
    if axis == "P":
        clear = None if at_least(value, HIGH) else "L for P at 62.5 or more"
        return clear, "when most would choose Mostly or Fully"
    clear = "L for W below 37.5" if at_least(value, LOW) else None
    return clear, "when most would choose A little or Not at all"


def reasons(scores, kinds, lived, gap, level, yes_facts, counts):
    """Each level carries its reasons with the figures they rest on, and what would clear each."""
    found = []
    members = members_reading_holding(scores, level)
    if members:
        on = what_members_reason_rests_on(scores, members, lived["P"], lived["W"], gap, yes_facts)
        found.append({"about": "members", "sides": members, "rests_on": on})
    missing = [axis for axis in ("P", "W") if lived[axis] is None]
    if missing:
        found.append({"about": "evidence", "missing": missing, "clears": "enough answers"})
    for axis in ("P", "W"):
        if lived[axis] is not None:
            of = {side: one[axis] for side, one in scores.items()}
            rest = [kinds[side] for side in lived_sides(of, counts)]
            found.append(axis_reason(axis, lived[axis], *clearing(axis, lived[axis]), rest))
    if gap is not None and at_least(gap, GAP):
        found.append({"about": "gap", "figure": figure(gap), "clears": "gap below 20"})
    return found + [
        {"about": "fact", "fact": fact, "clears": f"{fact} no longer true"} for fact in yes_facts
    ]
