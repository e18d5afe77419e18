"""Random tokens, of which the database keeps the HMAC only."""

import hashlib
import hmac
import secrets

from django.conf import settings


def new_token() -> str:
    """256 random bits, safe in an address."""
    return secrets.token_urlsafe(32)


def token_hmac(token: str, *, purpose: str) -> str:
    """What is stored of a token; ``purpose`` keeps one kind from opening another."""
    key = f"{purpose}:{settings.SECRET_KEY}".encode()
    return hmac.new(key, token.encode(), hashlib.sha256).hexdigest()
