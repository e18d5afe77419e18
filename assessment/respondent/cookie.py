"""What a respondent's device holds: the resume code and how the statements are shown.

The code is signed, so that guessing codes through a cookie is as good as guessing SECRET_KEY: only
typed codes can be tried, and those are counted. No Django session and no end date: a browser that
is closed forgets, and "Leave and clear this device" forgets at once.
"""

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from assessment.respondent.wording_choice import Words

CODE = "essence_code"
WORDS = "essence_words"


def cookie_signer(link_code: str) -> signing.Signer:
    return signing.Signer(salt=f"resume-code-{link_code}")


def code_in(request: HttpRequest, link_code: str) -> str | None:
    """The resume code that this device holds for a link."""
    try:
        return cookie_signer(link_code).unsign(request.COOKIES.get(CODE, ""))
    except signing.BadSignature:
        return None


def words_in(request: HttpRequest) -> Words:
    return Words.read(request.COOKIES.get(WORDS, ""))


def keep_code(response: HttpResponse, link_code: str, code: str) -> None:
    keep(response, link_code, CODE, cookie_signer(link_code).sign(code))


def keep_words(response: HttpResponse, link_code: str, words: Words) -> None:
    keep(response, link_code, WORDS, words.value)


def keep(response: HttpResponse, link_code: str, name: str, value: str) -> None:
    response.set_cookie(
        name,
        value,
        path=reverse("respond", args=[link_code]),
        secure=settings.PRODUCTION,
        httponly=True,
        samesite="Lax",
    )


def clear(response: HttpResponse, link_code: str) -> None:
    for name in (CODE, WORDS):
        response.delete_cookie(name, path=reverse("respond", args=[link_code]), samesite="Lax")
