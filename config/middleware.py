"""Headers that every response carries, and the second step of signing in that some need."""

import logging
from collections.abc import Awaitable, Callable

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import DisallowedHost
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.security import SecurityMiddleware
from django.shortcuts import redirect
from django.views.defaults import bad_request

from organisations.accounts.second_step import SecondStepNeeded, lacks_second_factor
from organisations.accounts.signing_in_again import sign_in_first
from organisations.secret_addresses import holds_secret
from organisations.typed_again import KEPT, NULL_ORIGIN, TAKEN_OUT, own_origin, typed_in

log = logging.getLogger(__name__)

Respond = Callable[[HttpRequest], HttpResponse]

# Where the second step is set up. What a secret in its address opens works without it too.
WITHOUT_SECOND_STEP = ("/accounts/", settings.STATIC_URL)
LONGEST_HOST = 100  # characters of one that is not ours, in the log


class StrictHeaders:
    """Nothing of a signed-in or a respondent's page is kept by a browser or a proxy."""

    def __init__(self, get_response: Respond) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers.setdefault(
            "Permissions-Policy", "camera=(), geolocation=(), microphone=()"
        )
        if holds_secret(request.path):
            response.headers["Cache-Control"] = "no-store"  # whatever its view would have
        elif not request.path.startswith(settings.STATIC_URL):
            response.headers.setdefault("Cache-Control", "no-store")
        return response


class KnownHost(SecurityMiddleware):
    """Django's own, which answers first where the site is asked for by a name that is not its own.

    Django would raise, and write a traceback, for each of the scanners that ask by number all day.
    """

    def __call__(self, request: HttpRequest) -> HttpResponseBase | Awaitable[HttpResponseBase]:
        try:
            request.get_host()
        except DisallowedHost as fault:
            asked = request.META.get("HTTP_HOST", "")[:LONGEST_HOST]
            log.warning("Refused: asked for as %r, which is not in ALLOWED_HOSTS", asked)
            return self.process_response(request, bad_request(request, fault))
        return super().__call__(request)


class NullOrigin:
    """A browser that hides where a form comes from is believed by its token alone.

    Some do so for privacy, and people who answer could send nothing. Where the browser says that
    another site sent it, that stands.
    """

    def __init__(self, get_response: Respond) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        site = request.headers.get("Sec-Fetch-Site", "same-origin")
        if request.META.get("HTTP_ORIGIN") == "null" and site == "same-origin":
            request.META[NULL_ORIGIN] = True
            request.META["HTTP_ORIGIN"] = own_origin(request)
        return self.get_response(request)


class TypedWhileSignedOut:
    """Whoever sends a form after their session has ended signs in first, and it goes with them.

    Once they have sent it and it was taken, their session forgets it.
    """

    def __init__(self, get_response: Respond) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        led_to = response.headers.get("Location")
        if request.method == "POST" and led_to == redirect_to_login(request.get_full_path()).url:
            return sign_in_first(request)
        if led_to and request.method == "POST" and request.POST.get(KEPT) == TAKEN_OUT:
            request.session.pop(KEPT, None)
        return response


class SecondStep:
    """With ``REQUIRE_2FA`` an owner sets up an authenticator app before anything else.

    An admin of a collaboration always does, before anything of that collaboration.
    """

    def __init__(self, get_response: Respond) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_view: object) -> HttpResponse | None:
        """After the form's token was looked at: what another site chose is not kept."""
        return set_up_first(request) if must_set_up(request) else None

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        return set_up_first(request) if isinstance(exception, SecondStepNeeded) else None


def set_up_first(request: HttpRequest) -> HttpResponse:
    """What was typed waits in their session, which is sealed, until the second step is set up."""
    if request.method == "POST":
        request.session[KEPT] = typed_in(request).packed()
    return redirect("mfa_activate_totp")


def must_set_up(request: HttpRequest) -> bool:
    if not settings.REQUIRE_2FA or request.path.startswith(WITHOUT_SECOND_STEP):
        return False
    if holds_secret(request.path):
        return False
    return request.user.is_authenticated and lacks_second_factor(request.user)
