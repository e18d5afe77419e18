"""Devices that have signed in before: a signed cookie, so that guesses elsewhere do not stop them.

It opens nothing. A device that has none for an account is asked for no more, but shares its
network's tries with everybody there (``wrong_passwords``).
"""

import secrets

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, resolve_url
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme, urlencode
from django.views.decorators.http import require_safe

from organisations.models import User

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


def by_way_of_here(response: HttpResponse) -> HttpResponse:
    """The same redirect by the page below, for an address that the cookie is not sent to: written
    there, it would take the place of one that holds other accounts of this device."""
    there = response.headers["Location"]
    return redirect(f"{reverse('remember_device')}?{urlencode({'next': there})}")


@require_safe
@login_required
def remember_device(request: HttpRequest) -> HttpResponse:
    """Of whoever has just signed in elsewhere; then on to where they were going."""
    there = request.GET.get("next", "")
    ours = url_has_allowed_host_and_scheme(
        there, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    response = redirect(there if ours else resolve_url(settings.LOGIN_REDIRECT_URL))
    assert isinstance(request.user, User)
    remember(request, response, request.user.email)
    return response


def digest_of(email: str) -> str:
    """Of an address, so that the cookie of a shared device does not say whose it was."""
    return signing.Signer(salt=SALT).signature(email.lower())[:16]
