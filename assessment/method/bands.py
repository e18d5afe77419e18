"""How many people answered, as it may be told (docs/method.md section 3): so that nobody sees one
more arrive.
"""


def people_band(n: int, k: int) -> int:
    """How many, as it is told: the floor of n's band, or k where that is larger.

    5 is 5 to 7, 8 is 8 or 9; from there on by fives below 50, by fifties from 50 on.
    """
    if n < 10:
        floor = 5 if n < 8 else 8
    else:
        wide = 5 if n < 50 else 50
        floor = n // wide * wide
    return max(floor, k)


def numbers_told_as(told: int, k: int) -> range:
    """How many it may have been; empty where no number of people is told so."""
    after = told
    while people_band(after, k) == told:
        after += 1
    return range(told, after)
