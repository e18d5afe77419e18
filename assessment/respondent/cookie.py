"""What a respondent's device holds: the resume code and how the statements are shown.

The code is signed, so that guessing codes through a cookie is as good as guessing SECRET_KEY: only
typed codes can be tried, and those are counted. No Django session and no end date: a browser that
is closed forgets, and "Leave and clear this device" forgets at once.
"""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from assessment.respondent.wording_choice import Words

CODE = "essence_code"
WORDS = "essence_words"


def salt(link_code: str) -> str:
    """Of the signature: a cookie that is carried over to another link is none there."""
    return f"resume-code-{link_code}"


def code_in(request: HttpRequest, link_code: str) -> str | None:
    """The resume code that this device holds for a link."""
    code: str | None = request.get_signed_cookie(CODE, default=None, salt=salt(link_code))
    return code


def words_in(request: HttpRequest) -> Words:
    return Words.read(request.COOKIES.get(WORDS, ""))


def keep_code(response: HttpResponse, link_code: str, code: str) -> None:
    response.set_signed_cookie(CODE, code, salt=salt(link_code), **kept(link_code))


def keep_words(response: HttpResponse, link_code: str, words: Words) -> None:
    response.set_cookie(WORDS, words.value, **kept(link_code))


def kept(link_code: str) -> dict[str, Any]:
    """Sent to the pages of its link and nowhere else, and to no script."""
    path = reverse("respond", args=[link_code])
    return {"path": path, "secure": settings.PRODUCTION, "httponly": True, "samesite": "Lax"}


def clear(response: HttpResponse, link_code: str) -> None:
    for name in (CODE, WORDS):
        response.delete_cookie(name, path=reverse("respond", args=[link_code]), samesite="Lax")
