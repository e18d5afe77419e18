"""People and rooms in a few strokes, as the naive method takes them."""

from fractions import Fraction

from tests.naive.answers import items_of
from tests.naive.contract import DOORS
from tests.naive.method import principle_figures


def still(perspective, code):  # noqa: ARG001
    """Every chance step 0."""
    return 0


def row(practice, warning, length="full", **items):
    """One answer string: the same to every practice statement and to every warning sign."""
    given = {code.replace("_", "-"): answer for code, answer in items.items()}
    return "".join(
        str(given.get(item, warning if "-w" in item else practice)) for item in items_of(length)
    )


def people(count, practice, warning, door="each", k=None, size=None, length="full", **items):
    answers = [row(practice, warning, length, **items)] * count
    return each(answers, door, k, size)


def each(answers, door="each", k=None, size=None):
    k = DOORS[door]["k"] if k is None else k
    return {"kind": "individual", "door": door, "k": k, "size": size, "answers": answers}


def group(*answers):
    return {"kind": "group", "answers": list(answers)}


def mixed(count):
    """Half say 1 and half say 3 to everything: variance m/(m-1) x 625."""
    return [row(1, 1) if at % 2 else row(3, 3) for at in range(count)]


def cells_with(practice, warning=(), length="full", n=5):
    """mutuality's cells; None is withheld; every other principle withheld."""
    found = {item: {"withheld": "fewer than 5"} for item in items_of(length)}
    for number, value in enumerate(practice, 1):
        if value is not None:
            found[f"mutuality-{number}"] = {"n": n, "value": value}
    for number, value in enumerate(warning, 1):
        if value is not None:
            found[f"mutuality-w{number}"] = {"n": n, "value": value}
    return found


def one_principle(sides, yes_facts=(), counts=False, sure="Fair", kinds=None):
    """``sides``: perspective to (P, W), either None."""
    scores = {
        side: {
            "P": None if p is None else Fraction(str(p)),
            "W": None if w is None else Fraction(str(w)),
            "n": 10,
            "range": (None, None),
            "not_known": False,
        }
        for side, (p, w) in sides.items()
    }
    kinds = dict.fromkeys(sides, "individual") | (kinds or {})
    return principle_figures(scores, kinds, list(yes_facts), counts, sure)


def reason(found, about):
    return [one for one in found["reasons"] if one["about"] == about]
