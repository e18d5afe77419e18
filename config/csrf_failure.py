"""A form that Django cannot be sure of: nothing is done, and nothing that was typed is lost.

Most often it is a tablet that several people use, on which the page is older than its cookies.
"""

from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import REASON_NO_CSRF_COOKIE

from organisations.typed_again import AGAIN, from_our_own_page, put_back, typed_in


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Named in the settings; 403 in every case."""
    no_cookie = reason == REASON_NO_CSRF_COOKIE
    return put_back(
        request,
        typed_in(request),
        "403_csrf.html",
        status=403,
        ours=from_our_own_page(request),
        no_cookie=no_cookie,
        refuses_cookies=no_cookie and AGAIN in request.POST,
    )
