"""docs/method.md section 11 once more, naively: what leaves, and what a round tells.

Exact fractions until the last line, like ``tests.naive.method``, and nothing of ``assessment``.
A member is a dict: ``organisation``, ``programme``, ``closed`` (a date), ``leaves`` (the figures
made by ``leaves`` below) and ``planned``, the suggested actions in its plan.
"""

from fractions import Fraction

from tests.naive.arithmetic import at_least, figure, half_up, mean
from tests.naive.contract import FORMAL, GROUNDING, LEVELS, MECHANISMS, PRINCIPLES
from tests.naive.levels import final_level, yes_facts_on
from tests.naive.scores import gap_of, lived_view, others_view, p_score, panel_counts, w_score
from tests.naive.structure import (
    domain_means,
    essence_of,
    mechanism_score,
    mechanism_status,
    standards_mean,
)

PEOPLE = 8  # individuals behind a cell that leaves
PRINCIPLES_NEEDED = 8  # with an L for P, or the assessment cannot be shared
DAYS_APART = 183
FOR_MEAN, FOR_WORDS, FOR_QUANTILES = 6, 8, 12
STATUSES = ["Present", "Signs", "Not evident", "Not known"]


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


# May it be shared?


def can_be_shared(member):
    """At least 8 principles have an L for P after the cut."""
    known = [one for one in member["leaves"]["principles"].values() if one["P"] is not None]
    return len(known) >= PRINCIPLES_NEEDED


def one_assessment(a, b):
    """Whether two are one here: of one organisation and close in time, or of the same cells."""
    near = abs((a["closed"] - b["closed"]).days) < DAYS_APART
    same_cells = a["leaves"]["cells"] == b["leaves"]["cells"]
    return (a["organisation"] == b["organisation"] and near) or same_cells


def may_take_part(member, way, counted, named):
    """``counted`` anonymously and shared by name (``named``) before this."""
    if any(one_assessment(member, one) for one in counted):
        return False
    return way == "by name" or not any(one_assessment(member, one) for one in named)


def play(rounds):
    """Rounds one after the other, each (way, members who ask): for each, who is left out."""
    counted, named, told = [], [], []
    for way, asking in rounds:
        there = [one for one in asking if may_take_part(one, way, counted, named)]
        told.append([one for one in asking if one not in there])
        if way == "by name":
            named += there
        elif len(there) >= FOR_MEAN:
            counted += there
    return told


# A figure of an anonymous round


def quantile(values, share):
    """By linear interpolation between the two nearest of the sorted values."""
    ordered = sorted(values)
    place = (len(ordered) - 1) * Fraction(share)
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (place - below) * (ordered[above] - ordered[below])


def held(value, n, nearest):
    """Held within 150/N and 100 - 150/N, then rounded: the figure, and how it is shown."""
    least = Fraction(150, n)

    def rounded(x):
        return int(nearest * half_up(x / nearest, 0))

    found = rounded(min(max(value, least), 100 - least))
    if found <= rounded(least):
        return found, f"{found} or lower"
    if found >= rounded(100 - least):
        return found, f"{found} or higher"
    return found, f"{found}"


def third(own, first, second):
    """``first`` and ``second`` as ``held`` gives them."""
    if own is None:
        return None
    if not at_least(own, first[0] - 5):
        return "cannot tell" if "or" in first[1] else "lower"
    if at_least(own, second[0] + 5):
        return "cannot tell" if "or" in second[1] else "upper"
    inside = at_least(own, first[0] + 5) and at_least(second[0] - 5, own)
    return "middle" if inside else "cannot tell"


def tell(values, own=None):
    """One figure of those that have it (``values``)."""
    n = len(values)
    names = ["n", "mean", "shown", "median", "q1", "q3", "third1", "third2", "third"]
    found = {"own": figure(own)} | dict.fromkeys(names) | {"why": "too few"}
    if n >= FOR_MEAN:
        found["n"], found["why"] = n, None
        found["mean"], found["shown"] = held(mean(values), n, 1)
    if n >= FOR_QUANTILES:
        shares = {"median": (1, 2), "q1": (1, 4), "q3": (3, 4), "third1": (1, 3), "third2": (2, 3)}
        of = {name: held(quantile(values, Fraction(*at)), n, 5) for name, at in shares.items()}
        found |= {name: value for name, (value, _) in of.items()}
        found["third"] = third(own, of["third1"], of["third2"])
    return found


def essence(principles, own=None):
    """Of the published principle means as shown."""
    shown = [one for one in principles.values() if one["mean"] is not None]
    if len(shown) < 8:
        return {"own": figure(own), "mean": None, "at_an_end": None, "why": "too few"}
    ends = sum(" or " in one["shown"] for one in shown)
    value = int(half_up(mean([one["mean"] for one in shown]), 0))
    return {"own": figure(own), "mean": value, "at_an_end": ends, "why": None}


# How many, in words


def in_words(count, of):
    percent = Fraction(100 * count, of)
    if of < 16:
        if count == 0 or percent < 40:
            return "fewer than half"
        return "about half" if percent <= 60 else "more than half"
    if percent < 20:
        return "few"
    if percent < 40:
        return "some"
    if percent <= 60:
        return "about half"
    return "most" if percent < 80 else "nearly all"


def worded(shown, words):
    """What each member shows, and all there is to show."""
    return {word: in_words(shown.count(word), len(shown)) for word in words}


# A round


def p_of(code):
    return lambda figures: figures["principles"][code]["P"]


def in_part(part, code):
    return lambda figures: figures[part][code]


def anonymous(members, actions=(), viewer=None):
    """comparison.json of those that share; ``viewer`` is one of them."""
    enough, n = len(members) >= FOR_MEAN, len(members)

    def told(of):
        values = [of(one["leaves"]) for one in members]
        there = [value for value in values if value is not None]
        return tell(there, of(viewer["leaves"]) if viewer else None)

    def words(of, all_words):
        if n < FOR_WORDS:
            return None
        return worded([of(one["leaves"]) for one in members], all_words)

    principles = {
        code: told(p_of(code)) | {"levels": words(level_of(code), LEVELS)} for code in PRINCIPLES
    }
    structure = {code: told(in_part("structure", code)) for code in ("FORMAL", "ROOTED")}
    own = viewer["leaves"]["structure"]["ESSENCE"] if viewer else None
    mechanisms = {
        code: told(in_part("mechanisms", code))
        | {"statuses": words(in_part("statuses", code), STATUSES)}
        for code in MECHANISMS
    }
    planned = {}
    if n >= FOR_QUANTILES:
        planned = {
            code: in_words(sum(code in one["planned"] for one in members), n) for code in actions
        }
    return {
        "round": "anonymous",
        "viewer": viewer["organisation"] if viewer else None,
        "members": n if enough else None,
        "principles": principles,
        "structure": structure | {"ESSENCE": essence(principles, own)},
        "mechanisms": mechanisms,
        "actions": planned,
    }


def level_of(code):
    return lambda figures: figures["principles"][code]["level"]


def name_of(member):
    """'Organisation: Programme', or the organisation alone."""
    return ": ".join(filter(None, [member["organisation"], member["programme"]]))


def by_name(members, viewer=None):
    """comparison.json of those that share by name, in the order of their casefolded names."""
    ordered = sorted(members, key=lambda one: name_of(one).casefold())

    def of_all(tell_of):
        return {name_of(one): tell_of(one["leaves"]) for one in ordered}

    return {
        "round": "by name",
        "viewer": viewer,
        "members": [name_of(one) for one in ordered],
        "principles": {
            code: of_all(
                lambda of, c=code: {"value": figure(p_of(c)(of)), "level": level_of(c)(of)}
            )
            for code in PRINCIPLES
        },
        "domains": {
            code: of_all(lambda of, c=code: {"value": figure(of["domains"][c])})
            for code in "ABCDEFG"
        },
        "structure": {
            code: of_all(lambda of, c=code: {"value": figure(of["structure"][c])})
            for code in ("FORMAL", "ROOTED", "ESSENCE")
        },
        "mechanisms": {
            code: of_all(
                lambda of, c=code: {
                    "value": figure(of["mechanisms"][c]),
                    "status": of["statuses"][c],
                }
            )
            for code in MECHANISMS
        },
    }
