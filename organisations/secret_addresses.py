"""Addresses that hold a secret: whoever has one may use it, so nothing else may keep it.

``<secret:token>`` in a path is all that a new one needs. What logs hide and what may not be stored
(``config.logs``, ``config.middleware``) is read from the URLconf here, never written down again.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from django.urls import ResolverMatch, URLPattern, URLResolver, get_resolver
from django.urls.converters import StringConverter


class SecretConverter(StringConverter):
    """Registered as ``secret`` when the app is ready."""


# django-allauth writes its addresses itself: these are who asks for a new password, and the proof.
ALLAUTHS = frozenset({"uidb36", "key"})
GROUP = re.compile(r"\(\?P<(\w+)>")  # a named group in the regular expression of an address
ENCODED_SLASH = re.compile("%2f", re.IGNORECASE)  # as in ?next=%2Fjoin%2F…


def hide(text: str) -> str:
    """The text with every such address cut where its secret begins."""
    return secret_addresses().sub(r"\1…", ENCODED_SLASH.sub("/", text))


def holds_secret(path: str) -> bool:
    return secret_addresses().match(path) is not None


def secrets_in(match: ResolverMatch) -> list[str]:
    """The secrets themselves, of the address that a request came to.

    Without ``uidb36``: a short number, for which half of a text would be blotted out.
    """
    names = [*re.findall(r"<secret:(\w+)>", match.route), "key"]
    return [match.kwargs[name] for name in names if match.kwargs.get(name)]


@cache
def secret_addresses() -> re.Pattern[str]:
    """What stands before the secret, as its group, and all up to the next blank."""
    before = sorted(set(beginnings(get_resolver().url_patterns, "/", ALLAUTHS)))
    return re.compile(rf"({'|'.join(before)})\S*")


def beginnings(
    patterns: Iterable[URLPattern | URLResolver], start: str, secret: frozenset[str]
) -> Iterator[str]:
    """Of each address with a secret, the regular expression of what stands before it.

    ``secret``: the names of the groups that are one, so far.
    """
    for pattern in patterns:
        here = start + pattern.pattern.regex.pattern.removeprefix("^")
        ours = {
            name
            for name, converter in pattern.pattern.converters.items()
            if isinstance(converter, SecretConverter)
        }
        if isinstance(pattern, URLResolver):
            yield from beginnings(pattern.url_patterns, here, secret | ours)
        else:
            yield from before_secret(here, secret | ours)


def before_secret(address: str, secret: frozenset[str]) -> Iterator[str]:
    """Nothing where no group of the address is one; its other groups lose their names, because
    those of all addresses stand in one expression."""
    first = next((group for group in GROUP.finditer(address) if group[1] in secret), None)
    if first:
        yield GROUP.sub("(?:", address[: first.start()])
