"""docs/method.md section 3 once more, naively: the chance steps."""

import hashlib
import hmac
from fractions import Fraction

from tests.naive.answers import respondents
from tests.naive.contract import CHANCES


def step_of(u, blur=1):
    """u < 1/32 is -2, u < 8/32 is -1, u < 24/32 is 0, u < 31/32 is +1, else +2."""
    reached = 0
    for step, chance in sorted(CHANCES[blur].items()):
        reached += chance
        if u < Fraction(reached, 32):
            return step
    raise ValueError("u is 0 or more and below 1")


def u_of(key, perspective, answers, code):
    """The first 8 bytes, big-endian, of HMAC-SHA-256 keyed with SECRET_KEY, over 2^64.

    Over the lines perspective code, the respondents' answer strings (one a line, doubles kept, in
    byte order) and item code, joined by LF, none at the end.
    """
    rows = sorted(row.encode("ascii") for row in respondents(answers))
    message = b"\n".join([perspective.encode("ascii"), *rows, code.encode("ascii")])
    digest = hmac.new(key.encode("utf-8"), message, hashlib.sha256).digest()
    return Fraction(int.from_bytes(digest[:8], "big"), 2**64)


def steps_from_key(key, perspectives):
    """Of the answers workbook, which counts as door each: blur 1."""

    def step(perspective, code):
        return step_of(u_of(key, perspective, perspectives[perspective]["answers"], code))

    return step
