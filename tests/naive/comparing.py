"""docs/method.md section 11 once more, naively: what leaves an organisation, beside others.

Method 1's rules over the cells that method 2 releases. Exact fractions until the last line, like
``tests.naive.method``, and nothing of ``assessment``.
A member is a dict: name, kind, sharing (no, anonymous or named) and ``leaves``, the figures made
by ``leaves`` below.
"""

from fractions import Fraction

from tests.naive.arithmetic import at_least, figure, mean
from tests.naive.contract import (
    FORMAL,
    GROUNDING,
    LEVELS,
    MECHANISMS,
    PRINCIPLES,
)
from tests.naive.levels import final_level, yes_facts_on
from tests.naive.scores import gap_of, lived_view, others_view, p_score, panel_counts, w_score
from tests.naive.structure import (
    domain_means,
    essence_of,
    mechanism_score,
    mechanism_status,
    standards_mean,
)

STRUCTURE = ["FORMAL", "ROOTED", "ESSENCE"]
PEOPLE = 8  # individuals behind a cell that leaves
FOR_MEAN, FOR_THIRD, FOR_QUARTILES = 5, 9, 12


# What leaves its organisation


def leaving_cells(cells, *, group):
    """Every cell of one perspective, those that stay at home withheld."""
    needs = 1 if group else PEOPLE
    return {
        item: {"n": cell["n"], "value": cell["value"]}
        if cell.get("n", 0) >= needs
        else {"withheld": "stays at home"}
        for item, cell in cells.items()
    }


def cells_outside(found):
    """Perspective to cells; a perspective of which nothing leaves is absent."""
    outside = {
        side: leaving_cells(cells, group=found["perspectives"][side]["kind"] == "group")
        for side, cells in found["cells"].items()
    }
    return {
        side: cells for side, cells in outside.items() if any("n" in one for one in cells.values())
    }


def principle_outside(principle, cells, found, counts):
    length = found["form"]
    practice = {side: p_score(of, principle, length) for side, of in cells.items()}
    warning = {side: w_score(of, principle, length) for side, of in cells.items()}
    p, w, o = lived_view(practice, counts), lived_view(warning, counts), others_view(practice)
    gap = gap_of(o, p)
    marked = final_level(p, w, gap, yes_facts_on(principle, found["facts"]))
    return {"P": p, "W": w, "O": o, "gap": gap, "level": marked}


def leaves(found):
    """From the figures of results.json to exact figures made again of the cells that leave."""
    cells = cells_outside(found)
    counts = panel_counts(found["panel"])
    scores = {code: mechanism_score(code, cells, counts, found["form"]) for code in MECHANISMS}
    principles = {code: principle_outside(code, cells, found, counts) for code in PRINCIPLES}
    return {
        "cells": cells,
        "principles": principles,
        "domains": domain_means(found["standards"]),
        "structure": {
            "FORMAL": standards_mean(found["standards"], FORMAL, 7),
            "ROOTED": standards_mean(found["standards"], GROUNDING, 4),
            "ESSENCE": essence_of([one["P"] for one in principles.values()]),
        },
        "mechanisms": scores,
        "statuses": {
            code: mechanism_status(scores[code], [found["facts"][fact] for fact in facts.split()])
            for code, (_, _, facts) in MECHANISMS.items()
        },
    }


# One figure among others


def quantile(values, share):
    """By linear interpolation between the two nearest of the sorted values."""
    ordered = sorted(values)
    place = (len(ordered) - 1) * Fraction(share)
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (place - below) * (ordered[above] - ordered[below])


def counted(others, of):
    """The others whose figures count: those that have it, or the named of them alone.

    ``of`` takes a member's figures and gives the one in question, or None.
    """
    having = [member for member in others if of(member["leaves"]) is not None]
    named = [member for member in having if member["sharing"] == "named"]
    few = 1 <= len(having) - len(named) <= 4
    return named if named and few else having


def third(own, values):
    if own is None or len(values) < FOR_THIRD:
        return None
    if not at_least(own, quantile(values, Fraction(1, 3))):
        return "lower"
    return "upper" if at_least(own, quantile(values, Fraction(2, 3))) else "middle"


def among(values, own=None):
    """``values`` are the figures of the others counted."""
    enough = len(values) >= FOR_QUARTILES
    half, first, last = Fraction(1, 2), Fraction(1, 4), Fraction(3, 4)
    return {
        "own": figure(own),
        "others": len(values),
        "mean": figure(mean(values)) if len(values) >= FOR_MEAN else None,
        "median": figure(quantile(values, half)) if enough else None,
        "q1": figure(quantile(values, first)) if enough else None,
        "q3": figure(quantile(values, last)) if enough else None,
        "third": third(own, values),
    }


def compared(others, of, own=None):
    return among([of(member["leaves"]) for member in counted(others, of)], own)


def levels(others, principle):
    """How many show each level: everybody has one, Not enough evidence among them."""
    shown = [level_of(principle)(one["leaves"]) for one in counted(others, level_of(principle))]
    if len(shown) < FOR_QUARTILES:
        return None
    return {one: shown.count(one) for one in LEVELS}


# Where each figure stands


def level_of(principle):
    return lambda figures: figures["principles"][principle]["level"]


def p_of(principle):
    return lambda figures: figures["principles"][principle]["P"]


def in_part(part, code):
    return lambda figures: figures[part][code]


def every_figure():
    """(part, code) to the function that finds it in a member's figures."""
    found = {("principles", code): p_of(code) for code in PRINCIPLES}
    found |= {("domains", code): in_part("domains", code) for code in "ABCDEFG"}
    found |= {("structure", code): in_part("structure", code) for code in STRUCTURE}
    return found | {("mechanisms", code): in_part("mechanisms", code) for code in MECHANISMS}


# Together


def sharers(members):
    return [member for member in members if member["sharing"] != "no"]


def compare(members, viewer=None):
    """comparison.json without its words, or None for a viewer that shares nothing.

    ``viewer`` is a member's name; without it nobody is left out and nothing is one's own.
    """
    sharing = sharers(members)
    mine = [member["leaves"] for member in sharing if member["name"] == viewer]
    if viewer is not None and not mine:
        return None
    others = [member for member in sharing if member["name"] != viewer]
    found = {"viewer": viewer, "sharing": len(sharing)}
    for (part, code), of in every_figure().items():
        one = compared(others, of, of(mine[0]) if mine else None)
        if part == "principles":
            one["levels"] = levels(others, code)
        found.setdefault(part, {})[code] = one
    return found


def split(members, part, code, viewer=None):
    """One figure by kind of organisation: kind to its figures; None where a kind fails or is alone.

    A kind with 1 to 4 anonymous members that have the figure fails whoever is beside them: the
    whole less the other kinds would give those few away.
    """
    of = every_figure()[part, code]
    others = [member for member in sharers(members) if member["name"] != viewer]
    having = [member for member in others if of(member["leaves"]) is not None]
    found = {}
    for kind in sorted({member["kind"] for member in having}):
        here = [member for member in having if member["kind"] == kind]
        anonymous = sum(member["sharing"] == "anonymous" for member in here)
        if 1 <= anonymous <= 4 or len(here) < FOR_MEAN:
            return None
        found[kind] = among([of(member["leaves"]) for member in here])
    return found if len(found) > 1 else None


def differing(before, now):
    """How many organisations differ between two lists of members.

    One that shares nothing is as one that is not there; any other difference counts, and so does
    a change between named and anonymous.
    """
    then = {member["name"]: member for member in sharers(before)}
    here = {member["name"]: member for member in sharers(now)}
    return sum(then.get(name) != here.get(name) for name in then.keys() | here.keys())
