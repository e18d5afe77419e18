"""Secrets in the database that only SECRET_KEY opens, or one that this installation had before.

Fernet of ``cryptography``, which django-allauth brings; nothing of it is our own.
"""

import base64
from collections.abc import Sequence
from functools import lru_cache

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.utils.crypto import salted_hmac


class Unreadable(Exception):
    """Sealed with a key that is neither SECRET_KEY nor one of SECRET_KEY_FALLBACKS."""


def seal(content: bytes) -> bytes:
    """With SECRET_KEY; what comes out is ASCII."""
    return keys().encrypt(content)


def unseal(sealed: bytes) -> bytes:
    try:
        return keys().decrypt(sealed)
    except InvalidToken as fault:
        raise Unreadable from fault


def seal_again(sealed: bytes) -> bytes:
    """With SECRET_KEY what an earlier key sealed."""
    try:
        return keys().rotate(sealed)
    except InvalidToken as fault:
        raise Unreadable from fault


def keys() -> MultiFernet:
    return derived((settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS))


@lru_cache(maxsize=4)  # settings have one set of keys; a change of keys and tests have another
def derived(secret_keys: Sequence[str]) -> MultiFernet:
    """The first seals, all of them open."""
    return MultiFernet([Fernet(key_of(secret)) for secret in secret_keys])


def key_of(secret: str) -> bytes:
    digest = salted_hmac("essence.at-rest", "", secret=secret, algorithm="sha256").digest()
    return base64.urlsafe_b64encode(digest)
