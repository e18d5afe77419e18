"""The codes and words that every instrument has, in their order (method.md section 1)."""

PERSPECTIVES = ("giving", "receiving", "partner", "staff", "commissioner", "panel")
ITEM_SUFFIXES = ("1", "2", "3", "4", "w1", "w2")
PRINCIPLES = (
    "mutuality", "solidarity", "synergy", "sharing", "companionship", "hopefulness",
    "strengths", "equality", "being-yourself", "independence", "stigma", "respect",
)  # fmt: skip
STANDARDS = tuple(f"S{number:02}" for number in range(1, 26))
FACTS = tuple(f"F{number:02}" for number in range(1, 15))
LAYERS = ("L1", "L2", "L3", "L4", "L5")
MECHANISMS = tuple(f"M{number}" for number in range(1, 10))
LEVELS = (
    "Holding", "Watch", "Under-developed", "Under pressure", "At risk", "Not enough evidence",
)  # fmt: skip
PROFILES = (
    "Structure ahead of essence", "Essence and structure together",
    "Essence ahead of structure", "Early days", "Mixed", "Not enough evidence",
)  # fmt: skip
MARKS = ("Unrooted", "Unsupported", "Top-heavy")
CONFIDENCES = ("Firm", "Fair", "One-sided")
SMALLEST_K = 5  # method.md section 3: it may be raised, never lowered, by nobody
