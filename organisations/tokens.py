"""Random tokens, of which the database keeps the HMAC only."""

import secrets

from django.utils.crypto import salted_hmac


def new_token() -> str:
    """256 random bits, safe in an address."""
    return secrets.token_urlsafe(32)


def token_hmac(token: str, *, purpose: str) -> str:
    """What is stored of a token: only this installation's SECRET_KEY finds it again.

    ``purpose`` keeps one kind of token from opening what another is for.
    """
    return salted_hmac(f"essence.{purpose}", token, algorithm="sha256").hexdigest()
