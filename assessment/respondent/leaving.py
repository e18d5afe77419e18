"""Leaving a device: where it is asked, and the way back to the page that somebody was on."""

import re
from urllib.parse import urlencode

from django.urls import reverse

# What may follow a link's code in the address of a page to stay on.
PLACE = re.compile(r"(\d{1,3}|room|last|check|thanks|go-on|certificate)/")


def address_to_leave(link_code: str, path: str) -> str:
    """``path``: of the page that somebody is on, so that *Stay* returns to it."""
    place = path.removeprefix(reverse("respond", args=[link_code]))
    leave = reverse("respond_leave", args=[link_code])
    return f"{leave}?{urlencode({'from': place})}" if PLACE.fullmatch(place) else leave


def address_to_stay(link_code: str, place: str) -> str:
    """The page that was left; the start page where an address names none of ours."""
    start = reverse("respond", args=[link_code])
    return start + place if PLACE.fullmatch(place) else start
