"""Guessing is slow: wrong codes are counted by the minute, by link and by network.

In this process's memory alone: nothing about a network is written anywhere. A stranger who guesses
at a link shuts out nobody who comes from elsewhere; and of those in the same network, a ward that
shares one address, nobody who begins, has a slip that exists, or goes on where they began. Only
four words typed on another device wait a minute there.
"""

import time
from collections import Counter
from threading import Lock

from django.http import HttpRequest

from organisations.networks import network_of

WRONG_CODES_A_MINUTE = 300  # more than a ward or a hostel mistypes, far too few to guess a code
WRONG_WORDS = 3  # of the last person's four, before all four are asked for


class TooManyTries(Exception):
    """Too many wrong codes in this minute from this network: wait a minute."""


class Tries:
    """How often something was tried in the present stretch of time; earlier ones are forgotten."""

    def __init__(self, most: int, seconds: int) -> None:
        self.most, self.seconds = most, seconds
        self.stretch, self.made = 0, Counter[str]()
        self.lock = Lock()

    def count(self, what: str) -> None:
        """Before it is looked at, so that tries made side by side all count; TooManyTries."""
        with self.lock:
            self.forget_earlier()
            if self.made[what] >= self.most:
                raise TooManyTries
            self.made[what] += 1

    def was_right(self, what: str) -> None:
        """What was right is no guess."""
        with self.lock:
            self.made[what] = max(0, self.made[what] - 1)

    def forget_earlier(self) -> None:
        stretch = int(time.monotonic()) // self.seconds
        if stretch != self.stretch:
            self.stretch, self.made = stretch, Counter()


codes = Tries(WRONG_CODES_A_MINUTE, seconds=60)
single_words = Tries(WRONG_WORDS, seconds=3600)


def at_link(request: HttpRequest, link: int) -> str:
    """Who tries, and where: what codes are counted by."""
    return f"{link} {network_of(request)}"
