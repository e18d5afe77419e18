"""What somebody typed comes back to them with the page that could not take it.

It is put into the page that is answered, and kept nowhere: not for a minute, not for one person.
Only somebody who has given the right password finds it in their session, which is sealed.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.template.loader import render_to_string

SALT = "essence.typed"
AGAIN = "sent_again"  # a field of the page itself: it has been seen once
HELD_FILE = "held_file"  # a file that stands sealed in its page, and goes nowhere else
TOKEN, KEPT = "csrfmiddlewaretoken", "kept"
TAKEN_OUT = "out"  # in place of what is kept: it comes out of the session once it is taken
NOT_KEPT = "paper"  # a form's prefix: what one person wrote on paper, which nobody's session holds
WORTH_READING = 12  # characters: shorter values are choices, which the page's own form shows
NULL_ORIGIN = "essence.null_origin"


@dataclass(frozen=True, slots=True)
class TypedField:
    """One value of a form as it was sent."""

    name: str
    value: str

    @property
    def is_password(self) -> bool:
        return "password" in self.name

    @property
    def may_be_kept(self) -> bool:
        return not self.is_password and not self.name.startswith(f"{NOT_KEPT}-")

    @property
    def is_words(self) -> bool:
        return self.may_be_kept and (len(self.value) >= WORTH_READING or " " in self.value)


@dataclass(frozen=True, slots=True)
class Typed:
    """A form as it was sent: where to, its values, and the names of fields that held a file."""

    path: str
    fields: tuple[TypedField, ...]
    files: tuple[str, ...]

    def packed(self) -> str:
        """Signed, so that it is what was sent to this site, and without what may not be kept."""
        fields = [(one.name, one.value if one.may_be_kept else "") for one in self.fields]
        content = {"path": self.path, "fields": fields, "files": self.files}
        return signing.dumps(content, salt=SALT, compress=True)


def typed_in(request: HttpRequest) -> Typed:
    fields = (
        TypedField(name, value)
        for name, values in request.POST.lists()
        if name not in {TOKEN, AGAIN, KEPT, HELD_FILE}
        for value in values
    )
    return Typed(request.get_full_path(), tuple(fields), tuple(request.FILES))


def unpacked(packed: str) -> Typed | None:
    """None where this site has not packed it."""
    try:
        content: dict[str, Any] = signing.loads(packed, salt=SALT)
    except signing.BadSignature:
        return None
    fields = (TypedField(name, value) for name, value in content["fields"])
    return Typed(content["path"], tuple(fields), tuple(content["files"]))


def from_our_own_page(request: HttpRequest) -> bool:
    """As the browser says. Otherwise another site chose the words, and a button under them would
    make the reader do what that site wants."""
    if site := request.headers.get("Sec-Fetch-Site"):
        return site == "same-origin"
    if request.META.get(NULL_ORIGIN):
        return False
    sender = request.headers.get("Origin") or request.headers.get("Referer", "")
    return origin_of(sender) == own_origin(request)


def own_origin(request: HttpRequest) -> str:
    return f"{request.scheme}://{request.get_host()}"


def origin_of(address: str) -> str:
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    return f"{parts.scheme}://{parts.netloc}"


def put_back(
    request: HttpRequest, typed: Typed, template: str, *, status: int, **context: object
) -> HttpResponse:
    """The page, with a fresh token. Without a context processor: it reads no session."""
    shown = {
        "typed": typed,
        "words": words_of(typed.fields),
        "csrf_token": get_token(request),
        **context,
    }
    return HttpResponse(render_to_string(template, shown), status=status)


def words_of(fields: Iterable[TypedField]) -> list[str]:
    """What is worth copying, should sending it again not do."""
    return [field.value for field in fields if field.is_words]
