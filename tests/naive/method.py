"""docs/method.md once more, naively: a careful auditor's arithmetic, to hold the real code against.

Written from that page alone. Exact fractions throughout, no numpy, nothing of ``assessment``; the
codes, sets and cuts are written out again on purpose, so that a wrong number in the instrument
file is caught too. ``assess`` gives the figures of results.json, without words and dates.
"""

from decimal import Decimal, localcontext
from fractions import Fraction
from math import floor, isqrt

from tests.naive.contract import (
    DOMAINS,
    FACTS,
    FORMAL,
    GROUNDING,
    LAYERS,
    MECHANISMS,
    NEXT_RUNG,
    PERSPECTIVES,
    PRINCIPLES,
    STANDARDS,
    SUPPORT,
    TABLE,
)

NOT_ENOUGH = "Not enough evidence"
TOLERANCE = Fraction(1, 10**9)


# Arithmetic


def at_least(x, cut):
    return x >= Fraction(cut) - TOLERANCE


def above(x, cut):
    return x > Fraction(cut) + TOLERANCE


def half_up(x, decimals):
    """Ties away from zero, exactly; a Fraction in and out."""
    shifted = abs(Fraction(x)) * 10**decimals
    rounded = Fraction(floor(shifted + Fraction(1, 2)), 10**decimals)
    return rounded if x >= 0 else -rounded


def figure(x, decimals=2):
    return None if x is None else float(half_up(x, decimals))


def mean(values):
    """Of those that exist; None where none does."""
    values = [Fraction(value) for value in values if value is not None]
    return sum(values) / len(values) if values else None


def root(x):
    """Exact where the root is a fraction, else to 60 digits."""
    top, bottom = isqrt(x.numerator), isqrt(x.denominator)
    if top * top == x.numerator and bottom * bottom == x.denominator:
        return Fraction(top, bottom)
    with localcontext() as context:
        context.prec = 60
        return Fraction((Decimal(x.numerator) / Decimal(x.denominator)).sqrt())


# 1. What is rated


def practice_of(principle, length):
    return [f"{principle}-{number}" for number in ([1, 2, 3, 4] if length == "full" else [1, 2])]


def warning_of(principle, length):
    return [f"{principle}-w{number}" for number in ([1, 2] if length == "full" else [1])]


def items_of(length):
    return [
        item
        for principle in PRINCIPLES
        for item in practice_of(principle, length) + warning_of(principle, length)
    ]


def is_rating(answer):
    return answer not in {None, "DK", "NA"}


# 3. Item cells


def cell(answers, *, group, k):
    """One perspective's answers to one item."""
    rated = [answer for answer in answers if is_rating(answer)]
    n = len(rated)
    if n < (1 if group else k):
        return {"withheld": "not answered" if group else f"fewer than {k}"}
    value, shown = half_up(25 * mean(rated), 2), None
    if not group:
        bottom = Fraction(25, 2) if n < 10 else Fraction(5, 2)
        value = min(max(value, bottom), 100 - bottom)
        if value == bottom:
            shown = f"{float(bottom)} or lower"
        if value == 100 - bottom:
            shown = f"{float(100 - bottom)} or higher"
    return {"n": n, "value": value, "shown": shown or str(half_up(value, 0))}


def cells_of(rows, *, group, k, length):
    columns = dict(zip(items_of(length), zip(*rows, strict=True), strict=True))
    return {item: cell(column, group=group, k=k) for item, column in columns.items()}


# 4. Scores of a perspective


def score(cells, principle, length):
    practice = [cells[item] for item in practice_of(principle, length) if "n" in cells[item]]
    warning = [cells[item] for item in warning_of(principle, length) if "n" in cells[item]]
    if 2 * len(practice) < len(practice_of(principle, length)):
        practice = []
    return {
        "P": mean(found["value"] for found in practice),
        "W": mean(found["value"] for found in warning),
        "n": min((found["n"] for found in practice + warning), default=None),
    }


def released_columns(rows, cells, principle, length):
    """Each respondent's answers to the principle's practice items whose cells are released."""
    order = items_of(length)
    places = [order.index(item) for item in practice_of(principle, length) if "n" in cells[item]]
    return [[row[place] for place in places] for row in rows]


def not_known(columns, *, group, k):
    if group or len(columns) < max(10, k):
        return False
    answers = [answer for row in columns for answer in row]
    unknown = answers.count("DK")
    known = sum(is_rating(answer) for answer in answers)
    return unknown + known > 0 and above(Fraction(100 * unknown, unknown + known), 30)


# 9. Spread and rough range


def spread(columns, *, group, k):
    """m and sd, or two Nones."""
    personal = []
    for row in columns:
        rated = [answer for answer in row if is_rating(answer)]
        applying = len(row) - row.count("NA")
        if len(rated) >= 2 and 2 * len(rated) >= applying:
            personal.append(25 * mean(rated))
    m = len(personal)
    if group or m < max(10, k):
        return None, None
    middle = mean(personal)
    variance = sum((one - middle) ** 2 for one in personal) / (m - 1)
    return m, max(half_up(root(variance), 1), Fraction(5))


def rough_range(p, m, sd, size, respondents):
    if p is None or m is None:
        return None, None
    if size is not None and size < respondents:
        size = None
    if size == m:
        return p, p
    square = 4 * sd * sd / m
    if size is not None:
        square *= Fraction(size - m, size - 1)
    margin = root(square)
    return max(p - margin, Fraction(0)), min(p + margin, Fraction(100))


# 5. The lived-experience view


def panel_counts(panel):
    people, lived = panel or (None, None)
    return people is not None and lived is not None and lived >= 2 and 2 * lived >= people


def lived_view(of, panel):
    """``of`` maps a perspective to its score on one axis (or its cell's value), or None."""
    found = mean(of.get(side) for side in ("giving", "receiving", "partner"))
    if found is None and panel_counts(panel):
        found = of.get("panel")
    return found


def others_view(of):
    return mean(of.get(side) for side in ("staff", "commissioner"))


# 6. Level of each principle


def band(x, shift=0):
    if not at_least(x, Fraction(75, 2) + shift):
        return "low"
    return "high" if at_least(x, Fraction(125, 2) + shift) else "mid"


def table(p, w, shift=0):
    if p is None or w is None:
        return NOT_ENOUGH
    return TABLE[band(p, shift), band(w, shift)]


def borderline(p, w):
    if p is None or w is None:
        return None
    return any(table(p, w, shift) != table(p, w) for shift in (-5, 5))


def yes_facts_on(principle, facts):
    return [
        fact
        for principles, _, of_row in MECHANISMS.values()
        if principle in principles.split()
        for fact in of_row.split()
        if facts.get(fact) == "yes"
    ]


def level(p, w, gap, yes_facts):
    found = table(p, w)
    if found == NOT_ENOUGH:
        return found
    if gap is not None and at_least(gap, 20):
        found = NEXT_RUNG[found]
    if yes_facts and found in {"Holding", "Watch", "Under-developed"}:
        found = "Under pressure"
    return found


def sources(scores, yes_facts):
    marked = [
        side
        for side, found in scores.items()
        if table(found["P"], found["W"]) in {"Under pressure", "At risk"}
    ]
    return len(marked) + len(yes_facts)


# 7. Structure and essence


def standards_mean(standards, numbers, needs):
    rated = [standards.get(f"S{number:02}") for number in numbers]
    rated = [rating for rating in rated if is_rating(rating)]
    return 25 * mean(rated) if len(rated) >= needs else None


def domain_means(standards):
    return {
        code: standards_mean(standards, numbers, Fraction(len(numbers), 2))
        for code, numbers in DOMAINS.items()
    }


def essence_of(l_scores):
    found = [score for score in l_scores if score is not None]
    return mean(found) if len(found) >= 8 else None


def profile(formal, essence):
    high, low = Fraction(125, 2), Fraction(75, 2)
    if formal is None or essence is None:
        return NOT_ENOUGH
    if at_least(formal, high) and not at_least(essence, high) and at_least(formal - essence, 20):
        return "Structure ahead of essence"
    if at_least(essence, high) and at_least(formal, high):
        return "Essence and structure together"
    if at_least(essence, high):
        return "Essence ahead of structure"
    if not at_least(essence, low) and not at_least(formal, low):
        return "Early days"
    return "Mixed"


def marks(rooted, support, pyramid):
    found = []
    if rooted is not None and not at_least(rooted, Fraction(75, 2)):
        found.append("Unrooted")
    if support is not None and not at_least(support, Fraction(75, 2)):
        found.append("Unsupported")
    base, top = [pyramid.get("L1"), pyramid.get("L2")], pyramid.get("L5")
    if all(is_rating(layer) for layer in [*base, top]) and at_least(top - mean(base), 2):
        found.append("Top-heavy")
    return found


def structure(standards, pyramid, l_scores):
    formal = standards_mean(standards, FORMAL, 7)
    rooted = standards_mean(standards, GROUNDING, 4)
    support = standards_mean(standards, SUPPORT, 3)
    essence = essence_of(l_scores)
    return {
        "FORMAL": figure(formal),
        "ROOTED": figure(rooted),
        "SUPPORT": figure(support),
        "ESSENCE": figure(essence),
        "profile": profile(formal, essence),
        "marks": marks(rooted, support, pyramid),
        "domains": {code: figure(value) for code, value in domain_means(standards).items()},
    }


# 8. Mechanisms


def mechanism_status(found, answers):
    if "yes" in answers or (found is not None and at_least(found, Fraction(125, 2))):
        return "Present"
    if found is not None and at_least(found, Fraction(75, 2)):
        return "Signs"
    if found is not None and set(answers) <= {"no", "NA"} and "no" in answers:
        return "Not evident"
    return "Not known"


def mechanism_score(code, cells, panel, length):
    _, warnings, _ = MECHANISMS[code]
    in_form = [item for item in warnings.split() if item in items_of(length)]
    return mean(
        lived_view({side: of[item].get("value") for side, of in cells.items()}, panel)
        for item in in_form
    )


def mechanism(code, cells, facts, panel, length):
    _, _, of_row = MECHANISMS[code]
    found = mechanism_score(code, cells, panel, length)
    answers = {fact: facts.get(fact) or "DK" for fact in of_row.split()}
    return {
        "score": figure(found),
        "status": mechanism_status(found, list(answers.values())),
        "facts": answers,
    }


# 9. Confidence


def confidence(practice_scores, mutual, panel):
    """``practice_scores``: perspective to its P of each principle."""
    know = {
        side
        for side, found in practice_scores.items()
        if sum(one is not None for one in found) >= 8
    }
    others = know & {"partner", "staff", "commissioner", "panel"}
    if {"giving", "receiving"} <= know and others:
        return "Firm"
    if mutual and "receiving" in know and len(others) >= 2:
        return "Firm"
    if len(know) >= 2 and know & {"giving", "receiving"}:
        return "Fair"
    if mutual and "receiving" in know:
        return "Fair"
    if "panel" in know and panel_counts(panel):
        return "Fair"
    return "One-sided"


# Everything together


def perspective_figures(found, size, respondents):
    low, high = rough_range(found["P"], found["m"], found["sd"], size, respondents)
    return {
        "P": figure(found["P"]),
        "W": figure(found["W"]),
        "n": found["n"],
        "sd": figure(found["sd"], 1),
        "m": found["m"],
        "low": figure(low),
        "high": figure(high),
        "not_known": found["not_known"],
    }


def principle_figures(scores, yes_facts, panel, sure):
    practice = {side: found["P"] for side, found in scores.items()}
    p = lived_view(practice, panel)
    w = lived_view({side: found["W"] for side, found in scores.items()}, panel)
    o = others_view(practice)
    gap = None if o is None or p is None else o - p
    found = level(p, w, gap, yes_facts)
    confirmed = sources(scores, yes_facts) >= 2 and sure != "One-sided"
    return {
        "L": {"P": figure(p), "W": figure(w)},
        "O": figure(o),
        "gap": figure(gap),
        "all_round": figure(mean(practice.values())),
        "level": found,
        "confirmed": confirmed if found == "At risk" else None,
        "borderline": borderline(p, w),
    }


def all_scores(rows, cells, *, group, k, length):
    """Principle to P, W, n, m, sd and the flag of one perspective."""
    found = {}
    for principle in PRINCIPLES:
        columns = released_columns(rows, cells, principle, length)
        m, sd = spread(columns, group=group, k=k)
        flag = not_known(columns, group=group, k=k)
        found[principle] = score(cells, principle, length) | {"m": m, "sd": sd, "not_known": flag}
    return found


def perspective(group, size, respondents, k):
    if group:
        return {"kind": "group"}
    # below k a size stays as stated: to drop it would tell how many answered
    known = size is not None and (size >= respondents or respondents < k)
    return {"kind": "individual", "size": size if known else None}


def written(found):
    return found if "withheld" in found else found | {"value": figure(found["value"])}


def assess(
    answers,
    *,
    groups=(),
    sizes=None,
    standards=None,
    facts=None,
    pyramid=None,
    k=5,
    length="full",
    mutual=False,
    panel=None,
):
    """The figures of results.json.

    ``answers`` maps a perspective to its respondents, each a list of answers in the form's order;
    ``groups`` are the perspectives that rated as groups; ``panel`` is (people, lived experience).
    """
    sizes, standards, facts, pyramid = sizes or {}, standards or {}, facts or {}, pyramid or {}
    answers = {
        side: [row for row in answers[side] if any(answer is not None for answer in row)]
        for side in PERSPECTIVES
        if side in answers
    }
    answers = {side: rows for side, rows in answers.items() if rows}
    how = {side: {"group": side in groups, "k": k, "length": length} for side in answers}
    cells = {side: cells_of(rows, **how[side]) for side, rows in answers.items()}
    scores = {side: all_scores(rows, cells[side], **how[side]) for side, rows in answers.items()}
    practice = {side: [one["P"] for one in found.values()] for side, found in scores.items()}
    sure = confidence(practice, mutual, panel)
    principles, l_scores = {}, []
    for principle in PRINCIPLES:
        of = {side: found[principle] for side, found in scores.items()}
        l_scores.append(lived_view({side: one["P"] for side, one in of.items()}, panel))
        principles[principle] = {
            "perspectives": {
                side: perspective_figures(one, sizes.get(side), len(answers[side]))
                for side, one in of.items()
            },
            **principle_figures(of, yes_facts_on(principle, facts), panel, sure),
        }
    people, lived = panel or (None, None)
    return {
        "form": length,
        "k": k,
        "mutual": mutual,
        "perspectives": {
            side: perspective(side in groups, sizes.get(side), len(rows), k)
            for side, rows in answers.items()
        },
        "panel": {"people": people, "lived_experience": lived} if "panel" in answers else None,
        "cells": {
            side: {item: written(one) for item, one in found.items()}
            for side, found in cells.items()
        },
        "principles": principles,
        "structure": structure(standards, pyramid, l_scores),
        "mechanisms": {code: mechanism(code, cells, facts, panel, length) for code in MECHANISMS},
        "standards": {code: standards.get(code) for code in STANDARDS},
        "facts": {code: facts.get(code) or "DK" for code in FACTS},
        "pyramid": {code: pyramid.get(code) for code in LAYERS},
        "confidence": sure,
    }
