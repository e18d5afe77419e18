"""Headers that every response carries, errors and downloads included."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse


class StrictHeaders:
    """Nothing of a signed-in or a respondent's page is kept by a browser or a proxy."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers.setdefault(
            "Permissions-Policy", "camera=(), geolocation=(), microphone=()"
        )
        if not request.path.startswith(settings.STATIC_URL):
            response.headers.setdefault("Cache-Control", "no-store")
        return response
