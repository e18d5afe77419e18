"""Logs hold no address of a respondent (safety.md, Answers 8)."""

import logging
import re

from django.conf import settings

ADDRESS = re.compile(re.escape(settings.RESPONDENT_PREFIX) + r"\S*")


class HideRespondents(logging.Filter):
    """Cuts every path after the respondent prefix, wherever it stands in the record."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg = hide(record.getMessage())
        record.args = None
        record.__dict__.pop("request", None)
        return True


def hide(text: str) -> str:
    return ADDRESS.sub(f"{settings.RESPONDENT_PREFIX}…", text)
