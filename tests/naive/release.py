"""docs/method.md sections 3, 4 (flag) and 9 (spread) once more, naively: what closing stores."""

from fractions import Fraction

from tests.naive.answers import (
    check,
    column_of,
    is_group,
    ratings,
    respondents,
)
from tests.naive.arithmetic import TOLERANCE, above, mean
from tests.naive.cells import band, cells_of, released_practice
from tests.naive.contract import DONT_KNOW, FACTS, LAYERS, PERSPECTIVES, PRINCIPLES, STANDARDS


def release(
    perspectives,
    step,
    *,
    length="full",
    mutual=False,
    panel=None,
    standards=None,
    facts=None,
    pyramid=None,
):
    """``panel``: (people, of them lived), either None where it is not stated.

    Individuals who were asked are there whether anybody answered or not; a group that rated
    nothing is not.
    """
    check(perspectives, mutual)
    there = {
        code: perspectives[code]
        for code in PERSPECTIVES
        if code in perspectives and not rated_nothing(perspectives[code])
    }
    cells = {code: cells_of(code, one, step, length) for code, one in there.items()}
    in_the_room, lived = panel or (None, None)
    return {
        "form": length,
        "mutual": mutual,
        "panel": {"people": in_the_room, "lived_experience": lived} if "panel" in there else None,
        "perspectives": {code: record(one, cells[code], length) for code, one in there.items()},
        "cells": cells,
        "not_known": {
            code: flags_of(code, one, cells[code], step, length) for code, one in there.items()
        },
        "standards": {code: (standards or {}).get(code) for code in STANDARDS},
        "facts": {code: (facts or {}).get(code) or "DK" for code in FACTS},
        "pyramid": {code: (pyramid or {}).get(code) for code in LAYERS},
    }


def rated_nothing(perspective):
    return is_group(perspective) and not respondents(perspective["answers"])


def record(perspective, cells, length):
    """All seven keys always there; responded null below k, m and sd null without a spread."""
    if is_group(perspective):
        return {"kind": "group"}
    rows, k = respondents(perspective["answers"]), perspective["k"]
    m, sd = spread(personal_scores(rows, cells, length), k)
    return {
        "kind": "individual",
        "door": perspective["door"],
        "k": k,
        "size": perspective.get("size"),
        "responded": band(len(rows), k) if len(rows) >= k else None,
        "m": m,
        "sd": sd,
    }


def while_open(perspective):
    """ "not enough yet" below k, "enough" from k, from max(10, k) the floor; groups: how many."""
    many = len(respondents(perspective["answers"]))
    if is_group(perspective):
        return many
    if many < perspective["k"]:
        return "not enough yet"
    return band(many, perspective["k"]) if many >= max(10, perspective["k"]) else "enough"


def responded_at_least(records):
    """Afterwards "at least" the sum of the bands."""
    return sum(one.get("responded") or 0 for one in records.values())


# 4. The flag, of the answers


def flag(rows, items, k, e, length):
    """DK' / (DK' + answered) above 30 %, DK' = max(0, DK + 4e), over the released practice items.

    Individuals only, and only where at least max(10, k) people responded; otherwise false.
    """
    if len(rows) < max(10, k) or not items:
        return False
    columns = [column_of(rows, item, length) for item in items]
    unknown = sum(column.count(DONT_KNOW) for column in columns)
    answered = sum(len(ratings(column)) for column in columns)
    moved = max(0, unknown + 4 * e)
    return above(Fraction(moved, moved + answered), Fraction(30, 100))


def flags_of(code, perspective, cells, step, length):
    """Principle to the flag. The principle's code stands in place of the item's."""
    if is_group(perspective):
        return dict.fromkeys(PRINCIPLES, False)
    rows = respondents(perspective["answers"])
    return {
        principle: flag(
            rows,
            released_practice(cells, principle, length),
            perspective["k"],
            step(code, principle),
            length,
        )
        for principle in PRINCIPLES
    }


# 9. The spread, of the answers


def personal_scores(rows, cells, length):
    """Principle to 25 x mean of the answers to its released practice items, at least 2 of them."""
    found = {}
    for principle in PRINCIPLES:
        columns = [
            column_of(rows, item, length) for item in released_practice(cells, principle, length)
        ]
        people = [ratings(answers) for answers in zip(*columns, strict=True)]
        found[principle] = [25 * mean(rated) for rated in people if len(rated) >= 2]
    return found


def variance(values):
    """With m - 1."""
    middle = mean(values)
    return sum((one - middle) ** 2 for one in values) / Fraction(len(values) - 1)


def up_to_five(square):
    """The root of ``square`` rounded up to a multiple of 5, at least 5; 5.0000000001 is 5."""
    sd = 5
    while square > (sd + TOLERANCE) ** 2:
        sd += 5
    return sd


def spread(personal, k):
    """One per perspective, of the principles with m >= max(10, k); fewer than 8: none.

    The band of the smallest m, and the root of the mean of the variances, rounded up.
    """
    counted = [scores for scores in personal.values() if len(scores) >= max(10, k)]
    if len(counted) < 8:
        return None, None
    m = min(len(scores) for scores in counted)
    return band(m, k), up_to_five(mean(variance(scores) for scores in counted))
