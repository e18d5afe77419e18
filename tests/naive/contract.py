"""docs/method.md's codes, sets and tables, written out once more from the page."""

from fractions import Fraction

PRINCIPLES = [
    "mutuality", "solidarity", "synergy", "sharing", "companionship", "hopefulness",
    "strengths", "equality", "being-yourself", "independence", "stigma", "respect",
]  # fmt: skip
PERSPECTIVES = ["giving", "receiving", "partner", "staff", "commissioner", "panel"]
LIVED = ["giving", "receiving", "partner"]
OTHERS = ["staff", "commissioner"]
STANDARDS = [f"S{number:02}" for number in range(1, 26)]
FACTS = [f"F{number:02}" for number in range(1, 17)]
LAYERS = ["L1", "L2", "L3", "L4", "L5"]
RATINGS = "01234"
DONT_KNOW, NOT_APPLICABLE, BLANK = "D", "N", "."

# Section 3. A door: its k, its blur, chances of each step in 32nds; section 9's s.
DOORS = {
    "each": {"k": 5, "blur": 1, "s": Fraction("0.83")},
    "open": {"k": 10, "blur": 2, "s": Fraction("1.32")},
}
CHANCES = {
    1: {-2: 1, -1: 7, 0: 16, 1: 7, 2: 1},
    2: {-3: 1, -2: 3, -1: 7, 0: 10, 1: 7, 2: 3, 3: 1},
}

# Section 7
FORMAL = {1, 2, 3, 4, 5, 6, 13, 14, 22, 24}
GROUNDING = {9, 10, 11, 17, 18, 23}
SUPPORT = {6, 11, 13, 24}
DOMAINS = {
    "A": {1, 2, 22}, "B": {3, 4, 5, 6, 25}, "C": {13, 16, 24}, "D": {7, 8, 15, 23},
    "E": {9, 10, 11, 17}, "F": {18, 19, 20, 21}, "G": {12, 14},
}  # fmt: skip

# Section 8: principles, warning items, facts.
MECHANISMS = {
    "M1": ("equality stigma", "equality-w1 stigma-w1", "F01"),
    "M2": ("sharing independence", "independence-w1 sharing-w2", "F02 F03"),
    "M3": ("strengths stigma", "strengths-w1 stigma-w2", "F04 F05 F16"),
    "M4": (
        "solidarity independence respect",
        "solidarity-w1 independence-w2 respect-w2",
        "F06 F07 F15",
    ),
    "M5": (
        "synergy hopefulness being-yourself",
        "synergy-w1 being-yourself-w1 hopefulness-w2",
        "F08",
    ),
    "M6": ("mutuality synergy equality", "mutuality-w1 synergy-w2 equality-w2", "F09 F10"),
    "M7": (
        "mutuality companionship being-yourself",
        "companionship-w1 mutuality-w2 being-yourself-w2",
        "F11",
    ),
    "M8": ("sharing hopefulness strengths", "sharing-w1 hopefulness-w1 strengths-w2", "F12"),
    "M9": (
        "solidarity companionship respect",
        "respect-w1 solidarity-w2 companionship-w2",
        "F13 F14",
    ),
}

# Section 6: (P band, W band) to level; rungs.
NOT_ENOUGH = "Not enough evidence"
LEVELS = ["Holding", "Watch", "Under-developed", "Under pressure", "At risk", NOT_ENOUGH]
TABLE = {
    ("high", "low"): "Holding",
    ("high", "mid"): "Under pressure",
    ("high", "high"): "Under pressure",
    ("mid", "low"): "Watch",
    ("mid", "mid"): "Under pressure",
    ("mid", "high"): "At risk",
    ("low", "low"): "Under-developed",
    ("low", "mid"): "At risk",
    ("low", "high"): "At risk",
}
RUNG = {"Holding": 0, "Watch": 1, "Under-developed": 1, "Under pressure": 2, "At risk": 3}
NEXT_RUNG = {
    "Holding": "Watch",
    "Watch": "Under pressure",
    "Under-developed": "Under pressure",
    "Under pressure": "At risk",
    "At risk": "At risk",
}
