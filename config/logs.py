"""Logs hold no address of a respondent and no token (docs/privacy.md)."""

import logging
from collections.abc import Iterable

from django.urls import ResolverMatch

from organisations.secret_addresses import hide, secrets_in

FORMATTER = logging.Formatter()


class HideSecrets(logging.Filter):
    """Cuts every address that holds a secret, wherever it stands in a record or its traceback."""

    def filter(self, record: logging.LogRecord) -> bool:
        request = record.__dict__.pop("request", None)
        match: ResolverMatch | None = getattr(request, "resolver_match", None)
        secrets = secrets_in(match) if match else []
        record.msg, record.args = without(record.getMessage(), secrets), None
        if record.levelno < logging.ERROR:  # refused, not broken: no place in the code matters
            record.exc_info = record.exc_text = None
        if record.exc_info:  # a handler's formatter would write it out anew, secrets and all
            traceback = record.exc_text or FORMATTER.formatException(record.exc_info)
            record.exc_text, record.exc_info = without(traceback, secrets), None
        return True


def without(text: str, secrets: Iterable[str]) -> str:
    """``secrets``: of this request. An exception may name one without its address."""
    for secret in secrets:
        text = text.replace(secret, "…")
    return hide(text)
