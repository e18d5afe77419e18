"""Guessing is slow: wrong codes are counted by the minute, by link and by network.

In this process's memory alone: nothing about a network is written anywhere, and a stranger who
guesses at a link shuts out nobody who comes from elsewhere.
"""

import time
from collections import Counter
from ipaddress import IPv6Address, ip_address, ip_network
from threading import Lock

from allauth.account.adapter import get_adapter
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

WRONG_CODES_A_MINUTE = 300  # more than a ward or a hostel mistypes, far too few to guess a code
WRONG_WORDS = 3  # of the last person's four, before all four are asked for
IPV6_NETWORK = 64  # bits: what one household or one office is given


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


def network_of(request: HttpRequest) -> str:
    """An IPv4 address, or the network of an IPv6 one; behind a proxy, what the proxy saw."""
    try:
        address = ip_address(get_adapter(request).get_client_ip(request))
    except (PermissionDenied, ValueError):
        return ""  # of a socket without addresses: all count together
    if isinstance(address, IPv6Address):
        return str(ip_network((address, IPV6_NETWORK), strict=False))
    return str(address)
