"""Devices that have signed in before: a signed cookie, so that guesses elsewhere do not stop them.

It opens nothing. A device that has none for an account is asked for no more, but shares its
network's tries with everybody there (``wrong_passwords``).
"""

import secrets

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse

COOKIE = "essence_device"
SALT = "essence.device"
PATH = "/accounts/"  # the only pages that ask for it
KEPT = 180 * 24 * 3600  # seconds: many sign in only when the next assessment is due
MOST_ACCOUNTS = 5  # that one device remembers: a shared computer, and a cookie stays small


def known_to(request: HttpRequest) -> dict[str, str]:
    """Address to the number that this device has for it."""
    try:
        held = signing.loads(request.COOKIES.get(COOKIE, ""), salt=SALT, max_age=KEPT)
    except signing.BadSignature:
        return {}
    return dict(held)


def number_for(request: HttpRequest, email: str) -> str | None:
    return known_to(request).get(digest_of(email))


def remember(request: HttpRequest, response: HttpResponse, email: str) -> None:
    """From now on this device is known for that account."""
    held, digest = known_to(request), digest_of(email)
    number = held.pop(digest, None) or secrets.token_urlsafe(12)
    kept = dict([*held.items(), (digest, number)][-MOST_ACCOUNTS:])
    response.set_cookie(
        COOKIE,
        signing.dumps(kept, salt=SALT),
        max_age=KEPT,
        path=PATH,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def digest_of(email: str) -> str:
    """Of an address, so that the cookie of a shared device does not say whose it was."""
    return signing.Signer(salt=SALT).signature(email.lower())[:16]
