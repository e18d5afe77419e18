"""docs/method.md sections 1 and 2 once more, naively: what an answer string holds."""

from tests.naive.contract import BLANK, DOORS, PRINCIPLES, RATINGS


def practice_of(principle, length):
    """x 4, in the short form x 2: 1 and 2."""
    return [f"{principle}-{number}" for number in ([1, 2, 3, 4] if length == "full" else [1, 2])]


def warning_of(principle, length):
    """x 2, in the short form x 1: w1."""
    return [f"{principle}-w{number}" for number in ([1, 2] if length == "full" else [1])]


def items_of(length):
    """Principle by principle in the radar's order, its practice statements then its signs."""
    return [
        item
        for principle in PRINCIPLES
        for item in practice_of(principle, length) + warning_of(principle, length)
    ]


def respondents(answers):
    """Someone with at least one 0-4, DK or NA."""
    return [row for row in answers if any(answer != BLANK for answer in row)]


def ratings(column):
    """ "Answered" means 0-4. DK, NA and blank are counted apart and never read as 0."""
    return [int(answer) for answer in column if answer in RATINGS]


def column_of(rows, item, length):
    place = items_of(length).index(item)
    return [row[place] for row in rows]


def is_group(perspective):
    return perspective["kind"] == "group"


def check(perspectives, mutual):
    """What section 2 calls an error; k may be raised, never lowered."""
    if mutual and "giving" in perspectives:
        raise ValueError("in a mutual group receiving is the only one of the two")
    for code, one in perspectives.items():
        if code == "panel" and (not is_group(one) or len(one["answers"]) > 1):
            raise ValueError("the panel is a group and there is at most one")
        if not is_group(one) and one["k"] < DOORS[one["door"]]["k"]:
            raise ValueError("k is never lowered")
