"""Headers that every response carries, and the second step of signing in that some need."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from organisations.secret_addresses import holds_secret
from organisations.signing_in import SecondStepNeeded, lacks_second_factor

Respond = Callable[[HttpRequest], HttpResponse]

# Where the second step is set up. What a secret in its address opens works without it too.
WITHOUT_SECOND_STEP = ("/accounts/", settings.STATIC_URL)


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


class SecondStep:
    """With ``REQUIRE_2FA`` an owner sets up an authenticator app before anything else.

    An admin of a collaboration always does, before anything of that collaboration.
    """

    def __init__(self, get_response: Respond) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if must_set_up(request):
            return redirect("mfa_activate_totp")
        return self.get_response(request)

    def process_exception(self, _request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if isinstance(exception, SecondStepNeeded):
            return redirect("mfa_activate_totp")
        return None


def must_set_up(request: HttpRequest) -> bool:
    if not settings.REQUIRE_2FA or request.path.startswith(WITHOUT_SECOND_STEP):
        return False
    if holds_secret(request.path):
        return False
    return request.user.is_authenticated and lacks_second_factor(request.user)
