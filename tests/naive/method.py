"""docs/method.md, method 2, once more and naively: to hold the real code against.

Written from the page alone: exact fractions, one function a clause, slow and obvious, nothing of
``assessment``. In two halves, as the page has it: ``release`` makes of the
answers what is stored at closing (cells, perspective records, flags), ``report`` makes every later
figure of that and of the organisation's own statement, and of nothing else. ``assess`` is both.

| module | docs/method.md |
|---|---|
| arithmetic | Arithmetic, Display |
| answers | 1, 2 |
| steps, cells, release | 3, and what sections 4 and 9 make of answers |
| scores | 4, 5, 9 |
| levels | 6 |
| structure | 7, 8 |
| method | 9 (confidence), and all of them put together |
| change | 10 |
| comparing | 11 |
| attacker | 3 (what the blur does) |

A perspective goes in as {"kind": "individual", "door": "each", "k": 5, "size": None, "answers":
[...]} or {"kind": "group", "answers": [...]}; an answer string has one of 0 1 2 3 4 D N . an item.
"""

from tests.naive.arithmetic import figure
from tests.naive.contract import MECHANISMS, PRINCIPLES
from tests.naive.levels import (
    borderline,
    confirmed,
    final_level,
    reasons,
    sources,
    yes_facts_on,
)
from tests.naive.release import release, responded_at_least
from tests.naive.scores import (
    all_round,
    gap_of,
    lived_view,
    n_shown,
    others_view,
    p_score,
    panel_counts,
    rough_range,
    w_score,
)
from tests.naive.structure import mechanism, structure


def assess(perspectives, step, **of):
    """From answers to figures. ``of`` as ``release`` takes it."""
    return report(release(perspectives, step, **of))


def report(stored):
    """Every later figure, of the released cells and the organisation's own statement alone."""
    cells, facts, length = stored["cells"], stored["facts"], stored["form"]
    counts = panel_counts(stored["panel"])
    scores = {side: scores_of(stored, side) for side in cells}
    kinds = {side: one["kind"] for side, one in stored["perspectives"].items()}
    practice = {side: [one["P"] for one in found.values()] for side, found in scores.items()}
    sure = confidence(practice, stored["mutual"], counts)
    principles = {
        principle: principle_figures(
            {side: found[principle] for side, found in scores.items()},
            kinds,
            yes_facts_on(principle, facts),
            counts,
            sure,
        )
        for principle in PRINCIPLES
    }
    l_scores = [
        lived_view({side: found[principle]["P"] for side, found in scores.items()}, counts)
        for principle in PRINCIPLES
    ]
    levels = [one["level"] for one in principles.values()]
    return stored | {
        "responded_at_least": responded_at_least(stored["perspectives"]),
        "confidence": sure,
        "principles": principles,
        "structure": structure(stored["standards"], stored["pyramid"], l_scores, levels),
        "mechanisms": {code: mechanism(code, cells, facts, counts, length) for code in MECHANISMS},
    }


def scores_of(stored, side):
    cells, length = stored["cells"][side], stored["form"]
    return {
        principle: {
            "P": p_score(cells, principle, length),
            "W": w_score(cells, principle, length),
            "n": n_shown(cells, principle, length),
            "range": rough_range(stored["perspectives"][side], cells, principle, length),
            "not_known": stored["not_known"][side][principle],
        }
        for principle in PRINCIPLES
    }


def principle_figures(scores, kinds, yes_facts, counts, sure):
    """One principle. ``scores``: perspective to P, W, n, range and flag, exact."""
    practice = {side: one["P"] for side, one in scores.items()}
    warning = {side: one["W"] for side, one in scores.items()}
    lived = {"P": lived_view(practice, counts), "W": lived_view(warning, counts)}
    o = others_view(practice)
    gap = gap_of(o, lived["P"])
    level = final_level(lived["P"], lived["W"], gap, yes_facts)
    from_whom = sources(scores, yes_facts)
    return {
        "perspectives": {side: perspective_figures(one) for side, one in scores.items()},
        "L": {"P": figure(lived["P"]), "W": figure(lived["W"])},
        "O": figure(o),
        "gap": figure(gap),
        "all_round": figure(all_round(practice)),
        "level": level,
        "confirmed": confirmed(level, from_whom, sure),
        "sources": from_whom,
        "borderline": borderline(lived["P"], lived["W"]),
        "reasons": reasons(scores, kinds, lived, gap, level, yes_facts, counts),
    }


def perspective_figures(score):
    low, high = score["range"]
    return {
        "P": figure(score["P"]),
        "W": figure(score["W"]),
        "n": score["n"],
        "low": figure(low),
        "high": figure(high),
        "not_known": score["not_known"],
    }


# 9. Confidence


def confidence(practice_scores, mutual, counts):
    """``practice_scores``: perspective to its P of each principle, None where missing."""
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
    if "panel" in know and counts:
        return "Fair"
    return "One-sided"
