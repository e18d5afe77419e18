"""The small chance steps that keep a sum of private answers from being worked out (section 3 of
docs/method.md).

Whoever knows all answers but one could subtract them from an exact sum. So each sum of individuals
is moved by a step that is drawn once and kept nowhere. ``release`` takes its steps from outside:
from the operating system when an assessment closes, from a key for an answers workbook (so that the
same workbook gives the same report), given ones in tests.
"""

import hmac
import secrets
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from hashlib import sha256
from itertools import accumulate
from typing import Protocol

from assessment.method.doors import Door

OF = 32  # chances are so many thirty-seconds, which five random bits tell


# How many chances of 32 each step has, from the lowest step up.
CHANCES = {Door.EACH: (1, 7, 16, 7, 1), Door.OPEN: (1, 3, 7, 10, 7, 3, 1)}
BELOW = {door: tuple(accumulate(chances)) for door, chances in CHANCES.items()}


class Steps(Protocol):
    """The step of one sum: of a perspective's item, or (by a principle's code) of its flag."""

    def __call__(self, perspective: str, code: str, door: Door) -> int: ...


def step_at(place: int, door: Door) -> int:
    """``place``: 0 to 31, each as likely as any other."""
    return bisect_right(BELOW[door], place) - len(CHANCES[door]) // 2


def from_system(perspective: str, code: str, door: Door) -> int:  # noqa: ARG001 - a step is a step
    """Drawn from the operating system's random source; no two calls hang together."""
    return step_at(secrets.randbelow(OF), door)


def from_key(key: str, strings: Mapping[str, Iterable[str]]) -> Steps:
    """The same steps for the same answers on the same installation.

    ``strings``: by perspective, the answer string of each respondent, doubles kept, in any order.
    """
    begun = {code: first_lines(key, code, one) for code, one in strings.items()}

    def step(perspective: str, code: str, door: Door) -> int:
        found = begun[perspective].copy()
        found.update(code.encode())
        return step_at(found.digest()[0] >> 3, door)  # the first five bits of u

    return step


def first_lines(key: str, perspective: str, strings: Iterable[str]) -> hmac.HMAC:
    """Of all lines but the last, which differs: ten thousand strings are read once."""
    lines = [perspective, *sorted(strings), ""]
    return hmac.new(key.encode(), "\n".join(lines).encode(), sha256)
