"""Logs hold no address of a respondent and no token (safety.md, Answers 8)."""

import logging
import re

from django.conf import settings

ADDRESS = re.compile(rf"({re.escape(settings.RESPONDENT_PREFIX)}|/join/|/reset/key/|/changed/)\S*")


class HideRespondents(logging.Filter):
    """Cuts every path after a prefix that a secret follows, wherever it stands in the record."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg = hide(record.getMessage())
        record.args = None
        record.__dict__.pop("request", None)
        return True


def hide(text: str) -> str:
    return ADDRESS.sub(r"\1…", text)
