"""What a respondent's device holds: the key to their draft, and how the statements are shown.

The key is signed, so that a cookie somebody made up is none, and says when the device last asked
for a page: after 20 minutes it opens the draft only together with one of the four words. No Django
session and no end date: a browser that is closed forgets, and "Stop here" forgets at once.
"""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from typing import Any, NamedTuple

from django.conf import settings
from django.contrib.messages.storage.cookie import CookieStorage
from django.core.signing import BadSignature, SignatureExpired
from django.http import HttpRequest, HttpResponse

from assessment.respondent.wording_choice import Words
from organisations.accounts import known_devices

KEY, WORDS = "essence_key_", "essence_words"  # the code of a link ends the first
# Django signs a cookie's name with it: one that is carried over to another link is none there.
SALT = "draft-key"
LATER = ".later"  # behind the words, where the hard part waits for another time
PATH = "/a/"  # of every respondent's page, so that leaving one link clears what others left
REST_AFTER = 20 * 60  # seconds without a page


class HeldKey(NamedTuple):
    """``is_fresh``: the device has asked for a page of the draft in the last 20 minutes."""

    key: bytes
    is_fresh: bool


def key_in(request: HttpRequest, link_code: str) -> HeldKey | None:
    """The key that this device holds for a link."""
    try:
        return HeldKey(read(request, link_code, max_age=REST_AFTER), is_fresh=True)
    except SignatureExpired:
        return HeldKey(read(request, link_code, max_age=None), is_fresh=False)
    except (KeyError, BadSignature):
        return None


def read(request: HttpRequest, link_code: str, max_age: int | None) -> bytes:
    """KeyError without one; SignatureExpired, or its parent BadSignature."""
    name = KEY + link_code
    value = request.get_signed_cookie(name, salt=SALT, max_age=max_age)
    return urlsafe_b64decode(str(value))


def words_in(request: HttpRequest) -> Words:
    return Words.read(request.COOKIES.get(WORDS, "").removesuffix(LATER))


def later_in(request: HttpRequest) -> bool:
    """Whether the person has put the hard part off."""
    return request.COOKIES.get(WORDS, "").endswith(LATER)


def keep_key(response: HttpResponse, link_code: str, key: bytes) -> None:
    """From now on for 20 minutes."""
    value = urlsafe_b64encode(key).decode()
    response.set_signed_cookie(KEY + link_code, value, salt=SALT, **kept())


def keep_words(response: HttpResponse, words: Words, *, later: bool = False) -> None:
    response.set_cookie(WORDS, words.value + LATER * later, **kept())


def kept() -> dict[str, Any]:
    """Sent to the pages of people who answer and nowhere else, and to no script."""
    return {"path": PATH, "secure": settings.PRODUCTION, "httponly": True, "samesite": "Lax"}


def is_cleared(response: HttpResponse, link_code: str) -> bool:
    """Whether the device is told to forget its key."""
    return KEY + link_code in response.cookies


def clear(request: HttpRequest, response: HttpResponse) -> None:
    """Every cookie of the site: whoever is signed in on this device is signed out too."""
    for name in request.COOKIES:
        if name.startswith(KEY) or name == WORDS:
            response.delete_cookie(name, path=PATH, samesite="Lax")
    for name in (
        settings.SESSION_COOKIE_NAME,
        settings.CSRF_COOKIE_NAME,
        CookieStorage.cookie_name,
    ):
        response.delete_cookie(name, samesite="Lax")
    # not sent to these pages, so taken away unseen
    response.delete_cookie(known_devices.COOKIE, path=known_devices.PATH, samesite="Lax")
